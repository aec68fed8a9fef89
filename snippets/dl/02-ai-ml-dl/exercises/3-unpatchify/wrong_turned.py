"""조각 안의 행과 열을 맞바꾸었다."""

import numpy as np


def unpatchify(patches, image_size, patch_size):
    (C, H, W), P = image_size, patch_size
    x = np.reshape(patches, (-1, H // P, W // P, C, P, P))
    return x.transpose(0, 3, 1, 5, 2, 4).reshape(-1, C, H, W)

"""채널을 조각의 마지막 축으로 읽었다."""

import numpy as np


def unpatchify(patches, image_size, patch_size):
    (C, H, W), P = image_size, patch_size
    x = np.reshape(patches, (-1, H // P, W // P, P, P, C))
    return x.transpose(0, 5, 1, 3, 2, 4).reshape(-1, C, H, W)

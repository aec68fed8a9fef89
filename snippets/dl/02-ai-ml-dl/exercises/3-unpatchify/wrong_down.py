"""조각을 세로로 먼저 늘어놓았다."""

import numpy as np


def unpatchify(patches, image_size, patch_size):
    (C, H, W), P = image_size, patch_size
    x = np.reshape(patches, (-1, W // P, H // P, C, P, P))
    return x.transpose(0, 3, 2, 4, 1, 5).reshape(-1, C, H, W)

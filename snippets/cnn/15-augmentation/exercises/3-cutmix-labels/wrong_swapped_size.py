"""가로와 세로를 바꾸어 읽었다."""

import numpy as np


def cutmix_labels(mine, other, box, size):
    W, H = size
    x1, y1, x2, y2 = np.clip(box, 0, [W, H, W, H])
    share = (x2 - x1) * (y2 - y1) / (H * W)
    return (1 - share) * np.asarray(mine) + share * np.asarray(other)

"""넓이를 보지 않고 반씩 섞었다."""

import numpy as np


def cutmix_labels(mine, other, box, size):
    return (np.asarray(mine) + np.asarray(other)) / 2

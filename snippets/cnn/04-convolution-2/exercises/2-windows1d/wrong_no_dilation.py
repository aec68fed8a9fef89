"""팽창을 쓰지 않았다."""

import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    starts = range(0, len(x) - k + 1, stride)
    return np.array([x[i : i + k] for i in starts]).T

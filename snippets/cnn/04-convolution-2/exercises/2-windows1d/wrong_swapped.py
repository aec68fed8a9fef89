"""stride와 dilation의 자리가 바뀌었다."""

import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    L = (len(x) - dilation * (k - 1) - 1) // stride + 1
    at = [[(j * dilation + u * stride) % len(x) for j in range(L)] for u in range(k)]
    return np.array(x)[at]

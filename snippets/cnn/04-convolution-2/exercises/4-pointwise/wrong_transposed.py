"""W를 전치했다."""

import numpy as np


def pointwise(x, W, b):
    N, C, height, width = x.shape
    y = np.transpose(W) @ x.reshape(N, C, -1)
    return y.reshape(N, len(W), height, width) + b[:, None, None]

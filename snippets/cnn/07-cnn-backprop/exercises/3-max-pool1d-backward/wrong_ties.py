"""값이 같은 칸마다 보냈다."""

import numpy as np


def max_pool1d_backward(dy, x, size):
    dx = np.zeros(len(x))
    for i, d in enumerate(dy):
        window = x[i * size : (i + 1) * size]
        dx[i * size : (i + 1) * size] = d * (window == window.max())
    return dx

"""더하지 않고 덮어썼다."""

import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    k, L = np.shape(cols)
    x = np.zeros(n)
    for u in range(k):
        start = u * dilation
        x[start : start + stride * (L - 1) + 1 : stride] = cols[u]
    return x

"""본 횟수로 나누었다."""

import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    k, L = np.shape(cols)
    x, seen = np.zeros(n), np.zeros(n)
    for u in range(k):
        start = u * dilation
        places = slice(start, start + stride * (L - 1) + 1, stride)
        x[places] += cols[u]
        seen[places] += 1
    return x / np.maximum(seen, 1)

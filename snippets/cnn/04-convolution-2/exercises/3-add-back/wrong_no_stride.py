"""스트라이드를 쓰지 않았다."""

import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    k, L = np.shape(cols)
    x = np.zeros(n)
    for u in range(k):
        x[u * dilation : u * dilation + L] += cols[u]
    return x

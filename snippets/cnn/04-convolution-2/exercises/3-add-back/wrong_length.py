"""길이가 n이 아니다."""

import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    k, L = np.shape(cols)
    x = np.zeros(stride * (L - 1) + dilation * (k - 1) + 1)
    for u in range(k):
        for j in range(L):
            x[j * stride + u * dilation] += cols[u][j]
    return x

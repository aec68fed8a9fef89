"""정수로 잘렸다."""

import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    x = np.zeros(n, dtype=int)
    for u, row in enumerate(cols):
        for j, value in enumerate(row):
            x[j * stride + u * dilation] += int(value)
    return x

"""가장 큰 값을 0에서부터 찾아 음수가 사라졌다."""

import numpy as np


def max_pool1d(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    y = np.zeros((len(x) - kernel_size) // stride + 1)
    for i in range(len(y)):
        for value in x[i * stride : i * stride + kernel_size]:
            y[i] = max(y[i], value)
    return y

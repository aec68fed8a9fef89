"""stride가 없을 때 한 칸씩 옮겼다."""

import numpy as np


def max_pool1d(x, kernel_size, stride=None):
    stride = 1 if stride is None else stride
    starts = range(0, len(x) - kernel_size + 1, stride)
    return np.array([np.max(x[start : start + kernel_size]) for start in starts])

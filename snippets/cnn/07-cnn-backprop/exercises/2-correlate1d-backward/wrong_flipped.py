"""커널을 거꾸로 찍었다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        part = slice(i * stride, i * stride + len(w))
        dw += d * x[part]
        dx[part] += d * w[::-1]
    return dx, dw

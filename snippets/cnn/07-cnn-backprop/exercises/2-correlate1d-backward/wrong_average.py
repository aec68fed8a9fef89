"""커널의 기울기를 자리의 수로 나누었다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        part = slice(i * stride, i * stride + len(w))
        dw += d * x[part] / len(dy)
        dx[part] += d * w
    return dx, dw

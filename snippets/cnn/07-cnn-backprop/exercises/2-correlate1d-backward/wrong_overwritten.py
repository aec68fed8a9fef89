"""겹치는 칸에 더하지 않고 덮어썼다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        part = slice(i * stride, i * stride + len(w))
        dw += d * x[part]
        dx[part] = d * w
    return dx, dw

"""창을 stride칸이 아니라 한 칸씩 옮겼다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        dw += d * x[i : i + len(w)]
        dx[i : i + len(w)] += d * w
    return dx, dw

"""x와 w를 바꾸어 곱했다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        for u in range(len(w)):
            dw[u] += d * w[u]
            dx[i * stride + u] += d * x[i * stride + u]
    return dx, dw

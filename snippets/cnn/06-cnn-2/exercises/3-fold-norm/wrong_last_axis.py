"""배율을 커널의 마지막 축에 곱했다."""

import numpy as np


def fold(W, b, mean, var, gamma, beta, eps=1e-5):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, (b - mean) * scale + beta

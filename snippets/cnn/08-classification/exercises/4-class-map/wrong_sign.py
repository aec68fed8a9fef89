"""음수를 지우지 않았다."""

import numpy as np


def class_map(A, W, c):
    return np.tensordot(W[c] / A[0].size, A, axes=1)

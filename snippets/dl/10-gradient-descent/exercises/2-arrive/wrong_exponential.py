"""지수 함수로 어림했다."""

import numpy as np


def arrive(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return Q @ (np.exp(-lr * curvatures * steps) * (Q.T @ x0))

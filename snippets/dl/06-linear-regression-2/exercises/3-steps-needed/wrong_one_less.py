"""한 걸음 모자란다. 처음으로 eps 이하가 되는 걸음이다."""

import numpy as np


def steps_needed(X, eps):
    kappa = np.linalg.cond(X.T @ X)
    left = (kappa - 1) / (kappa + 1)
    steps = 0
    while left ** (steps + 1) > eps:
        steps += 1
    return steps

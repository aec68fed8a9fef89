"""손실이 줄어드는 비율로 셌다. 손실은 거리의 제곱이다."""

import numpy as np


def steps_needed(X, eps):
    kappa = np.linalg.cond(X.T @ X)
    left = ((kappa - 1) / (kappa + 1)) ** 2
    steps = 1
    while left**steps > eps:
        steps += 1
    return steps

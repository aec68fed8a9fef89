"""1이 둘일 때 내려오지 않는다."""

import numpy as np


def parity_network(D, bright):
    W2 = np.array([1] + [2] * (D - 1))
    return np.ones((D, D)), -np.arange(D), bright * W2, 0

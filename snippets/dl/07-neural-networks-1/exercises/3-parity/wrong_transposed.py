"""모양이 맞물리지 않는다."""

import numpy as np


def parity_network(D, bright):
    W2 = np.array([1] + [2 * (-1) ** n for n in range(1, D + 1)])
    return np.ones((D + 1, D)), -np.arange(D + 1), bright * W2, 0

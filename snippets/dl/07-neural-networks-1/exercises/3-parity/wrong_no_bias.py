"""꺾이지 않는다."""

import numpy as np


def parity_network(D, bright):
    W2 = np.array([1] + [2 * (-1) ** n for n in range(1, D)])
    return np.ones((D, D)), np.zeros(D), bright * W2, 0

"""1이 3개일 때까지는 맞다."""

import numpy as np


def parity_network(D, bright):
    b1, W2 = np.array([0, -1, -2]), np.array([1, -2, 2])
    return np.ones((D, 3)), b1, bright * W2, 0

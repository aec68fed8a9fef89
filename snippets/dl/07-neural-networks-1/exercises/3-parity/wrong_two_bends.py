"""1이 2개일 때까지는 맞다."""

import numpy as np


def parity_network(D, bright):
    b1, W2 = np.array([0, -1]), np.array([1, -2])
    return np.ones((D, 2)), b1, bright * W2, 0

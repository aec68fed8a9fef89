"""1의 개수가 같아도 출력이 다르다."""

import numpy as np


def parity_network(D, bright):
    W1 = np.zeros((D, 2))
    W1[:2] = 1
    return W1, np.array([0, -1]), bright * np.array([1, -2]), 0

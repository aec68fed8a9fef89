"""출력이 정답과 다르다."""

import numpy as np


def parity_network(D, bright):
    W2 = np.array([(-1) ** n for n in range(D)])
    return np.ones((D, D)), -np.arange(D), bright * W2, 0

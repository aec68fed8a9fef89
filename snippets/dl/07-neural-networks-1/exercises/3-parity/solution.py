from itertools import product

import numpy as np

from lessons import Array
from lessons.dl.activations import relu


def parity_network(D: int, bright: float) -> tuple[Array, Array, Array, float]:
    """스위치 D개로 켜고 끄는 전등. 1이 홀수 개면 bright, 짝수 개면 0을 낸다.

    출력은 relu(x @ W1 + b1) @ W2 + b2
    반환: W1 (D, H), b1 (H,), W2 (H,), b2. 은닉 뉴런의 수 H는 자유
    """
    W1, b1 = np.ones((D, D)), -np.arange(D)
    W2 = bright * np.array([1] + [2 * (-1) ** n for n in range(1, D)])
    return W1, b1, W2, 0.0


X = np.array(list(product((0, 1), repeat=3)))
W1, b1, W2, b2 = parity_network(3, 5.0)
print("W2:", W2)
print("1의 개수:", X.sum(axis=1))
print("출력:    ", (relu(X @ W1 + b1) @ W2 + b2).astype(int))

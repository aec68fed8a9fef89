from itertools import product

import numpy as np

from lessons import Array


def parity_network(D: int, bright: float) -> tuple[Array, Array, Array, float]:
    """스위치 D개로 켜고 끄는 전등. 1이 홀수 개면 bright, 짝수 개면 0을 낸다.

    출력은 relu(x @ W1 + b1) @ W2 + b2
    반환: W1 (D, H), b1 (H,), W2 (H,), b2. 은닉 뉴런의 수 H는 자유
    """
    raise NotImplementedError


X = np.array(list(product((0, 1), repeat=3)))

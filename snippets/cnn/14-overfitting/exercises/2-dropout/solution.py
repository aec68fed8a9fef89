import numpy as np


def dropout(x, keep, p, training):
    """학습이면 keep이 거짓인 자리를 끄고, 기댓값이 x와 같게 한다.

    x: (N, D), keep: (N, D) 참거짓, p: 버릴 확률 (0 이상 1 미만)
    받은 것은 고치지 않는다
    """
    return x * keep / (1 - p) if training else x


x = np.array([[1.0, 2.0, 3.0]])
keep = np.array([[True, True, False]])
print(dropout(x, keep, 0.25, True).round(3))
print(dropout(x, keep, 0.25, False))

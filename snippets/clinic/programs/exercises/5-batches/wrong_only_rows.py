"""그림만 섞고 레이블은 그대로 두었다."""

import numpy as np


def batches(
    X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    X = X[rng.permutation(len(X))]
    return [(X[i : i + size], y[i : i + size]) for i in range(0, len(X), size)]

"""나누어떨어지지 않고 남은 줄을 버렸다."""

import numpy as np


def batches(
    X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    order = rng.permutation(len(X))[: len(X) // size * size]
    starts = range(0, len(order), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]

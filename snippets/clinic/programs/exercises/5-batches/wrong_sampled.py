"""되돌려 놓고 뽑아, 같은 줄이 두 번 나오고 어떤 줄은 나오지 않는다."""

import numpy as np


def batches(
    X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    order = rng.integers(0, len(X), len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]

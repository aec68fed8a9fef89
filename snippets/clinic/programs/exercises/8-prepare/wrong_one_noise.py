"""잡음을 한 번만 뽑아 같은 그림을 되풀이했다."""

import numpy as np


def prepare(
    X: np.ndarray, y: np.ndarray, n_test: int, times: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    order = rng.permutation(len(X))
    test, train = order[:n_test], order[n_test:]
    noisy = X[train] + rng.normal(0, 0.05, X[train].shape)
    return np.repeat(noisy, times, axis=0), np.repeat(y[train], times), X[test], y[test]

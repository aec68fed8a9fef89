"""같은 배열을 담아 지나온 자리가 모두 마지막 자리가 되었다. 베껴서 담는다."""

from collections.abc import Callable

import numpy as np


def descend(
    w: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], lr: float, steps: int
) -> np.ndarray:
    w = w.astype(float)
    path = [w]
    for _ in range(steps):
        w -= lr * gradient(w)
        path.append(w)
    return np.array(path)

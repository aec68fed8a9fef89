from collections.abc import Callable

import numpy as np


def descend(
    w: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], lr: float, steps: int
) -> np.ndarray:
    """w에서 기울기의 반대쪽으로 steps걸음 걷는다.

    gradient: 자리를 받아 그 자리의 기울기를 내는 함수
    반환: 처음 자리부터 지나온 자리 (steps + 1, …). 받은 w는 고치지 않는다
    """
    raise NotImplementedError
    w, grad, path = w.copy(), np.zeros_like(w), [w]
    for _ in range(steps):
        grad += gradient(w)
        w -= lr * grad
        path.append(w.copy())
    return np.array(path)

"""(N, 1)에서 (N,)을 빼 (N, N)이 되었다. 모든 쌍의 차이다."""

import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    r = y_hat - y
    return np.mean(r**2), 2 * r.sum(axis=1, keepdims=True) / r.size

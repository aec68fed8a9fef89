"""제곱을 미분한 2가 빠졌다."""

import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    r = y_hat - y.reshape(-1, 1)
    return np.mean(r**2), r / len(y)

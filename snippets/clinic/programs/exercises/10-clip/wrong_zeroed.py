"""limit을 넘으면 모두 0으로 만들었다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    total = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * (total <= limit) for g in grads]

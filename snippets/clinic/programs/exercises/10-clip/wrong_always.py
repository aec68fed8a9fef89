"""작은 것까지 limit으로 키웠다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    total = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * limit / total for g in grads]

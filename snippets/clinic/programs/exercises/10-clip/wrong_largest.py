"""가장 큰 성분을 limit과 견주었다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    largest = max(np.abs(g).max() for g in grads)
    return [g * min(limit / largest, 1) for g in grads]

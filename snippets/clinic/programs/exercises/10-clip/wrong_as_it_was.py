"""큰 것은 그대로 두고 작은 것을 키웠다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    total = np.sqrt(sum(np.sum(g**2) for g in grads))
    scale = max(limit / total, 1)
    return [g * scale for g in grads]

"""성분마다 따로 잘랐다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    return [np.clip(g, -limit, limit) for g in grads]

"""배열마다 따로 잘랐다."""

import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    return [g * limit / max(np.linalg.norm(g), limit) for g in grads]

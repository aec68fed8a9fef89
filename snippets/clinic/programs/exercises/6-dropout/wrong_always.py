"""평가할 때도 버린다. training이 거짓이면 그대로 돌려준다."""

import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    return h * (rng.random(h.shape) >= p) / (1 - p)

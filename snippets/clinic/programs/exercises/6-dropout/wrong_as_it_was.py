"""평가할 때도 버리고, 남은 것을 키우지도 않는다."""

import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    keep = rng.random(h.shape) >= p
    return h * keep

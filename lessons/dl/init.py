"""가중치의 초기값."""

import numpy as np

from lessons import Array


def kaiming_normal(shape: tuple[int, int], *, rng: np.random.Generator) -> Array:
    """He 초기값을 정규 분포에서 뽑는다. 반환: (fan_in, fan_out)"""
    return rng.normal(0, np.sqrt(2) / np.sqrt(shape[0]), shape)

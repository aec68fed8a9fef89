"""가중치가 모두 0이다. 층을 지나는 값도 기울기도 0이라 배우지 못한다."""

from itertools import pairwise

import numpy as np


def build(
    sizes: tuple[int, ...], rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    pairs = pairwise(sizes)
    return [
        (np.zeros((fan_in, fan_out)), np.zeros(fan_out)) for fan_in, fan_out in pairs
    ]

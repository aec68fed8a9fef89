"""표준편차가 1이다. 층을 지날 때마다 값이 커진다."""

from itertools import pairwise

import numpy as np


def build(
    sizes: tuple[int, ...], rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    pairs = pairwise(sizes)
    return [(rng.normal(0, 1, (a, b)), np.zeros(b)) for a, b in pairs]

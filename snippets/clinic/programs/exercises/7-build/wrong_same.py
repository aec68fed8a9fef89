"""가중치가 모두 같다. 유닛이 모두 같은 것을 배운다."""

from itertools import pairwise

import numpy as np


def build(
    sizes: tuple[int, ...], rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    pairs = pairwise(sizes)
    return [(np.full((a, b), 0.1), np.zeros(b)) for a, b in pairs]

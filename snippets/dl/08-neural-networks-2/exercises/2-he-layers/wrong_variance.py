"""분산 2/fan_in을 표준편차로 썼다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    return [(rng.normal(0, 2 / m, (m, n)), np.zeros(n)) for m, n in pairwise(sizes)]

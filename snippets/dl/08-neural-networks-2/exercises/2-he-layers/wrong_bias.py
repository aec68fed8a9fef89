"""편향은 모두 0으로 시작한다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    return [
        (rng.normal(0, np.sqrt(2 / m), (m, n)), rng.normal(size=n))
        for m, n in pairwise(sizes)
    ]

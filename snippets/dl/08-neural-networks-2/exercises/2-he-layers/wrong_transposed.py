"""W의 모양이 다르다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    return [
        (rng.normal(0, np.sqrt(2 / m), (n, m)), np.zeros(n)) for m, n in pairwise(sizes)
    ]

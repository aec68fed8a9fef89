"""Xavier 초깃값이다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    return [
        (rng.normal(0, np.sqrt(2 / (m + n)), (m, n)), np.zeros(n))
        for m, n in pairwise(sizes)
    ]

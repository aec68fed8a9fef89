"""같은 씨앗인데 다른 가중치가 나왔다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    rng = np.random.default_rng()
    return [
        (rng.normal(0, np.sqrt(2 / m), (m, n)), np.zeros(n)) for m, n in pairwise(sizes)
    ]

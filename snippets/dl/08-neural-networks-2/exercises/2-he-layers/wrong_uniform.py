"""정규 분포에서 뽑지 않은 듯하다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    layers = []
    for m, n in pairwise(sizes):
        most = np.sqrt(6 / m)
        layers.append((rng.uniform(-most, most, (m, n)), np.zeros(n)))
    return layers

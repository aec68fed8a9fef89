"""가중치의 평균이 0이 아니다."""

from itertools import pairwise

import numpy as np


def he_layers(sizes, rng):
    layers = []
    for m, n in pairwise(sizes):
        std = np.sqrt(2 / m)
        layers.append((rng.normal(std, std, (m, n)), np.zeros(n)))
    return layers

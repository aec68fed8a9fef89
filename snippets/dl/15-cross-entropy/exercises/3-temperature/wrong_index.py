"""온도가 아니라 그 자리의 번호를 돌려주었다."""

import numpy as np

from lessons.dl.cross_entropy import cross_entropy


def best_temperature(z, y, temperatures):
    return int(np.argmin([cross_entropy(z / T, y) for T in temperatures]))

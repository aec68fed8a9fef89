"""클래스 안에서의 자리를 돌려주었다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        n = (y == label).sum()
        chosen.append(rng.permutation(n)[: round(n * test_size)])
    return np.concatenate(chosen)

"""클래스의 비율이 다르다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        chosen.append(rng.permutation(members)[: len(members) // 5])
    return np.concatenate(chosen)

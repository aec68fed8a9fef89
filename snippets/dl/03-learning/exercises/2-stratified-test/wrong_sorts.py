"""받은 y의 값이 바뀌어 있다."""

import numpy as np


def stratified_test(y, test_size, rng):
    y.sort()
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        chosen.append(rng.permutation(members)[: round(len(members) * test_size)])
    return np.concatenate(chosen)

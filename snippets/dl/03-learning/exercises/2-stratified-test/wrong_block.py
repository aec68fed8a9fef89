"""이어진 번호만 한 덩이로 뽑는다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        n = round(len(members) * test_size)
        start = rng.integers(len(members) - n + 1)
        chosen.append(members[start : start + n])
    return np.concatenate(chosen)

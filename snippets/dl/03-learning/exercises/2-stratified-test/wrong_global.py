"""씨앗이 같은 rng를 넘겼는데 다른 번호가 나왔다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        n = round(len(members) * test_size)
        chosen.append(np.random.permutation(members)[:n])
    return np.concatenate(chosen)

"""같은 샘플을 두 번 뽑았다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        chosen.append(rng.choice(members, round(len(members) * test_size)))
    return np.concatenate(chosen)

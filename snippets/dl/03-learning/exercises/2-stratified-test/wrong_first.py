"""rng를 바꾸어도 늘 같은 샘플을 뽑는다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        chosen.append(members[: round(len(members) * test_size)])
    return np.concatenate(chosen)

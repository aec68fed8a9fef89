"""훈련에 쓸 쪽의 번호를 돌려주었다."""

import numpy as np


def stratified_test(y, test_size, rng):
    chosen = []
    for label in np.unique(y):
        members = rng.permutation(np.flatnonzero(y == label))
        chosen.append(members[round(len(members) * test_size) :])
    return np.concatenate(chosen)

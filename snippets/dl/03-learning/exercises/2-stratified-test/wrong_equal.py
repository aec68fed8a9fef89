"""클래스마다 같은 수를 뽑았다."""

import numpy as np


def stratified_test(y, test_size, rng):
    labels, counts = np.unique(y, return_counts=True)
    n = round(counts.min() * test_size)
    return np.concatenate([rng.permutation(np.flatnonzero(y == k))[:n] for k in labels])

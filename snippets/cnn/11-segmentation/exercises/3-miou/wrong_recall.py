"""정답의 수로만 나누었다."""

import numpy as np


def miou(table):
    both, truth = np.diag(table), table.sum(axis=1)
    present = truth > 0
    return float((both[present] / truth[present]).mean())

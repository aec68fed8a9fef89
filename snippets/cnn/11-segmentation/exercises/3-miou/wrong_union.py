"""합친 수에서 겹친 수를 한 번 빼지 않았다."""

import numpy as np


def miou(table):
    both = np.diag(table)
    union = table.sum(axis=0) + table.sum(axis=1)
    present = union > 0
    return float((both[present] / union[present]).mean())

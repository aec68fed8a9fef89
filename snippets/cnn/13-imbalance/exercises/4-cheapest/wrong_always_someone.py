"""모두 음성이라고 하는 것을 빼놓았다."""

import numpy as np


def cheapest(y, score, cost_fp, cost_fn):
    y, score = np.asarray(y), np.asarray(score)
    tries = np.unique(score)[::-1]
    said = score >= tries[:, None]
    cost = cost_fp * (said & (y == 0)).sum(1) + cost_fn * (~said & (y == 1)).sum(1)
    return tries[cost.argmin()]

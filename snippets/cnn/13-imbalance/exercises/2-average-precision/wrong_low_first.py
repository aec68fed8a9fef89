"""점수가 낮은 쪽부터 넘겼다."""

import numpy as np


def average_precision(y, score):
    y, score = np.asarray(y), np.asarray(score)
    total, before = 0.0, 0.0
    for t in np.unique(score):
        said = score <= t
        recall = y[said].sum() / y.sum()
        total += (recall - before) * y[said].mean()
        before = recall
    return total

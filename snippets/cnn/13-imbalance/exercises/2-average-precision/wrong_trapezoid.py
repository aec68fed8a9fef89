"""사다리꼴로 넓이를 구했다."""

import numpy as np


def average_precision(y, score):
    y, score = np.asarray(y), np.asarray(score)
    total, before, height = 0.0, 0.0, 1.0
    for t in np.unique(score)[::-1]:
        said = score >= t
        recall, precision = y[said].sum() / y.sum(), y[said].mean()
        total += (recall - before) * (precision + height) / 2
        before, height = recall, precision
    return total

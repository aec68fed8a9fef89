"""동점을 하나씩 넘겼다."""

import numpy as np


def average_precision(y, score):
    y = np.asarray(y)[np.argsort(-np.asarray(score), kind="stable")]
    precision = np.cumsum(y) / np.arange(1, len(y) + 1)
    return precision[y == 1].mean()

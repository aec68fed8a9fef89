"""w와 b의 순서가 바뀌었다."""

import numpy as np


def fit_line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    w = (dx * dy).sum() / (dx * dx).sum()
    return np.array([y.mean() - w * x.mean(), w])

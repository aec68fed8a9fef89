"""w와 b의 순서가 바뀌었다."""

import numpy as np


def fit_weighted(x, y, s):
    x_mean, y_mean = np.average(x, weights=s), np.average(y, weights=s)
    dx, dy = x - x_mean, y - y_mean
    w = (s * dx * dy).sum() / (s * dx * dx).sum()
    return y_mean - w * x_mean, w

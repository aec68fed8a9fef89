"""받은 X를 바꾸었다."""

import numpy as np


def ridge(X, y, alpha):
    x_mean, y_mean = X.mean(axis=0), y.mean()
    X -= x_mean
    y -= y_mean
    w = np.linalg.solve(X.T @ X + alpha * np.eye(X.shape[1]), X.T @ y)
    return w, y_mean - x_mean @ w

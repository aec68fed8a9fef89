"""평균을 빼지 않아 원점을 지나게 했다."""

import numpy as np


def ridge(X, y, alpha):
    w = np.linalg.solve(X.T @ X + alpha * np.eye(X.shape[1]), X.T @ y)
    return w, y.mean() - X.mean(axis=0) @ w

# 허용 오차: 0.01
import numpy as np

from lessons.clinic.patient import digit_rows

X, y, _, _ = digit_rows()


def agreement(X, y):
    """가장 가까운 다른 그림과 레이블이 같은 비율"""
    squares = (X**2).sum(axis=1)
    distance = squares[:, None] + squares - 2 * X @ X.T
    np.fill_diagonal(distance, np.inf)
    return np.mean(y == y[distance.argmin(axis=1)])


order = np.random.default_rng(0).permutation(len(X))
print(f"그대로: {agreement(X, y):.2f}")
print(f"그림과 레이블을 함께 섞으면: {agreement(X[order], y[order]):.2f}")
print(f"그림만 섞으면: {agreement(X[order], y):.2f}")
print(f"우연히 같을 확률: {np.sum((np.bincount(y) / len(y)) ** 2):.2f}")

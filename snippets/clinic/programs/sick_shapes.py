# 허용 오차: 0.6
import numpy as np

from lessons.datasets import load_diabetes


def squared_error(y_hat, y):
    """손실과 예측의 기울기. y_hat (N, 1), y (N,)"""
    r = y_hat - y
    return np.mean(r**2), 2 * r.sum(axis=1, keepdims=True) / r.size


X, y = load_diabetes()
X = X / X.std(axis=0)
W, b = np.zeros((10, 1)), np.zeros(1)
for t in range(301):
    y_hat = X @ W + b
    loss, dy = squared_error(y_hat, y)
    W -= 0.1 * X.T @ dy
    b -= 0.1 * dy.sum(axis=0)
    if t % 100 == 0:
        print(f"{t:>3}걸음: 손실 {loss:.0f}, 예측의 표준편차 {y_hat.std():.1f}")

print(f"정답의 분산 {y.var():.0f}, 표준편차 {y.std():.1f}")

import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.linear_regression import LinearRegression
from lessons.dl.optimizers import SGD, Parameter

X, y = load_diabetes()
X, y = (X - X.mean(axis=0)) / X.std(axis=0), (y - y.mean()) / y.std()
N = len(X)
lowest = ((LinearRegression().fit(X, y).predict(X) - y) ** 2).mean()


def train(B, lr):
    """B개씩 보며 2에폭. 반환: 훈련 손실이 가장 낮은 것보다 얼마나 높은가"""
    rng = np.random.default_rng(0)
    w = Parameter(np.zeros(X.shape[1]))
    optimizer = SGD([w], lr=lr)
    for _ in range(2):
        for i in np.array_split(rng.permutation(N), -(-N // B)):
            w.grad = 2 * X[i].T @ (X[i] @ w.data - y[i]) / len(i)
            optimizer.step()
            if abs(w.data).max() > 1e6:
                return np.inf
    return ((X @ w.data - y) ** 2).mean() - lowest


RATES = [10 ** (k / 10) for k in range(-30, 1)]  # 0.001에서 1까지 31개
for B in (N, 128, 32, 1):
    over, lr = min((train(B, lr), lr) for lr in RATES)
    print(f"배치 {B:3}, {2 * -(-N // B):3}걸음, 학습률 {lr:.2g}: 손실 +{over:.3f}")

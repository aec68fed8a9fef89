import numpy as np

from lessons.datasets import load_digits

rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))
X, y = X[order] / 16, y[order]
X_test, y_test = X[1437:], y[1437:]

for n in (10, 20, 50, 100, 200, 1437):
    W, b, Y = np.zeros((64, 10)), np.zeros(10), np.eye(10)[y[:n]]
    for _ in range(201):
        e = np.exp(X[:n] @ W + b)
        dz = (e / e.sum(axis=1, keepdims=True) - Y) / n
        W -= X[:n].T @ dz
        b -= dz.sum(axis=0)
    right = ((X_test @ W + b).argmax(axis=1) == y_test).sum()
    print(f"학습 {n:4d}장: 테스트 360장 가운데 {right}장")

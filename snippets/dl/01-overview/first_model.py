import numpy as np

from lessons.datasets import load_digits

rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))
X, y = X[order] / 16, y[order]
X_train, y_train = X[:1437], y[:1437]
X_test, y_test = X[1437:], y[1437:]

W, b = np.zeros((64, 10)), np.zeros(10)
Y = np.eye(10)[y_train]
lr = 1.0
for step in range(201):
    z = X_train @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[Y == 1]).mean()
    if step % 50 == 0:
        print(f"{step:3d}걸음  손실 {loss:.2f}")
    dz = (p - Y) / len(Y)
    W -= lr * X_train.T @ dz
    b -= lr * dz.sum(axis=0)

y_hat = (X_test @ W + b).argmax(axis=1)
print(f"테스트 정확도: {(y_hat == y_test).mean():.2f}")

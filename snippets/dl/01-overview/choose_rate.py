import numpy as np

from lessons.datasets import load_digits

order = np.random.default_rng(0).permutation(1797)
X, y = load_digits()
X, y = X[order] / 16, y[order]
train, valid = slice(0, 1137), slice(1137, 1437)

print("학습률  검증 손실")
for lr in (0.1, 0.3, 1, 3, 10, 30):
    W, b = np.zeros((64, 10)), np.zeros(10)
    for _ in range(201):
        z = X[train] @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        dz = (e / e.sum(axis=1, keepdims=True) - np.eye(10)[y[train]]) / 1137
        W -= lr * X[train].T @ dz
        b -= lr * dz.sum(axis=0)
    z = X[valid] @ W + b
    z -= z.max(axis=1, keepdims=True)
    loss = np.log(np.exp(z).sum(axis=1)) - z[np.arange(300), y[valid]]
    print(f"{lr:5g} {loss.mean():10.2f}")

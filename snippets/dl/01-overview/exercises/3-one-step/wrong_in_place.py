"""받은 W를 바꾸었다."""

import numpy as np


def one_step(W, b, X, y, lr):
    z = X @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    dz = (e / e.sum(axis=1, keepdims=True) - np.eye(len(b))[y]) / len(y)
    W -= lr * X.T @ dz
    b -= lr * dz.sum(axis=0)
    return W, b

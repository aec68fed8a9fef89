import numpy as np

from lessons.datasets import load_digits
from lessons.dl.optimizers import Adam, Parameter

X, y = load_digits()
X = X / 16
rng = np.random.default_rng(0)
W1 = Parameter(rng.normal(size=(64, 32)) * np.sqrt(2 / 64))
W2 = Parameter(rng.normal(size=(32, 10)) * np.sqrt(1 / 32))
b1, b2 = Parameter(np.zeros(32)), Parameter(np.zeros(10))


def forward(X):
    h = np.maximum(0, X @ W1.data + b1.data)
    e = np.exp(h @ W2.data + b2.data)
    return h, e / e.sum(axis=1, keepdims=True)


def set_gradients(X, y):
    h, p = forward(X)
    dz = (p - np.eye(10)[y]) / len(X)
    dh = dz @ W2.data.T * (h > 0)
    W1.grad, b1.grad = X.T @ dh, dh.sum(axis=0)
    W2.grad, b2.grad = h.T @ dz, dz.sum(axis=0)


optimizer = Adam([W1, b1, W2, b2], lr=0.01)
for epoch in range(5):
    for i in np.array_split(rng.permutation(1200), 38):
        set_gradients(X[i], y[i])
        optimizer.step()
    p = forward(X[1200:1500])[1][np.arange(300), y[1200:1500]]
    print(f"{epoch + 1}에폭: 검증 손실 {-np.log(p).mean():.2f}")

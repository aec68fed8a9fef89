import numpy as np

from lessons.datasets import load_digits

rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))
images, y = X[order].reshape(-1, 8, 8) / 16, y[order]
right = np.pad(images, ((0, 0), (0, 0), (1, 0)))[:, :, :8]

X = np.concatenate([images[:1437], right[:1437]]).reshape(-1, 64)
Y = np.eye(10)[np.concatenate([y[:1437], y[:1437]])]
W, b = np.zeros((64, 10)), np.zeros(10)
for _ in range(201):
    e = np.exp(X @ W + b)
    dz = (e / e.sum(axis=1, keepdims=True) - Y) / len(Y)
    W -= X.T @ dz
    b -= dz.sum(axis=0)

for name, pictures in (("그대로", images), ("오른쪽으로 한 칸", right)):
    y_hat = (pictures[1437:].reshape(-1, 64) @ W + b).argmax(axis=1)
    print(f"{name}: {(y_hat == y[1437:]).mean():.2f}")

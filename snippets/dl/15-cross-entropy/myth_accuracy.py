import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import cross_entropy, cross_entropy_grad
from lessons.dl.train_test_split import train_test_split

X, y = load_digits()
rng = np.random.default_rng(0)
X_train, X_test, y_train, y_test = train_test_split(X / 16, y, stratify=y, rng=rng)
W = np.zeros((64, 10))
for _ in range(300):
    W -= 0.5 * X_train.T @ cross_entropy_grad(X_train @ W, y_train)

z = X_test @ W
for scale in (0.1, 1, 3, 30):
    accuracy = ((scale * z).argmax(axis=1) == y_test).mean()
    loss = cross_entropy(scale * z, y_test)
    print(f"로짓 ×{scale}: 정확도 {accuracy:.3f}, 손실 {loss:.2f}")

import numpy as np

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor

rng = np.random.default_rng(0)
X, y = rng.standard_normal((5, 3)), rng.standard_normal((5, 2))
W1, b1 = rng.standard_normal((3, 4)), rng.standard_normal(4)
W2, b2 = rng.standard_normal((4, 2)), rng.standard_normal(2)

Z1 = X @ W1 + b1
A1 = np.maximum(Z1, 0)
Z2 = A1 @ W2 + b2

dZ2 = 2 * (Z2 - y) / y.size
dW2, db2 = A1.T @ dZ2, dZ2.sum(axis=0)
dA1 = dZ2 @ W2.T
dZ1 = dA1 * (Z1 > 0)
dW1, db1 = X.T @ dZ1, dZ1.sum(axis=0)


def loss(W1, b1, W2, b2):
    hidden = (X @ W1 + b1).relu()
    return ((hidden @ W2 + b2 - y) ** 2).mean()


weights = [Tensor(w) for w in (W1, b1, W2, b2)]
loss(*weights).backward()
names = ("W1", "b1", "W2", "b2")
for name, w, by_hand in zip(names, weights, (dW1, db1, dW2, db2), strict=True):
    print(f"{name} {w.shape}: 손으로 쓴 식과 같다 {np.allclose(w.grad, by_hand)}")
print("수치 미분과 같다", gradcheck(loss, weights))

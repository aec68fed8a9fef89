import numpy as np

from lessons.dl.gradient_descent import numerical_gradient

rng = np.random.default_rng(0)
X, y = rng.standard_normal((5, 3)), rng.standard_normal((5, 2))
W1, b1 = rng.standard_normal((3, 4)), rng.standard_normal(4)
W2, b2 = rng.standard_normal((4, 2)), rng.standard_normal(2)


def loss(W1, b1, W2, b2):
    H1 = np.maximum(X @ W1 + b1, 0)
    return ((H1 @ W2 + b2 - y) ** 2).mean()


Z1 = X @ W1 + b1
H1 = np.maximum(Z1, 0)
Z2 = H1 @ W2 + b2
dZ2 = 2 * (Z2 - y) / y.size
dW2, db2 = H1.T @ dZ2, dZ2.sum(axis=0)
dH1 = dZ2 @ W2.T
dZ1 = dH1 * (Z1 > 0)
dW1, db1 = X.T @ dZ1, dZ1.sum(axis=0)

weights, grads = [W1, b1, W2, b2], [dW1, db1, dW2, db2]
for i, name in enumerate(("W1", "b1", "W2", "b2")):
    measured = numerical_gradient(
        lambda w, i=i: loss(*weights[:i], w, *weights[i + 1 :]), weights[i]
    )
    same = np.allclose(grads[i], measured, atol=1e-7)
    print(f"d{name} {grads[i].shape}: 수치 미분과 같다 {same}")

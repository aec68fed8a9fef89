import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import cross_entropy, cross_entropy_grad
from lessons.dl.softmax import softmax, softmax_backward

X, y = load_digits()
X = X / 16
shuffled = np.random.default_rng(0).permutation(y)
for name, labels in (
    ("제대로", y),
    ("소프트맥스를 두 번", y),
    ("정답을 섞음", shuffled),
):
    W, losses = np.zeros((64, 10)), []
    for _ in range(300):
        z = X @ W
        p = softmax(z, axis=1) if "두 번" in name else z
        losses.append(cross_entropy(p, labels))
        dz = cross_entropy_grad(p, labels)
        if "두 번" in name:
            dz = softmax_backward(dz, p, axis=1)
        W -= 0.5 * X.T @ dz
    print(f"{name}: 손실 {losses[0]:.3f} → {losses[-1]:.2f}", end=", ")
    print("넣은 행의 합이 모두 1:", np.allclose(p.sum(axis=1), 1))

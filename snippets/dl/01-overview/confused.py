import numpy as np

from lessons.datasets import load_digits

digits, labels = load_digits()
wrong = np.zeros((10, 10), dtype=int)
for seed in range(10):
    order = np.random.default_rng(seed).permutation(len(digits))
    X, y = digits[order] / 16, labels[order]
    W, b, Y = np.zeros((64, 10)), np.zeros(10), np.eye(10)[y[:1437]]
    for _ in range(201):
        e = np.exp(X[:1437] @ W + b)
        dz = (e / e.sum(axis=1, keepdims=True) - Y) / 1437
        W -= X[:1437].T @ dz
        b -= dz.sum(axis=0)
    np.add.at(wrong, (y[1437:], (X[1437:] @ W + b).argmax(axis=1)), 1)
np.fill_diagonal(wrong, 0)
for k in np.argsort(-wrong, axis=None, kind="stable")[:3]:
    print(f"정답 {k // 10}을 {k % 10}로: {wrong.flat[k]}번")
print("숫자마다 틀린 수:", wrong.sum(axis=1))

import numpy as np

from lessons.datasets import load_digits

digits, labels = load_digits()
scores = []
for seed in range(10):
    order = np.random.default_rng(seed).permutation(len(digits))
    X, y = digits[order] / 16, labels[order]
    W, b, Y = np.zeros((64, 10)), np.zeros(10), np.eye(10)[y[:1437]]
    for _ in range(201):
        e = np.exp(X[:1437] @ W + b)
        dz = (e / e.sum(axis=1, keepdims=True) - Y) / 1437
        W -= X[:1437].T @ dz
        b -= dz.sum(axis=0)
    scores.append(((X[1437:] @ W + b).argmax(axis=1) == y[1437:]).mean())
print(f"열 번의 평균 {np.mean(scores):.3f}, 최악 {min(scores):.3f}")

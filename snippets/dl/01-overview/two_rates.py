import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

X, y = load_digits()
order = np.random.default_rng(0).permutation(len(X))[:100]
X, Y = X[order] / 16, np.eye(10)[y[order]]

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
for lr in (1.0, 5.0):
    W, b, losses = np.zeros((64, 10)), np.zeros(10), []
    for _ in range(101):
        e = np.exp(X @ W + b)
        p = e / e.sum(axis=1, keepdims=True)
        losses.append(-np.log(p[Y == 1]).mean())
        W -= lr * X.T @ (p - Y) / len(Y)
        b -= lr * (p - Y).mean(axis=0)
    ax.plot(losses, "-" if lr == 1 else "--", label=f"학습률 {lr:g}")
ax.set_xlabel("걸음")
ax.set_ylabel("손실")
ax.legend()
plt.show()

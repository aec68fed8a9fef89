import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))[:1437]
X, Y = X[order] / 16, np.eye(10)[y[order]]

W, b = np.zeros((64, 10)), np.zeros(10)
for _ in range(201):
    e = np.exp(X @ W + b)
    dz = (e / e.sum(axis=1, keepdims=True) - Y) / len(Y)
    W -= X.T @ dz
    b -= dz.sum(axis=0)

use_korean_font()
fig, axes = plt.subplots(2, 5, figsize=(6.4, 3), layout="constrained")
for k, ax in enumerate(axes.flat):
    shown = ax.imshow(W[:, k].reshape(8, 8), cmap="PuOr", vmin=-2, vmax=2)
    ax.set_title(f"{k}")
    ax.set_xticks([])
    ax.set_yticks([])
fig.colorbar(shown, ax=axes, shrink=0.8)
plt.show()

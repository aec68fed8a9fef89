import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.activations import relu
from lessons.plotting import use_korean_font

W = np.array([[1.5, -1.0], [-1.0, 1.5]])
b = np.array([-0.2, -0.2])
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])

fine, lines = np.linspace(-2, 2, 81), np.arange(-2, 2.1, 0.5)
grid = [np.column_stack([fine, np.full(81, c)]) for c in lines]
grid += [line[:, ::-1] for line in grid]

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
for ax, name, act in ((axes[0], "z = xW + b", np.array), (axes[1], "ReLU(z)", relu)):
    for line in grid:
        ax.plot(*act(line @ W + b).T, color="0.7", linewidth=1)
    points = act(X @ W + b)
    for k, marker in ((0, "o"), (1, "s")):
        ax.plot(*points[y == k].T, marker + "-", markersize=9, label=f"정답 {k}")
    ax.set(title=name, xlim=(-2.5, 2.5), ylim=(-2.5, 2.5), aspect="equal")
    print(name, points.round(6).tolist())
axes[0].legend(loc="lower right")
plt.show()

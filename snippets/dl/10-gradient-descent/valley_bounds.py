import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import (
    gradient_descent,
    himmelblau,
    himmelblau_grad,
    numerical_gradient,
)
from lessons.plotting import use_korean_font


def curvature(x):
    """x에서 가장 큰 곡률. 기울기의 두 성분을 한 번씩 더 미분한다."""
    A = [numerical_gradient(lambda p, i=i: himmelblau_grad(p)[i], x) for i in (0, 1)]
    return np.linalg.eigvalsh(A)[-1]


starts = [0.0, 0.0], [-0.5, 0.0], [0.0, -2.0], [-1.0, -1.5]
for start in starts:
    end = gradient_descent(himmelblau_grad, np.array(start), lr=0.01, steps=200)[-1]
    print(f"바닥 ({end[0]:6.3f}, {end[1]:6.3f}): 2/L = {2 / curvature(end):.4f}")

grid = np.stack(np.meshgrid(np.linspace(-5, 5, 121), np.linspace(-5, 5, 121)))
height = himmelblau(grid.reshape(2, -1)).reshape(grid.shape[1:])

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), sharey=True, layout="constrained")
for ax, lr in zip(axes, (0.01, 0.02), strict=True):
    ax.contour(*grid, height, levels=np.logspace(0.5, 2.6, 10), colors="0.7")
    for start in (starts[0], starts[3]):
        path = gradient_descent(himmelblau_grad, np.array(start), lr=lr, steps=100)
        print(f"η = {lr}, {start}에서 100걸음: 높이 {himmelblau(path[-1]):.4f}")
        ax.plot(*path.T, ".-")
        ax.plot(*start, "o", color="C3")
    ax.set(title=f"η = {lr}", xlabel="$x_1$", aspect="equal")
axes[0].set_ylabel("$x_2$")
plt.show()

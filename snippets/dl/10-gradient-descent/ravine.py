import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import gradient_descent, quadratic, quadratic_grad
from lessons.plotting import use_korean_font

A = np.diag([1.0, 10.0])
start = np.array([4.0, 1.0])
names = {0.01: "느림", 0.1: "빠름", 0.18: "진동", 0.21: "발산"}

grid = np.stack(np.meshgrid(np.linspace(-1, 5, 121), np.linspace(-4, 4, 121)))
height = quadratic(grid.reshape(2, -1), A).reshape(grid.shape[1:])

use_korean_font()
fig, axes = plt.subplots(2, 2, figsize=(6.4, 5.6), layout="constrained")
for (lr, name), ax in zip(names.items(), axes.flat, strict=True):
    path = gradient_descent(lambda x: quadratic_grad(x, A), start, lr=lr, steps=12)
    x1, x2 = path[-1]
    print(f"{name} {lr:.2f}: ({x1:6.3f}, {x2:6.3f}), f = {quadratic(path[-1], A):.4f}")
    ax.contour(*grid, height, levels=[0.5, 2, 8, 20, 40, 70], colors="0.7")
    ax.plot(*path.T, ".-", color="C0")
    ax.plot(*start, "o", color="C3")
    ax.plot(0, 0, "*", color="C2", markersize=12)
    ax.set_title(f"{name}  η = {lr}")
plt.show()

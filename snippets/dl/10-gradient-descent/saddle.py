import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import gradient_descent, quadratic, quadratic_grad
from lessons.plotting import use_korean_font

A = np.diag([2.0, -2.0])
grid = np.stack(np.meshgrid(np.linspace(-2, 2, 81), np.linspace(-2, 2, 81)))
height = quadratic(grid.reshape(2, -1), A).reshape(grid.shape[1:])

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained")
axes[0].contour(*grid, height, levels=9, colors="0.7")
axes[0].set_title("안장의 등고선")
axes[1].set(title="높이", xlabel="걸음")
for offset in (0.0, 1e-6, 1e-2):
    start = np.array([1.8, offset])
    path = gradient_descent(lambda x: quadratic_grad(x, A), start, lr=0.1, steps=90)
    inside = np.abs(path[:, 1]) <= 2
    escaped = "못 나감" if inside.all() else f"{np.argmin(inside)}걸음에 벗어남"
    print(f"x2 = {offset:g}에서 출발: {escaped}")
    axes[0].plot(*path[inside].T, ".-")
    axes[1].plot(quadratic(path[inside].T, A), label=f"{offset:g}")
axes[1].legend(title="출발 때 $x_2$")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.linear_regression_gd import condition_number, curvatures, mse_gradient
from lessons.plotting import use_korean_font

y = np.array([19.0, 23, 27, 35]) - 26
centred = np.array([[-1.0, -10], [-1, 10], [1, -10], [1, 10]])
grid = np.stack(np.meshgrid(np.linspace(-1, 9, 121), np.linspace(-3, 7, 121)), axis=-1)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
for ax, name, X in zip(
    axes, ("표준화 전", "표준화 후"), (centred, centred / [1, 10]), strict=True
):
    lr = 0.75 * 2 / curvatures(X)[-1]
    path = [np.zeros(2)]
    for _ in range(20):
        path.append(path[-1] - lr * mse_gradient(X, y, path[-1]))
    path = np.array(path)
    loss = np.mean((grid @ X.T - y) ** 2, axis=-1)
    ax.contour(grid[..., 0], grid[..., 1], loss, [2, 5, 10, 20, 35], colors="C5")
    ax.plot(*path.T, ".-", color="C0")
    ax.plot(*np.linalg.lstsq(X, y)[0], "*", color="C2", markersize=12)
    ax.set(title=f"{name}  κ = {condition_number(X):.0f}", xlabel="거리의 가중치")
    print(f"{name}: 20걸음 뒤 w = ({path[-1, 0]:.3f}, {path[-1, 1]:.3f})")
axes[0].set_ylabel("층의 가중치")
plt.show()

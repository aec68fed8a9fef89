import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.linear_regression_gd import condition_number
from lessons.plotting import use_korean_font

grid = np.stack(np.meshgrid(*2 * [np.linspace(-3, 3, 121)]), axis=-1)
use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.7), sharey=True, layout="constrained")
for ax, rho in zip(axes, (0, 0.5, 0.9), strict=True):
    H = 2 * np.array([[1, rho], [rho, 1]])
    values, directions = np.linalg.eigh(H)
    loss = np.einsum("...i,ij,...j", grid, H, grid) / 2
    ax.contour(grid[..., 0], grid[..., 1], loss, [0.2, 0.8, 1.8, 3.2], colors="C5")
    for value, v, color in zip(values, directions.T, ("C0", "C3"), strict=True):
        end = v / np.sqrt(value) * np.sqrt(2 * 1.8)  # 높이가 1.8인 등고선까지
        ax.plot(*zip(-end, end, strict=True), color=color)
        print(f"상관계수 {rho}: 곡률 {value:.1f}, 반지름 {np.linalg.norm(end):.2f}")
    X = np.linalg.cholesky(H).T  # (2/N)XᵀX = H이고 N = 2
    ax.set(title=f"상관계수 {rho}, κ = {condition_number(X):.0f}", aspect="equal")
    ax.set(xlabel="$w_1$")
axes[0].set_ylabel("$w_2$")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import quadratic
from lessons.plotting import use_korean_font

A = np.diag([1.0, 4.0])
w, glide, eta = np.array([-3.0, 1.6]), np.array([1.6, -2.2]), 0.25
ahead = w + glide

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3), sharey=True, layout="constrained")
grid = np.stack(np.meshgrid(np.linspace(-4, 2, 121), np.linspace(-2.5, 2.5, 121)))
height = quadratic(grid.reshape(2, -1), A).reshape(grid.shape[1:])
for ax, name, spot in zip(axes, ("모멘텀", "네스테로프"), (w, ahead), strict=True):
    step = -eta * A @ spot
    ax.contour(*grid, height, levels=[0.5, 2, 5, 10], colors="0.7")
    arrow = {"angles": "xy", "scale_units": "xy", "scale": 1, "width": 0.012}
    ax.quiver(*w, *glide, color="C0", label="굴러가는 몫", **arrow)
    ax.quiver(*ahead, *step, color="C1", label="비탈의 몫", **arrow)
    ax.plot(*spot, "o", color="C3", label="비탈을 잰 자리")
    ax.plot(0, 0, "*", color="0.4")
    ax.set(title=name, xlabel="$w_1$")
    print(f"{name}: 다음 자리", (ahead + step).round(2))
axes[0].set_ylabel("$w_2$")
axes[1].legend(loc="lower left", fontsize=8)
plt.show()

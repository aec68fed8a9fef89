import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from lessons.cnn.convolution import cross_correlate2d
from lessons.plotting import use_korean_font


def draw_cells(ax, values, title=""):
    rows, columns = values.shape
    for i, j in np.ndindex(values.shape):
        ax.add_patch(Rectangle((j, i), 1, 1, fill=False, edgecolor="C5"))
        label = "" if np.isnan(values[i, j]) else f"{values[i, j]:.0f}"
        ax.text(j + 0.5, i + 0.5, label, ha="center", va="center")
    ax.set(xlim=(-0.1, columns + 0.1), ylim=(rows + 0.1, -0.1), aspect="equal")
    ax.set_title(title, fontsize="medium")
    ax.axis("off")


use_korean_font()
x = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1.0, 2], [3, 4]])
y = cross_correlate2d(x, W)

filled = np.full_like(y, np.nan)
fig, axes = plt.subplots(2, 4, figsize=(6.4, 4), layout="constrained")
for step, (i, j) in enumerate(np.ndindex(y.shape)):
    above, below = axes[:, step]
    draw_cells(above, x, f"창 ({i}, {j})")
    above.add_patch(Rectangle((j, i), 2, 2, color="C0", alpha=0.3))
    filled[i, j] = y[i, j]
    draw_cells(below, filled, f"출력 {y[i, j]:.0f}")
    below.add_patch(Rectangle((j, i), 1, 1, color="C1", alpha=0.4))
plt.show()

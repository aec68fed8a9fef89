import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from lessons.plotting import use_korean_font


def draw(ax, values, title, colors):
    """칸마다 수를 적고, colors에 있는 칸은 칠한다."""
    rows, columns = values.shape
    for i, j in np.ndindex(values.shape):
        if (i, j) in colors:
            ax.add_patch(Rectangle((j, i), 1, 1, color=colors[i, j], alpha=0.35))
        ax.add_patch(Rectangle((j, i), 1, 1, fill=False, edgecolor="C5"))
        ax.text(
            j + 0.5,
            i + 0.5,
            f"{values[i, j]}".replace("-", "−"),
            ha="center",
            va="center",
        )
    ax.set(xlim=(-0.1, columns + 0.1), ylim=(rows + 0.1, -0.1), aspect="equal")
    ax.set_title(title, fontsize="medium")
    ax.axis("off")


use_korean_font()
dy = np.pad(np.array([[1, 0], [2, -1]]), 1)
flipped = np.array([[4, 3], [2, 1]])
dx = np.array([[1, 2, 0], [5, 7, -2], [6, 5, -4]])
cells = [(0, 0), (0, 1), (1, 0), (1, 1)]
shades = dict(zip(cells, ("C0", "C1", "C2", "C3"), strict=True))
window = {(i + 1, j + 1): shades[i, j] for i, j in cells}

fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.6), layout="constrained")
draw(axes[0], dy, "0을 두른 dy", window)
draw(axes[1], flipped, "뒤집은 커널", shades)
draw(axes[2], dx, "dx", {(1, 1): "C5"})
plt.show()

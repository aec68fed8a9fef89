import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from lessons.cnn.conv.im2col import im2col
from lessons.plotting import use_korean_font


def draw_cells(ax, values, title, colors):
    """칸마다 수를 적고, colors에 있는 칸은 칠한다."""
    rows, columns = values.shape
    for i, j in np.ndindex(values.shape):
        if (i, j) in colors:
            ax.add_patch(Rectangle((j, i), 1, 1, color=colors[i, j], alpha=0.35))
        ax.add_patch(Rectangle((j, i), 1, 1, fill=False, edgecolor="C5"))
        ax.text(j + 0.5, i + 0.5, f"{values[i, j]:.0f}", ha="center", va="center")
    ax.set(xlim=(-0.1, columns + 0.1), ylim=(rows + 0.1, -0.1), aspect="equal")
    ax.set_title(title, fontsize="medium")
    ax.axis("off")


use_korean_font()
x = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1.0, 2, 3, 4]])
A = im2col(x[None, None], 2)[0]
window = {(i, j): "C0" for i in range(2) for j in (1, 2)} | {(1, 1): "C1"}
column = {(row, 1): "C0" for row in range(4)}
same = {(3, 0): "C1", (2, 1): "C1", (1, 2): "C1", (0, 3): "C1"}

fig, axes = plt.subplots(2, 2, figsize=(6.4, 4.4), layout="constrained")
draw_cells(axes[0, 0], x, "그림 x", window)
draw_cells(axes[0, 1], A, "A = im2col(x)", column | same)
draw_cells(axes[1, 0], W, "커널을 편 행", {})
draw_cells(axes[1, 1], W @ A, "행 × A: 출력 네 칸", {(0, 1): "C0"})
plt.show()

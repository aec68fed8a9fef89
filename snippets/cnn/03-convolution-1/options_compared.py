import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from lessons.plotting import use_korean_font


def draw_grid(ax, n, title, padding=0):
    for i, j in np.ndindex(n + 2 * padding, n + 2 * padding):
        real = padding <= i < n + padding and padding <= j < n + padding
        style = "-" if real else ":"
        ax.add_patch(Rectangle((j, i), 1, 1, fill=False, edgecolor="C5", ls=style))
        if not real:
            ax.text(j + 0.5, i + 0.5, "0", ha="center", va="center")
    edge = n + 2 * padding + 0.1
    ax.set(xlim=(-0.1, edge), ylim=(edge, -0.1), aspect="equal")
    ax.set_title(title, fontsize="medium")
    ax.axis("off")


use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.6), layout="constrained")
left, middle, right = axes

draw_grid(left, 3, "패딩 1: 3×3 → 3×3", padding=1)
left.add_patch(Rectangle((0, 0), 3, 3, color="C0", alpha=0.3))

draw_grid(middle, 4, "스트라이드 2: 4×4 → 2×2")
for step, (i, j) in enumerate(np.ndindex(2, 2)):
    middle.add_patch(Rectangle((2 * j, 2 * i), 2, 2, color=f"C{step}", alpha=0.3))

draw_grid(right, 4, "팽창 2: 4×4 → 2×2")
for i, j in np.ndindex(2, 2):
    right.add_patch(Rectangle((2 * j, 2 * i), 1, 1, color="C0", alpha=0.4))
right.add_patch(Rectangle((0, 0), 3, 3, fill=False, edgecolor="C0", lw=2))
plt.show()

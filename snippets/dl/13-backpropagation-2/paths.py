import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

arrays = {
    "X": (0, np.array([[1, 2, 0], [3, -1, 1]]), [(0, 0), (1, 0)]),
    "W": (5, np.array([[1, 0], [2, -1], [0, 3]]), [(0, 0)]),
    "dZ": (9, np.array([[1, 2], [-1, 3]]), [(0, 0), (1, 0)]),
}
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 2.9), layout="constrained")
for name, (left, values, lit) in arrays.items():
    rows, columns = values.shape
    top = rows / 2
    for i, j in np.ndindex(rows, columns):
        on = (i, j) in lit
        corner = (left + j, top - i - 1)
        face = "C1" if on else "none"
        box = plt.Rectangle(corner, 1, 1, facecolor=face, edgecolor="C5", alpha=0.45)
        ax.add_patch(box)
        ax.text(left + j + 0.5, top - i - 0.5, values[i, j], ha="center", va="center")
    ax.text(left + columns / 2, top + 0.3, name, ha="center")
for row, factor in ((0, 1), (1, 3)):
    ax.annotate(
        "",
        (9, 0.5 - row),
        (6, 1.0),
        arrowprops={"arrowstyle": "->", "color": "C0", "lw": 1.6},
    )
    ax.text(7.6, 1.0 - 1.1 * row, f"×{factor}", color="C0", ha="center")
ax.text(5.5, -2.3, "왼쪽 위 칸의 기울기: 1 × 1 + 3 × (−1) = −2", ha="center")
ax.set(xlim=(-0.2, 11.4), ylim=(-2.7, 2.3), aspect="equal")
ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

arrays = {
    "X": (0, 2, np.array([[1, 2, 0], [3, -1, 1]]), [(0, 0), (1, 0)]),
    "W": (5.5, 5.6, np.array([[1, 0], [2, -1], [0, 3]]), [(0, 0)]),
    "dZ": (5.5, 2, np.array([[1, 2], [-1, 3]]), [(0, 0), (1, 0)]),
}
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for name, (left, top, values, lit) in arrays.items():
    for i, j in np.ndindex(values.shape):
        face = "C1" if (i, j) in lit else "none"
        corner = (left + j, top - i - 1)
        box = plt.Rectangle(corner, 1, 1, facecolor=face, edgecolor="C5", alpha=0.45)
        ax.add_patch(box)
        text = str(values[i, j]).replace("-", "−")
        ax.text(left + j + 0.5, top - i - 0.5, text, ha="center", va="center")
    ax.text(left + values.shape[1] / 2, top + 0.15, name, ha="center")
for row, factor, bend in ((0, 1, 0.35), (1, 3, 0.45)):
    arrow = {"arrowstyle": "->", "color": "C0", "lw": 1.6}
    arrow["connectionstyle"] = f"arc3,rad={bend}"
    ax.annotate("", (5.5, 1.5 - row), (5.5, 5.1), arrowprops=arrow)
    ax.text(5.2 - 1.05 * row, 3.2, f"×{factor}", color="C0", ha="center")
ax.text(8.1, 1, "W의 왼쪽 위 칸의 기울기\n1 × 1 + 3 × (−1) = −2", va="center")
ax.set(xlim=(-0.2, 12), ylim=(-0.2, 6.2), aspect="equal")
ax.axis("off")
plt.show()

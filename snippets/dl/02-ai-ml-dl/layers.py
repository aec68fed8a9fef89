from itertools import pairwise

import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

SIZES = (4, 5, 5, 3)
NAMES = ("입력", "은닉층 1", "은닉층 2", "출력")


def rows(n):
    """세로로 고르게 놓은 n개의 높이."""
    return [0.9 * ((n - 1) / 2 - i) for i in range(n)]


use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
for x, (n, m) in enumerate(pairwise(SIZES)):
    for a in rows(n):
        for b in rows(m):
            ax.plot([2 * x, 2 * x + 2], [a, b], color="C0", alpha=0.3, linewidth=0.8)
for x, (n, name) in enumerate(zip(SIZES, NAMES, strict=True)):
    ax.plot([2 * x] * n, rows(n), "o", color=f"C{min(x, 1)}", markersize=13)
    ax.text(2 * x, -2.55, name, ha="center")
ax.set(xlim=(-0.6, 6.6), ylim=(-2.9, 2.2))
ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

use_korean_font()
dx = np.array([-1.0, 0.0, 1.0])  # 거리 − 2
dy = np.array([-6.0, 2.0, 4.0])  # 시간 − 20
along = dx / np.linalg.norm(dx)
r = dy - 5 * dx
across = r / np.linalg.norm(r)  # dx와 수직이다


def place(v):
    """세 수의 벡터를, dx와 r이 축인 평면의 점으로"""
    return v @ along, v @ across


fig, ax = plt.subplots(figsize=(6.4, 2.9), layout="constrained")
ax.plot([0, 11], [0, 0], color="C5")
for w in (3, 5, 7):
    foot, top = place(w * dx), place(dy)
    style = "-" if w == 5 else ":"
    ax.plot(*zip(foot, top, strict=True), style, color="C1" if w == 5 else "C5")
    ax.plot(*foot, "o", color="C0")
    square = ((dy - w * dx) ** 2).sum()
    ax.annotate(f"w = {w}\n{square:.0f}", foot, (foot[0], -0.5), ha="center", va="top")
ax.plot(*zip((0, 0), place(dy), strict=True), color="C2")
ax.plot(*place(dy), "o", color="C2")
ax.annotate("시간 − 20", place(dy), (7.6, 2.6))
ax.annotate("56", (3.3, 1.4), ha="center")
ax.annotate("6", (7.25, 1.2))
ax.annotate("50", (3.6, 0.15), ha="center")
ax.set(xlim=(-0.5, 11), ylim=(-1.9, 3.2), aspect="equal")
ax.axis("off")
plt.show()

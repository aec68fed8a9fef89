import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

BOX = {"boxstyle": "round,pad=0.5", "facecolor": "C0", "alpha": 0.3}
ARROW = {"arrowstyle": "->", "color": "C5", "linewidth": 1.4}


def arrow(start, end, **how):
    ax.annotate("", end, start, arrowprops=ARROW | how)


use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 2.9), layout="constrained")
ax.text(1, 0, "한 칸", ha="center", va="center", bbox=BOX)
arrow((1, -1.5), (1, -0.45))
ax.text(1, -1.8, "입력", ha="center")
arrow((1.5, 0.25), (0.5, 0.25), connectionstyle="arc3,rad=1.3")
ax.text(1, 1.35, "은닉 상태", ha="center")
ax.text(2.6, 0, "펴면", ha="center", va="center")
for t in (1, 2, 3):
    x = 2.2 + 1.9 * t
    ax.text(x, 0, "한 칸", ha="center", va="center", bbox=BOX)
    arrow((x, -1.5), (x, -0.45))
    ax.text(x, -1.8, f"$x_{t}$", ha="center")
    arrow((x + 0.5, 0), (x + 1.4, 0))
    ax.text(x + 0.95, 0.2, f"$h_{t}$", ha="center")
ax.set(xlim=(0, 9.6), ylim=(-2, 1.8))
ax.axis("off")
plt.show()

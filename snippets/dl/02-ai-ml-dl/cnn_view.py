import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

image = np.zeros((5, 5))
image[:2, 1] = image[3:, 3] = 1
kernel = np.array([[-1, 1], [-1, 1]])
answer = np.array(
    [[(image[i : i + 2, j : j + 2] * kernel).sum() for j in range(4)] for i in range(4)]
)
print("어디서나 같은 가중치 넷으로:")
print(answer.astype(int))


def cells(ax, table, left, title, marked=()):
    """수를 적은 격자. marked의 칸은 칠한다."""
    for (i, j), value in np.ndenumerate(table):
        color = dict(marked).get((i, j), "none")
        box = {"facecolor": color, "edgecolor": "C5", "alpha": 0.45}
        ax.add_patch(plt.Rectangle((left + j, -i - 1), 1, 1, **box))
        ax.text(left + j + 0.5, -i - 0.5, f"{value:.0f}", ha="center", va="center")
    ax.text(left + table.shape[1] / 2, 0.4, title, ha="center")


use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
first = [((i, j), "C0") for i in (0, 1) for j in (0, 1)]
second = [((i, j), "C1") for i in (3, 4) for j in (2, 3)]
cells(ax, image, 0, "입력", first + second)
cells(ax, kernel, 6, "작은 창")
cells(ax, answer, 9, "출력", [((0, 0), "C0"), ((3, 2), "C1")])
ax.set(xlim=(-0.2, 13.2), ylim=(-5.2, 1.2), aspect="equal")
ax.axis("off")
plt.show()

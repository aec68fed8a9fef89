import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
rings = (
    (0.0, 10.0, 5.6, "C0", "인공지능", "규칙을 사람이 적은 체스 프로그램"),
    (1.0, 8.0, 3.9, "C1", "머신러닝", "결정 트리, 서포트 벡터 머신"),
    (2.0, 6.0, 2.2, "C2", "딥러닝", "CNN, RNN, 트랜스포머"),
)
for left, width, height, color, name, example in rings:
    corner = (left, 0.25 * left)
    ax.add_patch(plt.Rectangle(corner, width, height, color=color, alpha=0.25))
    top = corner[1] + height
    ax.text(5, top - 0.45, name, ha="center", va="center", weight="bold")
    ax.text(5, top - 0.95, example, ha="center", va="center")
ax.set(xlim=(-0.1, 10.1), ylim=(-0.1, 5.7))
ax.axis("off")
plt.show()

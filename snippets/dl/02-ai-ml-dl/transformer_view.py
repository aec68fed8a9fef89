import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
ratios = (0.446, 0.108, 0.446)
left.text(1, 2.6, "질문 (2, 0)", ha="center")
for j, (key, value, a) in enumerate(
    zip(("(1, 0)", "(0, 1)", "(1, 1)"), (10, 100, 20), ratios, strict=True)
):
    left.plot([1, j], [2.4, 1.5], color="C0", linewidth=12 * a, alpha=0.6)
    left.text(j, 1.15, f"열쇠\n{key}", ha="center", va="center")
    left.text(j, 0.55, f"× {a}", ha="center", va="center")
    left.text(j, 0.1, f"값 {value}", ha="center", va="center")
left.text(1, -0.5, "섞은 값 24.2", ha="center", weight="bold")
left.set(xlim=(-0.6, 2.6), ylim=(-0.8, 3), title="어텐션")

parts = ((0.4, "C0", "어텐션: 토큰끼리 섞는다"), (1.7, "C1", "MLP: 토큰마다 바꾼다"))
right.annotate("", (0, 2.9), (0, -0.6), arrowprops={"arrowstyle": "->", "color": "C5"})
for y, color, name in parts:
    box = {"boxstyle": "round,pad=0.4", "facecolor": color, "alpha": 0.35}
    right.text(1.6, y, name, ha="center", va="center", bbox=box)
    turn = {"arrowstyle": "->", "color": color, "connectionstyle": "arc3,rad=0.2"}
    right.annotate("", (0.1, y + 0.6), (1.2, y + 0.25), arrowprops=turn)
    right.annotate("", (1.2, y - 0.25), (0.1, y - 0.6), arrowprops=turn)
    right.text(-0.25, y + 0.6, "+", ha="center", va="center", weight="bold")
right.text(-0.1, -0.85, "토큰", ha="center")
right.set(xlim=(-0.6, 3.2), ylim=(-1, 3), title="트랜스포머 블록")
for ax in (left, right):
    ax.axis("off")
plt.show()

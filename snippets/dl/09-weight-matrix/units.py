import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

W = [[5, 4], [3, 6], [1, 2]]
fruits, shops = ["사과", "배", "감"], ["가", "나"]

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.2), layout="constrained")
left.axvspan(-0.5, 0.5, color="C0", alpha=0.3)
left.axhspan(0.5, 1.5, color="C1", alpha=0.3)
for d, weights in enumerate(W):
    for k, weight in enumerate(weights):
        left.text(k, d, str(weight), ha="center", va="center", fontsize=14)
        right.plot([0, 1], [d, k + 0.5], color="C5", linewidth=1, zorder=0)
left.set(title="W의 행과 열", xlim=(-0.5, 1.5), ylim=(2.5, -0.5), aspect="equal")
left.set_xticks([0, 1], shops)
left.set_yticks([0, 1, 2], fruits)
left.tick_params(length=0)

for d in range(3):
    right.plot([0, 1], [d, 0.5], color="C0", linewidth=3, zorder=1)
for k in range(2):
    right.plot([0, 1], [1, k + 0.5], "--", color="C1", linewidth=3, zorder=2)
right.scatter([0] * 3, range(3), s=260, color="C5", zorder=3)
right.scatter([1] * 2, [0.5, 1.5], s=260, color=["C0", "C5"], zorder=3)
for names, x, top, side in ((fruits, -0.14, 0, "right"), (shops, 1.14, 0.5, "left")):
    for i, name in enumerate(names):
        right.text(x, top + i, name, ha=side, va="center")
right.set(title="유닛으로 가는 선", xlim=(-0.5, 1.4), ylim=(2.5, -0.5))
right.set_axis_off()
plt.show()

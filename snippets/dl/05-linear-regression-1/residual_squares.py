import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

use_korean_font()
x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])
KM_PER_MINUTE = 0.18  # 1분을 0.18km와 같은 길이로 그려야 정사각형이 된다

fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), sharey=True, layout="constrained")
for ax, w, b in zip(axes, [3, 5], [12, 10], strict=True):
    ax.plot([0, 3.9], [b, w * 3.9 + b], color="C0")
    ax.plot(x, y, "o", color="C1", zorder=3)
    for x_i, r in zip(x, y - (w * x + b), strict=True):
        # 직선이 지나지 않는 왼쪽(점이 위) 또는 오른쪽(점이 아래)에 그린다
        corner = (x_i, w * x_i + b)
        width = -r * KM_PER_MINUTE
        ax.add_patch(plt.Rectangle(corner, width, r, color="C1", alpha=0.3))
    total = ((y - (w * x + b)) ** 2).sum()
    ax.set_title(f"{w}x + {b}: 넓이의 합 {total:.0f}")
    ax.set(xlim=(0, 3.9), ylim=(8, 29), xlabel="거리 x (km)", xticks=range(4))
    ax.set_aspect(KM_PER_MINUTE)
axes[0].set(ylabel="걸린 시간 y (분)", yticks=[10, 15, 20, 25])
plt.show()

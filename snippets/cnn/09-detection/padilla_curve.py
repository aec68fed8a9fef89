import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.detection.average_precision import precision_recall
from lessons.plotting import use_korean_font

use_korean_font()
# 점수가 높은 것부터 맞았으면 1. padilla.py가 구한 차례다
HITS = np.array([int(k) for k in "101000000101110000000010"], dtype=bool)
p, r = precision_recall(np.arange(24, 0, -1), HITS, 15)
best = np.maximum.accumulate(p[::-1])[::-1]

fig, axes = plt.subplots(1, 2, figsize=(6.8, 2.8), sharey=True)
for ax, name in zip(axes, ("11점: 열한 점의 평균", "모든 점: 넓이"), strict=True):
    ax.plot(r, p, "o-", color="C0", ms=3, lw=1)
    ax.set(xlabel="재현율", xlim=(-0.03, 1.03), ylim=(0, 1.08))
    ax.set_title(name, fontsize="small")
points = np.arange(11) / 10
heights = np.append(best, 0)[np.searchsorted(r, points)]
axes[0].vlines(points, 0, heights, color="C1", lw=1.2)
axes[0].plot(points, heights, "s", color="C1", ms=5)
axes[1].fill_between(
    np.append(0, r), np.append(1, best), step="pre", color="C1", alpha=0.4
)
axes[0].set_ylabel("정밀도")
plt.show()

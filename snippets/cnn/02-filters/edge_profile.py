import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.correlation import correlate1d
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.plotting import use_korean_font

use_korean_font()
step = np.repeat([50.0, 200.0], 30)
noisy = step + np.random.default_rng(0).normal(0, 40, step.shape)
fig, axes = plt.subplots(2, 3, figsize=(6.4, 3.4), layout="constrained", sharex=True)
for row, x in zip(axes, (noisy, gaussian_filter(noisy, 3)), strict=True):
    first = correlate1d(x, [-0.5, 0, 0.5])
    second = correlate1d(x, [1, -2, 1])
    for ax, y in zip(row, (x, first, second), strict=True):
        ax.plot(y)
        ax.axvline(29.5, color="C1", lw=1, ls="--")
titles = "밝기", "한 번 미분", "두 번 미분"
for ax, title in zip(axes[0], titles, strict=True):
    ax.set_title(title, fontsize="small")
axes[0, 0].set_ylabel("잡음 그대로")
axes[1, 0].set_ylabel("흐린 뒤")
for ax in axes.flat:
    ax.set_xticks([])
plt.show()

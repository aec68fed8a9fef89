import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
names = "56층, 없음", "56층, 없음, 자름", "56층, 있음", "20층, 없음", "20층, 있음"
losses = load("cnn/residual_contest")["losses"].reshape(5, 3, -1)
smooth = np.lib.stride_tricks.sliding_window_view(losses, 15, axis=2).mean(axis=3)
steps = np.arange(smooth.shape[2]) + 15
fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
for runs, name in zip(smooth, names, strict=True):
    (line,) = ax.plot(steps, runs.mean(axis=0), label=name)
    low, high = runs.min(axis=0), runs.max(axis=0)
    ax.fill_between(steps, low, high, color=line.get_color(), alpha=0.15)
ax.axhline(np.log(10), color="0.6", linestyle="--", label="찍을 때 ln 10")
ax.set(xlabel="걸음", ylabel="학습 손실(15걸음 평균)", ylim=(0, 3))
ax.legend(fontsize="small", ncols=2)
plt.show()

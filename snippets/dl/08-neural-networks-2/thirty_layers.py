import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.plotting import use_korean_font

n, depth, runs = 256, 30, 24
inits = {"Xavier": xavier_normal, "He": kaiming_normal}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for (name, init), marker in zip(inits.items(), "o^", strict=True):
    stds = np.empty((runs, depth + 1))
    for run in range(runs):
        rng = np.random.default_rng(run)
        h = rng.standard_normal((64, n))
        stds[run, 0] = h.std()
        for layer in range(1, depth + 1):
            h = np.maximum(h @ init((n, n), rng=rng), 0)
            stds[run, layer] = h.std()
    typical, last = np.sqrt((stds**2).mean(axis=0)), stds[:, -1]
    print(f"{name:6}: {typical[-1]:.2g}", end=" ")
    print(f"(가장 작은 때 {last.min():.2g}, 가장 큰 때 {last.max():.2g})")
    ax.semilogy(typical, marker + "-", label=name, markersize=4)
theory = np.sqrt(1 - 1 / np.pi)
print(f"식으로는: Xavier {2**-15 * theory:.2g}, He {theory:.2g}")
ax.set(xlabel="지나온 ReLU 층의 수", ylabel="출력의 표준 편차")
ax.legend()
plt.show()

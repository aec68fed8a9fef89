import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.softmax import softmax
from lessons.plotting import use_korean_font

z = np.array([3.0, 2.0, 1.0, 0.0])
use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.8), layout="constrained", sharey=True)
for T, ax in zip((0.5, 1, 5), axes, strict=True):
    p = softmax(z / T)
    print(f"T = {T}: {p.round(3)}")
    ax.bar(["3", "2", "1", "0"], p)
    ax.set(title=f"$T$ = {T}", xlabel="로짓", ylim=(0, 1))
axes[0].set_ylabel("확률")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
NAMES = {
    "greedy": "탐욕",
    "hungarian": "헝가리안",
    "kalman": "SORT",
    "deep": "겉모습",
    "byte": "ByteTrack",
}
runs = load("cnn/track_contest")
figure, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained", sharex=True)
for ax, column, title in ((axes[0], 0, "MOTA"), (axes[1], 3, "ID 전환")):
    for k, key in enumerate(NAMES):
        values = runs[key][:, column]
        spread = np.linspace(-0.2, 0.2, len(values))
        ax.plot(k + spread, np.sort(values), "o", ms=4, alpha=0.8)
        ax.plot([k - 0.3, k + 0.3], [values.mean()] * 2, color="0.6", lw=2)
    ax.set(title=title, xticks=range(5), ylim=(0, None))
    ax.set_xticklabels(NAMES.values())
plt.show()

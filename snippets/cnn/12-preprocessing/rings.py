import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.preprocessing.resize import resize
from lessons.plotting import use_korean_font

use_korean_font()
i = np.arange(128) - 63.5
rings = 127.5 + 127.5 * np.cos((i[:, None] ** 2 + i**2) / 60)
ways = {
    "nearest": {"mode": "nearest"},
    "bilinear": {"antialias": False},
    "bilinear, antialias": {},
    "area": {"mode": "area"},
}
fig, axes = plt.subplots(1, 5, figsize=(6, 1.5), layout="constrained")
axes[0].imshow(rings, cmap="gray", vmin=0, vmax=255)
axes[0].set_title("128×128", fontsize="x-small")
for ax, (name, options) in zip(axes[1:], ways.items(), strict=True):
    small = resize(rings, 32, **options)
    edge = small[:8]  # 맨 위의 여덟 줄에는 촘촘한 고리뿐이다
    print(f"{name}: 맨 위 여덟 줄의 표준편차 {edge.std():.0f}")
    ax.imshow(small, cmap="gray", vmin=0, vmax=255)
    ax.set_title(name, fontsize="x-small")
for ax in axes:
    ax.set(xticks=[], yticks=[])
plt.show()

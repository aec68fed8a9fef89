import matplotlib.pyplot as plt

from lessons.cnn.filters.correlation import MODES, to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
gray = to_gray(load_photo("astronaut", size=128))
blurred = {mode: gaussian_filter(gray, 8, mode=mode) for mode in MODES}
for mode, picture in blurred.items():
    print(f"{mode:8} 맨 윗줄의 밝기 {picture[0].mean():.0f}")

fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.4), layout="constrained")
for ax, mode in zip(axes, ("reflect", "constant", "wrap"), strict=True):
    ax.imshow(blurred[mode], cmap="gray", vmin=0, vmax=200)
    ax.set_title(mode, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

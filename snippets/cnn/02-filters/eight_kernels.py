import matplotlib.pyplot as plt

from lessons.cnn.filters.correlation import KERNELS, correlate, to_gray
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
gray = to_gray(load_photo("cat", size=112))
fig, axes = plt.subplots(2, 4, figsize=(6.4, 3.7), layout="constrained")
for ax, (name, W) in zip(axes.flat, KERNELS.items(), strict=True):
    y, total = correlate(gray, W), round(W.sum(), 9) + 0
    low, high = (0, 255) if total else (-255, 255)
    ax.imshow(y, cmap="gray", vmin=low, vmax=high)
    ax.set_title(f"{name} (합 {total:.0f})", fontsize="small")
    ax.set(xticks=[], yticks=[])
    print(f"{name}: {y.min():.0f}부터 {y.max():.0f}까지, 평균 {round(y.mean())}")
plt.show()

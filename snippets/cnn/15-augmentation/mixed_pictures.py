import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.augmentation.mix import cutmix, mixup, mosaic
from lessons.cnn.augmentation.sample import Sample
from lessons.datasets import FASHION_CLASSES, load_fashion_mnist
from lessons.plotting import use_korean_font
from lessons.scenes import make_scenes

use_korean_font()
X, y = load_fashion_mnist()
X, Y = X[:2, None] / 255, np.eye(10)[y[:2]]
seen = [mixup(X, Y, rng=np.random.default_rng(1))]
seen += [cutmix(X, Y, rng=np.random.default_rng(s)) for s in (1, 9)]
fig, axes = plt.subplots(1, 4, figsize=(7, 2.2), layout="constrained")
for ax, (pictures, labels) in zip(axes, seen, strict=False):
    ax.imshow(pictures[0, 0], cmap="gray", vmin=0, vmax=1)
    parts = [f"{FASHION_CLASSES[k]} {labels[0, k]:.2f}" for k in np.unique(y[:2])]
    ax.set_title("\n".join(parts), fontsize=8)
four = [
    Sample(s.image, s.boxes, s.masks, s.labels)
    for s in make_scenes(4, 64, (3, 5), rng=np.random.default_rng(1))
]
whole = mosaic(four, min_visibility=0.2, rng=np.random.default_rng(1))
axes[3].imshow(whole.image)
for box in whole.boxes:
    x, b = box[[0, 2, 2, 0, 0]] - 0.5, box[[1, 1, 3, 3, 1]] - 0.5
    axes[3].plot(x, b, color="C1", linewidth=1)
axes[3].set_title("모자이크", fontsize=8)
for ax in axes:
    ax.axis("off")
plt.show()

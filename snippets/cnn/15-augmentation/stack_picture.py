import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.augmentation.compose import Affine, Compose, HorizontalFlip
from lessons.cnn.augmentation.sample import Sample
from lessons.plotting import use_korean_font
from lessons.scenes import make_scene

use_korean_font()
scene = make_scene(48, 3, sides=(12, 16), rng=np.random.default_rng(3))
sample = Sample(scene.image, scene.boxes, scene.masks, scene.labels)
flow = Compose([HorizontalFlip(p=1), Affine(p=1, rotate=30)])
shown = {"원래 사진": sample, "바꾼 사진": flow(sample, rng=np.random.default_rng(0))}
fig, axes = plt.subplots(1, 2, figsize=(6, 3), layout="constrained")
for ax, (title, one) in zip(axes, shown.items(), strict=True):
    ax.imshow(one.image)
    for box in one.boxes:
        x, y = box[[0, 2, 2, 0, 0]] - 0.5, box[[1, 1, 3, 3, 1]] - 0.5
        ax.plot(x, y, color="C1", linewidth=1.5)
    ax.set_title(title, fontsize=9)
    ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

from lessons.plotting import use_korean_font
from lessons.scenes import make_scene

use_korean_font()
scene = make_scene(48, 5, sides=(12, 20), overlap=0.3, rng=np.random.default_rng(9))
things = scene.instances
panoptic = np.where(things > 0, 10 * scene.semantic + things, 0)
kinds = ListedColormap(["#d9d9d9", "#4c78a8", "#f58518", "#54a24b"])
many = ListedColormap(
    [
        *("#d9d9d9", "#4c78a8", "#e45756", "#72b7b2", "#b279a2", "#eeca3b"),
    ]
)
fig, axes = plt.subplots(1, 4, figsize=(8.4, 2.4))
axes[0].imshow(scene.image)
axes[1].imshow(scene.semantic, cmap=kinds, vmin=0, vmax=3)
axes[2].imshow(things, cmap=many, vmin=0, vmax=5)
axes[3].imshow(scene.semantic, cmap=kinds, vmin=0, vmax=3)
for number in range(1, things.max() + 1):
    axes[3].contour(things == number, levels=[0.5], colors="black", linewidths=1)
titles = ("장면", "의미: 클래스마다", "인스턴스: 하나하나", "파놉틱: 둘 다")
for ax, title in zip(axes, titles, strict=True):
    ax.set_title(title, fontsize="small")
    ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.detection.yolo import assign
from lessons.plotting import use_korean_font
from lessons.scenes import make_scene

use_korean_font()
scene = make_scene(n_objects=(3, 4), rng=np.random.default_rng(21))
target = assign(scene.boxes, scene.labels, grid=8, size=64)

fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3))
for ax in axes:
    ax.imshow(scene.image, extent=(0, 64, 64, 0))
    ax.set_xticks([]), ax.set_yticks([])
for x1, y1, x2, y2 in scene.boxes:
    for ax in axes:
        ax.add_patch(plt.Rectangle((x1, y1), x2 - x1, y2 - y1, fill=False, ec="w"))
for i, j in np.argwhere(target[0]):
    axes[1].add_patch(plt.Rectangle((8 * j, 8 * i), 8, 8, color="C1", alpha=0.65))
    x, y = 8 * (j + target[1, i, j]), 8 * (i + target[2, i, j])
    axes[1].plot(x, y, "o", color="w", ms=3)
for edge in range(8, 64, 8):
    axes[1].axhline(edge, color="w", lw=0.4, alpha=0.6)
    axes[1].axvline(edge, color="w", lw=0.4, alpha=0.6)
axes[0].set_title("장면과 상자", fontsize="small")
axes[1].set_title("중심이 든 칸이 맡는다", fontsize="small")
plt.show()

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

from lessons.artifacts import load
from lessons.cnn.segmentation.training_torch import scenes
from lessons.plotting import use_korean_font

use_korean_font()
made = scenes(200, rng=np.random.default_rng(2000))
with_skip = load("cnn/unet_answers")["answers"][0]
without = load("cnn/unet_no_skip_answers")["answers"][0]
kinds = ListedColormap(["#d9d9d9", "#4c78a8", "#f58518", "#54a24b"])
fig, axes = plt.subplots(2, 5, figsize=(8.4, 3.6))
crowded = [k for k, scene in enumerate(made) if len(scene.labels) >= 4]
for row, k in zip(axes, crowded[:2], strict=True):
    truth = made[k].semantic
    row[0].imshow(made[k].image)
    for ax, labels in zip(row[1:4], (truth, with_skip[k], without[k]), strict=True):
        ax.imshow(labels, cmap=kinds, vmin=0, vmax=3)
    row[4].imshow(without[k] != truth, cmap="gray_r", vmin=-0.2, vmax=1)
titles = ("장면", "정답", "잇는 길 있음", "잇는 길 없음", "없음이 틀린 곳")
for ax, title in zip(axes[0], titles, strict=True):
    ax.set_title(title, fontsize="small")
for ax in axes.flat:
    ax.axis("off")
plt.show()

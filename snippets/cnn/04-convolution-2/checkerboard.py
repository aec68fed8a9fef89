import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.conv.transpose import conv_transpose2d
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

small = load_photo("cat", 32).mean(axis=2)[None, None] / 255
flat = np.ones((1, 1, 4, 4))
pictures = {}
for k in (3, 4):
    W = np.full((1, 1, k, k), 4 / k**2)
    print(f"커널 {k}, 모두 1인 그림을 두 배로 키운 것의 가운데:")
    print(conv_transpose2d(flat, W, stride=2, padding=1)[0, 0, 2:5, 2:5].round(2))
    pictures[f"커널 {k}, 스트라이드 2"] = conv_transpose2d(
        small, W, stride=2, padding=1
    )

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained")
for ax, (title, picture) in zip(axes, pictures.items(), strict=True):
    ax.imshow(picture[0, 0], cmap="gray", vmin=0, vmax=1.4)
    ax.set_title(title, fontsize="medium")
    ax.axis("off")
plt.show()

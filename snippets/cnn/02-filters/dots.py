import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.smoothing import gaussian_filter, uniform_filter
from lessons.plotting import use_korean_font

use_korean_font()
dots = np.zeros((60, 90))
dots[15::30, 15::30] = 255
pictures = {
    "밤거리의 불빛": dots,
    "평균, 한 변 15": uniform_filter(dots, 15),
    "가우시안, σ = 4.3": gaussian_filter(dots, 4.3),
}
fig, axes = plt.subplots(1, 3, figsize=(6.4, 1.9), layout="constrained")
for ax, (name, picture) in zip(axes, pictures.items(), strict=True):
    ax.imshow(picture, cmap="gray", vmin=0, vmax=picture.max())
    ax.set_title(name, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

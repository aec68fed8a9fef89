import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter, median_filter, uniform_filter
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
rng = np.random.default_rng(0)
clean = to_gray(load_photo("coffee", size=96))
noisy = clean.copy()
noisy[rng.random(clean.shape) < 0.05] = 0
noisy[rng.random(clean.shape) < 0.05] = 255
pictures = {
    "잡티": noisy,
    "평균 3×3": uniform_filter(noisy, 3),
    "가우시안 σ = 1": gaussian_filter(noisy, 1),
    "중앙값 3×3": median_filter(noisy, 3),
}
fig, axes = plt.subplots(1, 4, figsize=(6.4, 2), layout="constrained")
for ax, (name, picture) in zip(axes, pictures.items(), strict=True):
    error = np.sqrt(np.mean((picture - clean) ** 2))
    print(f"{name}: 깨끗한 사진과 다른 정도 {error:.1f}")
    ax.imshow(picture, cmap="gray", vmin=0, vmax=255)
    ax.set_title(name, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

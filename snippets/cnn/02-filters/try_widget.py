import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.canny import canny
from lessons.cnn.filters.correlation import KERNELS, correlate, to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
gray = np.rint(to_gray(load_photo("astronaut", size=128)))
for sigma, low, high in ((1.4, 40, 100), (0, 40, 100), (1.4, 400, 400), (1.4, 40, 400)):
    edges = canny(gaussian_filter(gray, sigma), low, high) > 0
    print(f"σ = {sigma}, 문턱값 {low}과 {high}: 에지 {edges.sum():,}칸")

slope = correlate(gray, KERNELS["소벨 가로"])
edges = canny(gaussian_filter(gray, 1.4), 40, 100)
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.4), layout="constrained")
for ax, picture, low, name in (
    (axes[0], gray, 0, "입력"),
    (axes[1], slope, -255, "소벨 가로(회색이 0)"),
    (axes[2], edges, 0, "캐니"),
):
    ax.imshow(picture, cmap="gray", vmin=low, vmax=255)
    ax.set_title(name, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

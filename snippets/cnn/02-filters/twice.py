import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo

gray = to_gray(load_photo("cat", size=128))
twice = gaussian_filter(gaussian_filter(gray, 2), 2)
for sigma in (2, 2 * np.sqrt(2), 3, 4):
    once = gaussian_filter(gray, sigma)
    print(
        f"σ = {sigma:.2f} 한 번과의 차이: 가장 큰 곳 {np.abs(once - twice).max():.2f}"
    )

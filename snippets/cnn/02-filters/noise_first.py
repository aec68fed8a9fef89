import numpy as np

from lessons.cnn.filters.canny import canny
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter, uniform_filter
from lessons.datasets import load_photo

rng = np.random.default_rng(0)
clean = to_gray(load_photo("cat", size=192))
noisy = np.clip(clean + rng.normal(0, 20, clean.shape), 0, 255)
truth = canny(gaussian_filter(clean, 1.4), 40, 100) > 0
near = uniform_filter(truth.astype(float), 3) > 0.01  # 참에지에서 한 칸 안
for sigma in (0, 0.7, 1.4, 2.8):
    found = canny(gaussian_filter(noisy, sigma), 40, 100) > 0
    print(
        f"σ = {sigma}: 에지 {found.sum():5,}칸, "
        f"참에지 곁 {np.mean(near[found]):.0%}, "
        f"되찾은 참에지 {np.mean(uniform_filter(found * 1.0, 3)[truth] > 0.01):.0%}"
    )

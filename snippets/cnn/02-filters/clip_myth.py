import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.edges import sobel
from lessons.datasets import load_photo

gray = to_gray(load_photo("rocket", size=128))
gx = sobel(gray, axis=1)
shown = np.clip(gx, 0, 255)
strong = np.abs(gx) > 100
print(f"|gx|가 100이 넘는 칸 {strong.sum():,}")
print(f"  어두움→밝음 {(gx > 100).sum():,}, 밝음→어두움 {(gx < -100).sum():,}")
print(f"0–255로 자른 뒤 남은 칸 {(shown > 100).sum():,}")

from lessons.cnn.filters.canny import canny
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo

gray = gaussian_filter(to_gray(load_photo("coffee", size=192)), 1.4)
print("강한 문턱값    비 1    비 2    비 3    비 5")
for high in (60, 120, 240):
    counts = [(canny(gray, high / ratio, high) > 0).sum() for ratio in (1, 2, 3, 5)]
    print(f"{high:11}" + "".join(f"{count:8,}" for count in counts))

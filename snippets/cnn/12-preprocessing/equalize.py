import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.preprocessing.histogram import clahe, equalize_hist, histogram
from lessons.cnn.preprocessing.resize import to_uint8
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
night = to_uint8(0.35 * to_gray(load_photo("cat", size=112)) + 10)
pictures = {
    "어두운 사진": night,
    "평활화": equalize_hist(night),
    "CLAHE": clahe(night, 2.0, (4, 4)),
}
fig, axes = plt.subplots(2, 3, figsize=(6.4, 3.4), layout="constrained")
for (top, bottom), (name, picture) in zip(axes.T, pictures.items(), strict=True):
    low, high = np.percentile(picture, (1, 99)).astype(int)
    print(f"{name}: 가운데 98%의 밝기가 {low}부터 {high}까지")
    top.imshow(picture, cmap="gray", vmin=0, vmax=255)
    top.set_title(name, fontsize="small")
    top.set(xticks=[], yticks=[])
    bottom.stairs(histogram(picture), fill=True)
    bottom.set(yticks=[], xlim=(0, 255))
plt.show()

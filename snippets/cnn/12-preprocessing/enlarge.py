import matplotlib.pyplot as plt

from lessons.cnn.preprocessing.frame import crop
from lessons.cnn.preprocessing.resize import resize, to_uint8
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
eye = crop(load_photo("cat"), 70, 60, 20, 20)
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.3), layout="constrained")
for ax, mode in zip(axes, ("nearest", "bilinear", "bicubic"), strict=True):
    big = resize(eye, 100, mode, antialias=False)
    print(f"{mode}: {big.min():.0f}부터 {big.max():.0f}까지")
    ax.imshow(to_uint8(big))
    ax.set_title(mode, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

import matplotlib.pyplot as plt

from lessons.cnn.preprocessing.colour import rgb_to_hsv, rgb_to_ycbcr
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
photo = load_photo("coffee", size=72)
spaces = {
    "RGB": photo / 255,
    "HSV": rgb_to_hsv(photo / 255),
    "YCbCr": rgb_to_ycbcr(photo) / 255,
}
fig, axes = plt.subplots(3, 3, figsize=(5.4, 5), layout="constrained")
for line, (name, picture) in zip(axes, spaces.items(), strict=True):
    line[0].set_ylabel(name)
    channels = ("Y", "Cb", "Cr") if name == "YCbCr" else tuple(name)
    for ax, channel, k in zip(line, channels, range(3), strict=True):
        ax.imshow(picture[..., k], cmap="gray", vmin=0, vmax=1)
        ax.set_title(channel, fontsize="small")
for ax in axes.ravel():
    ax.set(xticks=[], yticks=[])
plt.show()

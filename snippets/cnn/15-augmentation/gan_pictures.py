import matplotlib.pyplot as plt

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
fake = load("cnn/digit_gan")["fake"].astype(float)
fig, axes = plt.subplots(1, 3, figsize=(7, 2.2), layout="constrained")
for ax, pictures, steps in zip(axes, fake, (100, 300, 1000), strict=True):
    sheet = pictures.reshape(10, 4, 8, 8).transpose(1, 2, 0, 3).reshape(32, 80)
    ax.imshow(sheet, cmap="gray", vmin=0, vmax=1)
    ax.set_title(f"{steps}걸음", fontsize=9)
    ax.axis("off")
plt.show()

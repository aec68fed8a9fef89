import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

image = load_digits()[0][0].reshape(8, 8)
use_korean_font()
fig, axes = plt.subplots(
    1, 7, figsize=(6.4, 2.4), layout="constrained", width_ratios=[2, 0.5, 1, 1, 1, 1, 1]
)
look = {"cmap": "Greys", "vmin": 0, "vmax": 16}
axes[0].imshow(image, **look)
axes[0].axhline(3.5, color="C1")
axes[0].axvline(3.5, color="C1")
axes[0].set_title("8×8 그림")
axes[1].text(0.5, 0.5, "→", ha="center", va="center", transform=axes[1].transAxes)
axes[2].text(0.5, 0.5, "답을\n모을\n토큰", ha="center", va="center")
axes[2].set(aspect="equal", title="0")
patches = image.reshape(2, 4, 2, 4).swapaxes(1, 2).reshape(4, 4, 4)
for k, (ax, patch) in enumerate(zip(axes[3:], patches, strict=True), start=1):
    ax.imshow(patch, **look)
    ax.set_title(f"{k}")
for ax in np.delete(axes, 1):
    ax.set(xticks=[], yticks=[])
axes[1].axis("off")
fig.supxlabel("위치를 더한 토큰 다섯이 트랜스포머로 들어간다")
plt.show()

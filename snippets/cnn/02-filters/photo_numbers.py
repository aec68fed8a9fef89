import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
photo = load_photo("astronaut", size=192)
gray = to_gray(photo)
print("컬러", photo.shape, photo.dtype, "값의 범위", photo.min(), "–", photo.max())
print("한 픽셀", photo[36, 76], "→ 밝기", round(gray[36, 76], 1))

rows, columns = slice(32, 40), slice(70, 80)
patch = np.rint(gray[rows, columns]).astype(int)
print(patch[:3])

fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3), layout="constrained")
left.imshow(photo[::2, ::2], extent=(0, 192, 192, 0))
left.add_patch(plt.Rectangle((70, 32), 10, 8, fill=False, color="C1", lw=2))
left.set_title("사진", fontsize="medium")
right.imshow(patch, cmap="gray", vmin=0, vmax=255)
for (i, j), value in np.ndenumerate(patch):
    color = "#000000" if value > 128 else "#ffffff"
    right.text(j, i, str(value), ha="center", va="center", fontsize=8, color=color)
right.set_title("네모 속의 밝기", fontsize="medium")
for ax in (left, right):
    ax.set(xticks=[], yticks=[])
plt.show()

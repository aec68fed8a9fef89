import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.filters.canny import canny, connect, gradients, thin
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
low, high = 40, 100
gray = to_gray(load_photo("astronaut", size=128))
blurred = gaussian_filter(gray, 1.4)
gx, gy, m = gradients(blurred)
ridges = thin(gx, gy, m)
strong, weak = ridges > high, (ridges > low) & (ridges <= high)
edges = connect(strong, weak)
print(f"기울기가 {low}을 넘는 칸 {(m > low).sum():,}")
print(f"얇게 하고 남은 칸 {(ridges > low).sum():,}")
print(f"강한 칸 {strong.sum():,}, 약한 칸 {weak.sum():,}")
print(f"이어진 약한 칸 {(edges & weak).sum():,}, 에지 {edges.sum():,}")
print("canny와 같은가", np.array_equal(edges, canny(blurred, low, high) > 0))

pictures = {
    "밝기": (gray, 255),
    "① 흐리기": (blurred, 255),
    "② 기울기의 크기": (m, m.max()),
    "③ 얇게": (ridges, m.max()),
    "④ 두 문턱값": (strong + 0.4 * weak, 1),
    "⑤ 잇기": (edges, 1),
}
fig, axes = plt.subplots(2, 3, figsize=(6.4, 4.7), layout="constrained")
for ax, (name, (picture, most)) in zip(axes.flat, pictures.items(), strict=True):
    ax.imshow(picture, cmap="gray", vmin=0, vmax=most)
    ax.set_title(name, fontsize="small")
    ax.set(xticks=[], yticks=[])
plt.show()

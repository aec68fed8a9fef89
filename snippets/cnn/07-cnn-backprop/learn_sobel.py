import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.backward import conv2d_backward
from lessons.cnn.conv.fast import conv2d
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

photo = load_photo("cat", 96).mean(axis=2) / 255
x = (photo - photo.mean())[None, None]
sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])[None, None]
target = conv2d(x, sobel)

W, pictures = np.zeros((1, 1, 3, 3)), {}
for step in range(2001):
    y = conv2d(x, W)
    if step in (20, 200, 2000):
        pictures[step] = y[0, 0]
        print(f"{step}걸음의 커널:")
        print(W[0, 0].round(2) + 0.0)
    dy = 2 * (y - target) / y.size
    _, dW, _ = conv2d_backward(dy, x, W)
    W -= 2 * dW

use_korean_font()
fig, axes = plt.subplots(1, 5, figsize=(6.4, 1.7), layout="constrained")
axes[0].imshow(photo, cmap="gray")
axes[0].set_title("사진", fontsize="small")
for ax, (step, y) in zip(axes[1:4], pictures.items(), strict=True):
    ax.imshow(y, cmap="gray", vmin=-1, vmax=1)
    ax.set_title(f"{step}걸음", fontsize="small")
axes[4].imshow(target[0, 0], cmap="gray", vmin=-1, vmax=1)
axes[4].set_title("정답", fontsize="small")
for ax in axes:
    ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.convolution import conv2d
from lessons.plotting import use_korean_font


def night_house(size=48):
    """달이 뜬 밤의 집. 0(검정)에서 1(하양) 사이의 흑백 그림이다."""
    i, j = np.mgrid[:size, :size] / size
    picture = 0.15 + 0.35 * i
    picture[(i - 0.2) ** 2 + (j - 0.78) ** 2 < 0.01] = 0.95
    picture[(i > 0.32) & (i < 0.52) & (np.abs(j - 0.4) < i - 0.3)] = 0.75
    picture[(i >= 0.52) & (i < 0.85) & (np.abs(j - 0.4) < 0.18)] = 0.6
    picture[(i >= 0.6) & (i < 0.72) & (np.abs(j - 0.4) < 0.06)] = 1.0
    picture[i >= 0.85] = 0.1
    return picture


use_korean_font()
picture = night_house()
vertical = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])
kernels = {
    "흐리게": np.full((3, 3), 1 / 9),
    "세로 경계": vertical,
    "가로 경계": vertical.T,
}
W = np.stack(list(kernels.values()))[:, None]
y = conv2d(picture[None, None], W, padding=1)
print("커널", W.shape, "출력", y.shape)
left, right = y[0, 1, :, 0], y[0, 1, :, -1]
print(f"세로 경계의 왼쪽 끝 {left.mean():.2f}, 오른쪽 끝 {right.mean():.2f}")

fig, axes = plt.subplots(1, 4, figsize=(6.4, 2), layout="constrained")
axes[0].imshow(picture, cmap="gray", vmin=0, vmax=1)
axes[0].set_title("원래 그림", fontsize="medium")
for ax, name, image in zip(axes[1:], kernels, y[0], strict=True):
    vmin, vmax = (0, 1) if name == "흐리게" else (-2, 2)
    ax.imshow(image, cmap="gray", vmin=vmin, vmax=vmax)
    ax.set_title(name, fontsize="medium")
for ax in axes:
    ax.set(xticks=[], yticks=[])
plt.show()

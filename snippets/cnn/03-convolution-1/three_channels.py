import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.convolution import conv2d
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

photo = load_photo("astronaut", 56)
x = photo.transpose(2, 0, 1)[None].astype(float)  # (1, 3, 56, 56)
W = np.array([[[[1, 1], [1, 1]], [[0, 0], [0, 0]], [[-1, -1], [-1, -1]]]])

i, j, total = 52, 14, 0
for name, picture, kernel in zip(("빨강", "초록", "파랑"), x[0], W[0], strict=True):
    patch = picture[i : i + 2, j : j + 2].astype(int)
    total += np.sum(patch * kernel)
    print(f"{name}: 창 {patch.tolist()} × 커널 {kernel.tolist()}", end=" ")
    print(f"→ {np.sum(patch * kernel)}")
y = conv2d(x, W)
print(f"셋을 더하면 {total}, conv2d의 값 {y[0, 0, i, j]:.0f}")
print("출력의 모양:", y.shape)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(5.2, 2.7), layout="constrained")
axes[0].imshow(photo)
axes[0].set_title("컬러 사진", fontsize="medium")
axes[1].imshow(y[0, 0], cmap="gray")
axes[1].set_title("빨강에서 파랑을 뺀 특성 맵", fontsize="medium")
for ax in axes:
    ax.axis("off")
plt.show()

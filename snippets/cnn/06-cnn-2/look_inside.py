import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.datasets import load_fashion_mnist

state = load("cnn/lenet_fashion")
model = lenet5(rng=np.random.default_rng(0))
model.load_state_dict(state)
X, y = load_fashion_mnist(train=False)
picture = X[np.flatnonzero(y == 9)[0]]  # 앵클부츠
x = (picture[None, None] / 255 - FASHION_MEAN) / FASHION_STD
first = model[:2](x).data[0]
second = model[:5](x).data[0]

W = state["0.weight"][:, 0].astype(float)
fig, axes = plt.subplots(3, 7, figsize=(6.4, 3.0), layout="constrained")
axes[0, 0].imshow(picture, cmap="gray")
for ax, kernel in zip(axes[0, 1:], W, strict=True):
    most = np.abs(kernel).max()
    ax.imshow(kernel, cmap="RdBu", vmin=-most, vmax=most)
for ax, image in zip(axes[1, 1:], first, strict=True):
    ax.imshow(image, cmap="gray")
for ax, image in zip(axes[2, 1:], second[:6], strict=True):
    ax.imshow(image, cmap="gray")
for ax in axes.flat:
    ax.axis("off")
plt.show()

black = -FASHION_MEAN / FASHION_STD  # 검은 바탕이 들어오는 값
for i, (kernel, b) in enumerate(zip(W, state["0.bias"], strict=True)):
    total, size = kernel.sum(), np.abs(kernel).sum()
    print(
        f"커널 {i}: 합 ÷ 절댓값의 합 {total / size:5.2f}, "
        f"검은 바탕에서 {max(total * black + b, 0):.1f}, "
        f"맵에서 가장 큰 값 {first[i].max():.1f}"
    )
print(f"둘째 층의 맵 {len(second)}장에서 0인 칸 {np.mean(second == 0):.0%}")

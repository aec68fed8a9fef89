import matplotlib.pyplot as plt

from lessons.cnn.imbalance.smote import neighbors
from lessons.datasets import load_fashion_mnist
from lessons.plotting import use_korean_font

use_korean_font()
X, y = load_fashion_mnist()
shirts = X[y == 0][:30].reshape(30, -1) / 255  # 드문 티셔츠 서른 장
i, j = 2, neighbors(shirts, 5)[2, 4]
fig, axes = plt.subplots(1, 5, figsize=(6.4, 1.7), layout="constrained")
for ax, u in zip(axes, (0, 0.25, 0.5, 0.75, 1), strict=True):
    new = shirts[i] + u * (shirts[j] - shirts[i])
    ax.imshow(new.reshape(28, 28), cmap="gray", vmin=0, vmax=1)
    ax.set_title({0: "원래의 것", 1: "이웃"}.get(u, f"u = {u}"), fontsize=9)
    ax.axis("off")
plt.show()

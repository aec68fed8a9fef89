import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.datasets import load_fashion_mnist
from lessons.plotting import use_korean_font

use_korean_font()
model = lenet5(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/lenet_fashion"))
X, y = load_fashion_mnist(train=False)
boot = X[y == 9][0]
x = (boot[None, None] / 255 - FASHION_MEAN) / FASHION_STD
maps = model[:2](x).data[0]  # 첫 합성곱과 ReLU를 지난 여섯 장

fig, axes = plt.subplots(2, 7, figsize=(8.4, 2.9))
axes[0, 0].imshow(boot, cmap="gray")
axes[0, 0].set_title("입력", fontsize="small")
kernels = model[0].weight.data[:, 0]
limit = np.abs(kernels).max()
for k in range(6):
    axes[0, k + 1].imshow(kernels[k], cmap="gray", vmin=-limit, vmax=limit)
    axes[0, k + 1].set_title(f"커널 {k}", fontsize="small")
    axes[1, k + 1].imshow(maps[k], cmap="gray", vmin=0, vmax=maps.max())
for ax in axes.flat:
    ax.axis("off")
plt.show()

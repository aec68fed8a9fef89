import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import Linear, ReLU, Sigmoid, Tanh
from lessons.dl.mlp_training import build_mlp
from lessons.plotting import use_korean_font

rng = np.random.default_rng(0)
X, upstream = rng.standard_normal((64, 128)), rng.standard_normal((64, 128))
pairs = (Sigmoid, xavier_normal), (Tanh, xavier_normal), (ReLU, kaiming_normal)

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for (activation, init), marker in zip(pairs, "os^", strict=True):
    model = build_mlp([128] * 21, activation, init, rng=np.random.default_rng(1))
    model.forward(X)
    model.backward(upstream)
    sizes = [layer.dW.std() for layer in model.layers if isinstance(layer, Linear)]
    name = activation.__name__
    ratio = sizes[0] / sizes[-1]
    print(
        f"{name:7}: 첫 층은 마지막 층의 {ratio:.1g}배, 층마다 {ratio ** (1 / 19):.2f}배"
    )
    ax.semilogy(range(1, 21), sizes, marker + "-", label=name, markersize=4)
ax.set(xlabel="층 (왼쪽이 입력)", ylabel="dW의 표준 편차", xticks=range(2, 21, 2))
ax.legend()
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import make_spirals
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.linear_regression import LinearRegression
from lessons.dl.mlp_training import build_mlp, train
from lessons.dl.pca import PCA
from lessons.plotting import use_korean_font

rng = np.random.default_rng(0)
X, y = make_spirals(100, noise=0.02, rng=rng)
model = build_mlp([2, 16, 16, 1], ReLU, kaiming_normal, rng=rng)
train(model, X, y, lr=0.5, steps=2000)

features = {"입력": X}
h = X
for layer, name in zip(model.layers, (0, "은닉층 1", 0, "은닉층 2"), strict=False):
    h = layer.forward(h)
    if name:
        features[name] = h

use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.6), layout="constrained")
for (name, h), ax in zip(features.items(), axes, strict=True):
    y_hat = LinearRegression().fit(h, y).predict(h)
    right = np.mean((y_hat > 0.5) == y)
    print(f"{name}의 특성 {h.shape[1]}개: 선형 회귀가 맞힌 비율 {right:.0%}")
    spread = PCA(1).fit(h).transform(h)[:, 0]
    for k, marker in ((0, "o"), (1, "^")):
        ax.plot(y_hat[y == k], spread[y == k], marker, color=f"C{k}", markersize=3.5)
    ax.axvline(0.5, linestyle="--", color="C2")
    ax.set(title=name, xlabel="선형 회귀의 답", yticks=[])
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import make_spirals
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import accuracy, build_mlp, train
from lessons.plotting import use_korean_font

X, y = make_spirals(100, noise=0.02, rng=np.random.default_rng(0))
side = np.linspace(-1.2, 1.2, 97)
grid = np.meshgrid(side, side)
points = np.stack([g.ravel() for g in grid], axis=1)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3), layout="constrained")
for layers, ax in zip((1, 3), axes, strict=True):
    sizes = [2, *[8] * layers, 1]
    model = build_mlp(sizes, ReLU, kaiming_normal, rng=np.random.default_rng(1))
    train(model, X, y, lr=0.5, steps=2000)
    print(f"은닉층 {layers}개: 맞힌 비율 {accuracy(model, X, y):.0%}")
    z = model.forward(points).reshape(97, 97)
    ax.contour(*grid, z, levels=[0], colors="C3", linewidths=2)
    for k, marker in ((0, "o"), (1, "^")):
        ax.plot(*X[y == k].T, marker, color=f"C{k}", markersize=3.5)
    ax.set(title=f"은닉층 {layers}개", xticks=[], yticks=[])
plt.show()

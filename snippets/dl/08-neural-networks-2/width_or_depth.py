from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import make_spirals
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import accuracy, build_mlp, train
from lessons.plotting import use_korean_font

X, y = make_spirals(200, noise=0.02, rng=np.random.default_rng(0))
side = np.linspace(-1.2, 1.2, 97)
grid = np.meshgrid(side, side)
points = np.stack([g.ravel() for g in grid], axis=1)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3), layout="constrained")
panels = dict(zip(("84", "16-16"), axes, strict=True))
for hidden in ([32], [84], [128], [16, 16]):
    sizes = [2, *hidden, 1]
    count = sum((a + 1) * b for a, b in pairwise(sizes))
    model = build_mlp(sizes, ReLU, kaiming_normal, rng=np.random.default_rng(0))
    train(model, X, y, lr=0.5, steps=2000)
    name = "-".join(map(str, hidden))
    print(f"은닉 {name:5}: 파라미터 {count}개, 맞힌 비율 {accuracy(model, X, y):.0%}")
    if name in panels:
        z = model.forward(points).reshape(97, 97)
        ax = panels[name]
        ax.contour(*grid, z, levels=[0], colors="C3", linewidths=2)
        for k, marker in ((0, "o"), (1, "^")):
            ax.plot(*X[y == k].T, marker, color=f"C{k}", markersize=3.5)
        ax.set(title=f"은닉 {name}", xticks=[], yticks=[])
plt.show()

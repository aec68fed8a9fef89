import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import make_moons, make_spirals
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import accuracy, build_mlp, train
from lessons.plotting import use_korean_font

shapes = {
    "반달": (make_moons, {"noise": 0.15}),
    "나선": (make_spirals, {"noise": 0.02}),
}

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3), layout="constrained")
for (name, (make, options)), ax in zip(shapes.items(), axes, strict=True):
    seen, new = [], []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        X, y = make(200, **options, rng=rng)
        X_new, y_new = make(1000, **options, rng=rng)
        model = build_mlp([2, 16, 16, 1], ReLU, kaiming_normal, rng=rng)
        train(model, X, y, lr=0.5, steps=2000)
        seen.append(accuracy(model, X, y))
        new.append(accuracy(model, X_new, y_new))
    print(f"{name}: 훈련 점 평균 {np.mean(seen):.1%}")
    print(f"  새 점 평균 {np.mean(new):.1%}, 가장 나쁜 것 {min(new):.1%}")
    low, high = X.min(axis=0) - 0.3, X.max(axis=0) + 0.3
    grid = np.meshgrid(*np.linspace(low, high, 81).T)
    z = model.forward(np.stack([g.ravel() for g in grid], axis=1))
    ax.contour(*grid, z.reshape(81, 81), levels=[0], colors="C3", linewidths=2)
    for k, marker in ((0, "o"), (1, "^")):
        ax.plot(*X[y == k].T, marker, color=f"C{k}", markersize=3.5)
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

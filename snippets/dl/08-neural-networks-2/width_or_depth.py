import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import make_spirals
from lessons.dl.affine import count_parameters
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import accuracy, build_mlp, train
from lessons.plotting import use_korean_font

X, y = make_spirals(100, noise=0.02, rng=np.random.default_rng(0))
side = np.linspace(-1.2, 1.2, 97)
grid = np.meshgrid(side, side)
points = np.stack([g.ravel() for g in grid], axis=1)
most = 20_000

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3), layout="constrained")
for ax, hidden in zip(axes, ([84], [16, 16]), strict=True):
    sizes, walked = [2, *hidden, 1], []
    for seed in range(3):
        model = build_mlp(sizes, ReLU, kaiming_normal, rng=np.random.default_rng(seed))
        steps = 0
        while steps < most and accuracy(model, X, y) < 1:
            train(model, X, y, lr=0.5, steps=500)
            steps += 500
            if seed == 0 and steps <= 2000:
                z, early = model.forward(points), accuracy(model, X, y)
        right = accuracy(model, X, y)
        walked.append(steps if right == 1 else f"아직 {right:.0%}")
    name = "-".join(map(str, hidden))
    print(f"은닉 {name}: 매개변수 {count_parameters(sizes)}개")
    print("  훈련 점을 모두 맞힌 걸음:", *walked)
    print(f"  그림에서 맞힌 비율: {early:.0%}")
    ax.contour(*grid, z.reshape(97, 97), levels=[0], colors="C3", linewidths=2)
    for k, marker in ((0, "o"), (1, "^")):
        ax.plot(*X[y == k].T, marker, color=f"C{k}", markersize=3.5)
    ax.set(title=f"은닉 {name}", xticks=[], yticks=[])
plt.show()

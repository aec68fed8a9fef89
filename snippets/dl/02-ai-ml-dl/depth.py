import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_iris
from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.plotting import use_korean_font

X, y = load_iris()
X, y = X[50:, :2], y[50:] - 1
train, valid = slice(0, None, 2), slice(1, None, 2)
trees = []
for depth in range(1, 9):
    tree = DecisionTreeClassifier(max_depth=depth).fit(X[train], y[train])
    seen, unseen = tree.score(X[train], y[train]), tree.score(X[valid], y[valid])
    print(
        f"깊이 {depth}: 잎 {tree.get_n_leaves():2d}, 훈련 {seen:.2f}, 검증 {unseen:.2f}"
    )
    trees.append(tree)

a, b = np.meshgrid(np.linspace(4.5, 8.3, 191), np.linspace(1.8, 4.2, 121))
grid = np.column_stack([a.ravel(), b.ravel()])
use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained", sharey=True)
for ax, depth in zip(axes, (1, 7), strict=True):
    z = trees[depth - 1].predict(grid).reshape(a.shape)
    ax.contourf(a, b, z, levels=[-0.5, 0.5, 1.5], colors=["C0", "C1"], alpha=0.2)
    for k, mark in enumerate("o^"):
        ax.plot(*X[train][y[train] == k].T, mark, color=f"C{k}", markersize=4)
    ax.set(title=f"깊이 {depth}", xlabel="꽃받침 길이 (cm)")
axes[0].set_ylabel("꽃받침 너비 (cm)")
plt.show()

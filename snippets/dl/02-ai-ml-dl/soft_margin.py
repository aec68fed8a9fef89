import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.svm import LinearSVC
from lessons.plotting import use_korean_font

X = np.array([[1, 1], [1, 4], [0, 3], [2, 5], [4, 2], [5, 4], [6, 1], [3, 4.5]])
y = np.array([0, 0, 0, 0, 1, 1, 1, 1])

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained", sharey=True)
a, b = np.meshgrid(np.linspace(-1, 8, 50), np.linspace(-1, 7, 50))
for ax, C in zip(axes, (100, 0.1), strict=True):
    svm = LinearSVC(C=C).fit(X, y)
    n = len(svm.support_)
    print(f"C = {C}: 너비 {svm.margin_:.3f}, 서포트 벡터 {n}개")
    f = svm.decision_function(np.column_stack([a.ravel(), b.ravel()])).reshape(a.shape)
    ax.contour(a, b, f, [-1, 0, 1], linestyles=["--", "-", "--"], colors="C5")
    for k, mark in enumerate("o^"):
        ax.plot(*X[y == k].T, mark, color=f"C{k}")
    ring = {"markersize": 13, "markerfacecolor": "none", "markeredgecolor": "C3"}
    ax.plot(*svm.support_vectors_.T, "o", **ring)
    ax.set(title=f"C = {C}", xlim=(-0.5, 7), ylim=(-0.2, 6.2), xlabel="x₁")
axes[0].set_ylabel("x₂")
plt.show()

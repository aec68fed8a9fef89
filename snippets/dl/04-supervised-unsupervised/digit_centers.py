import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.kmeans import KMeans
from lessons.plotting import use_korean_font

X, y = load_digits()
model = KMeans(10, rng=np.random.default_rng(0)).fit(X)
print(f"{model.n_iter_}번 돌고 멈췄다")
print("관성이 늘어난 반걸음:", sum(np.diff(model.history_) > 1e-6))

use_korean_font()
fig, axes = plt.subplots(2, 5, figsize=(6.4, 3.2), layout="constrained")
for k, ax in enumerate(axes.flat):
    inside = y[model.labels_ == k]
    common = np.bincount(inside).argmax()
    ax.imshow(model.cluster_centers_[k].reshape(8, 8), cmap="gray_r")
    ax.set_title(f"{common}: {np.mean(inside == common):.0%}")
    ax.set(xticks=[], yticks=[])
plt.show()

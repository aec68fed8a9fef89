import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.kmeans import KMeans
from lessons.plotting import use_korean_font

middles = np.array([[2, 2], [8, 2], [5, 8]])
around = np.array(
    [
        [-0.9, 0.2], [-0.4, -0.8], [0.1, 0.9], [0.3, -0.3],
        [0.9, 0.5], [-0.2, 0.3], [0.7, -0.9], [-0.5, 0.1],
    ]
)  # fmt: skip
X = (middles[:, None] + around).reshape(-1, 2)
starts = {
    "처음": [[3.0, 6.0], [6.0, 4.0], [8.0, 5.0]],
    "중심점 2만 0.5 오른쪽": [[3.0, 6.0], [6.5, 4.0], [8.0, 5.0]],
}

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained", sharey=True)
for ax, (name, start) in zip(axes, starts.items(), strict=True):
    model = KMeans(3, init=start, tol=0).fit(X)
    print(f"{name}: {np.round(model.history_, 2).tolist()}")
    for k, marker in enumerate("os^"):
        color = f"C{k}"
        ax.plot(*X[model.labels_ == k].T, marker, color=color, markersize=5)
        ax.plot(*start[k], "x", color=color, markersize=8)
        ax.plot(*model.cluster_centers_[k], "*", color=color, markersize=15)
    ax.set_title(f"관성 {model.inertia_:.2f}")
    ax.set(xlim=(0, 10), ylim=(0, 10), aspect="equal")
plt.show()

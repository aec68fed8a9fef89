import numpy as np

from lessons.datasets import load_iris
from lessons.dl.kmeans import KMeans

X, _ = load_iris()
rng = np.random.default_rng(0)
for init in ("random", "k-means++"):
    ends = np.array(
        [
            KMeans(3, init=init, n_init=1, tol=0, rng=rng).fit(X).inertia_
            for _ in range(200)
        ]
    )
    values, counts = np.unique(ends.round(1), return_counts=True)
    print(f"{init}: 서로 다른 답 {len(values)}가지")
    for value, count in zip(values, counts, strict=True):
        print(f"  관성 {value:5.1f}: {count}번")

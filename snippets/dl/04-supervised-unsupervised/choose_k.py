import numpy as np

from lessons.datasets import load_digits
from lessons.dl.kmeans import KMeans

rng = np.random.default_rng(0)
groups = np.repeat([[2, 2], [8, 2], [5, 8]], 50, axis=0) + rng.normal(0, 0.6, (150, 2))
digits = load_digits()[0][::3]
for name, X, Ks in (("세 무리", groups, range(2, 7)), ("숫자", digits, range(8, 13))):
    total = []
    for K in range(Ks[0] - 1, Ks[-1] + 1):
        total.append(KMeans(K, n_init=5, max_iter=50, rng=rng).fit(X).inertia_)
    drops = 1 - np.array(total[1:]) / total[:-1]
    print(f"{name}: ", *(f"K={K} {d:.0%}" for K, d in zip(Ks, drops, strict=True)))

import numpy as np

from lessons.datasets import load_digits
from lessons.dl.kmeans import KMeans, assign, squared_distances

X, y = load_digits()
rng = np.random.default_rng(0)
print("레이블  아무거나  대표만")
for K in (10, 20, 50):
    anything, chosen = [], []
    for _ in range(5):
        picked = rng.choice(len(X), K, replace=False)
        anything.append(np.mean(y[picked][assign(X, X[picked])] == y))
        model = KMeans(K, max_iter=10, rng=rng).fit(X)
        picked = squared_distances(X, model.cluster_centers_).argmin(axis=0)
        chosen.append(np.mean(y[picked][assign(X, X[picked])] == y))
    print(f"{K:4}장    {np.mean(anything):.2f}     {np.mean(chosen):.2f}")

import numpy as np

from lessons.datasets import load_digits
from lessons.dl.kmeans import KMeans, assign, squared_distances

X, y = load_digits()
rng = np.random.default_rng(0)


def score(picked):
    """레이블을 붙인 것만 보고, 가장 닮은 것의 답을 따랐을 때 맞힌 비율"""
    return np.mean(y[picked][assign(X, X[picked])] == y)


print("레이블  아무거나      대표만   (다섯 번의 평균, 가장 나쁜 것)")
for K in (10, 20, 50):
    anything, chosen = [], []
    for _ in range(5):
        anything.append(score(rng.choice(len(X), K, replace=False)))
        model = KMeans(K, max_iter=10, rng=rng).fit(X)
        chosen.append(score(squared_distances(X, model.cluster_centers_).argmin(0)))
    print(f"{K:4}장", end="")
    for scores in (anything, chosen):
        print(f"    {np.mean(scores):.2f}, {min(scores):.2f}", end="")
    print()

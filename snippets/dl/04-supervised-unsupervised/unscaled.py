import numpy as np

from lessons.datasets import load_breast_cancer
from lessons.dl.kmeans import KMeans

X, y = load_breast_cancer()
share = np.sort(X.var(axis=0) / X.var(axis=0).sum())[::-1]
print("분산의 몫, 큰 것부터 셋:", share[:3].round(3))
for name, Z in (("그대로", X), ("표준화", (X - X.mean(axis=0)) / X.std(axis=0))):
    right = []
    for seed in range(10):
        labels = KMeans(2, rng=np.random.default_rng(seed)).fit(Z).labels_
        same = np.mean(labels == y)
        right.append(max(same, 1 - same))  # 묶음의 번호에는 뜻이 없다
    print(f"{name}: 진단과 같은 비율 평균 {np.mean(right):.2f}, 최저 {min(right):.2f}")

two = X[:, np.argsort(-X.var(axis=0))[:2]]
every, only = (KMeans(2, init=Z[:2]).fit(Z).labels_ for Z in (X, two))
print(f"두 특성만 남겨도 같은 묶음에 드는 점: {np.mean(every == only):.2f}")

import numpy as np

from lessons.datasets import load_iris
from lessons.dl.kmeans import KMeans


def cluster_accuracy(labels: np.ndarray, y: np.ndarray) -> float:
    """묶음마다 가장 많은 클래스를 답으로 삼을 때 맞힌 비율.

    labels: (N,) 묶음의 번호, y: (N,) 클래스
    """
    right = sum(np.bincount(y[labels == k]).max() for k in np.unique(labels))
    return float(right / len(y))


print(cluster_accuracy(np.array([2, 2, 2, 0, 0]), np.array([1, 1, 0, 0, 0])))
X, y = load_iris()
model = KMeans(3, init="random", rng=np.random.default_rng(0)).fit(X)
print(f"붓꽃: {cluster_accuracy(model.labels_, y):.3f}")

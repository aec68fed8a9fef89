"""가까운 이웃의 다수결로 분류하고, 클래스를 잘 가르는 특성을 고른다.

기호: X (N, D) 특성, y (N,) 클래스
출처: Cover·Hart (1967)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import classes, finite
from lessons.scalars import count, fitted

# --8<-- [end:imports]


# --8<-- [start:KNeighborsClassifier]
class KNeighborsClassifier:
    """가장 가까운 n_neighbors개의 다수결. 동점이면 작은 클래스를 고른다.

    오류: 훈련 샘플이 n_neighbors보다 적으면 ValueError
    """

    def __init__(self, n_neighbors: int = 5) -> None:
        self.n_neighbors = n_neighbors

    def fit(self, X: ArrayLike, y: ArrayLike) -> "KNeighborsClassifier":
        """X: (N, D), y: (N,). 배우는 일은 외우는 것이 전부다."""
        self.X_ = finite("X", X, "N, D")
        y = classes("y", y, "N", N=len(self.X_))
        self.k_ = count("n_neighbors", self.n_neighbors, 1, len(self.X_))
        self.classes_, self.kinds_ = np.unique(y, return_inverse=True)
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        """X: (M, D), 반환: (M,)"""
        fitted(self, "X_")
        X = finite("X", X, "M, D", D=self.X_.shape[1])
        # 제곱을 풀어 행렬 곱으로 구하면 빠르지만, 원점에서 먼 점은 자릿수를 잃는다.
        far = np.stack([((self.X_ - x) ** 2).sum(axis=1) for x in X])
        near = np.argsort(far, axis=1, kind="stable")[:, : self.k_]
        votes = np.eye(len(self.classes_))[self.kinds_[near]].sum(axis=1)
        return self.classes_[votes.argmax(axis=1)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """정확도"""
        y_hat = self.predict(X)
        return float(np.mean(y_hat == classes("y", y, "N", N=len(y_hat))))
# --8<-- [end:KNeighborsClassifier]


# --8<-- [start:select_k_best]
def select_k_best(X: ArrayLike, y: ArrayLike, k: int = 10) -> np.ndarray:
    """0과 1인 y와 상관이 큰 특성 k개의 번호. 상관이 큰 것부터 늘어놓는다.

    반환: (k,)
    오류: k가 특성의 수보다 많으면 ValueError
    """
    X = finite("X", X, "N, D")
    y = finite("y", y, "N", N=len(X))
    k = count("k", k, 1, X.shape[1])
    dX, dy = X - X.mean(axis=0), y - y.mean()
    spread = np.sqrt((dX**2).sum(axis=0) * (dy**2).sum())
    # 반올림 오차밖에 다르지 않은 열은 상관을 잴 것이 없다.
    flat = np.ptp(X, axis=0) <= 4 * np.finfo(float).eps * abs(X).max(axis=0)
    strength = np.where(flat, 0, abs(dy @ dX) / np.where(spread == 0, 1, spread))
    return np.argsort(-strength, kind="stable")[:k]
# --8<-- [end:select_k_best]

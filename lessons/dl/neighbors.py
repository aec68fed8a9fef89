"""가까운 이웃의 다수결로 분류하고, 클래스를 잘 가르는 특성을 고른다.

기호: X (N, D) 특성, y (N,) 클래스
출처: Cover·Hart (1967)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

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
        self.X_ = np.asarray(X, dtype=float)
        self.classes_, self.kinds_ = np.unique(y, return_inverse=True)
        if not 1 <= self.n_neighbors <= len(self.X_):
            raise ValueError(
                f"이웃은 1명에서 {len(self.X_)}명까지 볼 수 있다. "
                f"받은 값: n_neighbors={self.n_neighbors}"
            )
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        """X: (M, D), 반환: (M,)"""
        X = np.asarray(X, dtype=float)
        # ‖a − b‖² = ‖a‖² − 2a·b + ‖b‖². ‖a‖²은 줄마다 같아 차례를 바꾸지 않는다.
        far = (self.X_**2).sum(axis=1) - 2 * X @ self.X_.T
        near = np.argsort(far, axis=1, kind="stable")[:, : self.n_neighbors]
        votes = np.eye(len(self.classes_))[self.kinds_[near]].sum(axis=1)
        return self.classes_[votes.argmax(axis=1)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """정확도"""
        return float(np.mean(self.predict(X) == np.asarray(y)))
# --8<-- [end:KNeighborsClassifier]


# --8<-- [start:select_k_best]
def select_k_best(X: ArrayLike, y: ArrayLike, k: int = 10) -> np.ndarray:
    """0과 1인 y와 상관이 큰 특성 k개의 번호. 상관이 큰 것부터 늘어놓는다.

    반환: (k,)
    오류: k가 특성의 수보다 많으면 ValueError
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not 1 <= k <= X.shape[1]:
        raise ValueError(f"특성 {X.shape[1]}개에서 {k}개를 고를 수 없다.")
    dX, dy = X - X.mean(axis=0), y - y.mean()
    spread = np.sqrt((dX**2).sum(axis=0) * (dy**2).sum())
    strength = abs(dy @ dX) / np.where(spread == 0, 1, spread)
    return np.argsort(-strength, kind="stable")[:k]
# --8<-- [end:select_k_best]

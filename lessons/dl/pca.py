"""주성분 분석. 점이 가장 넓게 퍼진 방향부터 축을 새로 잡는다.

기호: X (N, D) 점, S (D, D) 공분산 행렬, 주성분은 서로 수직인 길이 1의 벡터
출처: Pearson (1901), Hotelling (1933)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import count, fitted

# --8<-- [end:imports]


# --8<-- [start:covariance]
def covariance(X: ArrayLike) -> Array:
    """특성끼리 함께 바뀌는 정도. 식 (4.8)

    X: (N, D), 반환: (D, D)
    오류: 점이 하나뿐이면 ValueError
    """
    X = finite("X", X, "N, D")
    if len(X) < 2:
        raise ValueError("퍼진 정도를 재려면 점이 둘 이상이어야 한다. 하나가 왔다.")
    # 첫 점을 빼고 평균 내면, 값이 모두 같은 열은 오차 없이 0이 된다.
    X = X - X[0]
    centered = X - X.mean(axis=0)
    return centered.T @ centered / (len(X) - 1)
# --8<-- [end:covariance]


# --8<-- [start:PCA]
class PCA:
    """주성분 분석. 이름은 scikit-learn을 따른다.

    n_components: 남길 축의 수. None이면 min(N, D)
    fit 뒤: mean_ (D,), components_ (K, D), explained_variance_ (K,),
        explained_variance_ratio_ (K,)
    주성분의 부호는 절댓값이 가장 큰 성분이 양수가 되게 고른다.
    오류: 축의 수가 1부터 min(N, D)까지가 아니면 ValueError
    """

    def __init__(self, n_components: int | None = None) -> None:
        self.n_components = n_components

    def fit(self, X: ArrayLike) -> "PCA":
        """X: (N, D)"""
        X = finite("X", X, "N, D")
        K = most = min(X.shape)
        if self.n_components is not None:
            K = count("n_components", self.n_components, 1, most)
        rounding = 4 * np.finfo(float).eps * abs(X).max(axis=0)
        values, vectors = np.linalg.eigh(covariance(X))
        values, vectors = np.maximum(values[::-1], 0), vectors[:, ::-1].T
        if (np.ptp(X, axis=0) <= rounding).all():
            raise ValueError("X: 모든 점이 같아 퍼진 방향이 없다. 다른 점을 더 넣는다.")
        largest = abs(vectors).argmax(axis=1)[:, None]
        vectors = vectors * np.sign(np.take_along_axis(vectors, largest, axis=1))
        self.mean_, self.components_ = X.mean(axis=0), vectors[:K]
        self.explained_variance_ = values[:K]
        self.explained_variance_ratio_ = values[:K] / values.sum()
        return self

    def transform(self, X: ArrayLike) -> Array:
        """새 축에서 읽은 좌표. 식 (4.11) X: (N, D), 반환: (N, K)"""
        fitted(self, "components_")
        X = finite("X", X, "N, D", D=self.components_.shape[1])
        return (X - self.mean_) @ self.components_.T

    def inverse_transform(self, Z: ArrayLike) -> Array:
        """좌표에서 되살린 점. 식 (4.12) Z: (N, K), 반환: (N, D)"""
        fitted(self, "components_")
        Z = finite("Z", Z, "N, K", K=len(self.components_))
        return Z @ self.components_ + self.mean_
# --8<-- [end:PCA]

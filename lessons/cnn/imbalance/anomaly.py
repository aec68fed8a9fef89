"""정상만 보고 이상을 찾는다: 정상의 주성분으로 그리고 남은 것이 크면 이상이다."""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.dl.pca import PCA
from lessons.scalars import fitted, number

# --8<-- [end:imports]


# --8<-- [start:PCADetector]
class PCADetector:
    """정상의 주성분으로 되살린 것과 원래의 거리로 이상을 찾는다. 식 (13.13)

    n_components: 남길 주성분의 수
    contamination: 정상인데 이상이라고 할 비율로 허락하는 몫
    calibrate 뒤: offset_, 점수가 이보다 낮으면 이상
    """

    def __init__(
        self, n_components: int | None = None, *, contamination: float = 0.05
    ) -> None:
        self.n_components = n_components
        self.contamination = number("contamination", contamination, above=0, below=1)

    def fit(self, X: ArrayLike) -> "PCADetector":
        """정상만 담은 X: (N, D)"""
        self.pca_ = PCA(self.n_components).fit(X)
        return self

    def score_samples(self, X: ArrayLike) -> Array:
        """정상에 가까울수록 높은 점수: 남은 것의 제곱합에 -를 붙인다. 반환: (N,)"""
        fitted(self, "pca_")
        X = finite("X", X, "N, D", D=len(self.pca_.mean_))
        return -((X - self.pca_.inverse_transform(self.pca_.transform(X))) ** 2).sum(1)

    def calibrate(self, X: ArrayLike) -> "PCADetector":
        """fit에 쓰지 않은 정상에서 임곗값을 정한다. X: (N, D)"""
        self.offset_ = float(np.quantile(self.score_samples(X), self.contamination))
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        """정상이면 1, 이상이면 -1. 반환: (N,)"""
        fitted(self, "offset_", "calibrate")
        return np.where(self.score_samples(X) >= self.offset_, 1, -1)
# --8<-- [end:PCADetector]

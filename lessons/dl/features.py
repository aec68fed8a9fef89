"""특성을 고르게 맞추고, 거듭제곱해 늘린다.

기호: X (N, D) 특성, mu (D,) 평균, sigma (D,) 표준 편차
이름과 기본값은 scikit-learn의 StandardScaler, PolynomialFeatures와 같다.
"""

# --8<-- [start:imports]
from itertools import chain, combinations, combinations_with_replacement

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl.linear_regression import as_features

# --8<-- [end:imports]


# --8<-- [start:same_width]
def same_width(X: ArrayLike, D: int | None) -> Array:
    """fit에서 본 것과 열의 수가 같은 (N, D) 배열로 받는다.

    오류: 아직 fit을 부르지 않았거나(D가 None) 열의 수가 다르면 ValueError
    """
    if D is None:
        raise ValueError("아직 본 것이 없다. fit(X)를 먼저 부른다.")
    X = as_features(X)
    if X.shape[1] != D:
        raise ValueError(f"특성 {D}개로 맞추었는데 {X.shape[1]}개가 왔다.")
    return X
# --8<-- [end:same_width]


# --8<-- [start:StandardScaler]
class StandardScaler:
    """특성마다 평균을 빼고 표준 편차로 나눈다. 식 (6.9)

    with_mean: 거짓이면 평균을 빼지 않는다
    with_std: 거짓이면 표준 편차로 나누지 않는다
    mean_, scale_: 실제로 빼고 나누는 수. 값이 모두 같은 열은 1로 나눈다
    오류: X가 (N, D)가 아니거나 유한하지 않으면 ValueError
    """

    def __init__(self, *, with_mean: bool = True, with_std: bool = True) -> None:
        self.with_mean, self.with_std = with_mean, with_std

    def fit(self, X: ArrayLike) -> "StandardScaler":
        X = as_features(X)
        # 첫 행을 빼고 평균 내면, 값이 모두 같은 열은 오차 없이 0이 된다.
        mu = X[0] + (X - X[0]).mean(axis=0)
        sigma = np.sqrt(((X - mu) ** 2).mean(axis=0))
        sigma[sigma == 0] = 1
        self.mean_ = mu if self.with_mean else np.zeros_like(mu)
        self.scale_ = sigma if self.with_std else np.ones_like(sigma)
        return self

    def transform(self, X: ArrayLike) -> Array:
        """X: (N, D), 반환: (N, D)"""
        X = same_width(X, self._width())
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, X: ArrayLike) -> Array:
        """transform을 되돌린다."""
        X = same_width(X, self._width())
        return X * self.scale_ + self.mean_

    def fit_transform(self, X: ArrayLike) -> Array:
        return self.fit(X).transform(X)

    def _width(self) -> int | None:
        return len(self.mean_) if hasattr(self, "mean_") else None
# --8<-- [end:StandardScaler]


# --8<-- [start:PolynomialFeatures]
class PolynomialFeatures:
    """특성들을 곱해 degree차까지의 항을 모두 만든다. 식 (6.15)

    degree: 가장 높은 차수
    interaction_only: 참이면 같은 특성을 두 번 곱하지 않는다
    include_bias: 참이면 모두 1인 열을 맨 앞에 둔다
    powers_: (만들 항의 수, D), 항마다 특성을 몇 번 곱하는지
    오류: degree가 0 이상의 정수가 아니거나 만들 항이 없으면 ValueError
    """

    def __init__(
        self,
        degree: int = 2,
        *,
        interaction_only: bool = False,
        include_bias: bool = True,
    ) -> None:
        if degree != int(degree) or degree < 0:
            raise ValueError(f"degree는 0 이상의 정수여야 한다. {degree}이 왔다.")
        if degree == 0 and not include_bias:
            raise ValueError("degree가 0이면 1의 열뿐이다. include_bias를 켠다.")
        self.degree, self.include_bias = int(degree), include_bias
        self.interaction_only = interaction_only

    def fit(self, X: ArrayLike) -> "PolynomialFeatures":
        D = as_features(X).shape[1]
        choose = combinations_with_replacement
        if self.interaction_only:
            choose = combinations
        lowest = 0 if self.include_bias else 1
        terms = chain.from_iterable(
            choose(range(D), k) for k in range(lowest, self.degree + 1)
        )
        counted = [np.bincount(np.array(t, dtype=int), minlength=D) for t in terms]
        self.powers_ = np.array(counted)
        return self

    def transform(self, X: ArrayLike) -> Array:
        """X: (N, D), 반환: (N, 만든 항의 수)"""
        seen = self.powers_.shape[1] if hasattr(self, "powers_") else None
        X = same_width(X, seen)
        return np.prod(X[:, None, :] ** self.powers_, axis=2)

    def fit_transform(self, X: ArrayLike) -> Array:
        return self.fit(X).transform(X)

# --8<-- [end:PolynomialFeatures]

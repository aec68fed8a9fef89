"""특성을 고르게 맞추고, 거듭제곱해 늘린다.

기호: X (N, D) 특성, mu (D,) 평균, sigma (D,) 표준 편차
이름과 기본값은 scikit-learn의 StandardScaler, PolynomialFeatures와 같다.
"""

# --8<-- [start:imports]
from itertools import chain, combinations, combinations_with_replacement

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import count, fitted, flag

# --8<-- [end:imports]


# --8<-- [start:StandardScaler]
class StandardScaler:
    """특성마다 평균을 빼고 표준 편차로 나눈다. 식 (6.9)

    with_mean: 거짓이면 평균을 빼지 않는다
    with_std: 거짓이면 표준 편차로 나누지 않는다
    mean_, scale_: 실제로 빼고 나누는 수. 반올림 오차밖에 다르지 않은 열은 1로 나눈다
    오류: X가 (N, D)가 아니거나 유한하지 않으면 ValueError
    """

    def __init__(self, *, with_mean: bool = True, with_std: bool = True) -> None:
        self.with_mean, self.with_std = with_mean, with_std

    def fit(self, X: ArrayLike) -> "StandardScaler":
        X = finite("X", X, "N, D")
        # 첫 행을 빼고 평균 내면, 값이 모두 같은 열은 오차 없이 0이 된다.
        mu = X[0] + (X - X[0]).mean(axis=0)
        sigma = np.sqrt(((X - mu) ** 2).mean(axis=0))
        sigma[sigma <= 4 * np.finfo(float).eps * abs(mu)] = 1
        self.mean_ = mu if flag("with_mean", self.with_mean) else np.zeros_like(mu)
        self.scale_ = sigma if flag("with_std", self.with_std) else np.ones_like(sigma)
        return self

    def transform(self, X: ArrayLike) -> Array:
        """X: (N, D), 반환: (N, D)"""
        fitted(self, "mean_")
        X = finite("X", X, "N, D", D=len(self.mean_))
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, X: ArrayLike) -> Array:
        """transform을 되돌린다."""
        fitted(self, "mean_")
        X = finite("X", X, "N, D", D=len(self.mean_))
        return X * self.scale_ + self.mean_

    def fit_transform(self, X: ArrayLike) -> Array:
        return self.fit(X).transform(X)
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
        self.degree, self.include_bias = degree, include_bias
        self.interaction_only = interaction_only

    def fit(self, X: ArrayLike) -> "PolynomialFeatures":
        D = finite("X", X, "N, D").shape[1]
        lowest = 0 if flag("include_bias", self.include_bias) else 1
        degree = count("degree", self.degree, lowest)
        choose = combinations_with_replacement
        if flag("interaction_only", self.interaction_only):
            choose = combinations
        terms = chain.from_iterable(
            choose(range(D), k) for k in range(lowest, degree + 1)
        )
        counted = [np.bincount(np.array(t, dtype=int), minlength=D) for t in terms]
        self.powers_ = np.array(counted)
        return self

    def transform(self, X: ArrayLike) -> Array:
        """X: (N, D), 반환: (N, 만든 항의 수)"""
        fitted(self, "powers_")
        X = finite("X", X, "N, D", D=self.powers_.shape[1])
        return np.prod(X[:, None, :] ** self.powers_, axis=2)

    def fit_transform(self, X: ArrayLike) -> Array:
        return self.fit(X).transform(X)

# --8<-- [end:PolynomialFeatures]

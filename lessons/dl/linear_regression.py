"""선형 회귀. 잔차의 제곱을 가장 작게 하는 직선을 한 번에 구한다.

기호: X (N, D) 특성, y (N,) 정답, w (D,) 가중치, b 편향
출처: Legendre (1805), 부록; Gauss (1809), 2권 3절
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, same_shape
from lessons.scalars import fitted, flag

# --8<-- [end:imports]


# --8<-- [start:mean_squared_error]
def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """평균 제곱 오차. 식 (5.3)

    y_true, y_pred: 모양이 같은 배열
    오류: 모양이 다르거나, 비었거나, 유한하지 않으면 ValueError
    """
    y_true, y_pred = finite("y_true", y_true), finite("y_pred", y_pred)
    same_shape(y_true=y_true, y_pred=y_pred)
    return float(np.mean((y_true - y_pred) ** 2))
# --8<-- [end:mean_squared_error]


# --8<-- [start:normal_equation]
def normal_equation(X: ArrayLike, y: ArrayLike) -> Array:
    """정규방정식 XᵀXw = Xᵀy를 푼다. 식 (5.13)

    X: (N, D), y: (N,), 편향이 있으면 X의 한 열이 모두 1이다
    반환: (D,)
    오류: X의 열이 서로 겹쳐 답이 하나가 아니면 ValueError
    """
    X = finite("X", X, "N, D")
    y = finite("y", y, "N", N=len(X))
    rank, D = np.linalg.matrix_rank(X), X.shape[1]
    if rank < D:
        raise ValueError(
            f"X의 열 {D}개 가운데 서로 다른 정보는 {rank}개뿐이다. "
            "겹치는 열을 빼거나 LinearRegression을 쓴다."
        )
    return np.linalg.solve(X.T @ X, X.T @ y)
# --8<-- [end:normal_equation]


# --8<-- [start:LinearRegression]
class LinearRegression:
    """최소제곱법으로 맞추는 선형 회귀. 이름은 scikit-learn을 따른다.

    fit_intercept: 거짓이면 편향을 0으로 묶는다
    답이 하나가 아니면 그 가운데 길이 ‖w‖가 가장 짧은 w를 고른다.
    오류: 모양이 안 맞거나, 비었거나, 유한하지 않으면 ValueError
    """

    def __init__(self, *, fit_intercept: bool = True) -> None:
        self.fit_intercept = fit_intercept

    def fit(self, X: ArrayLike, y: ArrayLike) -> "LinearRegression":
        """X: (N, D), y: (N,)"""
        X = finite("X", X, "N, D")
        y = finite("y", y, "N", N=len(X))
        x_mean, y_mean = np.zeros(X.shape[1]), 0.0
        if flag("fit_intercept", self.fit_intercept):
            # 첫 행을 빼고 평균 내면, 값이 모두 같은 열은 오차 없이 0이 된다.
            x_mean, y_mean = X[0] + (X - X[0]).mean(axis=0), y.mean()
        # 식 (5.14)의 (XᵀX)⁻¹Xᵀ. 역행렬이 없어도 pinv는 정해지고,
        # rtol=None은 반올림 오차일 뿐인 차이를 새 정보로 보지 않는다.
        self.coef_ = np.linalg.pinv(X - x_mean, rtol=None) @ (y - y_mean)
        self.intercept_ = float(y_mean - x_mean @ self.coef_)  # 식 (5.8)
        return self

    def predict(self, X: ArrayLike) -> Array:
        """X: (N, D), 반환: (N,)"""
        fitted(self, "coef_")
        X = finite("X", X, "N, D", D=len(self.coef_))
        return X @ self.coef_ + self.intercept_

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """결정 계수 R². y가 모두 같으면 정할 수 없어 ValueError"""
        y_hat = self.predict(X)
        y = finite("y", y, "N", N=len(y_hat))
        if np.ptp(y) == 0:
            raise ValueError("y가 모두 같아 R²를 정할 수 없다.")
        return 1 - mean_squared_error(y, y_hat) / float(y.var())
# --8<-- [end:LinearRegression]

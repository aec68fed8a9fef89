"""릿지와 라쏘. 가중치가 커지는 데 벌을 주는 선형 회귀.

기호: X (N, D) 특성, y (N,) 정답, w (D,) 가중치, alpha 벌의 세기 α
출처: Hoerl과 Kennard (1970); Tibshirani (1996)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, real
from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression import LinearRegression
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:centred]
def centred(
    X: ArrayLike, y: ArrayLike, fit_intercept: bool
) -> tuple[Array, Array, Array, float]:
    """평균을 뺀 X와 y, 그리고 뺀 평균. 편향에 벌을 주지 않는 길이다.

    반환: X (N, D), y (N,), x_mean (D,), y_mean. 편향이 없으면 0을 뺀다
    """
    X = finite("X", X, "N, D")
    y = finite("y", y, "N", N=len(X))
    scaler = StandardScaler(with_mean=fit_intercept, with_std=False).fit(X)
    y_mean = float(y.mean()) if fit_intercept else 0.0
    return scaler.transform(X), y - y_mean, scaler.mean_, y_mean
# --8<-- [end:centred]


# --8<-- [start:Ridge]
class Ridge(LinearRegression):
    """‖y − Xw‖² + α‖w‖²를 가장 작게 하는 선형 회귀. 식 (6.11)

    alpha: 벌의 세기. 0이면 벌이 없는 최소제곱법이다
    편향에는 벌을 주지 않는다.
    오류: alpha가 음수면 ValueError
    """

    def __init__(self, alpha: float = 1.0, *, fit_intercept: bool = True) -> None:
        super().__init__(fit_intercept=fit_intercept)
        self.alpha = alpha

    def fit(self, X: ArrayLike, y: ArrayLike) -> "Ridge":
        alpha = number("alpha", self.alpha, 0)
        X, y, x_mean, y_mean = centred(X, y, self.fit_intercept)
        D = X.shape[1]
        # 벌 α‖w‖²은 √α가 대각선에 선 행렬을 아래에 이어 붙인 제곱 오차다.
        tall = np.vstack([X, np.sqrt(alpha) * np.eye(D)])
        self.coef_ = np.linalg.lstsq(tall, np.append(y, np.zeros(D)))[0]
        self.intercept_ = float(y_mean - x_mean @ self.coef_)
        return self
# --8<-- [end:Ridge]


# --8<-- [start:soft_threshold]
def soft_threshold(z: ArrayLike, t: float) -> Array:
    """z를 0 쪽으로 t만큼 당기고, 0을 넘으면 0에 멈춘다. 식 (6.14)

    z: 모양이 자유로운 배열, t: 0 이상
    """
    z, t = real("z", z), number("t", t, 0)
    return np.sign(z) * np.maximum(np.abs(z) - t, 0)
# --8<-- [end:soft_threshold]


# --8<-- [start:Lasso]
class Lasso(LinearRegression):
    """1/(2N)‖y − Xw‖² + α‖w‖₁을 가장 작게 하는 선형 회귀. 식 (6.13)

    alpha: 벌의 세기
    max_iter: 모든 좌표를 많아야 몇 바퀴 도는가
    tol: 한 바퀴에 가장 많이 변한 가중치가 가장 큰 가중치의 tol배면 멈춘다
    n_iter_: 돈 바퀴 수
    오류: alpha가 음수거나 max_iter바퀴 안에 멎지 않으면 ValueError
    출처: Friedman 외 (2010), 2절의 좌표 하강법
    """

    def __init__(
        self,
        alpha: float = 1.0,
        *,
        fit_intercept: bool = True,
        max_iter: int = 1000,
        tol: float = 1e-4,
    ) -> None:
        super().__init__(fit_intercept=fit_intercept)
        self.alpha, self.max_iter, self.tol = alpha, max_iter, tol

    def fit(self, X: ArrayLike, y: ArrayLike) -> "Lasso":
        alpha = number("alpha", self.alpha, 0)
        max_iter, tol = count("max_iter", self.max_iter), number("tol", self.tol, 0)
        X, y, x_mean, y_mean = centred(X, y, self.fit_intercept)
        w = np.zeros(X.shape[1])
        for sweep in range(max_iter):
            before, w = w, descend_coordinates(X, y, w, alpha)
            self.n_iter_ = sweep + 1
            if abs(w - before).max() <= tol * abs(w).max():
                break
        else:
            raise ValueError(
                f"{max_iter}바퀴를 돌아도 멎지 않는다. "
                "특성을 표준화하거나 max_iter나 tol을 키운다."
            )
        self.coef_, self.intercept_ = w, float(y_mean - x_mean @ w)
        return self
# --8<-- [end:Lasso]


# --8<-- [start:descend_coordinates]
def descend_coordinates(
    X: ArrayLike, y: ArrayLike, w: ArrayLike, alpha: float
) -> Array:
    """가중치를 하나씩, 나머지를 붙들고 가장 좋은 값으로 고친다. 식 (6.14)

    X: (N, D), y: (N,), w: (D,) 지금의 가중치, 반환: (D,) 한 바퀴 고친 가중치
    값이 모두 0인 열의 가중치는 그대로 둔다.
    """
    X = finite("X", X, "N, D")
    y = finite("y", y, "N", N=len(X))
    w = finite("w", w, "D", D=X.shape[1]).copy()
    square = (X**2).mean(axis=0)
    r = y - X @ w
    for j in np.flatnonzero(square):
        r += X[:, j] * w[j]
        w[j] = soft_threshold(X[:, j] @ r / len(X), alpha) / square[j]
        r -= X[:, j] * w[j]
    return w
# --8<-- [end:descend_coordinates]

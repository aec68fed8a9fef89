"""경사 하강법으로 맞추는 선형 회귀와, 그 빠르기를 정하는 조건수.

기호: X (N, D) 특성, y (N,) 정답, w (D,) 가중치, lr 학습률 η
출처: Cauchy (1847); Bottou 외 (2018), 4절
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, real
from lessons.dl.linear_regression import LinearRegression
from lessons.scalars import count, flag, number

# --8<-- [end:imports]


# --8<-- [start:mse_gradient]
def mse_gradient(X: ArrayLike, y: ArrayLike, w: ArrayLike) -> Array:
    """평균 제곱 오차를 w로 미분한 기울기. 식 (6.3)

    X: (N, D), 편향이 있으면 한 열이 모두 1이다
    y: (N,), w: (D,), 반환: (D,)
    """
    X = finite("X", X, "N, D")
    y = finite("y", y, "N", N=len(X))
    w = real("w", w, "D", D=X.shape[1])
    return 2 / len(X) * X.T @ (X @ w - y)
# --8<-- [end:mse_gradient]


# --8<-- [start:curvatures]
def curvatures(X: ArrayLike) -> Array:
    """평균 제곱 오차의 곡률, 곧 2/N XᵀX의 고윳값. 식 (6.4)

    X의 특잇값을 제곱해 구한다. XᵀX를 만들면 작은 고윳값의 자릿수를 잃는다.
    반환: (D,), 작은 것부터. 반올림 오차일 뿐인 것은 0이다
    """
    X = finite("X", X, "N, D")
    singular = np.zeros(X.shape[1])
    found = np.linalg.svd(X, compute_uv=False)
    noise = max(X.shape) * np.finfo(float).eps * found[0]
    singular[: len(found)] = np.where(found > noise, found, 0)
    return np.sort(2 / len(X) * singular**2)


def condition_number(X: ArrayLike) -> float:
    """가장 큰 곡률을 가장 작은 곡률로 나눈 조건수 κ. 식 (6.6)

    반환: 1 이상. 열이 겹쳐 곡률이 0인 방향이 있으면 무한대
    """
    curve = curvatures(X)
    return float(curve[-1] / curve[0]) if curve[0] > 0 else np.inf


def best_rate(X: ArrayLike) -> float:
    """가장 빠른 학습률 2/(λ_max + λ_min). 식 (6.7)

    곡률이 0인 방향은 걸을 일이 없어, λ_min은 0이 아닌 것 가운데 가장 작은 것이다.
    오류: X가 모두 0이라 곡률이 없으면 ValueError
    """
    curve = curvatures(X)
    curve = curve[curve > 0]
    if not len(curve):
        raise ValueError("X: 모두 0이라 학습률을 정할 수 없다. 0이 아닌 특성을 넣는다.")
    return float(2 / (curve[0] + curve[-1]))
# --8<-- [end:curvatures]


# --8<-- [start:LinearRegressionGD]
class LinearRegressionGD(LinearRegression):
    """0에서 출발해 경사 하강법으로 맞추는 선형 회귀. 식 (6.3)

    lr: 학습률. None이면 가장 빠른 2/(λ_max + λ_min)를 셈해서 쓴다
    max_iter: 많아야 몇 걸음을 걷는가
    tol: 기울기의 길이가 처음의 tol배 이하가 되면 멈춘다
    n_iter_: 걸은 걸음 수. max_iter와 같으면 다 오지 못했을 수 있다
    오류: lr이 양수가 아니거나 걷다가 수가 넘치면 ValueError
    """

    def __init__(
        self,
        lr: float | None = None,
        *,
        max_iter: int = 10_000,
        tol: float = 1e-6,
        fit_intercept: bool = True,
    ) -> None:
        super().__init__(fit_intercept=fit_intercept)
        self.lr, self.max_iter, self.tol = lr, max_iter, tol

    def fit(self, X: ArrayLike, y: ArrayLike) -> "LinearRegressionGD":
        X = finite("X", X, "N, D")
        y = finite("y", y, "N", N=len(X))
        intercept = flag("fit_intercept", self.fit_intercept)
        max_iter = count("max_iter", self.max_iter, 0)
        tol = number("tol", self.tol, 0)
        A = np.column_stack([X, np.ones(len(X))]) if intercept else X
        lr = best_rate(A) if self.lr is None else number("lr", self.lr, above=0)
        w = np.zeros(A.shape[1])
        gradient = mse_gradient(A, y, w)
        enough = tol * np.linalg.norm(gradient)
        self.n_iter_ = 0
        with np.errstate(over="ignore", invalid="ignore"):
            while self.n_iter_ < max_iter and np.linalg.norm(gradient) > enough:
                w = w - lr * gradient
                gradient = mse_gradient(A, y, w)
                self.n_iter_ += 1
        if not np.isfinite(gradient).all():
            raise ValueError(f"걷다가 수가 넘쳤다. 학습률을 줄인다. 받은 lr: {lr}")
        self.coef_ = w[: X.shape[1]]
        self.intercept_ = float(w[-1]) if intercept else 0.0
        return self
# --8<-- [end:LinearRegressionGD]

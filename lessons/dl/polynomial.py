"""다항식 맞추기. 차수와 걸음 수를 바꾸며 과적합을 본다.

기호: x (N,) -1과 1 사이의 입력, y (N,) 정답, w (degree + 1,) 계수
"""

# --8<-- [start:imports]
import numpy as np
from numpy.polynomial.legendre import legvander
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import count, fitted, generator, number

# --8<-- [end:imports]


# --8<-- [start:noisy_wave]
def noisy_wave(
    N: int, *, noise: float = 0.3, rng: np.random.Generator
) -> tuple[Array, Array]:
    """잡음이 섞인 물결 sin(πx)에서 뽑은 샘플. 소수 둘째 자리까지 적는다.

    반환: x (N,) -1과 1 사이, y (N,)
    """
    x = generator("rng", rng).uniform(-1, 1, count("N", N, 0))
    noise = number("noise", noise, 0)
    y = np.sin(np.pi * x) + noise * rng.standard_normal(N)
    return x.round(2), y.round(2)
# --8<-- [end:noisy_wave]


# --8<-- [start:PolynomialRegressor]
class PolynomialRegressor:
    """제곱 오차가 가장 작은 다항식. 계수는 르장드르 다항식에 곱한다.

    degree: 차수
    alpha: 계수 제곱의 합에 곱하는 벌. 크면 곡선이 완만해진다
    오류: x가 (N,)이 아니거나 -1과 1 사이를 벗어나면 ValueError
    """

    def __init__(self, degree: int = 1, alpha: float = 0.0) -> None:
        self.degree, self.alpha = degree, alpha

    def fit(self, x: ArrayLike, y: ArrayLike) -> "PolynomialRegressor":
        """x: (N,), y: (N,)"""
        phi = legendre_features(x, self.degree)
        y = finite("y", y, "N", N=len(phi))
        alpha, D = number("alpha", self.alpha, 0), phi.shape[1]
        # 제곱의 합 ‖Φw − y‖² + alpha‖w‖²은 아래로 이어 붙인 식의 제곱 오차다.
        tall = np.vstack([phi, np.sqrt(alpha) * np.eye(D)])
        self.coef_ = np.linalg.lstsq(tall, np.append(y, np.zeros(D)))[0]
        return self

    def predict(self, x: ArrayLike) -> Array:
        """x: (M,), 반환: (M,)"""
        fitted(self, "coef_")
        return legendre_features(x, len(self.coef_) - 1) @ self.coef_

    def score(self, x: ArrayLike, y: ArrayLike) -> float:
        """평균 제곱 오차에 빼기를 붙인 것. 클수록 좋다."""
        y_hat = self.predict(x)
        y = finite("y", y, "N", N=len(y_hat))
        return -float(np.mean((y_hat - y) ** 2))
# --8<-- [end:PolynomialRegressor]


# --8<-- [start:legendre_features]
def legendre_features(x: ArrayLike, degree: int) -> Array:
    """x의 0차부터 degree차까지의 다항식 값. 어떤 다항식도 이 열들의 합이다.

    x: (N,), 반환: (N, degree + 1)
    """
    x = finite("x", x, "N")
    if (far := abs(x).max()) > 1:
        raise ValueError(
            f"x: -1과 1 사이의 수를 넣는다. 가장 먼 것: {far:g}. "
            f"x / {far:g}처럼 좁혀서 넣는다."
        )
    return legvander(x, count("degree", degree, 0))
# --8<-- [end:legendre_features]


# --8<-- [start:descend]
def descend(
    x: ArrayLike, y: ArrayLike, degree: int, *, lr: float = 0.1, steps: int = 1000
) -> Array:
    """계수를 0에서 출발해 훈련 손실이 줄어드는 쪽으로 조금씩 고친 자취.

    반환: (steps + 1, degree + 1)
    """
    phi, lr = legendre_features(x, degree), number("lr", lr, above=0)
    y, steps = finite("y", y, "N", N=len(phi)), count("steps", steps, 0)
    path = np.zeros((steps + 1, phi.shape[1]))
    for t in range(steps):
        path[t + 1] = path[t] - lr * 2 / len(y) * phi.T @ (phi @ path[t] - y)
    return path


def losses(path: ArrayLike, x: ArrayLike, y: ArrayLike) -> Array:
    """자취의 걸음마다 x, y에서 잰 평균 제곱 오차. (steps + 1,)"""
    path = finite("path", path, "T, P")
    phi = legendre_features(x, path.shape[1] - 1)
    y = finite("y", y, "N", N=len(phi))
    return np.mean((path @ phi.T - y) ** 2, axis=1)
# --8<-- [end:descend]

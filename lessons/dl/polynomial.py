"""다항식 맞추기. 차수와 걸음 수를 바꾸며 과적합을 본다.

기호: x (N,) -1과 1 사이의 입력, y (N,) 정답, w (degree + 1,) 계수
"""

# --8<-- [start:imports]
import numpy as np
from numpy.polynomial.legendre import legvander
from numpy.typing import ArrayLike

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:noisy_wave]
def noisy_wave(
    N: int, *, noise: float = 0.3, rng: np.random.Generator
) -> tuple[Array, Array]:
    """잡음이 섞인 물결 sin(πx)에서 뽑은 샘플. 소수 둘째 자리까지 적는다.

    반환: x (N,) -1과 1 사이, y (N,)
    """
    x = rng.uniform(-1, 1, N)
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
        phi = legendre_features(x, self.degree)
        D = self.degree + 1
        # 제곱의 합 ‖Φw − y‖² + alpha‖w‖²은 아래로 이어 붙인 식의 제곱 오차다.
        tall = np.vstack([phi, np.sqrt(self.alpha) * np.eye(D)])
        self.coef_ = np.linalg.lstsq(tall, np.append(y, np.zeros(D)))[0]
        return self

    def predict(self, x: ArrayLike) -> Array:
        return legendre_features(x, self.degree) @ self.coef_

    def score(self, x: ArrayLike, y: ArrayLike) -> float:
        """평균 제곱 오차에 빼기를 붙인 것. 클수록 좋다."""
        return -float(np.mean((self.predict(x) - np.asarray(y)) ** 2))
# --8<-- [end:PolynomialRegressor]


# --8<-- [start:legendre_features]
def legendre_features(x: ArrayLike, degree: int) -> Array:
    """x의 0차부터 degree차까지의 다항식 값. 어떤 다항식도 이 열들의 합이다.

    반환: (N, degree + 1)
    """
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or (abs(x) > 1).any():
        raise ValueError(
            f"x는 -1과 1 사이의 수를 담은 (N,)이어야 한다. 받은 모양: {x.shape}"
        )
    return legvander(x, degree)
# --8<-- [end:legendre_features]


# --8<-- [start:descend]
def descend(
    x: ArrayLike, y: ArrayLike, degree: int, *, lr: float = 0.1, steps: int = 1000
) -> Array:
    """계수를 0에서 출발해 훈련 손실이 줄어드는 쪽으로 조금씩 고친 자취.

    반환: (steps + 1, degree + 1)
    """
    phi, y = legendre_features(x, degree), np.asarray(y)
    path = np.zeros((steps + 1, degree + 1))
    for t in range(steps):
        path[t + 1] = path[t] - lr * 2 / len(y) * phi.T @ (phi @ path[t] - y)
    return path


def losses(path: Array, x: ArrayLike, y: ArrayLike) -> Array:
    """자취의 걸음마다 x, y에서 잰 평균 제곱 오차. (steps + 1,)"""
    phi = legendre_features(x, path.shape[1] - 1)
    return np.mean((path @ phi.T - np.asarray(y)) ** 2, axis=1)
# --8<-- [end:descend]

"""칼만 필터: 예측과 측정을 불확실한 정도에 따라 섞는다.

기호: x (D,) 상태, P (D, D) 상태의 공분산, F 한 걸음, Q 걸음의 잡음, z (M,) 측정,
H 상태를 측정으로 옮기는 행렬, R 측정의 잡음. 앞에 축을 더하면 한꺼번에 여럿이다.
출처: Kalman (1960). 이름과 인자의 차례는 filterpy를 따른다
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, real
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:predict]
def predict(
    x: ArrayLike, P: ArrayLike, F: ArrayLike, Q: ArrayLike
) -> tuple[Array, Array]:
    """한 걸음 뒤의 상태. 움직인 만큼 덜 확실해진다. 식 (10.3)

    x: (…, D), P: (…, D, D), F: (D, D), Q: (D, D)
    """
    x, P = _states(x, P)
    F, Q = (finite(n, A, "D, D", D=x.shape[-1]) for n, A in (("F", F), ("Q", Q)))
    return x @ F.T, F @ P @ F.T + Q
# --8<-- [end:predict]


# --8<-- [start:update]
def update(
    x: ArrayLike, P: ArrayLike, z: ArrayLike, R: ArrayLike, H: ArrayLike
) -> tuple[Array, Array]:
    """측정 z를 섞은 상태. 식 (10.4)–(10.6)

    x: (…, D), P: (…, D, D), z: (…, M), R: (M, M), H: (M, D)
    """
    y, S, PHt = innovation(x, P, z, R, H)
    x, P, R, H = (real(n, a) for n, a in zip("xPRH", (x, P, R, H), strict=True))
    K = np.linalg.solve(S, PHt.swapaxes(-1, -2)).swapaxes(-1, -2)  # K = P Hᵀ S⁻¹
    keep = np.eye(x.shape[-1]) - K @ H
    P = keep @ P @ keep.swapaxes(-1, -2) + K @ R @ K.swapaxes(-1, -2)
    return x + (K @ y[..., None])[..., 0], P
# --8<-- [end:update]


# --8<-- [start:innovation]
def innovation(
    x: ArrayLike, P: ArrayLike, z: ArrayLike, R: ArrayLike, H: ArrayLike
) -> tuple[Array, Array, Array]:
    """예측이 빗나간 만큼 y, 그 공분산 S, 그리고 P Hᵀ."""
    x, P = _states(x, P)
    H = finite("H", H, "M, D", D=x.shape[-1])
    R = finite("R", R, "M, M", M=len(H))
    y = real("z", z, "..., M", M=len(H)) - x @ H.T
    PHt = P @ H.T
    return y, H @ PHt + R, PHt


def mahalanobis(
    x: ArrayLike, P: ArrayLike, z: ArrayLike, R: ArrayLike, H: ArrayLike
) -> Array:
    """예측에서 측정까지 마할라노비스 거리의 제곱. 식 (10.7). 인자는 update와 같다."""
    y, S, _ = innovation(x, P, z, R, H)
    return (y * np.linalg.solve(S, y[..., None])[..., 0]).sum(axis=-1)
# --8<-- [end:innovation]


# --8<-- [start:gate]
GATE_95 = {1: 3.8415, 2: 5.9915, 3: 7.8147, 4: 9.4877}  # 카이제곱 분포의 95% 자리


def gate(distance: ArrayLike, dim_z: int) -> np.ndarray:
    """참이면 믿을 만한 측정이다: 맞는 짝이라면 100번에 95번은 이 안에 든다.

    distance: mahalanobis가 돌려준 제곱 거리, dim_z: 측정의 차원(1–4)
    """
    return real("distance", distance) <= GATE_95[count("dim_z", dim_z, 1, 4)]
# --8<-- [end:gate]


# --8<-- [start:KalmanFilter]
class KalmanFilter:
    """상태를 들고 다니는 필터. x, P, F, H, Q, R을 채워 쓴다."""

    def __init__(self, dim_x: int, dim_z: int) -> None:
        D, M = count("dim_x", dim_x), count("dim_z", dim_z)
        self.x, self.P = np.zeros(D), np.eye(D)
        self.F, self.Q = np.eye(D), np.eye(D)
        self.H, self.R = np.zeros((M, D)), np.eye(M)

    def predict(self) -> None:
        self.x, self.P = predict(self.x, self.P, self.F, self.Q)

    def update(self, z: ArrayLike) -> None:
        self.x, self.P = update(self.x, self.P, z, self.R, self.H)
# --8<-- [end:KalmanFilter]


# --8<-- [start:checks]
def _states(x: ArrayLike, P: ArrayLike) -> tuple[Array, Array]:
    x = real("x", x, "..., D")
    return x, real("P", P, "..., D, D", D=x.shape[-1])
# --8<-- [end:checks]

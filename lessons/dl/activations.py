"""활성화 함수와 도함수. 층 사이에서 값을 구부린다.

z는 활성화 함수에 들어가는 값이다. 모양은 자유롭고, 결과의 모양도 z와 같다.
이름 뒤에 _grad가 붙은 함수는 z에서의 도함수다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.scalars import choice

# --8<-- [end:imports]


# --8<-- [start:sigmoid]
def sigmoid(z: ArrayLike) -> Array:
    """0과 1 사이로 누르는 S자 곡선. 식 (7.9)"""
    z = real("z", z)
    e = np.exp(-abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_grad(z: ArrayLike) -> Array:
    """σ′ = σ(z)σ(−z). 식 (7.10)"""
    z = real("z", z)
    return sigmoid(z) * sigmoid(-z)
# --8<-- [end:sigmoid]


# --8<-- [start:tanh]
def tanh(z: ArrayLike) -> Array:
    """−1과 1 사이로 누르는 S자 곡선. 식 (7.11)"""
    z = real("z", z)
    e = np.expm1(-2 * abs(z))
    return np.copysign(e / (2 + e), z)


def tanh_grad(z: ArrayLike) -> Array:
    """tanh(z) = 2σ(2z) − 1을 미분한 4σ′(2z). 식 (7.12)"""
    return 4 * sigmoid_grad(2 * real("z", z))
# --8<-- [end:tanh]


# --8<-- [start:relu]
def relu(z: ArrayLike) -> Array:
    """음수만 0으로 바꾼다. 식 (7.13)"""
    return np.maximum(real("z", z), 0)


def relu_grad(z: ArrayLike) -> Array:
    """양수면 1, 아니면 0. z = 0에서는 PyTorch처럼 0으로 정한다."""
    return np.where(real("z", z) > 0, 1.0, 0.0)
# --8<-- [end:relu]


# --8<-- [start:erf]
def erf(x: ArrayLike) -> Array:
    """오차 함수. 2보다 작으면 식 (7.17), 크면 식 (7.18)로 셈한다.

    출처: Abramowitz, Stegun (1964), 식 7.1.6과 7.1.14
    """
    x = real("x", x)
    a = np.minimum(abs(x), 6.0)  # 6부터는 float64에서 정확히 1이다
    near, far = np.ones_like(a), np.maximum(a, 2)
    for n in range(80, 0, -1):
        near = 1 + 2 * a**2 / (2 * n + 1) * near
        far = np.maximum(a, 2) + n / 2 / far
    bell = np.exp(-(a**2)) / np.sqrt(np.pi)
    return np.copysign(np.where(a < 2, 2 * a * bell * near, 1 - bell / far), x)
# --8<-- [end:erf]


# --8<-- [start:gelu]
def gelu(z: ArrayLike, *, approximate: str = "none") -> Array:
    """z에 표준 정규 분포의 누적 확률을 곱한다. 식 (7.14), 어림은 식 (7.16)

    approximate: "none"이면 정확한 값, "tanh"면 어림값
    오류: approximate가 둘 가운데 하나가 아니면 ValueError
    출처: Hendrycks, Gimpel (2016), 2절
    """
    z = real("z", z)
    return z * _gate(z, approximate)[0]


def gelu_grad(z: ArrayLike, *, approximate: str = "none") -> Array:
    """gelu의 도함수. 식 (7.15)"""
    z = real("z", z)
    gate, slope = _gate(z, approximate)
    return gate + z * slope


def _gate(z: Array, approximate: str) -> tuple[Array, Array]:
    """z에 곱하는 문과 그 도함수."""
    if choice("approximate", approximate, ("none", "tanh")) == "none":
        return (1 + erf(z / np.sqrt(2))) / 2, np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    c = 2 * np.sqrt(2 / np.pi)
    u, du = c * (z + 0.044715 * z**3), c * (1 + 3 * 0.044715 * z**2)
    return sigmoid(u), sigmoid_grad(u) * du
# --8<-- [end:gelu]

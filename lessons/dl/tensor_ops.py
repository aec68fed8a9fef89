"""텐서 연산의 순전파와 역전파. 한 함수에 나란히 둔다.

연산은 배열을 받아 (출력, 첫 입력의 역전파, 둘째 입력의 역전파, …)를 돌려준다.
역전파는 출력의 기울기 dz를 받아 그 입력의 기울기를 돌려주는 함수다. 퍼진
(broadcast) 축은 autograd.unbroadcast가 나중에 더하므로 여기서는 걱정하지 않는다.
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np

from lessons import Array

Backward = Callable[[Array], Array]
# --8<-- [end:imports]


# --8<-- [start:arithmetic]
def add(a: Array, b: Array) -> tuple[Array, Backward, Backward]:
    """a + b"""
    return a + b, lambda dz: dz, lambda dz: dz


def subtract(a: Array, b: Array) -> tuple[Array, Backward, Backward]:
    """a - b"""
    return a - b, lambda dz: dz, lambda dz: -dz


def multiply(a: Array, b: Array) -> tuple[Array, Backward, Backward]:
    """a * b, 성분끼리"""
    return a * b, lambda dz: dz * b, lambda dz: dz * a


def divide(a: Array, b: Array) -> tuple[Array, Backward, Backward]:
    """a / b, 성분끼리"""
    y = a / b
    return y, lambda dz: dz / b, lambda dz: -dz * (y / b)


def power(a: Array, p: float) -> tuple[Array, Backward]:
    """a ** p. p는 수 하나이고, 0제곱은 상수라 기울기가 0이다."""
    return a**p, lambda dz: dz * p * a ** (p - 1) if p else 0 * dz
# --8<-- [end:arithmetic]


# --8<-- [start:matmul]
def matmul(a: Array, b: Array) -> tuple[Array, Backward, Backward]:
    """마지막 두 축의 행렬 곱. 식 (13.3)과 식 (13.4)

    a: (…, N, D), b: (…, D, K). 역전파의 mT는 마지막 두 축의 전치다
    """
    return a @ b, lambda dz: dz @ b.mT, lambda dz: a.mT @ dz
# --8<-- [end:matmul]


# --8<-- [start:elementwise]
def exp(x: Array) -> tuple[Array, Backward]:
    """지수 함수. 미분이 자기 자신이다."""
    y = np.exp(x)
    return y, lambda dy: dy * y


def log(x: Array) -> tuple[Array, Backward]:
    """자연로그"""
    return np.log(x), lambda dy: dy / x


def tanh(x: Array) -> tuple[Array, Backward]:
    """쌍곡탄젠트. 미분은 1 - y²"""
    y = np.tanh(x)
    return y, lambda dy: dy * (1 - y**2)


def sigmoid(x: Array) -> tuple[Array, Backward]:
    """시그모이드 1 / (1 + exp(-x)). 미분은 y(1 - y)"""
    y = np.exp(-np.logaddexp(0, -x))
    return y, lambda dy: dy * y * (1 - y)


def relu(x: Array) -> tuple[Array, Backward]:
    """ReLU. 양수인 자리로만 기울기가 지나간다. 식 (13.6)"""
    return np.maximum(x, 0), lambda dy: np.where(x <= 0, 0, dy)
# --8<-- [end:elementwise]


# --8<-- [start:reductions]
def reduce_sum(x: Array, axis, keepdims: bool) -> tuple[Array, Backward]:
    """axis를 따라 더한다. 더한 축마다 같은 기울기를 나누어 준다."""
    y = x.sum(axis=axis, keepdims=True)
    return (
        y if keepdims else y.squeeze(axis),
        lambda dy: np.broadcast_to(dy.reshape(y.shape), x.shape),
    )


def reduce_max(x: Array, axis, keepdims: bool) -> tuple[Array, Backward]:
    """axis를 따라 가장 큰 값. 기울기는 그 자리로만 간다. 여럿이면 똑같이 나눈다."""
    y = x.max(axis=axis, keepdims=True)
    won = x == y
    share = won / won.sum(axis=axis, keepdims=True)
    return y if keepdims else y.squeeze(axis), lambda dy: dy.reshape(y.shape) * share
# --8<-- [end:reductions]


# --8<-- [start:shaping]
def reshape(x: Array, shape: tuple[int, ...]) -> tuple[Array, Backward]:
    """모양만 바꾼다. 기울기는 원래 모양으로 되돌린다."""
    return x.reshape(shape), lambda dy: dy.reshape(x.shape)


def transpose(x: Array, dim0: int, dim1: int) -> tuple[Array, Backward]:
    """두 축을 맞바꾼다. 한 번 더 바꾸면 제자리다."""
    return x.swapaxes(dim0, dim1), lambda dy: dy.swapaxes(dim0, dim1)


def getitem(x: Array, index) -> tuple[Array, Backward]:
    """골라낸 자리로만 기울기를 돌려보낸다. 여러 번 골랐으면 그만큼 더한다."""

    def backward(dy: Array) -> Array:
        dx = np.zeros_like(x)
        np.add.at(dx, index, dy)
        return dx

    return x[index], backward
# --8<-- [end:shaping]

"""층과 그것을 이어 붙인 다층 퍼셉트론.

x (N, 입력) → z = x @ W + b (N, 출력) → h = φ(z). forward가 남겨 둔 값을 backward가
쓴다. backward는 출력 쪽의 기울기를 받아 입력 쪽의 기울기를 돌려준다.
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np

from lessons import Array
from lessons.arrays import real, same_shape
from lessons.dl.activations import (
    gelu,
    gelu_grad,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    tanh,
    tanh_grad,
)
from lessons.dl.init import kaiming_uniform
from lessons.scalars import count, fitted, flag

# --8<-- [end:imports]


# --8<-- [start:linear]
class Linear:
    """모든 입력이 모든 유닛으로 가는 층. 식 (8.1)

    W: (in_features, out_features), b: (out_features,) 또는 bias=False면 None
    처음 값은 torch.nn.Linear와 같이 ±1/√in_features 사이에서 고르게 뽑는다.
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        bias: bool = True,
        *,
        rng: np.random.Generator,
    ):
        shape = count("in_features", in_features), count("out_features", out_features)
        bound = 1 / np.sqrt(shape[0])
        self.W = kaiming_uniform(shape, a=np.sqrt(5), rng=rng)
        self.b = rng.uniform(-bound, bound, shape[1]) if flag("bias", bias) else None
        self.x = self.dW = self.db = None

    def forward(self, x: Array) -> Array:
        """x: (N, in_features). 반환: (N, out_features)

        오류: 모양이 다르면 ValueError
        """
        self.x = real("x", x, "N, D", D=len(self.W))
        z = self.x @ self.W
        return z if self.b is None else z + self.b

    def backward(self, dz: Array) -> Array:
        """dz: (N, out_features). dW, db를 남긴다. 반환: dx. 식 (13.3)–(13.5)"""
        fitted(self, "x", "forward")
        dz = real("dz", dz, "N, K", N=len(self.x), K=self.W.shape[1])
        self.dW = self.x.T @ dz
        self.db = None if self.b is None else dz.sum(axis=0)
        return dz @ self.W.T


# --8<-- [end:linear]


# --8<-- [start:activations]
class Activation:
    """활성화 함수 하나를 성분마다 먹이는 층. f와 f_grad는 아래에서 정한다."""

    f: Callable[[Array], Array]
    f_grad: Callable[[Array], Array]
    z: Array | None = None

    def forward(self, z: Array) -> Array:
        self.z = real("z", z)
        return self.f(self.z)

    def backward(self, dh: Array) -> Array:
        """dh ⊙ φ′(z). 식 (13.6)"""
        fitted(self, "z", "forward")
        dh = real("dh", dh)
        same_shape(h=self.z, dh=dh)
        return dh * self.f_grad(self.z)


class Sigmoid(Activation):
    f, f_grad = staticmethod(sigmoid), staticmethod(sigmoid_grad)


class Tanh(Activation):
    f, f_grad = staticmethod(tanh), staticmethod(tanh_grad)


class ReLU(Activation):
    f, f_grad = staticmethod(relu), staticmethod(relu_grad)


class GELU(Activation):
    f, f_grad = staticmethod(gelu), staticmethod(gelu_grad)


# --8<-- [end:activations]


# --8<-- [start:sequential]
class Sequential:
    """층을 차례로 잇는다. 앞 층의 출력이 뒤 층의 입력이다."""

    def __init__(self, *layers: "Linear | Activation"):
        self.layers = layers

    def forward(self, x: Array) -> Array:
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad: Array) -> Array:
        """마지막 출력의 기울기를 받아 거꾸로 흘린다. 반환: 입력의 기울기"""
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad


# --8<-- [end:sequential]

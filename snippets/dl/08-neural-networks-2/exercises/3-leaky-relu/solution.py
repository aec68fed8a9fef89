import numpy as np

from lessons import Array
from lessons.dl.layers import Linear, Sequential


class LeakyReLU:
    """음수를 지우지 않고 a배로 줄이는 층. backward는 forward의 z에서 미분한다."""

    def __init__(self, a: float = 0.01):
        self.a = a

    def forward(self, z: Array) -> Array:
        """z > 0이면 z, 아니면 az. 반환: z와 같은 모양"""
        self.slope = np.where(z > 0, 1.0, self.a)
        return z * self.slope

    def backward(self, dh: Array) -> Array:
        """dh에 비탈을 곱한다. 반환: z와 같은 모양. z = 0에서는 a로 정한다"""
        return dh * self.slope


z = np.array([[-2.0, 3.0]])
layer = LeakyReLU(0.1)
print(layer.forward(z), layer.backward(np.array([[10.0, 10.0]])))

hidden = Linear(2, 4, rng=np.random.default_rng(0))
hidden.b = hidden.b - 100
model = Sequential(hidden, LeakyReLU())
model.forward(z)
model.backward(np.ones((1, 4)))
print("편향이 −100이어도 기울기가 남는가:", bool((hidden.dW != 0).all()))

import numpy as np

from lessons import Array


class LeakyReLU:
    """음수를 지우지 않고 a배로 줄이는 층. backward는 forward의 z에서 미분한다."""

    def __init__(self, a: float = 0.01):
        self.a = a

    def forward(self, z: Array) -> Array:
        """z > 0이면 z, 아니면 az. 반환: z와 같은 모양"""
        raise NotImplementedError

    def backward(self, dh: Array) -> Array:
        """dh에 비탈을 곱한다. 반환: z와 같은 모양. z = 0에서는 a로 정한다"""
        raise NotImplementedError


z = np.array([[-2.0, 3.0]])

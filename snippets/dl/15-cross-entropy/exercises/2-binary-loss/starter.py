import numpy as np

from lessons import Array
from lessons.dl.tensor import Tensor


def binary_loss(z: Tensor, y: Array) -> Tensor:
    """이진 교차 엔트로피의 평균. 로짓이 ±1000이어도 유한하다.

    z: (N,) 로짓, y: (N,) 0 또는 1
    반환: 값 하나인 Tensor. Tensor.from_op으로 만든다
    """
    raise NotImplementedError


z = Tensor([2.0, -1.0, 1000.0])
y = np.array([1.0, 1.0, 0.0])

import numpy as np

from lessons import Array
from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def binary_loss(z: Tensor, y: Array) -> Tensor:
    """이진 교차 엔트로피의 평균. 로짓이 ±1000이어도 유한하다.

    z: (N,) 로짓, y: (N,) 0 또는 1
    반환: 값 하나인 Tensor. Tensor.from_op으로 만든다
    """
    losses = np.logaddexp(0, z.data) - y * z.data
    dz = (sigmoid(z.data) - y) / len(y)
    return Tensor.from_op(losses.mean(), [z], lambda dL: [dL * dz])


z = Tensor([2.0, -1.0, 1000.0])
y = np.array([1.0, 1.0, 0.0])
loss = binary_loss(z, y)
loss.backward()
print(f"손실 {loss.item():.4f}, 기울기 {z.grad.round(4)}")

import numpy as np

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor


def swish(x: Tensor) -> Tensor:
    """x σ(x)를 연산 하나로 셈한다. 역전파는 손수 쓴다.

    x: 모양이 자유로운 텐서
    반환: x와 같은 모양의 텐서
    """
    s = 1 / (1 + np.exp(-x.data))
    slope = s + x.data * s * (1 - s)
    return Tensor.from_op(x.data * s, [x], lambda dy: [dy * slope])


x = Tensor([-1.0, 0.0, 2.0])
y = swish(x)
y.sum().backward()
print("값:", y.data.round(4))
print("기울기:", x.grad.round(4))
print("검사:", gradcheck(swish, [x]))

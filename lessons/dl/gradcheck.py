"""기울기 검사. 손수 쓴 역전파를 수치 미분과 견준다.

출처: PyTorch의 torch.autograd.gradcheck. 이름과 인수의 뜻을 따랐다
"""

# --8<-- [start:imports]
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.tensor import Tensor
from lessons.scalars import flag, function, generator, instance, number

# --8<-- [end:imports]


# --8<-- [start:gradcheck]
def gradcheck(
    func: Callable[..., Tensor],
    inputs: Sequence[ArrayLike | Tensor] | ArrayLike | Tensor,
    eps: float = 1e-6,
    atol: float = 1e-7,
    rtol: float = 1e-5,
    raise_exception: bool = True,
    *,
    rng: np.random.Generator | None = None,
) -> bool:
    """func의 역전파를 중심 차분과 견준다. 식 (13.9)

    출력마다 무작위 가중치를 곱해 더한 값을 미분한다. 그냥 더하면 틀린 곳이 지워진다.
    func: Tensor들을 받아 Tensor 하나를 돌려주는 함수
    inputs: func에 넣을 배열이나 텐서들의 목록. 하나면 그대로 넣어도 된다
    반환: |역전파 - 수치| ≤ atol + rtol |수치|가 모든 원소에서 참이면 True
    오류: 다르면 ValueError. raise_exception이 거짓이면 오류 대신 False
    """
    inputs = inputs if isinstance(inputs, list | tuple) else [inputs]
    tensors = [Tensor(x.data if isinstance(x, Tensor) else x) for x in inputs]
    raise_exception = flag("raise_exception", raise_exception)
    atol, rtol = number("atol", atol, 0), number("rtol", rtol, 0)
    rng = np.random.default_rng(0) if rng is None else generator("rng", rng)
    out = instance("func의 답", function("func", func)(*tensors), Tensor)
    weight = rng.uniform(1, 2, out.shape)
    out.backward(weight)
    for i, x in enumerate(tensors):

        def projected(value, i=i):
            trial = [*tensors[:i], Tensor(value), *tensors[i + 1 :]]
            return (weight * func(*trial).data).sum()

        slope = numerical_gradient(projected, x.data, h=eps)
        grad = np.zeros_like(slope) if x.grad is None else x.grad
        excess = abs(grad - slope) - (atol + rtol * abs(slope))
        if (excess <= 0).all():
            continue
        if not raise_exception:
            return False
        at = tuple(map(int, np.unravel_index(np.argmax(excess), excess.shape)))
        raise ValueError(
            f"inputs[{i}]{list(at)}의 기울기가 다르다. "
            f"역전파 {grad[at]:.8g}, 수치 미분 {slope[at]:.8g}"
        )
    return True
# --8<-- [end:gradcheck]

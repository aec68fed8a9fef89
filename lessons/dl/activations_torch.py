"""PyTorch의 활성화 함수와 자동 미분."""

# --8<-- [start:imports]
from collections.abc import Callable

import torch
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.scalars import function

# --8<-- [end:imports]


# --8<-- [start:value_and_grad]
def value_and_grad(
    f: Callable[[torch.Tensor], torch.Tensor], z: ArrayLike
) -> tuple[Array, Array]:
    """원소마다 f의 값과, 자동 미분이 구한 도함수. 둘 다 z와 같은 모양"""
    z = torch.from_numpy(real("z", z).copy()).requires_grad_()
    h = function("f", f)(z)
    h.sum().backward()
    return h.detach().numpy(), z.grad.numpy()
# --8<-- [end:value_and_grad]

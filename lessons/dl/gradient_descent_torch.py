"""PyTorch의 자동 미분과 torch.optim.SGD로 같은 길을 걷는다.

f는 텐서를 받아 스칼라 텐서를 돌려준다. 배열은 float64로 오간다.
"""

# --8<-- [start:imports]
from collections.abc import Callable

import torch

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import count, function, number

# --8<-- [end:imports]


# --8<-- [start:autograd_gradient]
def autograd_gradient(f: Callable[[torch.Tensor], torch.Tensor], x: Array) -> Array:
    """자동 미분으로 x에서의 기울기를 구한다. 반환: x와 같은 모양"""
    x = torch.from_numpy(finite("x", x).copy()).requires_grad_()
    function("f", f)(x).backward()
    return x.grad.numpy()
# --8<-- [end:autograd_gradient]


# --8<-- [start:sgd_path]
def sgd_path(
    f: Callable[[torch.Tensor], torch.Tensor],
    x0: Array,
    lr: float = 1e-3,
    steps: int = 100,
) -> Array:
    """torch.optim.SGD로 내려간 자취. 반환: (steps + 1, *x0.shape)"""
    f, x = function("f", f), torch.from_numpy(finite("x0", x0).copy()).requires_grad_()
    optimizer = torch.optim.SGD([x], lr=number("lr", lr, above=0))
    path = [x.detach().clone()]
    for _ in range(count("steps", steps, 0)):
        optimizer.zero_grad()
        f(x).backward()
        optimizer.step()
        path.append(x.detach().clone())
    return torch.stack(path).numpy()
# --8<-- [end:sgd_path]

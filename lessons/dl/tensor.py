"""연산을 얹은 텐서. 배열처럼 셈하면 그래프가 저절로 적힌다.

셈하는 식은 tensor_ops에, 미분하는 몸통은 autograd에 있다.
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl import tensor_ops as ops
from lessons.dl.autograd import Node

# --8<-- [end:imports]


# --8<-- [start:apply]
def as_tensor(x: "Tensor | ArrayLike") -> "Tensor":
    """텐서는 그대로, 배열이나 수는 기울기를 구하지 않는 상수로 바꾼다."""
    return x if isinstance(x, Tensor) else Tensor(x, requires_grad=False)


def apply(op: Callable, *inputs: "Tensor | ArrayLike", **options) -> "Tensor":
    """tensor_ops의 연산 하나를 셈하고, 그 역전파를 그래프에 적어 둔다.

    오류: 입력의 모양이 연산에 맞지 않으면 ValueError
    """
    parents = [as_tensor(x) for x in inputs]
    try:
        data, *backs = op(*(p.data for p in parents), **options)
    except ValueError as error:
        shapes = ", ".join(str(p.shape) for p in parents)
        raise ValueError(
            f"{op.__name__}: 모양을 맞추어 다시 넣는다. 받은 모양: {shapes}. ({error})"
        ) from error

    def backward(dz: Array) -> list[Array | None]:
        pairs = zip(parents, backs, strict=True)
        return [back(dz) if p.requires_grad else None for p, back in pairs]

    return Tensor.from_op(data, parents, backward)
# --8<-- [end:apply]


# --8<-- [start:matmul]
def matmul(a: "Tensor | ArrayLike", b: "Tensor | ArrayLike") -> "Tensor":
    """a @ b. 1차원은 행렬로 세워 곱하고 세운 축을 다시 뗀다."""
    a, b = as_tensor(a), as_tensor(b)
    if b.data.ndim == 1:
        return matmul(a, b.reshape(-1, 1)).reshape(a.shape[:-1])
    if a.data.ndim == 1:
        return matmul(a.reshape(1, -1), b).reshape(*b.shape[:-2], b.shape[-1])
    return apply(ops.matmul, a, b)
# --8<-- [end:matmul]


# --8<-- [start:Tensor]
def method(op: Callable, swap: bool = False) -> Callable:
    """연산을 Tensor의 메서드로 만든다. swap이면 self가 오른쪽 피연산자다."""
    if swap:
        return lambda self, other: apply(op, other, self)
    return lambda self, *others: apply(op, self, *others)


class Tensor(Node):
    """+, -, *, /, **, @와 배열의 메서드를 쓸 수 있는 마디.

    axis와 keepdims는 NumPy와 같고, transpose는 PyTorch처럼 두 축을 맞바꾼다.
    """

    __array_ufunc__ = None  # ndarray가 왼쪽에 와도 아래의 연산을 쓰게 한다

    __add__ = __radd__ = method(ops.add)
    __mul__ = __rmul__ = method(ops.multiply)
    __sub__, __rsub__ = method(ops.subtract), method(ops.subtract, swap=True)
    __truediv__, __rtruediv__ = method(ops.divide), method(ops.divide, swap=True)
    exp, log, tanh = method(ops.exp), method(ops.log), method(ops.tanh)
    sigmoid, relu = method(ops.sigmoid), method(ops.relu)

    def __matmul__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return matmul(self, other)

    def __rmatmul__(self, other: ArrayLike) -> "Tensor":
        return matmul(other, self)

    def __neg__(self) -> "Tensor":
        return self * -1

    def __pow__(self, p: float) -> "Tensor":
        if not np.isscalar(p):
            raise ValueError(f"지수는 수 하나여야 한다. 받은 것: {type(p).__name__}")
        return apply(ops.power, self, p=p)

    def sum(self, axis=None, keepdims: bool = False) -> "Tensor":
        return apply(ops.reduce_sum, self, axis=axis, keepdims=keepdims)

    def mean(self, axis=None, keepdims: bool = False) -> "Tensor":
        total = self.sum(axis, keepdims)
        return total / (self.data.size / total.data.size)

    def max(self, axis=None, keepdims: bool = False) -> "Tensor":
        return apply(ops.reduce_max, self, axis=axis, keepdims=keepdims)

    def reshape(self, *shape) -> "Tensor":
        shape = shape[0] if np.iterable(shape[0]) else shape
        return apply(ops.reshape, self, shape=shape)

    def transpose(self, dim0: int, dim1: int) -> "Tensor":
        return apply(ops.transpose, self, dim0=dim0, dim1=dim1)

    @property
    def T(self) -> "Tensor":
        return self.transpose(0, 1)

    def __getitem__(self, index) -> "Tensor":
        return apply(ops.getitem, self, index=index)

    def item(self) -> float:
        return self.data.item()

    def detach(self) -> "Tensor":
        return Tensor(self.data, requires_grad=False)

    def __repr__(self) -> str:
        return f"Tensor({self.data!r})"
# --8<-- [end:Tensor]

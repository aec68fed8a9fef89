"""연산을 얹은 텐서. 배열처럼 셈하면 그래프가 저절로 적힌다.

셈하는 식은 tensor_ops에, 미분하는 몸통은 autograd에 있다.
"""

# --8<-- [start:imports]
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl import tensor_ops as ops
from lessons.dl.autograd import Node
from lessons.scalars import flag, number

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
    except (ValueError, TypeError, IndexError) as error:
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
class Tensor(Node):
    """+, -, *, /, **, @와 배열의 메서드를 쓸 수 있는 마디.

    axis와 keepdims는 NumPy와 같고, transpose는 PyTorch처럼 두 축을 맞바꾼다.
    """

    __array_ufunc__ = None  # ndarray가 왼쪽에 와도 아래의 연산을 쓰게 한다

    def __add__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return apply(ops.add, self, other)

    def __sub__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return apply(ops.subtract, self, other)

    def __rsub__(self, other: ArrayLike) -> "Tensor":
        return apply(ops.subtract, other, self)

    def __mul__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return apply(ops.multiply, self, other)

    def __truediv__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return apply(ops.divide, self, other)

    def __rtruediv__(self, other: ArrayLike) -> "Tensor":
        return apply(ops.divide, other, self)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self) -> "Tensor":
        return self * -1

    def __matmul__(self, other: "Tensor | ArrayLike") -> "Tensor":
        return matmul(self, other)

    def __rmatmul__(self, other: ArrayLike) -> "Tensor":
        return matmul(other, self)

    def __pow__(self, p: float) -> "Tensor":
        return apply(ops.power, self, p=number("지수", p))

    def __rpow__(self, base: float) -> "Tensor":
        raise ValueError("지수: 수 하나를 넣는다. 2 ** x는 (x * log(2)).exp()로 쓴다.")

    def exp(self) -> "Tensor":
        return apply(ops.exp, self)

    def log(self) -> "Tensor":
        return apply(ops.log, self)

    def tanh(self) -> "Tensor":
        return apply(ops.tanh, self)

    def sigmoid(self) -> "Tensor":
        return apply(ops.sigmoid, self)

    def relu(self) -> "Tensor":
        return apply(ops.relu, self)

    def sum(self, axis=None, keepdims: bool = False) -> "Tensor":
        keepdims = flag("keepdims", keepdims)
        return apply(ops.reduce_sum, self, axis=axis, keepdims=keepdims)

    def mean(self, axis=None, keepdims: bool = False) -> "Tensor":
        total = self.sum(axis, keepdims)
        return total / (self.data.size / max(total.data.size, 1))

    def max(self, axis=None, keepdims: bool = False) -> "Tensor":
        keepdims = flag("keepdims", keepdims)
        return apply(ops.reduce_max, self, axis=axis, keepdims=keepdims)

    def reshape(self, *shape) -> "Tensor":
        shape = shape[0] if len(shape) == 1 and np.iterable(shape[0]) else shape
        return apply(ops.reshape, self, shape=shape)

    def transpose(self, dim0: int, dim1: int) -> "Tensor":
        return apply(ops.transpose, self, dim0=dim0, dim1=dim1)

    @property
    def T(self) -> "Tensor":
        return self.transpose(0, 1)

    def __getitem__(self, index) -> "Tensor":
        return apply(ops.getitem, self, index=index)

    def __iter__(self) -> Iterator["Tensor"]:
        if not self.shape:
            raise TypeError("0차원 Tensor는 훑을 수 없다. 값은 item()으로 꺼낸다.")
        return (self[i] for i in range(len(self.data)))

    def item(self) -> float:
        if self.data.size != 1:
            raise ValueError(f"item: 값이 하나여야 한다. 받은 모양: {self.shape}.")
        return self.data.item()

    def detach(self) -> "Tensor":
        return Tensor(self.data, requires_grad=False)

    def __repr__(self) -> str:
        return f"Tensor({self.data!r})"
# --8<-- [end:Tensor]

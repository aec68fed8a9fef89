"""배열을 담는 자동 미분 기계. 앞 장의 Value에서 수 하나를 배열로 바꾼 것이다.

데이터는 모두 float64다. 기울기 grad는 데이터와 모양이 같다.
출처: Rumelhart, Hinton, Williams (1986); Baydin 외 (2018) 3.2절
"""

# --8<-- [start:imports]
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl import tensor_ops as ops

# --8<-- [end:imports]


# --8<-- [start:unbroadcast]
def unbroadcast(grad: Array, shape: tuple[int, ...]) -> Array:
    """브로드캐스팅으로 퍼진 축을 더해 원래 모양으로 되돌린다. 식 (13.7)

    grad: shape가 퍼져서 된 모양
    반환: shape 모양
    """
    if grad.shape == shape:
        return grad
    new = grad.ndim - len(shape)
    stretched = tuple(new + i for i, size in enumerate(shape) if size == 1)
    return grad.sum(axis=(*range(new), *stretched)).reshape(shape)
# --8<-- [end:unbroadcast]


# --8<-- [start:topological_order]
def topological_order(root: "Tensor") -> list["Tensor"]:
    """입력이 출력보다 앞에 오는 순서. 기울기가 필요한 것만 담는다.

    자기를 다시 부르지 않고 목록에 할 일을 쌓으므로 그래프가 깊어도 된다.
    """
    order, seen = [], set()
    todo = [(root, False)]
    while todo:
        node, ready = todo.pop()
        if ready:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            todo.append((node, True))
            todo.extend((p, False) for p in node.parents if p.requires_grad)
    return order
# --8<-- [end:topological_order]


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


def method(op: Callable, swap: bool = False) -> Callable:
    """연산을 Tensor의 메서드로 만든다. swap이면 self가 오른쪽 피연산자다."""
    if swap:
        return lambda self, other: apply(op, other, self)
    return lambda self, *others: apply(op, self, *others)
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
class Tensor:
    """배열 data, 그 기울기 grad, 이 값을 만든 연산을 함께 담는다.

    data: 배열이나 수. 베껴서 float64로 담는다
    requires_grad: 기울기를 구할 것인가. 거짓이면 상수다
    grad: backward() 전에는 None, 뒤에는 data와 모양이 같은 배열
    오류: data를 수의 배열로 바꿀 수 없으면 ValueError
    """

    __array_ufunc__ = None  # ndarray가 왼쪽에 와도 아래의 연산을 쓰게 한다

    def __init__(self, data: ArrayLike, requires_grad: bool = True):
        try:
            self.data = np.array(data, dtype=np.float64)
        except (TypeError, ValueError) as error:
            raise ValueError(f"data에는 수의 배열을 넣는다. ({error})") from error
        self.grad: Array | None = None
        self.requires_grad = requires_grad
        self.parents: tuple[Tensor, ...] = ()
        self._backward: Callable | None = None

    @classmethod
    def from_op(
        cls, data: ArrayLike, parents: Sequence["Tensor"], backward: Callable
    ) -> "Tensor":
        """순전파의 결과와 손수 쓴 역전파로 새 연산을 그래프에 넣는다.

        data: 순전파의 결과
        parents: 입력 텐서들
        backward: data의 기울기를 받아 입력마다의 기울기를 같은 순서로 돌려주는 함수.
            보내지 않을 입력의 자리에는 None을 둔다
        """
        out = cls(data, any(p.requires_grad for p in parents))
        if out.requires_grad:
            out.parents, out._backward = tuple(parents), backward
        return out

    def backward(self, gradient: ArrayLike | None = None) -> None:
        """이 값을 그래프에 있는 모든 텐서로 미분해 저마다의 grad에 둔다.

        손수 만든 텐서(잎)의 grad에는 부를 때마다 더한다.
        연산이 만든 텐서의 grad는 부를 때마다 새로 쓴다.
        gradient: 이 값에 들어오는 기울기. 수 하나면 1이 기본이다
        오류: 상수이거나, 값이 여럿인데 gradient가 없거나, 모양이 다르면 ValueError
        """
        upstream = self._upstream(gradient)
        order = topological_order(self)
        for node in order:
            if node.grad is None or node.parents:
                node.grad = np.zeros_like(node.data)
        self.grad += upstream
        for node in reversed(order):
            if not node.parents:
                continue
            grads = node._backward(node.grad)
            for parent, grad in zip(node.parents, grads, strict=True):
                if parent.requires_grad and grad is not None:
                    parent.grad += unbroadcast(np.asarray(grad), parent.shape)

    def _upstream(self, gradient: ArrayLike | None) -> Array:
        if not self.requires_grad:
            raise ValueError("상수만으로 셈한 값이다. Tensor를 넣어 다시 셈한다.")
        if gradient is None:
            if self.data.size != 1:
                raise ValueError(
                    f"값이 하나가 아니면 gradient를 넣는다. 이 값의 모양: {self.shape}"
                )
            return np.ones_like(self.data)
        if np.shape(gradient) != self.shape:
            raise ValueError(
                f"gradient의 모양은 {self.shape}여야 한다. "
                f"받은 모양: {np.shape(gradient)}"
            )
        return np.asarray(gradient, dtype=np.float64)

    # 연산
    __add__ = __radd__ = method(ops.add)
    __mul__ = __rmul__ = method(ops.multiply)
    __sub__, __rsub__ = method(ops.subtract), method(ops.subtract, swap=True)
    __truediv__, __rtruediv__ = method(ops.divide), method(ops.divide, swap=True)
    __matmul__ = matmul
    exp, log, tanh = method(ops.exp), method(ops.log), method(ops.tanh)
    sigmoid, relu = method(ops.sigmoid), method(ops.relu)

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

    @property
    def shape(self) -> tuple[int, ...]:
        return self.data.shape

    def item(self) -> float:
        return self.data.item()

    def detach(self) -> "Tensor":
        return Tensor(self.data, requires_grad=False)

    def __repr__(self) -> str:
        return f"Tensor({self.data!r})"
# --8<-- [end:Tensor]

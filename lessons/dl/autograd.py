"""자동 미분 기계의 몸통. 앞 장의 Value에서 수 하나를 배열로 바꾼 것이다.

데이터는 모두 float64다. 기울기 grad는 데이터와 모양이 같다.
출처: Rumelhart·Hinton·Williams (1986), Baydin 외 (2018) 3.2절
"""

# --8<-- [start:imports]
from collections.abc import Callable, Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.dl.value import topological_order
from lessons.scalars import flag

# --8<-- [end:imports]


# --8<-- [start:unbroadcast]
def unbroadcast(grad: Array, shape: tuple[int, ...]) -> Array:
    """브로드캐스팅으로 퍼진 축을 더해 원래 모양으로 되돌린다. 식 (13.8)

    grad: shape가 퍼져서 된 모양
    반환: shape 모양
    오류: grad가 shape에서 퍼질 수 없는 모양이면 ValueError
    """
    grad = real("grad", grad)
    if grad.shape == shape:
        return grad
    new = grad.ndim - len(shape)
    stretched = tuple(new + i for i, size in enumerate(shape) if size == 1)
    if new < 0 or any(
        new + i not in stretched and size != grad.shape[new + i]
        for i, size in enumerate(shape)
    ):
        raise ValueError(
            f"grad: {shape}에서 퍼진 모양이어야 한다. 받은 모양: {grad.shape}."
        )
    return grad.sum(axis=(*range(new), *stretched)).reshape(shape)
# --8<-- [end:unbroadcast]


# --8<-- [start:Node]
class Node:
    """배열 data, 그 기울기 grad, 이 값을 만든 연산을 함께 담는다.

    data: 배열이나 수. 베껴서 float64로 담는다
    requires_grad: 기울기를 구할 것인가. 거짓이면 상수다
    grad: backward() 전에는 None, 뒤에는 data와 모양이 같은 배열
    오류: data를 수의 배열로 바꿀 수 없으면 ValueError
    """

    parents: tuple["Node", ...] = ()
    _backward: Callable | None = None
    _released: ClassVar[list] = []

    def __init__(self, data: ArrayLike, requires_grad: bool = True):
        self.data = np.array(real("data", data))
        self.grad: Array | None = None
        self.requires_grad = flag("requires_grad", requires_grad)

    @classmethod
    def from_op(
        cls, data: ArrayLike, parents: Sequence["Node"], backward: Callable
    ) -> "Node":
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
        order = [n for n in topological_order(self) if n.requires_grad]
        for node in order:
            if node.grad is None or node.parents:
                node.grad = np.zeros_like(node.data)
        self.grad += upstream
        for node in reversed(order):
            if not node.parents:
                continue
            grads = node._backward(node.grad)
            if len(grads) != len(node.parents):
                raise ValueError(
                    "backward: 입력마다 기울기를 하나씩 돌려준다. "
                    f"입력 {len(node.parents)}개, 기울기 {len(grads)}개."
                )
            for parent, grad in zip(node.parents, grads, strict=True):
                if parent.requires_grad and grad is not None:
                    parent.grad += unbroadcast(grad, parent.shape)

    def _upstream(self, gradient: ArrayLike | None) -> Array:
        if not self.requires_grad:
            raise ValueError("상수만으로 셈한 값이다. Tensor를 넣어 다시 셈한다.")
        if gradient is None:
            if self.data.size != 1:
                raise ValueError(
                    f"값이 하나가 아니면 gradient를 넣는다. 이 값의 모양: {self.shape}"
                )
            return np.ones_like(self.data)
        return real("gradient", gradient, ", ".join(map(str, self.shape)))

    def __del__(self):
        """붙들던 것을 모아 차례로 놓는다. 깊은 그래프를 지워도 스택이 차지 않는다."""
        self._released.append([self.parents, self._backward])
        self.parents, self._backward = (), None
        if len(self._released) == 1:
            for held in self._released:
                held.clear()
            self._released.clear()

    @property
    def shape(self) -> tuple[int, ...]:
        return self.data.shape
# --8<-- [end:Node]

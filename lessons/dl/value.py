"""수 하나를 담고, 자기를 만든 입력과 국소 미분을 기억하는 스칼라 자동 미분.

셈하는 식은 value_ops에 있다.
출처: Rumelhart·Hinton·Williams (1986), Baydin 외 (2018) 3.2절
"""

# --8<-- [start:imports]
from collections.abc import Callable, Sequence

from lessons.dl import value_ops as ops
from lessons.scalars import number, scalar

# --8<-- [end:imports]


# --8<-- [start:topological_order]
def topological_order(root: "Value") -> list["Value"]:
    """root를 만든 모든 값을, 입력이 출력보다 앞에 오게 한 번씩 늘어놓는다.

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
            todo.extend((parent, False) for parent in node.parents)
    return order
# --8<-- [end:topological_order]


# --8<-- [start:apply]
def as_value(x: "Value | float") -> "Value":
    """값은 그대로, 수는 값으로 바꾼다."""
    return x if isinstance(x, Value) else Value(x)


def apply(op: Callable, *inputs: "Value | float", **options) -> "Value":
    """연산 하나를 셈하고, 입력과 국소 미분을 그래프에 적어 둔다.

    오류: 그 값에서 셈하거나 미분할 수 없으면 ValueError
    """
    parents = [as_value(x) for x in inputs]
    try:
        data, slopes = op(*(parent.data for parent in parents), **options)
    except (ValueError, ArithmeticError) as error:
        came = ", ".join(str(parent.data) for parent in parents)
        raise ValueError(
            f"{op.__name__}: 셈하고 미분할 수 있는 값을 넣는다. "
            f"받은 값: {came}. ({error})"
        ) from error
    return Value.from_op(data, parents, slopes)
# --8<-- [end:apply]


# --8<-- [start:Value]
class Value:
    """수 data, 그 기울기 grad, 이 값을 만든 입력 parents와 국소 미분 slopes.

    data: 수 하나. float으로 담는다
    grad: backward() 전에는 None, 뒤에는 float
    오류: data가 수 하나가 아니면 ValueError
    """

    def __init__(self, data: float):
        self.data = scalar("data", data)
        self.grad: float | None = None
        self.parents: tuple[Value, ...] = ()
        self.slopes: tuple[float, ...] = ()

    @classmethod
    def from_op(
        cls, data: float, parents: Sequence["Value"], slopes: Sequence[float]
    ) -> "Value":
        """순전파의 결과와 손수 구한 국소 미분으로 새 연산을 그래프에 넣는다.

        오류: 국소 미분의 수가 입력의 수와 다르면 ValueError
        """
        if len(parents) != len(slopes):
            raise ValueError(
                "국소 미분은 입력마다 하나씩 넣는다. "
                f"받은 수: 입력 {len(parents)}, 국소 미분 {len(slopes)}"
            )
        out = cls(data)
        out.parents = tuple(parents)
        out.slopes = tuple([scalar("slopes", slope) for slope in slopes])
        return out

    def backward(self, gradient: float = 1.0) -> None:
        """이 값을 그래프에 있는 모든 값으로 미분해 저마다의 grad에 둔다. 식 (12.4)

        손수 만든 값(잎)의 grad에는 부를 때마다 더한다.
        연산이 만든 값의 grad는 부를 때마다 새로 쓴다.
        gradient: 이 값에 들어오는 기울기
        """
        order = topological_order(self)
        for node in order:
            if node.grad is None or node.parents:
                node.grad = 0.0
        self.grad += scalar("gradient", gradient)
        for node in reversed(order):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += node.grad * slope

    def __add__(self, other: "Value | float") -> "Value":
        return apply(ops.add, self, other)

    def __sub__(self, other: "Value | float") -> "Value":
        return apply(ops.subtract, self, other)

    def __rsub__(self, other: float) -> "Value":
        return apply(ops.subtract, other, self)

    def __mul__(self, other: "Value | float") -> "Value":
        return apply(ops.multiply, self, other)

    def __truediv__(self, other: "Value | float") -> "Value":
        return apply(ops.divide, self, other)

    def __rtruediv__(self, other: float) -> "Value":
        return apply(ops.divide, other, self)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self) -> "Value":
        return self * -1

    def __pow__(self, p: float) -> "Value":
        return apply(ops.power, self, p=number("지수", p))

    def __rpow__(self, base: float) -> "Value":
        raise ValueError("지수: 수 하나를 넣는다. 2 ** x는 (x * log(2)).exp()로 쓴다.")

    def exp(self) -> "Value":
        return apply(ops.exp, self)

    def log(self) -> "Value":
        return apply(ops.log, self)

    def tanh(self) -> "Value":
        return apply(ops.tanh, self)

    def relu(self) -> "Value":
        return apply(ops.relu, self)

    def __repr__(self) -> str:
        return f"Value({self.data})"
# --8<-- [end:Value]

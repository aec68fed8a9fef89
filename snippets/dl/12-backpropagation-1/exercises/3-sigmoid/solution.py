import math

from lessons.dl.value import Value


def sigmoid(z: Value) -> Value:
    """σ(z) = 1 / (1 + exp(−z))를 노드 하나로 셈한다. 국소 미분은 손수 구한다."""
    e = math.exp(-abs(z.data))
    s = (1 if z.data >= 0 else e) / (1 + e)
    return Value.from_op(s, [z], [s * (1 - s)])


z = Value(0)
L = sigmoid(z) * 4
L.backward()
print(f"값 {L.data:.1f}, 기울기 {z.grad:.1f}")

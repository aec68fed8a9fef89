from lessons.dl.value import Value


def sigmoid(z: Value) -> Value:
    """σ(z) = 1 / (1 + exp(−z))를 노드 하나로 셈한다. 국소 미분은 손수 구한다."""
    raise NotImplementedError


z = Value(0)

import math

from lessons.dl.value import Value


def sigma(x):
    e = math.exp(-abs(x))
    return (1 if x >= 0 else e) / (1 + e)


def node(slope):
    """slope(s, x)를 국소 미분으로 적는 답."""
    return lambda z: Value.from_op(sigma(z.data), [z], slope(sigma(z.data), z.data))


sigmoid = node(lambda s, x: [s * (1 - s)])
MISTAKES = {
    "σ(z)(1 − σ(z))에 σ(z) 대신 z를 넣었다.": node(lambda s, x: [x * (1 - x)]),
    "미분이 아니라 값을 적었다.": node(lambda s, x: [s]),
    "앞의 σ(z)를 빠뜨렸다.": node(lambda s, x: [1 - s]),
    "뒤의 1 − σ(z) 대신 1 + σ(z)를 곱했다.": node(lambda s, x: [s * (1 + s)]),
    "부호가 뒤집혔다. −z의 미분 −1을 한 번 더 곱한다.": node(
        lambda s, x: [-s * (1 - s)]
    ),
    "국소 미분을 목록에 담지 않았다. 입력이 하나여도 [국소 미분]이다.": node(
        lambda s, x: s * (1 - s)
    ),
    "값이 σ(−z)다. 지수의 부호를 본다.": lambda z: Value.from_op(
        1 - sigma(z.data), [z], [sigma(z.data) * (1 - sigma(z.data))]
    ),
    "국소 미분을 빈 목록으로 두었다. 입력마다 하나씩 적는다.": node(lambda s, x: []),
}


def measure(sigmoid, x, dy):
    """값, 그리고 dy가 왔을 때 z에 쌓인 기울기"""
    z = Value(x)
    y = sigmoid(z)
    assert y is not None, f"돌려준 것이 없다. return이 없다. z = {x:.3f}"
    if not isinstance(y, Value):
        raise AssertionError(
            "Value를 돌려주지 않았다. Value.from_op(값, [z], [국소 미분])이다. "
            f"나온 것: {type(y).__name__}, 기대한 것: Value"
        )
    if z.data != x:
        raise AssertionError(f"받은 z.data를 바꾸었다. 나온 값: {z.data}, 넣은 값: {x}")
    if not y.parents:
        raise AssertionError(
            "그래프에 이어지지 않았다. Value.from_op의 둘째 인수에 [z]를 넣는다. "
            "나온 입력의 수: 0, 기대한 입력: z 하나"
        )
    if len(y.parents) != 1 or y.parents[0] is not z:
        raise AssertionError(
            "노드 하나가 아니다. 있는 연산을 이어 붙이지 말고 Value.from_op에 값과 "
            "입력 [z]와 국소 미분을 넣는다. "
            f"나온 입력의 수: {len(y.parents)}, 기대한 입력: z 하나"
        )
    y.backward(dy)
    return y.data, z.grad


def cases(rng):
    for x in (0.0, -0.5, 0.7, 6.0, -6.0, 20.0, -20.0, *rng.normal(0, 2, 6)):
        yield float(x), float(rng.choice([-3.0, 1.0, 2.5]))


def check(answer) -> None:
    answer.compare("sigmoid", sigmoid, cases(answer.rng()), MISTAKES, via=measure)

import math

import numpy as np

from lessons.dl.value import Value


def check(answer) -> None:
    sigmoid = answer["sigmoid"]
    rng = np.random.default_rng()
    for number in rng.uniform(0.3, 3, size=3) * [1, -1, 1]:
        number, dy = float(number), float(rng.uniform(2, 3))
        z = Value(number)
        y = sigmoid(z)
        s = 1 / (1 + math.exp(-number))
        if not isinstance(y, Value):
            raise AssertionError(
                "Value를 돌려주지 않았다. Value.from_op(값, [z], [국소 미분])을 "
                f"return한다. 나온 것: {type(y).__name__}, 기대한 것: Value"
            )
        if not math.isclose(y.data, s, rel_tol=1e-9):
            raise AssertionError(
                f"값이 다르다. z = {number:.3f}에서 시험했다. "
                f"나온 값: {y.data:.4f}, 기대한 값: {s:.4f}"
            )
        if len(y.parents) != 1 or y.parents[0] is not z:
            raise AssertionError(
                "노드 하나가 아니다. 있는 연산을 이어 붙이지 말고 "
                "Value.from_op에 값과 입력 [z]와 국소 미분을 넣는다. "
                f"나온 입력의 수: {len(y.parents)}, 기대한 입력: z 하나"
            )
        y.backward(dy)
        slope = z.grad / dy
        mistakes = [
            (number * (1 - number), "σ(z)(1 − σ(z))에 σ(z) 대신 z를 넣었다."),
            (s, "미분이 아니라 값을 적었다."),
            (1 - s, "앞의 σ(z)를 빠뜨렸다."),
            (-s * (1 - s), "부호가 뒤집혔다. −z의 미분 −1을 한 번 더 곱한다."),
        ]
        if not math.isclose(slope, s * (1 - s), rel_tol=1e-9):
            why = next(
                (text for wrong, text in mistakes if math.isclose(slope, wrong)),
                "국소 미분이 다르다.",
            )
            raise AssertionError(
                f"{why} z = {number:.3f}에서 시험했다. "
                f"나온 국소 미분: {slope:.4f}, 기대한 값: {s * (1 - s):.4f}"
            )

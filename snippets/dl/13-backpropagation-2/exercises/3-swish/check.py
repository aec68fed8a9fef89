import numpy as np

from lessons.dl.tensor import Tensor


def check(answer) -> None:
    swish = answer["swish"]
    rng = np.random.default_rng()
    for shape in ((5,), (2, 3)):
        x, dy = Tensor(rng.uniform(-3, 3, shape)), rng.uniform(1, 2, shape)
        before = x.data.copy()
        y = swish(x)
        s = 1 / (1 + np.exp(-before))
        slope = s + before * s * (1 - s)
        if not isinstance(y, Tensor):
            raise AssertionError(
                "텐서를 돌려주지 않았다. Tensor.from_op(값, [x], 역전파)를 return한다. "
                f"나온 것: {type(y).__name__}, 기대한 것: Tensor"
            )
        if y.shape != shape or not np.allclose(y.data, before * s):
            raise AssertionError(
                f"값이 다르다. x = {before.round(3).tolist()}에서 시험했다. "
                f"나온 값: {y.data.round(4).tolist()}, "
                f"기대한 값: {(before * s).round(4).tolist()}"
            )
        if len(y.parents) != 1 or y.parents[0] is not x:
            raise AssertionError(
                "연산 하나가 아니다. 이미 있는 연산을 이어 붙이지 말고 "
                "Tensor.from_op에 값과 입력 [x]와 역전파를 넣는다. "
                f"나온 입력의 수: {len(y.parents)}, 기대한 입력: x 하나"
            )
        returned = y._backward(dy)
        if not isinstance(returned, list | tuple):
            raise AssertionError(
                "역전파가 목록을 돌려주지 않는다. 입력이 하나여도 [dx]로 돌려준다. "
                f"나온 것: {type(returned).__name__}, 기대한 것: 원소가 하나인 목록"
            )
        y.backward(dy)
        y.backward(dy)
        grad = x.grad / 2
        mistakes = [
            (slope, "들어온 기울기 dy를 곱하지 않았다."),
            (dy * s, "곱의 미분에서 뒤쪽을 빠뜨렸다. σ(x) 안에도 x가 있다."),
            (dy * s * (1 - s), "σ만 미분했다. 앞에 곱한 x도 미분한다."),
            (dy * before * s * (1 - s), "곱의 미분에서 앞쪽을 빠뜨렸다."),
        ]
        if not np.allclose(grad, dy * slope):
            why = next(
                (text for wrong, text in mistakes if np.allclose(grad, wrong)),
                "기울기가 다르다.",
            )
            raise AssertionError(
                f"{why} x = {before.round(3).tolist()}, dy = {dy.round(3).tolist()}로 "
                f"시험했다. 나온 값: {grad.round(4).tolist()}, "
                f"기대한 값: {(dy * slope).round(4).tolist()}"
            )
        if not np.array_equal(x.data, before):
            raise AssertionError("x.data를 바꾸었다. 새 배열을 만들어 셈한다.")

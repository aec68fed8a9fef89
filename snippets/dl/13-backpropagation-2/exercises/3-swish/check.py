import numpy as np

from lessons.dl.tensor import Tensor


def sigma(x):
    return 1 / (1 + np.exp(-x))


def operation(back, value=lambda x, s: x * s):
    """back(dy, x, s)를 역전파로 적는 답."""

    def answer(x):
        s = sigma(x.data)
        data = x.data.copy()
        return Tensor.from_op(value(data, s), [x], lambda dy: back(dy, data, s))

    return answer


swish = operation(lambda dy, x, s: [dy * (s + x * s * (1 - s))])
MISTAKES = {
    "들어온 기울기 dy를 곱하지 않았다.": operation(
        lambda dy, x, s: [s + x * s * (1 - s)]
    ),
    "곱의 미분에서 뒤쪽을 빠뜨렸다. σ(x) 안에도 x가 있다.": operation(
        lambda dy, x, s: [dy * s]
    ),
    "σ만 미분했다. 앞에 곱한 x도 미분한다.": operation(
        lambda dy, x, s: [dy * s * (1 - s)]
    ),
    "곱의 미분에서 앞쪽을 빠뜨렸다.": operation(
        lambda dy, x, s: [dy * x * s * (1 - s)]
    ),
    "dy를 그대로 보냈다. 국소 미분을 곱한다.": operation(lambda dy, x, s: [dy]),
    "곱의 미분에서 두 항을 빼었다. 더한다.": operation(
        lambda dy, x, s: [dy * (s - x * s * (1 - s))]
    ),
    "값이 σ(x)다. x를 곱한다.": operation(
        lambda dy, x, s: [dy * s * (1 - s)], lambda x, s: s
    ),
    "값에서 x를 곱하지 않았다. 역전파는 맞다.": operation(
        lambda dy, x, s: [dy * (s + x * s * (1 - s))], lambda x, s: s
    ),
    "값이 xσ(−x)다. 지수의 부호를 본다.": operation(
        lambda dy, x, s: [dy * (s + x * s * (1 - s))], lambda x, s: x * (1 - s)
    ),
}


def measure(swish, data, dy):
    """값, 그리고 dy가 두 번 왔을 때 x에 쌓인 기울기"""
    x = Tensor(data.copy())
    y = swish(x)
    assert y is not None, "돌려준 것이 없다. return이 없다."
    if not isinstance(y, Tensor):
        raise AssertionError(
            "텐서를 돌려주지 않았다. Tensor.from_op(값, [x], 역전파)를 return한다. "
            f"나온 것: {type(y).__name__}, 기대한 것: Tensor"
        )
    if y.shape != data.shape:
        return y.data, np.zeros(0)
    if not y.parents:
        raise AssertionError(
            "그래프에 이어지지 않았다. Tensor.from_op의 둘째 인수에 [x]를 넣는다. "
            "나온 입력의 수: 0, 기대한 입력: x 하나"
        )
    if len(y.parents) != 1 or y.parents[0] is not x:
        raise AssertionError(
            "연산 하나가 아니다. 이미 있는 연산을 이어 붙이지 말고 "
            "Tensor.from_op에 값과 입력 [x]와 역전파를 넣는다. "
            f"나온 입력의 수: {len(y.parents)}, 기대한 입력: x 하나"
        )
    if not callable(y._backward):
        raise AssertionError(
            "from_op의 셋째 인수는 기울기를 받아 목록을 돌려주는 함수다. "
            f"나온 것: {type(y._backward).__name__}"
        )
    returned = y._backward(dy.copy())
    if not isinstance(returned, list | tuple) or len(returned) != 1:
        raise AssertionError(
            "역전파가 목록을 돌려주지 않는다. 입력이 하나여도 [dx]로 돌려준다. "
            f"나온 것: {type(returned).__name__}, 기대한 것: 원소가 하나인 목록"
        )
    if np.shape(returned[0]) != data.shape:
        raise AssertionError(
            "역전파가 x와 모양이 다른 기울기를 보낸다. "
            f"나온 모양: {np.shape(returned[0])}, 기대한 모양: {data.shape}"
        )
    y.backward(dy.copy())
    y.backward(2 * dy)
    if not np.array_equal(x.data, data):
        raise AssertionError(
            "x.data를 바꾸었다. 새 배열을 만들어 셈한다. "
            f"나온 값: {x.data.ravel()[:4].tolist()}, "
            f"넣은 값: {data.ravel()[:4].tolist()}"
        )
    return y.data, x.grad


def cases(rng):
    yield np.array([-1.0, 0.0, 2.0]), np.ones(3)
    for shape in ((5,), (2, 3), (), (1, 1), (2, 1, 4)):
        yield np.asarray(rng.normal(0, 3, shape)), np.asarray(rng.normal(0, 2, shape))


def check(answer) -> None:
    answer.compare("swish", swish, cases(answer.rng()), MISTAKES, via=measure)

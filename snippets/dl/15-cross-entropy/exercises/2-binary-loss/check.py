import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def each(z, y):
    return np.logaddexp(0, z) - y * z


def operation(value, back):
    """value(z, y)가 손실이고 back(dL, z, y)가 역전파인 답."""

    def answer(z, y):
        data = z.data.copy()
        return Tensor.from_op(value(data, y), [z], lambda dL: back(dL, data, y))

    return answer


def mean(z, y):
    return each(z, y).mean()


def pull(dL, z, y):
    return [dL * (sigmoid(z) - y) / len(y)]


def clipped(eps):
    def loss(z, y):
        p = np.clip(sigmoid(z), eps, 1 - eps)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    def back(dL, z, y):
        return [dL * (np.clip(sigmoid(z), eps, 1 - eps) - y) / len(y)]

    return operation(loss, back)


def padded(eps):
    def loss(z, y):
        p = sigmoid(z)
        return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))

    return operation(loss, pull)


def by_probability(z, y):
    p = sigmoid(z)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


MISTAKES = {
    "평균이 아니라 합이다.": operation(
        lambda z, y: each(z, y).sum(), lambda dL, z, y: [dL * (sigmoid(z) - y)]
    ),
    "손실은 합인데 기울기는 평균의 것이다. 둘 다 평균을 낸다.": operation(
        lambda z, y: each(z, y).sum(), pull
    ),
    "손실의 부호가 반대다. 로그의 앞에 −를 붙인다.": operation(
        lambda z, y: -mean(z, y), pull
    ),
    "손실과 기울기의 부호가 모두 반대다. 로그의 앞에 −를 붙인다.": operation(
        lambda z, y: -mean(z, y), lambda dL, z, y: [-pull(dL, z, y)[0]]
    ),
    "정답의 0과 1이 뒤바뀌었다.": operation(
        lambda z, y: mean(z, 1 - y), lambda dL, z, y: pull(dL, z, 1 - y)
    ),
    "손실에서만 정답의 0과 1이 뒤바뀌었다.": operation(
        lambda z, y: mean(z, 1 - y), pull
    ),
    "정답이 1인 샘플의 손실만 더했다. 0인 샘플도 −log(1 − p)를 낸다.": operation(
        lambda z, y: (y * np.logaddexp(0, -z)).mean(), pull
    ),
    "기울기를 N으로 나누지 않았다.": operation(
        mean, lambda dL, z, y: [dL * (sigmoid(z) - y)]
    ),
    "기울기의 부호가 반대다. p − y다.": operation(
        mean, lambda dL, z, y: [-pull(dL, z, y)[0]]
    ),
    "시그모이드의 미분 p(1 − p)를 곱했다. 교차 엔트로피에서는 지워진다.": operation(
        mean, lambda dL, z, y: [pull(dL, z, y)[0] * slope(z)]
    ),
    "뒤에서 온 기울기를 곱하지 않았다.": operation(
        mean, lambda dL, z, y: pull(1.0, z, y)
    ),
    "기울기에 p를 그대로 보냈다. 정답을 뺀 p − y다.": operation(
        mean, lambda dL, z, y: pull(dL, z, 0 * y)
    ),
    "로짓이 ±1000이면 넘치거나 잘린다. 로짓에서 곧바로 셈한다.": operation(
        by_probability, pull
    ),
}
for eps in (1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7):
    why = f"확률을 {eps:g}에서 잘라 로짓이 ±1000이면 틀린다. 로짓에서 곧바로 셈한다."
    MISTAKES[why] = clipped(eps)
    why = f"확률에 {eps:g}을 더해 로짓이 ±1000이면 틀린다. 로짓에서 곧바로 셈한다."
    MISTAKES[why] = padded(eps)


def measure(binary_loss, z, y, upstream):
    """손실, 그리고 upstream이 왔을 때 z에 쌓인 기울기"""
    given = Tensor(z)
    loss = binary_loss(given, y)
    assert loss is not None, "돌려준 것이 없다. return이 없다."
    if not isinstance(loss, Tensor):
        raise AssertionError(
            f"Tensor를 돌려주지 않았다. 나온 것: {type(loss).__name__}. "
            "Tensor.from_op(값, [z], 역전파)로 만든다."
        )
    if loss.data.size != 1 or (loss.shape and len(z) > 1):
        raise AssertionError(
            f"손실은 수 하나여야 한다. 나온 모양: {loss.shape}. 평균을 낸다."
        )
    if not loss.parents:
        raise AssertionError(
            "그래프에 이어지지 않았다. Tensor.from_op의 둘째 인수에 [z]를 넣는다. "
            "나온 입력의 수: 0, 기대한 입력: z 하나"
        )
    if len(loss.parents) != 1 or loss.parents[0] is not given:
        raise AssertionError(
            "연산 하나가 아니다. 이미 있는 연산을 이어 붙이지 말고 "
            "Tensor.from_op에 값과 입력 [z]와 역전파를 넣는다. "
            f"나온 입력의 수: {len(loss.parents)}, 기대한 입력: z 하나"
        )
    if not callable(loss._backward):
        raise AssertionError(
            "from_op의 셋째 인수는 기울기를 받아 목록을 돌려주는 함수다. "
            f"나온 것: {type(loss._backward).__name__}"
        )
    returned = loss._backward(np.ones(loss.shape))
    if not isinstance(returned, list | tuple) or len(returned) != 1:
        raise AssertionError(
            "역전파가 목록을 돌려주지 않는다. 입력이 하나여도 [dz]로 돌려준다. "
            f"나온 것: {type(returned).__name__}, 기대한 것: 원소가 하나인 목록"
        )
    if np.shape(returned[0]) != z.shape:
        raise AssertionError(
            "역전파가 z와 모양이 다른 기울기를 보낸다. "
            f"나온 모양: {np.shape(returned[0])}, 기대한 모양: {z.shape}"
        )
    loss.backward(np.full(loss.shape, upstream))
    return loss.item(), given.grad


def cases(rng):
    yield np.array([2.0, -1.0]), np.array([1.0, 1.0]), 1.0
    for N in (5, 1, int(rng.integers(3, 9)), 12):
        z, y = rng.normal(0, 3, N), rng.integers(0, 2, N) * 1.0
        y[0] = N % 2
        yield z, y, float(rng.choice([-2.0, 0.5, 3.0]))
    yield np.array([0.0, 0.0, 30.0]), np.array([0, 1, 0]), 1.0
    far = np.array([1000.0, -1000.0, 1000.0, -1000.0])
    yield far, np.array([0.0, 1.0, 1.0, 0.0]), 1.0


def check(answer) -> None:
    right, rng = operation(mean, pull), answer.rng()
    answer.compare(
        "binary_loss", right, cases(rng), MISTAKES, via=measure, keeps=("y",)
    )

import numpy as np

from lessons.dl.cross_entropy import cross_entropy
from lessons.dl.softmax import expected_calibration_error, softmax


def pick(score, largest=False):
    """score(z, y, T)가 가장 작은(largest면 가장 큰) 온도를 고르는 답."""

    def answer(z, y, temperatures):
        scores = [score(z, y, T) for T in temperatures]
        return temperatures[int(np.argmax(scores) if largest else np.argmin(scores))]

    return answer


def loss(z, y, T):
    return cross_entropy(z / T, y)


def told(z, y, T):
    p = softmax(z / T, axis=1)
    return p.max(axis=1), p.argmax(axis=1) == y


def by_error(z, y, T):
    return expected_calibration_error(*told(z, y, T))


def by_gap(z, y, T):
    confidence, correct = told(z, y, T)
    return abs(confidence.mean() - correct.mean())


MISTAKES = {
    "로짓에 온도를 곱했다. 온도로 나눈다.": pick(lambda z, y, T: loss(z, y, 1 / T)),
    "손실이 가장 큰 온도를 골랐다. 가장 작은 것을 고른다.": pick(loss, largest=True),
    "늘 첫 온도가 나온다. 온도는 순서를 바꾸지 않아 정확도로는 가릴 수 없다.": pick(
        lambda z, y, T: told(z, y, T)[1].mean(), largest=True
    ),
    "보정 오차로 골랐다. 교차 엔트로피가 가장 작은 것을 고른다.": pick(by_error),
    "확신의 평균이 정확도와 가까운 온도를 골랐다. 교차 엔트로피로 고른다.": pick(
        by_gap
    ),
    "정답의 확률을 평균했다. 로그를 씌워 평균한다.": pick(
        lambda z, y, T: -softmax(z / T, axis=1)[np.arange(len(y)), y].mean()
    ),
    "확률과 정답의 차를 제곱했다. 정답 자리의 확률에 로그를 씌운다.": pick(
        lambda z, y, T: ((softmax(z / T, axis=1) - np.eye(z.shape[1])[y]) ** 2).mean()
    ),
    "가장 큰 확률의 로그를 썼다. 정답 자리의 확률을 쓴다.": pick(
        lambda z, y, T: -np.log(told(z, y, T)[0]).mean()
    ),
    "확률을 온도로 나누었다. 로짓을 나누고 소프트맥스를 씌운다.": pick(
        lambda z, y, T: loss(softmax(z, axis=1), y, T)
    ),
    "온도가 아니라 그 자리의 번호를 돌려주었다.": lambda z, y, temperatures: int(
        np.argmin([loss(z, y, T) for T in temperatures])
    ),
    "온도가 아니라 그때의 손실을 돌려주었다.": lambda z, y, temperatures: min(
        loss(z, y, T) for T in temperatures
    ),
    "마지막 온도를 돌려주었다.": lambda z, y, temperatures: temperatures[-1],
}
GRID = [0.25, 0.5, 0.8, 1.25, 2.0, 3.2, 5.0, 8.0]


def cases(rng):
    yield np.array([[9.0, 0], [6, 0], [0, 9], [5, 0]]), np.array([0, 0, 1, 1]), GRID
    for scale in (0.4, 1.0, 3.0, float(rng.uniform(1.5, 2.5))):
        K = int(rng.integers(3, 6))
        z = rng.normal(0, 2, (40, K))
        y = np.array([rng.choice(K, p=row) for row in softmax(z, axis=1)])
        yield scale * z, y, list(rng.permutation(GRID))
    yield np.zeros((3, 2)), np.array([0, 1, 0]), [2.0, 0.5, 1.0]
    # 제곱하면 장담하고 틀린 하나를 못 본 체한다
    yield np.array([[3.0, 0]] * 9 + [[8, 0]]), np.array([0] * 9 + [1]), GRID


def check(answer) -> None:
    rng = answer.rng()
    answer.compare("best_temperature", pick(loss), cases(rng), MISTAKES)

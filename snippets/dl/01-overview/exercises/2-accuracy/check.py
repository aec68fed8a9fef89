import numpy as np


def accuracy(z, y):
    return (z.argmax(axis=1) == y).mean()


MISTAKES = {
    "맞힌 수를 돌려주었다. 모두 몇 장인지로 나눈다.": lambda z, y: (
        accuracy(z, y) * len(y)
    ),
    "틀린 비율을 돌려주었다.": lambda z, y: 1 - accuracy(z, y),
    "백분율을 돌려주었다. 비율은 0과 1 사이다.": lambda z, y: 100 * accuracy(z, y),
    "//로 나누었다. 나머지를 버려 다 맞히지 않으면 0이 된다.": lambda z, y: (
        (z.argmax(axis=1) == y).sum() // len(y)
    ),
    "표 전체에서 가장 큰 것 하나를 골랐다. 한 장에 하나씩 고르게 axis=1을 준다.": (
        lambda z, y: (z.argmax() == y).mean()
    ),
    "열마다 가장 큰 것을 골랐다. 한 장의 점수는 한 행에 있으니 axis=1이다.": (
        lambda z, y: (z.argmax(axis=0) == y).mean()
    ),
    "가장 낮은 점수를 골랐다. argmin이 아니라 argmax다.": lambda z, y: accuracy(-z, y),
    "가장 높은 점수의 자리가 아니라 점수를 정답과 견주었다. max가 아니라 argmax다.": (
        lambda z, y: (z.max(axis=1) == y).mean()
    ),
}


def cases(rng):
    for N, K in ((4, 3), (7, 7), (9, 9), (1, 5), (6, 2), (50, 10), (3, 1), (8, 8)):
        z = rng.permuted(np.tile(np.arange(K) - 1.0, (N, 1)), axis=1)
        z = (z + rng.normal(0, 0.1, (N, K)) * rng.integers(2)) * rng.choice([1, 1000])
        y = np.where(rng.random(N) < 0.6, z.argmax(axis=1), rng.integers(0, K, N))
        yield z, y
    yield np.array([[0.5, 0.0], [0.0, 0.5]]), np.array([1, 0])


def check(answer) -> None:
    answer.compare("accuracy", accuracy, cases(answer.rng()), MISTAKES)

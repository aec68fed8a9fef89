from itertools import pairwise

import numpy as np


def scaled(divide, follow):
    """divide(h, W)로 고치고 follow(h, 처음의 W, 고친 W)로 다음 층에 간다."""

    def scale_layers(X, weights):
        h, found = X, []
        for W in weights:
            better = divide(h, W)
            found.append(better)
            h = follow(h, W, better)
        return found

    return scale_layers


def by_std(h, W):
    return W / (h @ W).std()


def relu_next(h, W, better):
    return np.maximum(h @ better, 0)


scale_layers = scaled(by_std, relu_next)

MISTAKES = {
    "분산으로 나누었다. 표준 편차로 나눈다.": scaled(
        lambda h, W: W / (h @ W).var(), relu_next
    ),
    "N − 1로 나눈 표준 편차다. ddof를 적지 않은 np.std로 잰다.": scaled(
        lambda h, W: W / (h @ W).std(ddof=1), relu_next
    ),
    "표준 편차를 곱했다. 나누어야 1이 된다.": scaled(
        lambda h, W: W * (h @ W).std(), relu_next
    ),
    "W의 표준 편차로 나누었다. 크기가 1이어야 하는 것은 z = h @ W다.": scaled(
        lambda h, W: W / W.std(), relu_next
    ),
    "제곱의 평균으로 쟀다. z의 평균은 0이 아니므로 표준 편차와 다르다.": scaled(
        lambda h, W: W / np.sqrt(((h @ W) ** 2).mean()), relu_next
    ),
    "유닛마다 따로 나누었다. 층 하나에 수 하나를 곱한다.": scaled(
        lambda h, W: W / (h @ W).std(axis=0), relu_next
    ),
    "ReLU를 지난 뒤의 값을 쟀다. 크기가 1이어야 하는 것은 ReLU에 들어가는 z다.": (
        scaled(lambda h, W: W / np.maximum(h @ W, 0).std(), relu_next)
    ),
    "고치기 전의 W로 다음 층에 갔다. 고친 W를 지난 값을 넘긴다.": scaled(
        by_std, lambda h, W, better: np.maximum(h @ W, 0)
    ),
    "층 사이의 ReLU를 빠뜨렸다.": scaled(by_std, lambda h, W, better: h @ better),
    "모든 층을 X에서 쟀다. 앞 층을 지난 값에서 잰다.": scaled(
        by_std, lambda h, W, better: h
    ),
    "식의 He 크기로 나누었다. 이번에는 식이 아니라 잰 값으로 나눈다.": scaled(
        lambda h, W: W * np.sqrt(2 / len(W)), relu_next
    ),
}


def cases(rng):
    for sizes in ((5, 5, 5), (7, 7), (3, 8, 5, 6), (6, 6, 6, 6)):
        weights = [
            rng.normal(0.1, rng.uniform(0.3, 3), shape) for shape in pairwise(sizes)
        ]
        yield rng.normal(0.5, 2, (20, sizes[0])), weights


def check(answer) -> None:
    tried = cases(answer.rng())
    answer.compare(
        "scale_layers", scale_layers, tried, MISTAKES, keeps=("X", "weights")
    )

from itertools import pairwise

import numpy as np


def right(sizes, rng, std=lambda a, b: np.sqrt(2 / a), turned=False, one=False):
    """std: 들고 나는 수에서 구하는 표준편차"""
    layers, seed = [], rng.bit_generator.state
    for a, b in pairwise(sizes):
        if one:
            rng.bit_generator.state = seed
        W = rng.normal(0, std(a, b), (b, a) if turned else (a, b))
        layers.append((W, np.zeros(b)))
    return layers


def otherwise(std):
    return lambda sizes, rng: right(sizes, rng, std=std)


def zeros(sizes, rng):
    return right(sizes, rng, std=lambda a, b: 0.0)


def same(sizes, rng):
    return [(np.full_like(W, 0.1), b) for W, b in right(sizes, rng)]


MISTAKES = {
    "가중치가 모두 0이다. 층을 지나는 값도 기울기도 0이라 배우지 못한다.": zeros,
    "가중치가 모두 같다. 유닛이 모두 같은 것을 배운다.": same,
    "제곱근을 씌우지 않았다. 2 / fan_in은 분산이다.": otherwise(lambda a, b: 2 / a),
    "나가는 수로 나누었다. 들어오는 수 fan_in으로 나눈다.": otherwise(
        lambda a, b: np.sqrt(2 / b)
    ),
    "표준편차가 √(1 / fan_in)이다. ReLU가 절반을 막으니 2를 넣는다.": otherwise(
        lambda a, b: np.sqrt(1 / a)
    ),
    "표준편차가 1이다. 층을 지날 때마다 값이 커진다.": otherwise(lambda a, b: 1.0),
    "W의 모양이 거꾸로다. (fan_in, fan_out)으로 만든다.": (
        lambda sizes, rng: right(sizes, rng, turned=True)
    ),
}


def cases(rng):
    for sizes in ((4, 3, 2), (5, 2), (3, 6, 4, 2)):
        yield sizes, np.random.default_rng(int(rng.integers(1000)))


def check(answer) -> None:
    answer.compare("build", right, cases(answer.rng()), MISTAKES)

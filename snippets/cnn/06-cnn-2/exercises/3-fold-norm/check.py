import numpy as np


def spread(scale):
    return scale[:, None, None, None]


def fold(W, b, mean, var, gamma, beta, eps=1e-5):
    return with_scale(W, b, mean, beta, gamma / np.sqrt(var + eps))


def with_scale(W, b, mean, beta, s):
    return W * spread(s), (b - mean) * s + beta


def scaled(scale):
    """배율만 다른 것"""
    return lambda W, b, mean, var, gamma, beta, eps=1e-5: with_scale(
        W, b, mean, beta, scale(var, gamma, eps)
    )


def shifted(bias):
    """편향만 다른 것"""

    def mistaken(W, b, mean, var, gamma, beta, eps=1e-5):
        s = gamma / np.sqrt(var + eps)
        return W * spread(s), bias(b, mean, s, beta)

    return mistaken


def last_axis(W, b, mean, var, gamma, beta, eps=1e-5):
    s = gamma / np.sqrt(var + eps)
    return W * s, (b - mean) * s + beta


MISTAKES = {
    "분산으로 나누었다. 표준편차로 나눈다.": scaled(lambda v, g, e: g / (v + e)),
    "eps를 더하지 않았다. 분산에 더한 다음 제곱근을 구한다.": scaled(
        lambda v, g, e: g / np.sqrt(v)
    ),
    "eps를 제곱근 밖에서 더했다. 분산에 더한다.": scaled(
        lambda v, g, e: g / (np.sqrt(v) + e)
    ),
    "받은 eps를 쓰지 않고 1e-5를 더했다.": scaled(
        lambda v, g, e: g / np.sqrt(v + 1e-5)
    ),
    "gamma를 곱하지 않았다.": scaled(lambda v, g, e: 1 / np.sqrt(v + e)),
    "합성곱의 편향에는 배율을 곱하지 않았다. 편향도 정규화를 지난다.": shifted(
        lambda b, m, s, beta: b - m * s + beta
    ),
    "합성곱의 편향 b를 빠뜨렸다.": shifted(lambda b, m, s, beta: beta - m * s),
    "평균을 빼지 않고 더했다.": shifted(lambda b, m, s, beta: (b + m) * s + beta),
    "평균을 빼지 않았다.": shifted(lambda b, m, s, beta: b * s + beta),
    "beta를 더하지 않았다.": shifted(lambda b, m, s, beta: (b - m) * s),
    "beta에도 배율을 곱했다. beta는 정규화한 뒤에 더한다.": shifted(
        lambda b, m, s, beta: (b - m + beta) * s
    ),
    "배율을 커널의 마지막 축에 곱했다. 출력 채널은 첫 축이다.": last_axis,
    "커널에는 배율을 곱하지 않았다.": lambda W, *rest: (W, fold(W, *rest)[1]),
    "커널과 편향의 차례가 바뀌었다.": lambda *given: fold(*given)[::-1],
}


def cases(rng):
    shapes = [(3, 2, 3, 3), (2, 5, 1, 2), (4, 1, 2, 4), (3, 3, 3, 3), (1, 2, 1, 1)]
    for shape in shapes:
        W, rest = rng.normal(size=shape), rng.normal(size=(4, shape[0]))
        b, mean, gamma, beta = rest
        var = rng.uniform(0.2, 3, shape[0])
        yield W, b, mean, var, gamma, beta, float(rng.uniform(0.01, 0.5))
        yield W, b, mean, var / 1e4, gamma, beta


def check(answer) -> None:
    how = {"keeps": ("W", "b", "mean", "var", "gamma", "beta")}
    answer.compare("fold", fold, cases(answer.rng()), MISTAKES, **how)

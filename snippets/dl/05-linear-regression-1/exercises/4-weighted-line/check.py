import numpy as np


def line(x, y, s, x_mean, y_mean):
    dx, dy = x - x_mean, y - y_mean
    w = (s * dx * dy).sum() / (s * dx * dx).sum()
    return w, y_mean - w * x_mean


def fit_weighted(x, y, s):
    return line(x, y, s, np.average(x, weights=s), np.average(y, weights=s))


def mean_of_products(x, y, s):
    """무게를 단 평균을 s의 합이 아니라 N으로 나눈다."""
    return line(x, y, s, (s * x).mean(), (s * y).mean())


MISTAKES = {
    "w와 b의 순서가 바뀌었다. (w, b)로 돌려준다.": lambda x, y, s: fit_weighted(
        x, y, s
    )[::-1],
    "무게 s를 쓰지 않았다.": lambda x, y, s: fit_weighted(x, y, np.ones(len(x))),
    "평균을 낼 때 무게를 빠뜨렸다.": lambda x, y, s: line(x, y, s, x.mean(), y.mean()),
    "기울기를 낼 때 무게를 빠뜨렸다. 항마다 s를 곱한다.": lambda x, y, s: line(
        x, y, 1 + 0 * s, np.average(x, weights=s), np.average(y, weights=s)
    ),
    "무게를 두 번 곱했다. 제곱 안으로 들어가는 것은 √s다.": lambda x, y, s: (
        fit_weighted(x, y, s**2)
    ),
    "무게의 제곱근만 곱했다. 항마다 s를 한 번씩 곱한다.": lambda x, y, s: fit_weighted(
        x, y, np.sqrt(s)
    ),
    "무게를 단 합을 N으로 나누었다. 무게의 합으로 나눈다.": mean_of_products,
    "무게를 거꾸로 썼다. 무게가 크면 더 믿는다.": lambda x, y, s: fit_weighted(
        x, y, 1 / s
    ),
    "편향에서 w·x̄를 빼지 않았다.": lambda x, y, s: (
        fit_weighted(x, y, s)[0],
        np.average(y, weights=s),
    ),
}


def cases(rng):
    x, y = np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
    for s in ([1, 1, 2], [1, 1, 1000], [1, 1, 1], [0.5, 0.25, 4]):
        yield x, y, np.array(s)
    yield np.array([0.0, -2.0]), np.array([5.0, 1.0]), np.array([3.0, 0.1])
    yield np.array([1, 2, 4, 3]), np.array([3, -1, 0, 8]), np.array([1, 2, 1, 3])
    for N in (11, 5, int(rng.integers(12, 24))):
        yield rng.normal(2, 3, N), rng.normal(-4, 9, N), rng.uniform(0.1, 3, N)


def check(answer) -> None:
    answer.compare("fit_weighted", fit_weighted, cases(answer.rng()), MISTAKES)

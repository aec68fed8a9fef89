import numpy as np


def fit_line(x, y):
    w = slope(x - x.mean(), y - y.mean())
    return w, y.mean() - w * x.mean()


def slope(dx, dy):
    return (dx * dy).sum() / (dx * dx).sum()


def through(find):
    """기울기를 다르게 구하고, 편향은 평균점을 지나게 잡은 답."""

    def answer(x, y):
        w = find(x, y)
        return w, y.mean() - w * x.mean()

    return answer


MISTAKES = {
    "w와 b의 순서가 바뀌었다. (w, b)로 돌려준다.": lambda x, y: fit_line(x, y)[::-1],
    "평균을 빼지 않고 곱했다. 원점을 지나는 직선의 기울기다.": through(slope),
    "원점을 지나는 직선이다. 평균을 빼고 셈한 뒤 편향을 구한다.": lambda x, y: (
        slope(x, y),
        0.0,
    ),
    "x와 y의 자리가 바뀌었다. 분모는 x의 편차를 제곱한 합이다.": through(
        lambda x, y: slope(y - y.mean(), x - x.mean())
    ),
    "x와 y를 통째로 맞바꾸었다. y를 x로 맞힌다.": lambda x, y: fit_line(y, x),
    "x의 편차를 제곱한 합으로 나누지 않았다.": through(
        lambda x, y: ((x - x.mean()) * (y - y.mean())).sum()
    ),
    "x의 표준 편차로 나누었다. 분모는 편차를 제곱한 것의 합이다.": through(
        lambda x, y: ((x - x.mean()) * (y - y.mean())).mean() / x.std()
    ),
    "np.cov는 N − 1로, np.var는 N으로 나눈다. 둘을 섞었다.": (
        through(lambda x, y: np.cov(x, y)[0, 1] / np.var(x))
    ),
    "편향에서 w·x̄를 빼지 않았다.": lambda x, y: (fit_line(x, y)[0], y.mean()),
    "편향에서 w·x̄를 빼지 않고 더했다.": lambda x, y: (
        fit_line(x, y)[0],
        y.mean() + fit_line(x, y)[0] * x.mean(),
    ),
    "첫 점과 끝 점만 이었다. 모든 점의 편차를 더한다.": through(
        lambda x, y: (y[-1] - y[0]) / (x[-1] - x[0])
    ),
}


def cases(rng):
    yield np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
    yield np.array([1, 2, 4, 3]), np.array([3, -1, 0, 8])
    yield np.array([0.0, -2.0]), np.array([5.0, 1.0])
    yield np.array([-3.0, 0.0, 7.0]), np.array([4.0, 4.0, 4.0])
    for N in (11, 5, int(rng.integers(12, 24))):
        yield rng.normal(3, 2, N), rng.normal(-5, 4, N) * rng.choice([1e-3, 1, 1e4])


def check(answer) -> None:
    answer.compare("fit_line", fit_line, cases(answer.rng()), MISTAKES)

import numpy as np


def slide(x, w, stride):
    starts = range(0, len(x) - len(w) + 1, stride)
    return np.array([x[start : start + len(w)] @ w for start in starts], dtype=float)


def correlate1d(x, w, stride=1, padding=0):
    return slide(np.pad(x, padding), w, stride)


def padded(width, **how):
    """패딩을 다르게 붙인 것"""
    return lambda x, w, stride=1, padding=0: slide(
        np.pad(x, width(padding), **how), w, stride
    )


def one_step(x, w, stride=1, padding=0):
    count = len(correlate1d(x, w, stride, padding))
    return correlate1d(x, w, 1, padding)[:count]


def last_missing(x, w, stride=1, padding=0):
    x = np.pad(x, padding)
    return slide(x[:-1], w, stride)


def overwritten(x, w, stride=1, padding=0):
    last = np.where(np.arange(len(w)) == len(w) - 1, w, 0)
    return correlate1d(x, last, stride, padding)


MISTAKES = {
    "커널을 뒤집었다. 상호상관은 뒤집지 않는다.": lambda x, w, stride=1, padding=0: (
        correlate1d(x, w[::-1], stride, padding)
    ),
    "마지막 창을 빠뜨렸다.": last_missing,
    "더하지 않고 덮어썼다. =가 아니라 +=다.": overwritten,
    "창을 stride칸이 아니라 한 칸씩 옮겼다.": one_step,
    "창을 stride칸이 아니라 한 칸씩 모두 놓았다.": lambda x, w, stride=1, padding=0: (
        correlate1d(x, w, 1, padding)
    ),
    "창이 아니라 값을 stride칸마다 골랐다. 창 안의 값은 이웃해 있다.": (
        lambda x, w, stride=1, padding=0: slide(np.pad(x, padding)[::stride], w, 1)
    ),
    "패딩을 붙이지 않았다.": padded(lambda p: 0),
    "패딩을 왼쪽에만 붙였다.": padded(lambda p: (p, 0)),
    "패딩을 오른쪽에만 붙였다.": padded(lambda p: (0, p)),
    "패딩에 끝 칸을 늘여 썼다. 0을 붙인다.": padded(lambda p: p, mode="edge"),
}


def cases(rng):
    yield rng.normal(size=6), rng.normal(size=3)
    yield rng.normal(size=9), rng.normal(size=2), 2
    sizes = [(5, 2, 1, 0), (9, 3, 2, 0), (10, 3, 2, 0), (6, 3, 2, 2), (4, 4, 1, 0)]
    sizes += [(7, 1, 3, 1), (8, 2, 5, 0), (3, 3, 1, 3)]
    for n, k, stride, padding in sizes:
        scale = rng.choice([1, 1e5])
        yield rng.normal(size=n) * scale, rng.normal(size=k), stride, padding
    yield rng.integers(-9, 10, 8), rng.normal(size=3).round(2), 2, 1


def check(answer) -> None:
    how = {"keeps": ("x", "w")}
    answer.compare("correlate1d", correlate1d, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def routed(share):
    """창마다 share가 정한 비율로 나누어 주는 함수"""

    def backward(dy, x, size):
        dx = np.zeros(len(x))
        for i, d in enumerate(dy):
            at = slice(i * size, (i + 1) * size)
            dx[at] = d * share(x[at])
        return dx

    return backward


def first(window):
    return np.arange(len(window)) == np.argmax(window)


right = routed(first)


def unmoved(dy, x, size):
    dx = np.zeros(len(x))
    for i, d in enumerate(dy):
        dx[np.argmax(x[i * size : (i + 1) * size])] += d
    return dx


MISTAKES = {
    "창의 시작을 더하지 않았다. argmax는 창 안의 번호다.": unmoved,
    "값이 같은 칸마다 보냈다. 앞의 한 칸에만 보낸다.": routed(lambda a: a == a.max()),
    "값이 같은 칸끼리 나누어 주었다. 앞의 한 칸에 모두 보낸다.": routed(
        lambda a: (a == a.max()) / (a == a.max()).sum()
    ),
    "같은 값 가운데 뒤의 칸에 보냈다.": routed(lambda a: first(a[::-1])[::-1]),
    "창의 모든 칸에 나누어 주었다. 그것은 평균 풀링이다.": routed(
        lambda a: np.full(len(a), 1 / len(a))
    ),
    "기울기가 아니라 이긴 값을 곱해 보냈다.": routed(lambda a: first(a) * a.max()),
    "가장 작은 칸에 보냈다.": routed(lambda a: first(-a)),
    "절댓값이 가장 큰 칸에 보냈다.": routed(lambda a: first(np.abs(a))),
    "창에 들지 못한 끝의 칸을 잘라 냈다. x와 모양이 같아야 한다.": (
        lambda dy, x, size: right(dy, x, size)[: len(dy) * size]
    ),
    "x가 정수면 zeros_like(x)도 정수라 소수점 아래가 잘렸다.": (
        lambda dy, x, size: right(dy, x, size).astype(x.dtype)
    ),
}


def cases(rng):
    yield np.array([10, 20]), np.array([1, 5, 5, -3, -1, -2, 9]), 3
    yield np.array([2.5, -3.0]), np.array([4, 4, 0, 0]), 2
    yield np.array([1.5]), np.array([-7.0, -2, -2, 8]), 3
    for size in [1, *rng.integers(1, 5, 8).tolist()]:
        count = int(rng.integers(1, 5))
        x = rng.integers(-4, 3, count * size + int(rng.integers(0, size)))
        yield rng.normal(size=count), x * rng.choice([1.0, 1e5]), size


def check(answer) -> None:
    how = {"keeps": ("dy", "x")}
    answer.compare("max_pool1d_backward", right, cases(answer.rng()), MISTAKES, **how)

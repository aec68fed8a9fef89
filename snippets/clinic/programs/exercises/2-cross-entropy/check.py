import numpy as np


def right(z, y, axis=1, top=True, mean=True, share=True, sign=1):
    """axis: 더하는 축, top: 가장 큰 것을 빼는가, mean: 손실이 평균인가,
    share: 기울기를 줄의 수로 나누는가"""
    rows, n = np.arange(len(y)), len(y)
    z = z - z.max(axis=axis, keepdims=True) if top else z
    log_p = z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss = -log_p[rows, y]
    return loss.mean() if mean else loss.sum(), sign * dz / (n if share else 1)


def otherwise(**how):
    return lambda z, y: right(z, y, **how)


def late(z, y):
    """확률을 먼저 구하고 로그를 씌운다."""
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[rows, y]).mean(), right(z, y)[1]


MISTAKES = {
    "배치의 축으로 더했다. 한 그림의 클래스끼리 견준다: axis=1.": otherwise(axis=0),
    "가장 큰 로짓을 빼지 않아 exp가 넘친다.": otherwise(top=False),
    "기울기를 줄의 수로 나누지 않았다. 손실이 평균이면 기울기도 나눈다.": otherwise(
        share=False
    ),
    "손실이 합이다. 평균을 돌려준다.": otherwise(mean=False),
    "기울기의 부호가 거꾸로다. 확률에서 정답의 1을 뺀다.": otherwise(sign=-1),
    "확률이 0으로 반올림되어 로그가 무한대다. 로짓에서 바로 로그 확률을 구한다.": late,
}


def cases(rng):
    yield np.zeros((2, 4)), np.array([1, 3])
    for n, k in ((3, 2), (5, 4), (1, 3)):
        yield rng.normal(0, 2, (n, k)), rng.integers(0, k, n)
    yield np.array([[2000.0, 0.0, -2000.0], [1.0, 2.0, 3.0]]), np.array([2, 0])


def check(answer) -> None:
    how = {"keeps": ("z", "y")}
    answer.compare("cross_entropy", right, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    L = (len(x) - dilation * (k - 1) - 1) // stride + 1
    at = [[j * stride + u * dilation for j in range(L)] for u in range(k)]
    return np.array(x, dtype=float)[at]


def folded(x, k, stride=1, dilation=1):
    right = windows1d(x, k, stride, dilation)
    return right.T.reshape(right.shape)


def swapped(x, k, stride=1, dilation=1):
    L = windows1d(x, k, stride, dilation).shape[1]
    at = np.arange(L) * dilation + np.arange(k)[:, None] * stride
    return np.array(x)[at % len(x)]


MISTAKES = {
    "창을 행으로 눕혔다. 창 하나가 열 하나여야 한다.": lambda x, k, s=1, d=1: (
        windows1d(x, k, s, d).T
    ),
    "행을 열로 옮기지 않고 접었다. reshape는 축을 옮기지 않는다.": folded,
    "stride와 dilation의 자리가 바뀌었다. 창이 stride칸마다 시작한다.": swapped,
    "stride와 dilation을 받는 차례가 바뀌었다.": lambda x, k, s=1, d=1: windows1d(
        x, k, d, s
    ),
    "팽창을 쓰지 않았다. 창 안의 칸은 dilation만큼 떨어져 있다.": (
        lambda x, k, s=1, d=1: windows1d(x, k, s, 1)
    ),
    "창을 한 칸씩 옮겼다. 창은 stride칸마다 하나다.": lambda x, k, s=1, d=1: windows1d(
        x, k, 1, d
    ),
    "마지막 창을 빠뜨렸다. 자리는 0번부터 세므로 1을 더한다.": (
        lambda x, k, s=1, d=1: windows1d(x, k, s, d)[:, :-1]
    ),
    "창 안의 차례가 거꾸로다. 커널 칸 u의 행이 u번째다.": lambda x, k, s=1, d=1: (
        windows1d(x, k, s, d)[::-1]
    ),
}


def cases(rng):
    yield [1, 2, 0, 3, 5], 2
    yield rng.normal(size=9).tolist(), 3, 2
    for k, stride, dilation in ((4, 1, 1), (1, 4, 1), (3, 1, 2), (2, 3, 3), (3, 3, 1)):
        n = dilation * (k - 1) + 1 + int(rng.integers(3, 12))
        yield rng.integers(-20, 21, n).tolist(), k, stride, dilation
    for k, stride, dilation in rng.integers([1, 1, 1], [5, 4, 4], (12, 3)).tolist():
        n = dilation * (k - 1) + 1 + int(rng.integers(0, 9))
        yield rng.normal(0, 10, n), k, stride, dilation


def check(answer) -> None:
    how = {"keeps": ("x",)}
    answer.compare("windows1d", windows1d, cases(answer.rng()), MISTAKES, **how)

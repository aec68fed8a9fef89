import numpy as np


def places(cols, stride, dilation):
    k, L = np.shape(cols)
    return np.arange(L) * stride + np.arange(k)[:, None] * dilation


def add_back(cols, n, stride=1, dilation=1):
    x = np.zeros(n)
    np.add.at(x, places(cols, stride, dilation), cols)
    return x


def mean(cols, n, stride=1, dilation=1):
    seen = add_back(np.ones_like(cols), n, stride, dilation)
    return add_back(cols, n, stride, dilation) / np.maximum(seen, 1)


def overwritten(cols, n, stride=1, dilation=1):
    x = np.zeros(n)
    for at, row in zip(places(cols, stride, dilation), cols, strict=True):
        x[at] = row
    return x


def short(cols, n, stride=1, dilation=1):
    n = places(cols, stride, dilation).max() + 1
    return add_back(cols, n, stride, dilation)


MISTAKES = {
    "길이가 n이 아니다. 아무 창도 보지 않은 끝의 칸도 0으로 남긴다.": short,
    "본 횟수로 나누었다. 수반은 평균이 아니라 합이다.": mean,
    "더하지 않고 덮어썼다. 여러 창이 본 칸에는 값을 모두 더한다.": overwritten,
    "팽창을 쓰지 않았다. 창 안의 칸은 dilation만큼 떨어져 있다.": (
        lambda cols, n, s=1, d=1: add_back(cols, n, s, 1)
    ),
    "스트라이드를 쓰지 않았다. 창은 stride칸마다 하나다.": (
        lambda cols, n, s=1, d=1: add_back(cols, n, 1, d)
    ),
    "창 안의 차례가 거꾸로다. u번째 행이 커널 칸 u다.": (
        lambda cols, n, s=1, d=1: add_back(cols[::-1], n, s, d)
    ),
    "정수로 잘렸다. cols에는 소수도 온다.": lambda cols, n, s=1, d=1: add_back(
        cols.astype(int), n, s, d
    ),
}


def cases(rng):
    yield np.array([[1, 2, 0, 3], [2, 0, 3, 5]]), 5
    sizes = [(2, 4, 1, 1, 0), (3, 3, 2, 1, 0), (3, 4, 1, 2, 0), (2, 3, 3, 1, 2)]
    low, high = [1, 1, 1, 1, 0], [5, 6, 4, 4, 3]
    for k, L, stride, dilation, left in [*sizes, *rng.integers(low, high, (10, 5))]:
        cols = rng.normal(0, 9, (k, L)).round(2)
        n = stride * (L - 1) + dilation * (k - 1) + 1 + min(left, stride - 1)
        yield cols, int(n), int(stride), int(dilation)


def check(answer) -> None:
    how = {"keeps": ("cols",)}
    answer.compare("add_back", add_back, cases(answer.rng()), MISTAKES, **how)

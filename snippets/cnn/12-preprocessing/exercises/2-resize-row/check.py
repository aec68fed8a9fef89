import numpy as np


def mixed(row, at):
    return np.interp(at, np.arange(len(row)), row)


def centers(row, n):
    return (np.arange(n) + 0.5) * len(row) / n - 0.5


def resize_row(row, n):
    return mixed(row, centers(row, n))


def wrapped(row, n):
    at = centers(row, n)
    left = np.floor(at).astype(int)
    right = np.minimum(left + 1, len(row) - 1)
    return (1 - at + left) * row[left] + (at - left) * row[right]


def backwards(row, n):
    at = centers(row, n)
    left, t = np.floor(at).astype(int), at - np.floor(at)
    last = len(row) - 1
    return t * row[left.clip(0)] + (1 - t) * row[(left + 1).clip(max=last)]


def truncated(row, n):
    at = centers(row, n)
    left = at.astype(int)
    right = np.minimum(left + 1, len(row) - 1)
    return (1 - at + left) * row[left] + (at - left) * row[right]


MISTAKES = {
    "양 끝 칸의 가운데를 맞추었다. 식 (12.1)을 쓴다.": (
        lambda row, n: mixed(row, np.linspace(0, len(row) - 1, n))
    ),
    "반 칸을 더하고 빼지 않아 그림이 밀렸다.": (
        lambda row, n: mixed(row, np.arange(n) * len(row) / n)
    ),
    "첫 칸보다 앞의 자리에서 마지막 칸을 섞었다.": wrapped,
    "가장 가까운 칸만 골랐다.": (
        lambda row, n: row[((np.arange(n) + 0.5) * len(row) / n).astype(int)]
    ),
    "두 칸의 무게를 바꾸어 곱했다. 소수 부분은 오른쪽 칸의 무게다.": backwards,
    "음수를 int로 잘라 첫 자리가 틀렸다. np.floor를 쓴다.": truncated,
    "정수로 반올림했다. 섞은 값을 그대로 돌려준다.": (
        lambda row, n: np.rint(resize_row(row, n))
    ),
}


def cases(rng):
    yield np.array([10.0, 20, 30, 40]), 2
    yield np.array([0, 100]), 4
    yield np.array([7.0]), 3
    yield rng.normal(0, 9, 12), 3
    for n in (1, 3, 7, 5, 12, 4, 8):
        row = rng.integers(0, 256, rng.integers(2, 10))
        yield row * rng.choice([1, 0.5, -3.25]), n


def check(answer) -> None:
    how = {"keeps": ("row",)}
    answer.compare("resize_row", resize_row, cases(answer.rng()), MISTAKES, **how)

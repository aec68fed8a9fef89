import numpy as np


def pooled(x, starts, size):
    return np.array([max(x[start : start + size]) for start in starts], dtype=float)


def max_pool1d(x, kernel_size, stride=None):
    starts = range(0, len(x) - kernel_size + 1, stride or kernel_size)
    return pooled(x, starts, kernel_size)


def one_step(x, size, stride=None):
    return pooled(x, range(len(max_pool1d(x, size, stride))), size)


MISTAKES = {
    "끝에 남은 칸까지 창 하나로 셌다.": lambda x, size, stride=None: pooled(
        x, range(0, len(x), stride or size), size
    ),
    "stride가 없을 때 한 칸씩 옮겼다.": lambda x, size, stride=None: max_pool1d(
        x, size, stride or 1
    ),
    "끝에 꼭 맞는 마지막 창을 빠뜨렸다.": lambda x, size, stride=None: max_pool1d(
        x[:-1], size, stride
    ),
    "창을 stride칸이 아니라 한 칸씩 옮겼다.": one_step,
    "stride를 쓰지 않았다. 언제나 kernel_size칸씩 옮겼다.": (
        lambda x, size, stride=None: max_pool1d(x, size)
    ),
    "가장 큰 값을 0에서부터 찾아 음수가 사라졌다.": lambda x, size, stride=None: (
        np.maximum(max_pool1d(x, size, stride), 0)
    ),
    "가장 큰 값이 아니라 평균을 구했다.": lambda x, size, stride=None: np.array(
        [x[s : s + size].mean() for s in range(0, len(x) - size + 1, stride or size)]
    ),
    "가장 큰 값이 아니라 그 값의 번호를 돌려주었다.": lambda x, size, stride=None: (
        np.array(
            [
                x[s : s + size].argmax()
                for s in range(0, len(x) - size + 1, stride or size)
            ]
        )
    ),
}


def cases(rng):
    yield np.array([1.0, 4, 2, 3, 0, 5, 1]), 2
    yield -rng.uniform(1, 9, 8).round(1), 4
    yield rng.integers(-3, 3, 6), 6
    yield rng.integers(-9, 9, 5), 1, 2
    for stride in (None, 1, 2, 3, None, 5):
        n, size = int(rng.integers(7, 15)), int(rng.integers(2, 5))
        x = rng.integers(-9, 3, n) + rng.choice([0.0, 0.5], n)
        yield (x, size) if stride is None else (x, size, stride)


def check(answer) -> None:
    how = {"keeps": ("x",)}
    answer.compare("max_pool1d", max_pool1d, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def cut(X, y, size, last=True):
    ends = len(X) if last else len(X) // size * size
    return [(X[i : i + size], y[i : i + size]) for i in range(0, ends, size)]


def right(X, y, size, rng, **how):
    order = rng.permutation(len(X))
    return cut(X[order], y[order], size, **how)


def apart(X, y, size, rng):
    X, y = X[rng.permutation(len(X))], y[rng.permutation(len(y))]
    return cut(X, y, size)


def only_rows(X, y, size, rng):
    return cut(X[rng.permutation(len(X))], y, size)


def sampled(X, y, size, rng):
    order = rng.integers(0, len(X), len(X))
    return cut(X[order], y[order], size)


MISTAKES = {
    "그림과 레이블을 따로 섞어 짝이 어긋났다. 차례 하나를 함께 쓴다.": apart,
    "그림만 섞고 레이블은 그대로 두었다.": only_rows,
    "섞지 않았다.": lambda X, y, size, rng: cut(X, y, size),
    "나누어떨어지지 않고 남은 줄을 버렸다.": (lambda *given: right(*given, last=False)),
    "되돌려 놓고 뽑아, 같은 줄이 두 번 나오고 어떤 줄은 나오지 않는다.": sampled,
}


def cases(rng):
    for n, size in ((5, 2), (7, 3), (6, 2), (4, 9)):
        X, seed = rng.normal(size=(n, 3)), int(rng.integers(1000))
        yield X, np.arange(n), size, np.random.default_rng(seed)


def check(answer) -> None:
    how = {"keeps": ("X", "y")}
    answer.compare("batches", right, cases(answer.rng()), MISTAKES, **how)

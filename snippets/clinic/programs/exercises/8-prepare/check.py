import numpy as np


def noisy(X, times, rng, each=True):
    many = np.repeat(X, times, axis=0)
    if each:
        return many + rng.normal(0, 0.05, many.shape)
    return np.repeat(X + rng.normal(0, 0.05, X.shape), times, axis=0)


def right(X, y, n_test, times, rng, each=True, both=False, repeat=np.repeat):
    """each: 늘린 그림마다 잡음이 다른가, both: 테스트도 늘리는가"""
    order = rng.permutation(len(X))
    test, train = order[:n_test], order[n_test:]
    X_train, y_train = noisy(X[train], times, rng, each), repeat(y[train], times)
    if both:
        return X_train, y_train, noisy(X[test], times, rng), np.repeat(y[test], times)
    return X_train, y_train, X[test], y[test]


def otherwise(**how):
    return lambda *given: right(*given, **how)


def first(X, y, n_test, times, rng):
    """늘린 다음에 나눈다."""
    X, y = noisy(X, times, rng), np.repeat(y, times)
    order = rng.permutation(len(X))
    train, test = order[n_test:], order[:n_test]
    return X[train], y[train], X[test], y[test]


MISTAKES = {
    "늘린 다음에 나누었다. 같은 원본이 학습과 테스트에 모두 들어간다.": first,
    "테스트까지 늘렸다. 테스트는 손대지 않는다.": otherwise(both=True),
    "잡음을 한 번만 뽑아 같은 그림을 되풀이했다.": otherwise(each=False),
    "그림은 한 장씩 되풀이했는데 레이블은 통째로 되풀이했다. np.repeat로 늘린다.": (
        otherwise(repeat=np.tile)
    ),
    "학습과 테스트의 자리가 바뀌었다.": (
        lambda *given: (lambda a, b, c, d: (c, d, a, b))(*right(*given))
    ),
}


def cases(rng):
    for n, n_test, times in ((6, 2, 3), (5, 1, 2), (7, 3, 4)):
        X, seed = rng.normal(size=(n, 3)), int(rng.integers(1000))
        yield X, np.arange(n), n_test, times, np.random.default_rng(seed)


def check(answer) -> None:
    how = {"keeps": ("X", "y")}
    answer.compare("prepare", right, cases(answer.rng()), MISTAKES, **how)

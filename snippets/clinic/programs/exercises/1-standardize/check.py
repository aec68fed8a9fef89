import numpy as np


def scaled(X, mean, std, flat=1.0, eps=0.0):
    std = std + eps
    return (X - mean) / np.where(std == 0, flat, std)


def right(X_train, X_test, **how):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return scaled(X_train, mean, std, **how), scaled(X_test, mean, std, **how)


def apart(X_train, X_test, **how):
    return tuple(
        scaled(X, X.mean(axis=0), X.std(axis=0), **how) for X in (X_train, X_test)
    )


def together(X_train, X_test):
    every = np.concatenate([X_train, X_test])
    mean, std = every.mean(axis=0), every.std(axis=0)
    return scaled(X_train, mean, std), scaled(X_test, mean, std)


def one_number(X_train, X_test):
    mean, std = X_train.mean(), X_train.std()
    return (X_train - mean) / std, (X_test - mean) / std


def by_variance(X_train, X_test):
    mean, var = X_train.mean(axis=0), X_train.var(axis=0)
    return scaled(X_train, mean, var), scaled(X_test, mean, var)


MISTAKES = {
    "테스트를 제 평균과 표준편차로 맞추었고, 표준편차가 0인 열에서 0으로 나눈다.": (
        lambda a, b: apart(a, b, flat=0)
    ),
    "테스트 데이터를 제 평균과 표준편차로 맞추었다. 학습 데이터의 것을 쓴다.": apart,
    "표준편차가 0인 열에서 0으로 나눈다. 그런 열은 1로 나눈다.": (
        lambda a, b: right(a, b, flat=0)
    ),
    "표준편차에 작은 수를 더하면 학습 데이터에서 늘 같던 열이 테스트에서 터진다.": (
        lambda a, b: right(a, b, eps=1e-8)
    ),
    "학습과 테스트를 합쳐 평균을 냈다. 테스트 데이터를 미리 본 것이다.": together,
    "열마다 따로 맞추지 않았다. axis=0으로 낸다.": one_number,
    "표준편차가 아니라 분산으로 나누었다.": by_variance,
}


def cases(rng):
    yield np.array([[0, 1], [0, 3]]), np.array([[0, 5], [2, 2]])
    for n, m, d in ((4, 3, 2), (5, 1, 3), (6, 4, 4)):
        X_train = rng.normal(3, 2, (n, d))
        X_train[:, 0] = 2
        yield X_train, rng.normal(3, 2, (m, d))


def check(answer) -> None:
    tries, how = cases(answer.rng()), {"keeps": ("X_train", "X_test")}
    answer.compare("standardize", right, tries, MISTAKES, **how)

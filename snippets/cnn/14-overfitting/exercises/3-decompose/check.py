import numpy as np


def decompose(Y_hat, f):
    return bias(Y_hat, f), Y_hat.var(axis=0).mean()


def bias(Y_hat, f):
    return ((Y_hat.mean(axis=0) - f) ** 2).mean()


def error(Y_hat, f):
    return ((Y_hat - f) ** 2).mean()


def with_bias(change):
    """편향만 다른 것"""
    return lambda Y_hat, f: (change(Y_hat, f), Y_hat.var(axis=0).mean())


def with_variance(change):
    """분산만 다른 것"""
    return lambda Y_hat, f: (bias(Y_hat, f), change(Y_hat, f))


MISTAKES = {
    "샘플끼리 평균한 다음 제곱했다. 부호가 다른 편향이 지워진다.": with_bias(
        lambda Y, f: (Y.mean(axis=0) - f).mean() ** 2
    ),
    "편향을 제곱하지 않았다.": with_bias(
        lambda Y, f: np.abs(Y.mean(axis=0) - f).mean()
    ),
    "모델끼리 평균하기 전에 제곱했다. 그것은 편향이 아니라 오차다.": with_bias(error),
    "모델과 샘플을 함께 평균했다. 샘플마다 모델끼리 평균한다.": with_bias(
        lambda Y, f: ((Y.mean() - f) ** 2).mean()
    ),
    "분산을 S - 1로 나누었다. 그러면 더해도 오차가 되지 않는다.": with_variance(
        lambda Y, f: Y.var(axis=0, ddof=1).mean()
    ),
    "분산을 평균이 아니라 f에서 쟀다. 그것은 오차다.": with_variance(error),
    "모델끼리가 아니라 샘플끼리의 흩어짐을 쟀다.": with_variance(
        lambda Y, f: Y.var(axis=1).mean()
    ),
    "예측을 모두 한데 놓고 흩어짐을 쟀다. 샘플마다 모델끼리의 흩어짐을 잰다.": (
        with_variance(lambda Y, f: Y.var())
    ),
    "분산 대신 표준편차를 평균했다.": with_variance(lambda Y, f: Y.std(axis=0).mean()),
    "샘플마다의 값을 평균하지 않고 더했다.": lambda Y, f: tuple(
        part * len(f) for part in decompose(Y, f)
    ),
    "샘플마다의 값을 평균하지 않았다. 수 둘을 돌려준다.": lambda Y, f: (
        (Y.mean(axis=0) - f) ** 2,
        Y.var(axis=0),
    ),
    "나누지 않은 오차를 돌려주었다. 편향의 제곱과 분산 둘을 돌려준다.": error,
    "두 값의 차례가 바뀌었다.": lambda Y, f: decompose(Y, f)[::-1],
}


def cases(rng):
    yield np.array([[1.0, 0.0], [4.0, 2.0], [4.0, 4.0]]), np.array([2.0, 2.0])
    for S, N in [(1, 3), (4, 1), (3, 3), *rng.integers(2, 7, (8, 2)).tolist()]:
        f = rng.normal(size=N) * rng.choice([1, 100])
        yield f + rng.normal(0.5, 1, (S, N)) + rng.normal(size=N), f


def check(answer) -> None:
    how = {"keeps": ("Y_hat", "f")}
    answer.compare("decompose", decompose, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def dropout(x, keep, p, training):
    return x * keep / (1 - p) if training else x


def learning(change):
    """학습할 때만 다른 것"""
    return lambda x, keep, p, training: change(x, keep, p) if training else x


def resting(change):
    """추론할 때만 다른 것"""
    return lambda x, keep, p, training: (
        dropout(x, keep, p, True) if training else change(x, keep, p)
    )


MISTAKES = {
    "끄기만 하고 키우지 않았다. 기댓값이 (1 - p)배가 된다.": learning(
        lambda x, k, p: x * k
    ),
    "끄기만 하고 추론할 때 줄였다. 학습할 때 키우고 추론할 때는 그대로 돌려준다.": (
        lambda x, k, p, training: x * k if training else x * (1 - p)
    ),
    "p로 나누었다. 남을 확률은 1 - p다.": learning(
        lambda x, k, p: x * k / np.float64(p)
    ),
    "남은 것을 줄였다. 곱하지 말고 1 - p로 나눈다.": learning(
        lambda x, k, p: x * k * (1 - p)
    ),
    "1 + p를 곱했다. 1 - p로 나눈다.": learning(lambda x, k, p: x * k * (1 + p)),
    "남은 비율로 나누었다. 확률 1 - p로 나눈다.": learning(
        lambda x, k, p: x * k / k.mean()
    ),
    "끌 자리와 남길 자리를 바꾸었다.": learning(lambda x, k, p: x * ~k / (1 - p)),
    "학습할 때도 그대로 돌려주었다.": lambda x, keep, p, training: x,
    "추론할 때도 껐다. 추론할 때는 x를 그대로 돌려준다.": resting(
        lambda x, k, p: x * k / (1 - p)
    ),
    "추론할 때도 껐다. 키우지 않아도 추론할 때는 x를 그대로 돌려준다.": resting(
        lambda x, k, p: x * k
    ),
    "추론할 때 줄였다. 학습할 때 키웠으니 추론할 때는 x를 그대로 돌려준다.": resting(
        lambda x, k, p: x * (1 - p)
    ),
    "학습과 추론이 바뀌었다.": lambda x, keep, p, training: dropout(
        x, keep, p, not training
    ),
}


def cases(rng):
    for p in (0.0, 0.2, 0.6, *rng.uniform(0.05, 0.95, 6).tolist()):
        x = rng.normal(0, 3, rng.integers(1, 6, 2)) * rng.choice([1, 1e4])
        for training in (True, False):
            yield x, rng.random(x.shape) >= p, p, training
    x = rng.normal(size=(3, 4))
    yield x, np.zeros(x.shape, bool), 0.5, True
    yield x, np.arange(12).reshape(3, 4) % 3 > 0, 0.5, True
    yield x, np.arange(12).reshape(3, 4) % 3 > 0, 0.5, False


def check(answer) -> None:
    how = {"keeps": ("x", "keep")}
    answer.compare("dropout", dropout, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def both(p, old, new):
    return p * new / old, (1 - p) * (1 - new) / (1 - old)


def share(yes, no):
    return yes / (yes + no)


def undo_sampling(p, old, new):
    return share(*both(p, old, new))


MISTAKES = {
    "old와 new를 바꾸어 썼다. 배운 비율로 나누고 쓸 곳의 비율을 곱한다.": (
        lambda p, old, new: undo_sampling(p, new, old)
    ),
    "양성 쪽만 고쳤다. 음성 쪽도 고친 다음 합이 1이 되게 나눈다.": (
        lambda p, old, new: p * new / old
    ),
    "양성 쪽만 고치고 1에서 잘랐다. 음성 쪽도 고친 다음 합이 1이 되게 나눈다.": (
        lambda p, old, new: np.minimum(p * new / old, 1)
    ),
    "음성 쪽의 비율을 고치지 않았다. (1 - new) / (1 - old)를 곱한다.": (
        lambda p, old, new: share(p * new / old, 1 - p)
    ),
    "음성 쪽의 비율을 거꾸로 곱했다. (1 - new) / (1 - old)를 곱한다.": (
        lambda p, old, new: share(p * new / old, (1 - p) * (1 - old) / (1 - new))
    ),
    "승산을 확률로 되돌리지 않았다. 양성 쪽을 두 쪽의 합으로 나눈다.": (
        lambda p, old, new: np.divide(*both(p, old, new))
    ),
    "음성의 확률을 돌려주었다. 양성 쪽을 두 쪽의 합으로 나눈다.": (
        lambda p, old, new: 1 - undo_sampling(p, old, new)
    ),
    "샘플끼리의 합으로 나누었다. 한 샘플의 양성 쪽과 음성 쪽을 더해 나눈다.": (
        lambda p, old, new: p / p.sum()
    ),
}


def cases(rng):
    yield np.array([0.5, 0.9]), 0.5, 0.01
    yield np.array([0.0, 1.0]), 0.5, 0.1
    yield np.array([0.3]), 0.2, 0.2
    for N in rng.integers(1, 6, 8):
        p, (old, new) = rng.uniform(0, 1, N), rng.uniform(0.001, 0.95, 2)
        yield p.round(2), float(old.round(3)), float(new.round(3))


def check(answer) -> None:
    how = {"keeps": ("p",)}
    answer.compare("undo_sampling", undo_sampling, cases(answer.rng()), MISTAKES, **how)

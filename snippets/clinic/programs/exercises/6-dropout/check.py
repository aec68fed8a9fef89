import numpy as np


def right(h, p, training, rng, always=False, grow=True, turned=False, late=False):
    """always: 평가할 때도 버리는가, grow: 남은 것을 키우는가,
    turned: 버릴 것과 남길 것이 바뀌었는가, late: 키우는 대신 평가에서 줄이는가"""
    if not training and not always:
        return h * (1 - p) if late else h * 1.0
    keep = rng.random(h.shape)
    keep = keep < p if turned else keep >= p
    return h * keep / (1 - p if grow else 1)


def otherwise(**how):
    return lambda h, p, training, rng: right(h, p, training, rng, **how)


MISTAKES = {
    "평가할 때도 버리고, 남은 것을 키우지도 않는다.": otherwise(
        always=True, grow=False
    ),
    "평가할 때도 버린다. training이 거짓이면 그대로 돌려준다.": otherwise(always=True),
    "남은 것을 1 / (1 - p)배로 키우지 않아 평균이 준다.": otherwise(grow=False),
    "남길 것과 버릴 것이 바뀌었다. p 이상인 자리를 남긴다.": otherwise(turned=True),
    "평가할 때 줄였다. 학습할 때 키우고 평가는 그대로 둔다.": otherwise(
        grow=False, late=True
    ),
    "키우는 대신 1 - p를 곱했다.": (
        lambda h, p, training, rng: (
            right(h, p, training, rng) * ((1 - p) ** 2 if training else 1)
        )
    ),
}


def twice(function, h, p, training, seed):
    """두 번 이어 부른다. 학습이 아니면 난수도 그대로여야 한다."""
    rng = np.random.default_rng(seed)
    return function(h, p, training, rng), function(h, p, True, rng)


def cases(rng):
    for p, training in ((0.5, True), (0.5, False), (0.25, True), (0.8, False)):
        yield rng.normal(2, 1, (3, 5)), p, training, int(rng.integers(1000))
    yield rng.normal(size=4), 0.0, True, 7
    p = float(np.random.default_rng(5).random(4)[1])  # 난수가 꼭 p인 자리
    yield rng.normal(size=4), p, True, 5


def check(answer) -> None:
    how = {"via": twice, "keeps": ("h",)}
    answer.compare("dropout", right, cases(answer.rng()), MISTAKES, **how)

import numpy as np


def table(counts, least=None, last=None, times=255):
    """least: c₀ 대신 뺄 것, last: N 대신 쓸 것"""
    total = np.cumsum(counts)
    first = counts[np.flatnonzero(counts)[0]]
    least = first if least is None else least
    return times * (total - least) / (total[-1] - (least if last is None else 0))


def rounded(counts):
    return np.rint(table(counts)).astype(int)


def stretched(counts):
    low, high = np.flatnonzero(counts)[[0, -1]]
    return np.rint(255 * (np.arange(256) - low) / (high - low))


def seen(equalize_table, counts):
    """나온 밝기의 것만. 나오지 않은 밝기의 답은 무엇이든 좋다."""
    got = equalize_table(counts)
    if got is None:
        return None
    shape = np.shape(got)
    assert shape == (256,), f"256칸을 돌려준다. 나온 모양 {shape}, 기대한 모양 (256,)."
    return np.asarray(got)[counts > 0]


MISTAKES = {
    "가장 어두운 밝기의 개수를 빼지 않았다.": lambda counts: np.rint(table(counts, 0)),
    "가장 작은 개수를 뺐다. 가장 어두운 밝기의 개수를 뺀다.": lambda counts: np.rint(
        table(counts, counts[counts > 0].min())
    ),
    "분모에서는 c₀을 빼지 않았다. N − c₀으로 나눈다.": lambda counts: np.rint(
        table(counts, last=0)
    ),
    "반올림하지 않고 잘랐다.": lambda counts: np.floor(table(counts)),
    "반올림하지 않고 올렸다.": lambda counts: np.ceil(table(counts)),
    "반올림하지 않았다. 가까운 정수로 반올림한다.": table,
    "개수를 보지 않고 범위만 늘였다. 최소-최대와 같다.": stretched,
    "255를 곱하지 않았다.": lambda counts: np.rint(table(counts, times=1)),
    "256을 곱했다. 가장 밝은 것이 255다.": lambda counts: np.rint(
        table(counts, times=256)
    ),
}


def cases(rng):
    yield (np.bincount([50, 50, 50, 60, 60, 70, 70, 90], minlength=256),)
    yield (np.bincount([0, 0, 255, 7], minlength=256),)
    for levels in (5, 40, 200, 256, 3):
        values, counts = rng.choice(256, size=levels, replace=False), None
        while counts is None or halfway(counts):
            pixels = rng.choice(values, size=rng.choice([211, 4000]))
            counts = np.bincount(pixels, minlength=256)
        yield (counts,)


def halfway(counts):
    """꼭 가운데에 걸린 것이 있어, 짝수로 반올림하는지 올리는지가 답을 가르는가."""
    exact = table(counts)[counts > 0]
    return (np.rint(exact) != np.floor(exact + 0.5)).any()


def check(answer) -> None:
    how = {"via": seen, "keeps": ("counts",)}
    answer.compare("equalize_table", rounded, cases(answer.rng()), MISTAKES, **how)

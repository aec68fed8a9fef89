"""다시 뽑기: 적은 클래스를 되풀이해 뽑거나 많은 클래스를 덜 뽑는다.

이름은 imbalanced-learn을 따르고 난수만 rng로 받는다.
"""

# --8<-- [start:imports]
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import classes, rows
from lessons.scalars import generator, number

# --8<-- [end:imports]


# --8<-- [start:wanted]
def wanted(y: np.ndarray, strategy, over: bool) -> Iterator[tuple]:
    """클래스마다 (클래스, 그 샘플의 번호, 뽑을 개수).

    strategy: "auto"면 모두 같은 수가 되게, 수 r이면 두 클래스의 비 (적은 쪽)/(많은
        쪽)이 r이 되게. over가 참이면 더 뽑을 개수를, 거짓이면 남길 개수를 낸다
    오류: r로는 늘릴 것이나 줄일 것이 없으면 ValueError
    """
    names, counts = np.unique(y, return_counts=True)
    goal = counts.max() if over else counts.min()
    extreme = counts.argmax() if over else counts.argmin()
    if not isinstance(strategy, str) or strategy != "auto":
        r = number("sampling_strategy", strategy, above=0, most=1)
        goal = int(counts.max() * r) if over else int(counts.min() / r)
        if len(names) != 2 or not counts.min() <= goal <= counts.max():
            raise ValueError(
                f"sampling_strategy: 클래스가 둘이고 비가 {counts.min()}/{counts.max()}"
                f"과 1 사이여야 한다. 받은 값: {r:g}."
            )
    for k, name in enumerate(names):
        if k != extreme:
            yield name, np.flatnonzero(y == name), goal - counts[k] * over
# --8<-- [end:wanted]


# --8<-- [start:RandomOverSampler]
class RandomOverSampler:
    """적은 클래스에서 되풀이해 뽑아 뒤에 붙인다. 새로운 샘플은 없다.

    fit_resample 뒤: sample_indices_, 낸 것마다 원래의 번호
    """

    def __init__(self, *, sampling_strategy="auto", rng: np.random.Generator) -> None:
        self.sampling_strategy = sampling_strategy
        self.rng = generator("rng", rng)

    def fit_resample(self, X: ArrayLike, y: ArrayLike) -> tuple:
        """X: (N, …), y: (N,), 반환: 늘린 X와 y"""
        X = rows("X", X)
        y = classes("y", y, "N", N=len(X))
        index = [np.arange(len(y))]
        for _, members, n in wanted(y, self.sampling_strategy, over=True):
            index.append(self.rng.choice(members, size=n))
        self.sample_indices_ = np.concatenate(index)
        return X[self.sample_indices_], y[self.sample_indices_]
# --8<-- [end:RandomOverSampler]


# --8<-- [start:RandomUnderSampler]
class RandomUnderSampler:
    """많은 클래스에서 일부만 뽑아 남긴다. 나머지는 버린다.

    fit_resample 뒤: sample_indices_, 낸 것마다 원래의 번호. 클래스의 차례로 모인다
    """

    def __init__(self, *, sampling_strategy="auto", rng: np.random.Generator) -> None:
        self.sampling_strategy = sampling_strategy
        self.rng = generator("rng", rng)

    def fit_resample(self, X: ArrayLike, y: ArrayLike) -> tuple:
        """X: (N, …), y: (N,), 반환: 줄인 X와 y"""
        X = rows("X", X)
        y = classes("y", y, "N", N=len(X))
        kept = {name: np.flatnonzero(y == name) for name in np.unique(y)}
        for name, members, n in wanted(y, self.sampling_strategy, over=False):
            kept[name] = members[self.rng.choice(len(members), size=n, replace=False)]
        self.sample_indices_ = np.concatenate(list(kept.values()))
        return X[self.sample_indices_], y[self.sample_indices_]
# --8<-- [end:RandomUnderSampler]

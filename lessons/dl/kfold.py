"""교차 검증의 조각. 샘플마다 조각의 번호를 붙인다.

이름과 기본값은 scikit-learn을 따르고 난수만 rng로 받는다.
"""

# --8<-- [start:imports]
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import classes, rows
from lessons.scalars import count, flag, generator

# --8<-- [end:imports]


# --8<-- [start:KFold]
class KFold:
    """샘플을 n_splits조각으로 나누어, 차례로 한 조각을 검증에 쓴다.

    오류: n_splits가 2 이상의 정수가 아니거나 샘플보다 많거나,
        shuffle과 rng 가운데 하나만 주면 ValueError
    """

    def __init__(
        self,
        n_splits: int = 5,
        *,
        shuffle: bool = False,
        rng: np.random.Generator | None = None,
    ) -> None:
        self.n_splits = count("n_splits", n_splits, 2)
        self.shuffle = flag("shuffle", shuffle)
        if shuffle != (rng is not None):
            raise ValueError("shuffle=True와 rng는 함께 주거나 함께 뺀다.")
        self.rng = generator("rng", rng) if shuffle else None

    def split(
        self, X: ArrayLike, y: ArrayLike | None = None
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """조각마다 (훈련 번호, 검증 번호)를 낸다."""
        N = len(rows("X", X))
        if self.n_splits > N:
            raise ValueError(
                f"샘플 {N}개를 {self.n_splits}조각으로 나눌 수 없다. "
                "n_splits를 줄인다."
            )
        fold = self.folds(N, y)
        for i in range(self.n_splits):
            yield np.flatnonzero(fold != i), np.flatnonzero(fold == i)

    def folds(self, N: int, y: ArrayLike | None) -> np.ndarray:
        """(N,) 샘플마다 몇 번째 조각인가. 앞 조각부터 하나씩 더 받는다."""
        fold = np.sort(np.arange(count("N", N)) % self.n_splits)
        return self.rng.permutation(fold) if self.shuffle else fold
# --8<-- [end:KFold]


# --8<-- [start:StratifiedKFold]
class StratifiedKFold(KFold):
    """조각마다 클래스의 비율을 지키는 KFold.

    샘플이 n_splits보다 적은 클래스는 없는 조각이 생긴다.
    오류: y가 없거나, 길이가 다르거나, 모든 클래스가 n_splits보다 적으면 ValueError
    """

    def folds(self, N: int, y: ArrayLike | None) -> np.ndarray:
        """클래스끼리 모아 한 줄로 세우고, 카드를 돌리듯 조각에 돌린다."""
        y = classes("y", y, "N", N=count("N", N))
        _, first, kinds = np.unique(y, return_index=True, return_inverse=True)
        most = np.bincount(kinds).max()
        if most < self.n_splits:
            raise ValueError(
                f"가장 큰 클래스도 샘플이 {most}개뿐이다. "
                f"n_splits={self.n_splits}를 줄인다."
            )
        fold, start = np.empty(len(y), dtype=int), 0
        for k in np.argsort(first):
            members = np.flatnonzero(kinds == k)
            dealt = np.sort(np.arange(start, start + len(members)) % self.n_splits)
            fold[members] = self.rng.permutation(dealt) if self.shuffle else dealt
            start += len(members)
        return fold
# --8<-- [end:StratifiedKFold]

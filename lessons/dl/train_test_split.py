"""훈련과 테스트로 나눈다. 클래스의 비율을 지켜 나눌 수도 있다.

기호: N 샘플 수, K 클래스 수. 이름과 기본값은 scikit-learn을 따르고 난수만 rng로 받는다.
"""

# --8<-- [start:imports]
from collections.abc import Callable
from numbers import Integral

import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import classes, integers, rows
from lessons.scalars import count, flag, generator, number

# --8<-- [end:imports]


# --8<-- [start:split_sizes]
def split_sizes(
    N: int, test_size: float | None, train_size: float | None
) -> tuple[int, int]:
    """훈련과 테스트의 샘플 수. 테스트는 올림하고 훈련은 내림한다.

    test_size, train_size: 비율(0과 1 사이의 실수) 또는 개수(정수).
        하나만 주면 나머지가 다른 쪽이고, 둘 다 없으면 테스트가 0.25
    오류: 범위를 벗어나거나, 합이 N보다 크거나, 한쪽이 비면 ValueError
    """
    N = count("N", N)
    if test_size is None and train_size is None:
        test_size = 0.25
    n_train = _whole("train_size", train_size, N, np.floor)
    n_test = _whole("test_size", test_size, N, np.ceil)
    n_train = N - n_test if n_train is None else n_train
    n_test = N - n_train if n_test is None else n_test
    if n_train < 1 or n_test < 1 or n_train + n_test > N:
        raise ValueError(
            f"샘플 {N}개를 훈련 {n_train}개와 테스트 {n_test}개로 나눌 수 없다. "
            "샘플을 늘리거나 크기를 고친다."
        )
    return n_train, n_test


def _whole(name: str, size: float | None, N: int, rounded: Callable) -> int | None:
    """개수면 그대로, 비율이면 N을 곱해 다듬은 개수."""
    if size is None:
        return None
    if isinstance(size, Integral):
        return count(name, size, 1, N - 1)
    return int(rounded(number(name, size, above=0, below=1) * N))
# --8<-- [end:split_sizes]


# --8<-- [start:allocate]
def allocate(counts: ArrayLike, n: int, rng: np.random.Generator) -> np.ndarray:
    """n자리를 클래스의 크기에 비례해 나눈다. 식 (3.6)

    몫을 먼저 주고, 남은 자리는 나머지가 큰 클래스부터 하나씩 준다.
    나머지가 같으면 rng가 차례를 정한다.
    counts: (K,) 클래스마다의 샘플 수
    반환: (K,) 합이 n
    """
    counts = integers("counts", counts, "K", low=0)
    n, rng = count("n", n, 0, int(counts.sum())), generator("rng", rng)
    share, remainder = np.divmod(counts * n, counts.sum())
    order = np.lexsort((rng.random(len(counts)), -remainder))
    share[order[: n - share.sum()]] += 1
    return share
# --8<-- [end:allocate]


# --8<-- [start:stratified_indices]
def stratified_indices(
    y: ArrayLike, n_train: int, n_test: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """클래스의 비율을 지켜 뽑은 훈련과 테스트의 번호.

    y: (N,) 클래스
    오류: 샘플이 하나뿐인 클래스가 있거나, 어느 쪽이 클래스보다 적으면 ValueError
    """
    y, rng = classes("y", y), generator("rng", rng)
    n_train = count("n_train", n_train, 1, len(y) - 1)
    n_test = count("n_test", n_test, 1, len(y) - n_train)
    names, kinds, counts = np.unique(y, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError(
            f"클래스 {names[counts.argmin()]}의 샘플이 하나뿐이라 양쪽에 넣을 수 "
            "없다. 샘플을 더 모으거나 그 클래스를 뺀다."
        )
    if min(n_train, n_test) < len(names):
        raise ValueError(
            f"클래스가 {len(names)}개인데 훈련은 {n_train}개, 테스트는 {n_test}개다. "
            "어느 쪽이든 클래스의 수 이상이어야 한다."
        )
    to_train = allocate(counts, n_train, rng)
    to_test = allocate(counts - to_train, n_test, rng)
    train, test = [], []
    for k, (a, b) in enumerate(zip(to_train, to_test, strict=True)):
        members = rng.permutation(np.flatnonzero(kinds == k))
        train.append(members[:a])
        test.append(members[a : a + b])
    return rng.permutation(np.concatenate(train)), rng.permutation(np.concatenate(test))
# --8<-- [end:stratified_indices]


# --8<-- [start:train_test_split]
def train_test_split(
    *arrays: ArrayLike,
    test_size: float | None = None,
    train_size: float | None = None,
    shuffle: bool = True,
    stratify: ArrayLike | None = None,
    rng: np.random.Generator | None = None,
) -> list[np.ndarray]:
    """배열마다 같은 번호로 훈련과 테스트를 나눈다.

    stratify: (N,) 클래스. 한 벌만 받는다. 주면 그 비율을 양쪽에서 지킨다
    반환: 배열마다 훈련, 테스트의 차례로 늘어놓은 목록
    오류: 길이가 다르거나, 크기가 맞지 않거나, 섞는데 rng가 없으면 ValueError
    """
    if not arrays:
        raise ValueError("나눌 배열을 하나 이상 넣는다.")
    N = len(rows("1번째 배열", arrays[0]))
    arrays = [rows(f"{i}번째 배열", a, N=N) for i, a in enumerate(arrays, 1)]
    n_train, n_test = split_sizes(N, test_size, train_size)
    shuffle = flag("shuffle", shuffle)
    if not shuffle and stratify is not None:
        raise ValueError("층화 추출은 섞어야 한다. shuffle=True로 둔다.")
    rng = generator("rng", rng) if shuffle else None
    if not shuffle:
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    elif stratify is None:
        order = rng.permutation(N)
        test, train = order[:n_test], order[n_test : n_test + n_train]
    else:
        y = classes("stratify", stratify, "N", N=N)
        train, test = stratified_indices(y, n_train, n_test, rng)
    return [part for a in arrays for part in (a[train], a[test])]
# --8<-- [end:train_test_split]

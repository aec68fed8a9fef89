"""훈련과 테스트로 나눈다. 클래스의 비율을 지켜 나눌 수도 있다.

기호: N 샘플 수, K 클래스 수. 이름과 기본값은 scikit-learn을 따르고 난수만 rng로 받는다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

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
    if test_size is None and train_size is None:
        test_size = 0.25
    counts = []
    for size, rounded in ((train_size, np.floor), (test_size, np.ceil)):
        whole = isinstance(size, int | np.integer)
        if size is not None and not 0 < size < (N if whole else 1):
            raise ValueError(
                f"크기는 0과 1 사이의 실수나 1 이상 {N} 미만의 정수로 준다. "
                f"받은 값: {size}"
            )
        counts.append(size if whole or size is None else int(rounded(size * N)))
    n_train, n_test = counts
    n_train = N - n_test if n_train is None else n_train
    n_test = N - n_train if n_test is None else n_test
    if n_train < 1 or n_test < 1 or n_train + n_test > N:
        raise ValueError(
            f"샘플 {N}개를 훈련 {n_train}개와 테스트 {n_test}개로 나눌 수 없다. "
            "샘플을 늘리거나 크기를 고친다."
        )
    return n_train, n_test
# --8<-- [end:split_sizes]


# --8<-- [start:allocate]
def allocate(counts: ArrayLike, n: int, rng: np.random.Generator) -> np.ndarray:
    """n자리를 클래스의 크기에 비례해 나눈다. 식 (3.6)

    몫을 먼저 주고, 남은 자리는 나머지가 큰 클래스부터 하나씩 준다.
    나머지가 같으면 rng가 차례를 정한다.
    counts: (K,) 클래스마다의 샘플 수
    반환: (K,) 합이 n
    """
    counts = np.asarray(counts)
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
    classes, kinds, counts = np.unique(y, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError(
            f"클래스 {classes[counts.argmin()]}의 샘플이 하나뿐이라 양쪽에 넣을 수 "
            "없다. 샘플을 더 모으거나 그 클래스를 뺀다."
        )
    if min(n_train, n_test) < len(classes):
        raise ValueError(
            f"클래스가 {len(classes)}개인데 훈련은 {n_train}개, 테스트는 {n_test}개다. "
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

    stratify: (N,) 클래스. 주면 그 비율을 양쪽에서 지킨다
    반환: 배열마다 훈련, 테스트의 차례로 늘어놓은 목록
    오류: 길이가 다르거나, 크기가 맞지 않거나, 섞는데 rng가 없으면 ValueError
    """
    arrays = tuple(np.asarray(a) for a in arrays)
    given = arrays if stratify is None else (*arrays, np.asarray(stratify))
    lengths = [a.shape[0] if a.ndim else 0 for a in given]
    if not arrays or len(set(lengths)) != 1:
        raise ValueError(f"길이가 같은 배열을 하나 이상 준다. 받은 길이: {lengths}")
    N = lengths[0]
    n_train, n_test = split_sizes(N, test_size, train_size)
    if shuffle and rng is None:
        raise ValueError("섞으려면 rng=np.random.default_rng(0)처럼 난수를 준다.")
    if not shuffle and stratify is not None:
        raise ValueError("층화 추출은 섞어야 한다. shuffle=True로 둔다.")
    if not shuffle:
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    elif stratify is None:
        order = rng.permutation(N)
        test, train = order[:n_test], order[n_test : n_test + n_train]
    else:
        train, test = stratified_indices(stratify, n_train, n_test, rng)
    return [part for a in arrays for part in (a[train], a[test])]
# --8<-- [end:train_test_split]

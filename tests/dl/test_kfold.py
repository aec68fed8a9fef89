"""조각: 페이지의 손계산, scikit-learn과의 일치, 조각의 성질."""

import numpy as np
import pytest
from sklearn import model_selection as sk

from lessons.dl.kfold import KFold, StratifiedKFold


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def test_folds_by_hand():
    y = [0, 0, 0, 0, 0, 0, 1, 1, 1]
    got = [v.tolist() for _, v in StratifiedKFold(3).split(y, y)]
    assert got == [[0, 1, 6], [2, 3, 7], [4, 5, 8]]
    assert [len(v) for _, v in KFold().split(np.zeros(23))] == [5, 5, 5, 4, 4]


@pytest.mark.parametrize("n_splits", [2, 3, 5, 7])
@pytest.mark.parametrize("N", [7, 23, 40])
def test_kfold_is_scikit_learn(n_splits, N):
    theirs = list(sk.KFold(n_splits).split(np.zeros(N)))
    ours = list(KFold(n_splits).split(np.zeros(N)))
    for (a, b), (c, d) in zip(ours, theirs, strict=True):
        assert (a == c).all() and (b == d).all()


@pytest.mark.parametrize("seed", range(15))
def test_stratified_kfold_is_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    sizes = rng.integers(7, 40, 3)
    y = rng.permutation(np.repeat(["c", "a", "b"], sizes))
    n_splits = int(rng.integers(2, 8))
    theirs = list(sk.StratifiedKFold(n_splits).split(y, y))
    for (a, b), (c, d) in zip(
        StratifiedKFold(n_splits).split(y, y), theirs, strict=True
    ):
        assert (a == c).all() and (b == d).all()
    mixed = StratifiedKFold(n_splits, shuffle=True, rng=rng)
    for (_, b), (_, d) in zip(mixed.split(y, y), theirs, strict=True):
        assert sorted(y[b]) == sorted(y[d])


@pytest.mark.parametrize("kind", [KFold, StratifiedKFold])
def test_every_sample_is_validated_once(kind, rng):
    y = rng.permutation(np.repeat([0, 1], [29, 12]))
    cv = kind(shuffle=True, rng=rng)
    first = [valid for _, valid in cv.split(y, y)]
    again = [valid for _, valid in cv.split(y, y)]
    assert sorted(np.concatenate(first)) == list(range(41))
    assert sorted(map(len, first)) == [8, 8, 8, 8, 9]
    assert sorted(np.bincount(cv.folds(41, y))) == [8, 8, 8, 8, 9]
    assert any(
        len(a) != len(b) or (a != b).any() for a, b in zip(first, again, strict=True)
    )
    for train, valid in cv.split(y, y):
        assert sorted([*train, *valid]) == list(range(41))


def test_as_many_folds_as_samples():
    assert [v.tolist() for _, v in KFold(3).split(["a", "b", "c"])] == [[0], [1], [2]]
    y = [0, 0, 1]
    assert [v.tolist() for _, v in StratifiedKFold(2).split(y, y)] == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: KFold(1), "n_splits: 2 이상의 정수 하나.*값: 1"),
        (lambda: KFold(2.0), "받은 값: 2.0"),
        (lambda: KFold(shuffle=True), "함께 주거나 함께 뺀다"),
        (lambda: KFold(rng=np.random.default_rng(0)), "함께 주거나 함께 뺀다"),
        (lambda: next(KFold(4).split([1, 2, 3])), "샘플 3개를 4조각으로"),
        (lambda: next(StratifiedKFold(2).split([1, 2])), "y: 수가 아닌 것.*None"),
        (lambda: next(StratifiedKFold(2).split([1, 2], [1])), r"받은 모양: \(1,\)"),
        (
            lambda: next(StratifiedKFold(3).split([0] * 4, [0, 1, 0, 1])),
            "가장 큰 클래스도 샘플이 2개뿐이다. n_splits=3",
        ),
    ],
)
def test_fold_errors(make, message):
    with pytest.raises(ValueError, match=message):
        make()

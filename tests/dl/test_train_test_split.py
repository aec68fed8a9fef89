"""나누기: 페이지의 손계산, scikit-learn과의 일치, 층화."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import model_selection as sk

from lessons.dl.train_test_split import allocate, train_test_split

Y = np.repeat([1, 0], [20, 380])


@pytest.fixture
def rng():
    return np.random.default_rng(0)


# 페이지의 숫자


def counts(stratify, rng):
    return [
        train_test_split(Y, test_size=0.2, stratify=stratify, rng=rng)[1].sum()
        for _ in range(500)
    ]


def test_500_random_splits_and_500_stratified():
    rng = np.random.default_rng(2)
    plain = counts(None, rng)
    assert (min(plain), max(plain)) == (0, 11)
    assert np.bincount(plain)[[0, 11]].tolist() == [4, 1]
    assert set(counts(Y, rng)) == {4}


def test_range_of_other_seeds():
    ends = []
    for seed in range(6):
        plain = counts(None, np.random.default_rng(seed))
        ends.append((min(plain), max(plain)))
    assert ends == [(0, 10), (0, 10), (0, 11), (0, 10), (0, 10), (0, 10)]


def test_scikit_learn_shows_the_same_range():
    plain = [
        sk.train_test_split(Y, test_size=0.2, random_state=s)[1].sum()
        for s in range(500)
    ]
    assert (min(plain), max(plain)) == (0, 11)


def test_chances_of_the_page():
    def chance(k, N, positives, n):
        ways = math.comb(positives, k) * math.comb(N - positives, n - k)
        return ways / math.comb(N, n)

    assert_allclose(chance(0, 10, 2, 5), 56 / 252)
    assert_allclose(chance(0, 10, 2, 5), 2 / 9)
    drawn = np.random.default_rng(0).hypergeometric(20, 380, 80, 200_000)
    for k in (0, 4):
        assert_allclose(chance(k, 400, 20, 80), (drawn == k).mean(), atol=0.003)


def test_allocation_by_hand(rng):
    assert allocate([7, 3], 4, rng).tolist() == [3, 1]
    assert allocate([30, 15, 5], 10, rng).tolist() == [6, 3, 1]
    assert allocate([8, 2], 5, rng).tolist() == [4, 1]


@pytest.mark.parametrize(
    "sizes",
    [
        {},
        {"test_size": 0.2},
        {"test_size": 0.301},
        {"test_size": 7},
        {"train_size": 0.55},
        {"train_size": 11},
        {"train_size": 0.501, "test_size": 0.1},
        {"train_size": 5, "test_size": 0.33},
        {"train_size": 10, "test_size": np.int64(6)},
    ],
)
@pytest.mark.parametrize("shuffle", [True, False])
def test_sizes_are_those_of_scikit_learn(sizes, shuffle, rng):
    X, y = np.arange(74).reshape(37, 2), np.arange(37)
    ours = train_test_split(X, y, shuffle=shuffle, rng=rng, **sizes)
    theirs = sk.train_test_split(X, y, shuffle=shuffle, **sizes)
    assert [a.shape for a in ours] == [a.shape for a in theirs]
    if not shuffle:
        for a, b in zip(ours, theirs, strict=True):
            assert (a == b).all()
    X_train, X_test, y_train, y_test = ours
    assert (X_train[:, 0] == 2 * y_train).all() and (X_test[:, 0] == 2 * y_test).all()
    both = np.concatenate([y_train, y_test])
    assert len(np.unique(both)) == len(both)


def test_shuffle_is_fair_and_reproducible():
    def test_part(seed):
        rng = np.random.default_rng(seed)
        return train_test_split(np.arange(10), test_size=3, rng=rng)[1]

    assert (test_part(4) == test_part(4)).all()
    often = np.bincount(np.concatenate([test_part(s) for s in range(2000)]))
    assert_allclose(often / 2000, 0.3, atol=0.04)


@pytest.mark.parametrize("seed", range(20))
def test_stratified_counts_are_those_of_scikit_learn(seed):
    """나머지가 같은 클래스가 없게 골라, 동점의 차례에 상관없이 같아야 한다."""
    rng = np.random.default_rng(seed)
    sizes = rng.choice(np.arange(5, 120), 4, replace=False)
    y = rng.permutation(np.repeat(["d", "b", "c", "a"], sizes))
    n_test = int(rng.integers(8, len(y) // 2))
    n_train = int(rng.integers(8, len(y) - n_test + 1))
    exact = sizes * n_train / len(y) % 1
    assert len(np.unique(exact.round(9))) > 1
    ours = train_test_split(
        y, test_size=n_test, train_size=n_train, stratify=y, rng=rng
    )
    theirs = sk.train_test_split(
        y, test_size=n_test, train_size=n_train, stratify=y, random_state=seed
    )
    if len(np.unique(exact.round(9))) < 4:
        return
    assert (
        np.unique_counts(ours[0]).counts == np.unique_counts(theirs[0]).counts
    ).all()
    left = sizes - [np.sum(ours[0] == k) for k in "dbca"]
    if len(np.unique((left * n_test / left.sum() % 1).round(9))) == 4:
        assert sorted(ours[1]) == sorted(theirs[1])


def test_stratified_parts_do_not_overlap_and_are_mixed(rng):
    y = np.repeat([0, 1, 2], [50, 30, 20])
    numbers = np.arange(100)
    train, test = train_test_split(numbers, test_size=0.3, stratify=y, rng=rng)
    assert sorted(np.concatenate([train, test])) == numbers.tolist()
    assert np.bincount(y[test]).tolist() == [15, 9, 6]
    assert np.bincount(y[train]).tolist() == [35, 21, 14]
    assert (np.diff(y[test]) < 0).any() and (np.diff(y[train]) < 0).any()
    others = [train_test_split(numbers, stratify=y, rng=rng)[1] for _ in range(99)]
    assert set(np.concatenate(others)) == set(range(100))


def test_allocation_never_strays_from_its_share(rng):
    firsts = set()
    for _ in range(200):
        sizes = rng.integers(1, 50, 5)
        n = int(rng.integers(0, sizes.sum() + 1))
        got = allocate(sizes, n, rng)
        exact = sizes * n / sizes.sum()
        assert got.sum() == n
        assert (abs(got - exact) < 1).all() and (got <= sizes).all()
        firsts.add(int(allocate([5, 5, 5], 1, rng).argmax()))
    assert firsts == {0, 1, 2}


def test_smallest_allowed_split(rng):
    y = [0, 1, 0, 1]
    assert sorted(train_test_split(y, test_size=2, stratify=y, rng=rng)[1]) == [0, 1]
    assert len(train_test_split([1, 2], rng=rng)[1]) == 1
    assert len(train_test_split([1, 2], test_size=1, rng=rng)[0]) == 1


@pytest.mark.parametrize(
    ("arrays", "options", "message"),
    [
        ([], {}, "배열을 하나 이상"),
        ([[1, 2], [1]], {}, r"2번째 배열: 모양이 \(2,\).*\(1,\)"),
        ([3], {}, r"1번째 배열: 모양이 \(N,\).*\(\)"),
        ([[1, 2, 3]], {"stratify": [0, 1]}, r"stratify: 모양이 \(3,\).*\(2,\)"),
        ([[1, 2, 3]], {"test_size": 0.0}, "받은 값: 0.0"),
        ([[1, 2, 3]], {"test_size": 1.0}, "test_size: 0 초과 1 미만인 수 하나.*1.0"),
        ([[1, 2, 3]], {"test_size": 0}, "받은 값: 0"),
        ([[1, 2, 3]], {"train_size": 3}, "받은 값: 3"),
        ([[1, 2, 3]], {"train_size": -0.5}, "받은 값: -0.5"),
        ([[1, 2, 3]], {"train_size": 2, "test_size": 2}, "훈련 2개와 테스트 2개로"),
        ([[1, 2, 3]], {"train_size": 0.1}, "훈련 0개와 테스트 3개로"),
        ([[1, 2, 3]], {"test_size": 0.9}, "훈련 0개와 테스트 3개로"),
        ([[1, 2, 3]], {"rng": None}, "rng: .*난수 생성기"),
        ([[1, 2, 3]], {"shuffle": False, "stratify": [0, 0, 0]}, "shuffle=True로 둔다"),
        ([[1, 2, 3]], {"stratify": [0, 0, 5]}, "클래스 5의 샘플이 하나뿐"),
        (
            [[1] * 9],
            {"stratify": [0, 1, 2] * 3, "test_size": 2},
            "클래스가 3개인데 훈련은 7개, 테스트는 2개다",
        ),
        ([[1] * 9], {"stratify": [0, 1, 2] * 3, "train_size": 2}, "훈련은 2개"),
    ],
)
def test_split_errors(arrays, options, message, rng):
    with pytest.raises(ValueError, match=message):
        train_test_split(*arrays, **({"rng": rng} | options))


def test_no_shuffle_needs_no_rng():
    train, test = train_test_split([1, 2, 3, 4, 5], shuffle=False, test_size=2)
    assert (train.tolist(), test.tolist()) == ([1, 2, 3], [4, 5])

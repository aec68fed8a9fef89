"""모델 고르기: 페이지의 손계산, scikit-learn과의 일치, 층화와 조각의 성질."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import model_selection as sk
from sklearn.linear_model import Ridge

from lessons.dl.model_selection import (
    GridSearchCV,
    KFold,
    RandomizedSearchCV,
    StratifiedKFold,
    allocate,
    clone,
    cross_val_score,
    make_folds,
    parameter_grid,
    train_test_split,
)
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

Y = np.repeat([1, 0], [20, 380])


@pytest.fixture
def rng():
    return np.random.default_rng(0)


class Toy:
    """설정 그대로의 점수를 내는 모델. 몇 번 배웠는지 센다."""

    def __init__(self, a=1, b=2):
        self.a, self.b = a, b

    def fit(self, X, y):
        self.n_ = len(X)
        return self

    def predict(self, X):
        return np.full(len(X), self.a)

    def score(self, X, y):
        return self.a * 10 + self.b + X.mean()


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


def test_folds_by_hand():
    y = [0, 0, 0, 0, 0, 0, 1, 1, 1]
    got = [v.tolist() for _, v in StratifiedKFold(3).split(y, y)]
    assert got == [[0, 1, 6], [2, 3, 7], [4, 5, 8]]
    assert [len(v) for _, v in KFold().split(np.zeros(23))] == [5, 5, 5, 4, 4]


# train_test_split


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
        ([], {}, r"배열을 하나 이상 준다. 받은 길이: \[\]"),
        ([[1, 2], [1]], {}, r"받은 길이: \[2, 1\]"),
        ([3], {}, "샘플 0개를 훈련 0개와 테스트 0개로"),
        ([[1, 2, 3]], {"stratify": [0, 1]}, r"받은 길이: \[3, 2\]"),
        ([[1, 2, 3]], {"test_size": 0.0}, "받은 값: 0.0"),
        ([[1, 2, 3]], {"test_size": 1.0}, "1 이상 3 미만의 정수로 준다. 받은 값: 1.0"),
        ([[1, 2, 3]], {"test_size": 0}, "받은 값: 0"),
        ([[1, 2, 3]], {"train_size": 3}, "받은 값: 3"),
        ([[1, 2, 3]], {"train_size": -0.5}, "받은 값: -0.5"),
        ([[1, 2, 3]], {"train_size": 2, "test_size": 2}, "훈련 2개와 테스트 2개로"),
        ([[1, 2, 3]], {"train_size": 0.1}, "훈련 0개와 테스트 3개로"),
        ([[1, 2, 3]], {"test_size": 0.9}, "훈련 0개와 테스트 3개로"),
        ([[1, 2, 3]], {"rng": None}, "rng=np.random.default_rng"),
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


# KFold, StratifiedKFold


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
    assert [v.tolist() for _, v in KFold(3).split("abc")] == [[0], [1], [2]]
    y = [0, 0, 1]
    assert [v.tolist() for _, v in StratifiedKFold(2).split(y, y)] == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: KFold(1), "n_splits는 2 이상의 정수여야 한다. 받은 값: 1"),
        (lambda: KFold(2.0), "받은 값: 2.0"),
        (lambda: KFold(shuffle=True), "함께 주거나 함께 뺀다"),
        (lambda: KFold(rng=np.random.default_rng(0)), "함께 주거나 함께 뺀다"),
        (lambda: next(KFold(4).split([1, 2, 3])), "샘플 3개를 4조각으로"),
        (lambda: next(StratifiedKFold(2).split([1, 2])), "받은 모양: None"),
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


# 교차 검증과 탐색


def test_clone_keeps_settings_and_forgets_learning():
    model = Toy(a=5, b=[[1]]).fit(np.zeros(3), None)
    copy = clone(model, a=7)
    assert (copy.a, copy.b) == (7, [[1]]) and not hasattr(copy, "n_")
    assert copy.b[0] is not model.b[0] and model.a == 5
    with pytest.raises(ValueError, match=r"c이라는 설정이 없다. 있는 설정: \['a', 'b'"):
        clone(model, c=1)


@pytest.mark.parametrize("cv", [None, 3, KFold(4), StratifiedKFold(2)])
def test_cross_val_score_is_scikit_learn(cv, rng):
    X = rng.standard_normal((31, 2))
    y = rng.integers(2, size=31)
    reference = {None: sk.KFold(5), 3: 3}
    theirs = reference.get(cv) if cv in (None, 3) else cv.split(X, y)
    want = sk.cross_val_score(
        Ridge(), X, y, cv=list(theirs) if cv not in (None, 3) else theirs
    )
    assert_allclose(cross_val_score(Ridge(), X, y, cv=cv), want)


def test_scoring_sees_only_the_validation_fold():
    X = np.arange(10.0)

    def scoring(model, X, y):
        assert model.n_ == 8 and len(X) == len(y) == 2
        return X[0]

    got = cross_val_score(Toy(), X, X, scoring=scoring)
    assert got.tolist() == [0, 2, 4, 6, 8]


def test_parameter_grid_is_scikit_learn():
    grid = {"b": [1, 2, 3], "a": ["x", "y"]}
    assert parameter_grid(grid) == list(sk.ParameterGrid(grid))
    assert parameter_grid({}) == [{}]
    with pytest.raises(ValueError, match="b의 후보가 비었다"):
        parameter_grid({"a": [1], "b": []})


def test_grid_search_is_scikit_learn(rng):
    X, y = rng.standard_normal((30, 4)), rng.standard_normal(30)
    grid = {"alpha": [0.01, 1.0, 100.0], "fit_intercept": [True, False]}
    ours = GridSearchCV(Ridge(), grid).fit(X, y)
    theirs = sk.GridSearchCV(Ridge(), grid).fit(X, y)
    assert ours.best_params_ == theirs.best_params_
    assert ours.best_index_ == theirs.best_index_
    assert_allclose(ours.best_score_, theirs.best_score_)
    for key in ("mean_test_score", "std_test_score"):
        assert_allclose(ours.cv_results_[key], theirs.cv_results_[key])
    assert ours.cv_results_["params"] == theirs.cv_results_["params"]
    assert_allclose(ours.predict(X), theirs.predict(X))
    assert_allclose(ours.score(X, y), theirs.score(X, y))


def test_grid_search_takes_scoring_cv_and_first_of_ties():
    X = np.zeros(12)
    seen = []

    def scoring(model, X, y):
        seen.append(len(X))
        return -abs(model.a - 2)

    search = GridSearchCV(Toy(), {"a": [1, 3]}, scoring=scoring, cv=4).fit(X, X)
    assert search.best_params_ == {"a": 1} and search.best_index_ == 0
    assert seen == [3] * 8 and search.best_estimator_.n_ == 12
    assert search.score(X, X) == -1
    assert GridSearchCV(Toy(), {"a": [1, 3]}).fit(X, X).score(X, X) == 32


def test_grid_search_stratifies_by_the_classes():
    """사분의 일이 1이면, 층화한 조각마다 사분의 일이 1이다."""
    y = np.arange(12) % 4 == 0
    options = {"scoring": lambda m, X, y: y.mean(), "cv": StratifiedKFold(3)}
    search = GridSearchCV(Toy(), {"a": [1]}, **options).fit(y, y)
    assert search.best_score_ == 0.25 and search.cv_results_["std_test_score"] == [0]


def test_all_candidates_meet_the_same_folds(rng):
    X = rng.standard_normal(20)
    cv = KFold(4, shuffle=True, rng=rng)
    search = GridSearchCV(Toy(), {"b": [2, 2]}, cv=cv).fit(X, X)
    scores = search.cv_results_
    assert scores["mean_test_score"][0] == scores["mean_test_score"][1]
    assert scores["std_test_score"][0] == scores["std_test_score"][1] > 0


@pytest.mark.parametrize("refit", [True, False])
def test_nothing_to_predict_with(refit):
    search = GridSearchCV(Toy(), {"a": [1]}, refit=refit)
    if not refit:
        search.fit(np.zeros(5), np.zeros(5))
    for use in (search.predict, lambda X: search.score(X, X)):
        with pytest.raises(ValueError, match="refit=True로 fit"):
            use(np.zeros(5))


def test_score_that_is_not_a_number_is_named():
    def scoring(model, X, y):
        return np.nan if model.a == 3 else 1.0

    search = GridSearchCV(Toy(), {"a": [1, 3, 4]}, scoring=scoring)
    with pytest.raises(ValueError, match=r"조합이 있다: \{'a': 3\}"):
        search.fit(np.zeros(5), np.zeros(5))


def random_search(params, rng, **options):
    X = np.zeros(6)
    return RandomizedSearchCV(Toy(), params, cv=2, rng=rng, **options).fit(X, X)


def test_random_search_of_lists_never_repeats(rng):
    lists = {"a": [1, 2, 3, 4], "b": [5, 6, 7]}
    tried = random_search(lists, rng).cv_results_["params"]
    assert len(tried) == 10
    assert len({tuple(p.items()) for p in tried}) == 10
    everything = random_search(lists, rng, n_iter=99)
    assert len(everything.cv_results_["params"]) == 12
    assert everything.best_params_ == {"a": 4, "b": 7}
    assert everything.best_estimator_.n_ == 6
    assert everything.predict([0]).tolist() == [4]
    size = random_search(lists, rng, scoring=lambda m, X, y: len(X)).best_score_
    assert size == 3
    firsts = {str(random_search(lists, rng, n_iter=1).best_params_) for _ in range(99)}
    assert len(firsts) > 8


def test_random_search_draws_from_functions(rng):
    params = {"a": lambda rng: rng.uniform(3, 4), "b": [0, 1]}
    search = random_search(params, rng, n_iter=50, refit=False)
    tried = search.cv_results_["params"]
    assert len({p["a"] for p in tried}) == 50
    assert all(3 <= p["a"] < 4 for p in tried)
    assert {int(p["b"]) for p in tried} == {0, 1}
    assert not hasattr(search, "best_estimator_")


def test_random_search_can_be_repeated_and_takes_scoring():
    def once(seed):
        params = {"a": lambda rng: rng.integers(1000), "b": [1, 2, 3]}
        rng = np.random.default_rng(seed)
        return random_search(params, rng, scoring=lambda m, X, y: -m.a)

    assert once(3).best_params_ == once(3).best_params_ != once(4).best_params_
    result = once(3)
    assert result.best_params_["a"] == min(p["a"] for p in result.cv_results_["params"])


def test_random_search_needs_a_try(rng):
    with pytest.raises(ValueError, match=r"n_iter는 1 이상이어야 한다. 받은 값: 0"):
        random_search({"a": [1]}, rng, n_iter=0)


def test_folds_given_as_a_list_or_a_generator(rng):
    X = np.zeros(10)
    want = [v.tolist() for _, v in KFold(2).split(X)]
    for cv in (2, KFold(2), list(KFold(2).split(X)), KFold(2).split(X)):
        assert [v.tolist() for _, v in make_folds(cv, X, X)] == want
    assert len(make_folds(None, X, X)) == 5


# 페이지의 글에 적은 수


def test_degree_curve_of_the_page():
    x, y = noisy_wave(60, rng=np.random.default_rng(2))
    folds = list(KFold(5, shuffle=True, rng=np.random.default_rng(0)).split(x))
    valid = [
        -cross_val_score(PolynomialRegressor(d), x, y, cv=folds).mean()
        for d in range(13)
    ]
    assert np.argmin(valid) == 6
    assert_allclose([valid[1], valid[12]], [0.245, 0.128], atol=5e-4)


def test_best_of_many_guesses_is_lucky():
    """찍기 1,000개 가운데 최고는 100문제에서 0.66쯤을 맞힌다."""
    rng = np.random.default_rng(1)
    best = rng.binomial(100, 0.5, (2000, 1000)).max(axis=1) / 100
    assert_allclose(best.mean(), 0.66, atol=0.01)
    assert_allclose(np.sqrt(0.9 * 0.1 / 100), 0.03)

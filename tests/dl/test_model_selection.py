"""모델 고르기: scikit-learn과의 일치, 교차 검증과 탐색, 페이지의 숫자."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import model_selection as sk
from sklearn.linear_model import Ridge

from lessons.dl.kfold import KFold, StratifiedKFold
from lessons.dl.model_selection import (
    GridSearchCV,
    RandomizedSearchCV,
    clone,
    cross_val_score,
    make_folds,
    parameter_grid,
)
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave
from lessons.dl.train_test_split import train_test_split


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
    with pytest.raises(ValueError, match="b: 후보를 하나 이상"):
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
    with pytest.raises(ValueError, match=r"n_iter: 1 이상의 정수.*0"):
        random_search({"a": [1]}, rng, n_iter=0)


def test_folds_given_as_a_list_or_a_generator(rng):
    X = np.zeros(10)
    want = [v.tolist() for _, v in KFold(2).split(X)]
    for cv in (2, KFold(2), list(KFold(2).split(X)), KFold(2).split(X)):
        assert [v.tolist() for _, v in make_folds(cv, X, X)] == want
    assert len(make_folds(None, X, X)) == 5


# 페이지의 글에 적은 수


def test_best_of_the_grid_on_the_page_is_inside():
    rng = np.random.default_rng(2)
    x, y = noisy_wave(80, rng=rng)
    x, _, y, _ = train_test_split(x, y, test_size=0.25, rng=rng)
    folds = list(KFold(5, shuffle=True, rng=rng).split(x))
    candidates = {"alpha": [0.001, 0.1, 10.0], "degree": [2, 7, 12]}
    search = GridSearchCV(PolynomialRegressor(), candidates, cv=folds).fit(x, y)
    assert search.best_params_ == {"alpha": 0.1, "degree": 7}


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

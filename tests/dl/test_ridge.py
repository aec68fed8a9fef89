"""릿지와 라쏘: 손계산, scikit-learn과의 일치, 성질, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import linear_model

from lessons.datasets import load_diabetes
from lessons.dl.features import PolynomialFeatures, StandardScaler
from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from lessons.dl.linear_regression_gd import condition_number
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave
from lessons.dl.ridge import (
    Lasso,
    Ridge,
    centred,
    descend_coordinates,
    soft_threshold,
)

STANDARD = np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]])
y4 = np.array([19.0, 23, 27, 35])


def problem(N, D, seed=0):
    rng = np.random.default_rng(seed)
    X = rng.normal(1, 2, (N, D))
    return X, X @ rng.normal(size=D) + rng.normal(5, 1, N)


# 페이지의 손계산


@pytest.mark.parametrize(
    ("alpha", "w"), [(0, [5, 3]), (4, [2.5, 1.5]), (36, [0.5, 0.3])]
)
def test_ridge_shrinks_by_a_factor(alpha, w):
    model = Ridge(alpha).fit(STANDARD, y4)
    assert_allclose(model.coef_, w)
    assert_allclose(model.intercept_, 26)


@pytest.mark.parametrize(
    ("alpha", "w"), [(0, [5, 3]), (1, [4, 2]), (3, [2, 0]), (4, [1, 0]), (5, [0, 0])]
)
def test_lasso_shrinks_by_a_step(alpha, w):
    model = Lasso(alpha).fit(STANDARD, y4)
    assert_allclose(model.coef_, w, atol=1e-12)
    assert_allclose(model.intercept_, 26)
    assert model.n_iter_ == (1 if alpha == 5 else 2)


def test_soft_threshold():
    z = [-3, -1, -0.5, 0, 0.5, 1, 2.5]
    assert soft_threshold(z, 1).tolist() == [-2, 0, 0, 0, 0, 0, 1.5]
    assert soft_threshold(3.0, 0) == 3


@pytest.mark.parametrize(
    ("fit_intercept", "x_mean", "y_mean"), [(True, [2, 30], 5), (False, [0, 0], 0)]
)
def test_centring_takes_the_means_away(fit_intercept, x_mean, y_mean):
    X, y = np.array([[1.0, 10], [3, 50]]), np.array([4.0, 6])
    got = centred(X, y, fit_intercept)
    for ours, want in zip(got, (X - x_mean, y - y_mean, x_mean, y_mean), strict=True):
        assert_allclose(ours, want)


# 기준 구현


@pytest.mark.parametrize("alpha", [1e-3, 1.0, 50.0])
@pytest.mark.parametrize("fit_intercept", [True, False])
@pytest.mark.parametrize("shape", [(101, 7), (13, 1), (5, 8)])
def test_ridge_is_sklearn(shape, fit_intercept, alpha):
    X, y = problem(*shape)
    ours = Ridge(alpha, fit_intercept=fit_intercept).fit(X, y)
    theirs = linear_model.Ridge(alpha, fit_intercept=fit_intercept, solver="svd").fit(
        X, y
    )
    assert_allclose(ours.coef_, theirs.coef_, rtol=1e-8, atol=1e-10)
    assert_allclose(ours.intercept_, theirs.intercept_, rtol=1e-8, atol=1e-10)
    assert_allclose(ours.score(X, y), theirs.score(X, y))


@pytest.mark.parametrize("alpha", [0.01, 0.3, 2.0])
@pytest.mark.parametrize("fit_intercept", [True, False])
@pytest.mark.parametrize("shape", [(101, 7), (13, 1), (29, 11)])
def test_lasso_is_sklearn(shape, fit_intercept, alpha):
    X, y = problem(*shape)
    options = {"fit_intercept": fit_intercept, "max_iter": 100_000, "tol": 1e-13}
    ours = Lasso(alpha, **options).fit(X, y)
    theirs = linear_model.Lasso(alpha, **options).fit(X, y)
    assert_allclose(ours.coef_, theirs.coef_, rtol=1e-7, atol=1e-8)
    assert_allclose(ours.intercept_, theirs.intercept_, rtol=1e-7, atol=1e-8)


def test_defaults_are_sklearn_defaults():
    for ours, theirs in (
        (Ridge(), linear_model.Ridge()),
        (Lasso(), linear_model.Lasso()),
    ):
        assert (ours.alpha, ours.fit_intercept) == (theirs.alpha, theirs.fit_intercept)
    assert (Lasso().max_iter, Lasso().tol) == (1000, 1e-4)
    X, y = problem(41, 3)
    assert_allclose(
        Ridge().fit(X, y).coef_, linear_model.Ridge().fit(X, y).coef_, rtol=1e-9
    )


def test_ridge_without_penalty_is_least_squares():
    for shape in ((31, 4), (3, 6)):
        X, y = problem(*shape)
        ours, theirs = Ridge(0).fit(X, y), LinearRegression().fit(X, y)
        assert_allclose(ours.coef_, theirs.coef_, atol=1e-10)
        assert_allclose(ours.intercept_, theirs.intercept_, atol=1e-10)


def test_ridge_is_its_formula():
    X, y = problem(23, 4)
    Z, t = X - X.mean(axis=0), y - y.mean()
    w = np.linalg.inv(Z.T @ Z + 3 * np.eye(4)) @ Z.T @ t
    assert_allclose(Ridge(3).fit(X, y).coef_, w, rtol=1e-10)


def test_ridge_of_chapter_three_has_its_penalty_on_the_constant_too():
    x, y = noisy_wave(15, rng=np.random.default_rng(2))
    phi = np.polynomial.legendre.legvander(x, 4)
    ours = Ridge(0.7, fit_intercept=False).fit(phi, y)
    assert_allclose(ours.coef_, PolynomialRegressor(4, 0.7).fit(x, y).coef_)


# 성질


def test_lasso_meets_its_optimality_conditions():
    """0이 아닌 가중치에서는 기울기가 ±α, 0인 가중치에서는 크기가 α 이하다."""
    X, y = load_diabetes(scaled=False)
    Z = StandardScaler().fit_transform(X)
    model = Lasso(3.0, tol=1e-10, max_iter=50_000).fit(Z, y)
    pull = Z.T @ (y - model.predict(Z)) / len(Z)
    alive = model.coef_ != 0
    assert 0 < alive.sum() < 10
    assert_allclose(pull[alive], 3 * np.sign(model.coef_[alive]), atol=1e-6)
    assert (abs(pull[~alive]) <= 3).all()


def test_lasso_is_all_zero_from_the_largest_pull_on():
    X, y = problem(37, 5)
    Z, t, _, _ = centred(X, y, True)
    top = abs(Z.T @ t / 37).max()
    assert (Lasso(top * 1.0001).fit(X, y).coef_ == 0).all()
    assert (Lasso(top * 0.999).fit(X, y).coef_ != 0).sum() == 1


def test_more_penalty_means_shorter_weights():
    X, y = problem(19, 6)
    lengths = [np.linalg.norm(Ridge(a).fit(X, y).coef_) for a in (0, 0.1, 1, 10, 100)]
    assert (np.diff(lengths) < 0).all()
    assert (Ridge(1e4).fit(X, y).coef_ != 0).all()


def test_training_score_never_grows_with_the_penalty():
    X, y = problem(19, 6)
    for make in (Ridge, Lasso):
        scores = [make(a).fit(X, y).score(X, y) for a in (1e-3, 0.1, 1, 3)]
        assert (np.diff(scores) < 0).all()


def test_bias_is_not_punished():
    X, y = problem(31, 3)
    for make in (Ridge, Lasso):
        far, near = make(2.0).fit(X, y + 1000), make(2.0).fit(X, y)
        assert_allclose(far.coef_, near.coef_, atol=1e-9)
        assert_allclose(far.intercept_, near.intercept_ + 1000)


def test_penalty_lowers_the_condition_number():
    X = load_diabetes(scaled=False)[0]
    Z = StandardScaler().fit_transform(X[::5])
    expected = {0: 728.5, 1: 223.4, 10: 31.7, 100: 4.2, 1000: 1.3}
    for alpha, kappa in expected.items():
        tall = np.vstack([Z, np.sqrt(alpha) * np.eye(10)])
        assert_allclose(condition_number(tall), kappa, atol=0.06)


def test_ridge_saves_the_ninth_degree():
    rng = np.random.default_rng(2)
    x, y = noisy_wave(15, rng=rng)
    x_new, y_new = noisy_wave(1000, rng=rng)
    powers, scaler = PolynomialFeatures(9, include_bias=False), StandardScaler()
    Z = scaler.fit_transform(powers.fit_transform(x[:, None]))
    Z_new = scaler.transform(powers.transform(x_new[:, None]))

    def error(alpha):
        return mean_squared_error(y_new, Ridge(alpha).fit(Z, y).predict(Z_new))

    assert_allclose(error(0), 51438.98, rtol=1e-4)
    assert_allclose(error(1), 0.16, atol=0.005)
    assert_allclose(error(100), 0.49, atol=0.005)


def test_constant_column_is_left_alone():
    X, y = problem(11, 2)
    X[:, 0] = 4
    model = Lasso(1e-3).fit(X, y)
    assert model.coef_[0] == 0
    assert model.coef_[1] != 0


def test_one_round_of_coordinates():
    w = np.array([1.0, 0.0])
    after = descend_coordinates(STANDARD * [1, 2], y4 - 26, w, 0.5)
    assert_allclose(after, [4.5, 5.5 / 4])
    assert w.tolist() == [1, 0]


def test_lasso_stops_by_its_tolerance():
    X, y = problem(29, 11)
    loose, tight = Lasso(0.01, tol=1e-2).fit(X, y), Lasso(0.01, tol=1e-8).fit(X, y)
    assert loose.n_iter_ < tight.n_iter_

    def change(n):
        """n바퀴째에 가장 많이 변한 만큼을 가장 큰 가중치로 나눈 것"""
        Z, t, _, _ = centred(X, y, True)
        w = np.zeros(11)
        for _ in range(n):
            before, w = w, descend_coordinates(Z, t, w, 0.01)
        return abs(w - before).max() / abs(w).max()

    assert change(loose.n_iter_) <= 1e-2 < change(loose.n_iter_ - 1)


def test_arguments_are_kept():
    X, y = problem(9, 2)
    before = X.copy(), y.copy()
    for model in (Ridge(), Lasso()):
        model.fit(X, y)
    np.testing.assert_array_equal(X, before[0])
    np.testing.assert_array_equal(y, before[1])


# 오류


@pytest.mark.parametrize("make", [Ridge, Lasso])
@pytest.mark.parametrize("alpha", [-1, np.nan, np.inf])
def test_penalty_errors(make, alpha):
    with pytest.raises(ValueError, match=f"alpha: 0 이상인 수.*{alpha}"):
        make(alpha).fit(*problem(9, 2))


def test_lasso_says_when_it_does_not_settle():
    X, y = problem(29, 11)
    settled = Lasso(0.01).fit(X, y).n_iter_
    assert Lasso(0.01, max_iter=settled).fit(X, y).n_iter_ == settled
    with pytest.raises(ValueError, match=f"{settled - 1}바퀴를 돌아도 멎지 않는다"):
        Lasso(0.01, max_iter=settled - 1).fit(X, y)


@pytest.mark.parametrize("make", [Ridge, Lasso])
def test_shape_errors(make):
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, D\)"):
        make().fit([1, 2], [1, 2])
    with pytest.raises(ValueError, match=r"y: 모양이 \(4,\)"):
        make().fit(STANDARD, y4[:3])
    with pytest.raises(ValueError, match=r"아직 배운 것이 없다\. fit을 먼저"):
        make().predict(STANDARD)

"""특성 맞추기와 늘리기: scikit-learn과의 일치, 성질, 오류."""

from math import comb

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import preprocessing

from lessons.dl.features import PolynomialFeatures, StandardScaler
from lessons.dl.linear_regression import LinearRegression

DELIVERY = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])


def table(N, D, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(3, 2, (N, D)) * np.geomspace(1e-3, 1e4, D)


# StandardScaler


def test_delivery_by_hand():
    scaler = StandardScaler()
    Z = scaler.fit_transform(DELIVERY)
    assert scaler.mean_.tolist() == [2, 20]
    assert scaler.scale_.tolist() == [1, 10]
    assert Z.tolist() == [[-1, -1], [-1, 1], [1, -1], [1, 1]]


@pytest.mark.parametrize("with_mean", [True, False])
@pytest.mark.parametrize("with_std", [True, False])
@pytest.mark.parametrize("shape", [(13, 1), (7, 5), (2, 3)])
def test_scaler_is_sklearn(shape, with_mean, with_std):
    X, new = table(*shape), table(5, shape[1], seed=1)
    options = {"with_mean": with_mean, "with_std": with_std}
    ours = StandardScaler(**options).fit(X)
    theirs = preprocessing.StandardScaler(**options).fit(X)
    assert_allclose(ours.transform(new), theirs.transform(new), rtol=1e-10)
    assert_allclose(
        ours.inverse_transform(new), theirs.inverse_transform(new), rtol=1e-10
    )


def test_scaler_defaults_are_sklearn_defaults():
    ours, theirs = StandardScaler(), preprocessing.StandardScaler()
    X = table(11, 3)
    assert (ours.with_mean, ours.with_std) == (theirs.with_mean, theirs.with_std)
    assert_allclose(ours.fit_transform(X), theirs.fit_transform(X), rtol=1e-10)


def test_constant_column_becomes_zero():
    X = np.column_stack([np.full(7, 0.1), np.arange(7.0)])
    scaler = StandardScaler()
    assert (scaler.fit_transform(X)[:, 0] == 0).all()
    assert scaler.scale_[0] == 1
    assert scaler.mean_[0] == 0.1


def test_scaler_goes_back():
    X = table(17, 4)
    scaler = StandardScaler()
    Z = scaler.fit_transform(X)
    assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    assert_allclose(Z.std(axis=0), 1, rtol=1e-12)
    assert_allclose(scaler.inverse_transform(Z), X, rtol=1e-12)


def test_units_do_not_matter():
    X = table(9, 3)
    kilo = X * [1000, 1, 0.01] + [5, -7, 0]
    ours = StandardScaler().fit_transform
    assert_allclose(ours(X), ours(kilo), atol=1e-9)


def test_scaler_uses_only_what_it_was_fitted_on():
    scaler = StandardScaler().fit(DELIVERY)
    assert scaler.transform([[6, 20], [8, 40]]).tolist() == [[4, 0], [6, 2]]


def test_arguments_are_kept():
    X = table(5, 2)
    before = X.copy()
    scaler = StandardScaler()
    scaler.inverse_transform(scaler.fit_transform(X))
    PolynomialFeatures(3).fit_transform(X)
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize("make", [StandardScaler, PolynomialFeatures])
def test_width_errors(make):
    with pytest.raises(ValueError, match=r"아직 배운 것이 없다\. fit을 먼저"):
        make().transform(DELIVERY)
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 2\).*\(\d, 3\)"):
        make().fit(DELIVERY).transform(np.ones((4, 3)))
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, D\)"):
        make().fit([1, 2])
    with pytest.raises(ValueError, match="비었다"):
        make().fit(np.empty((0, 2)))


def test_inverse_transform_errors():
    with pytest.raises(ValueError, match=r"아직 배운 것이 없다\. fit을 먼저"):
        StandardScaler().inverse_transform(DELIVERY)


# PolynomialFeatures


def test_second_degree_by_hand():
    made = PolynomialFeatures(2)
    assert made.fit_transform([[2, 3]]).tolist() == [[1, 2, 3, 4, 6, 9]]
    powers = [[0, 0], [1, 0], [0, 1], [2, 0], [1, 1], [0, 2]]
    assert made.powers_.tolist() == powers


@pytest.mark.parametrize("degree", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("D", [1, 2, 4])
@pytest.mark.parametrize("interaction_only", [False, True])
@pytest.mark.parametrize("include_bias", [False, True])
def test_polynomial_is_sklearn(degree, D, interaction_only, include_bias):
    if degree == 0 and not include_bias:
        return
    X = np.random.default_rng(D).normal(size=(7, D))
    options = {"interaction_only": interaction_only, "include_bias": include_bias}
    ours = PolynomialFeatures(degree, **options)
    theirs = preprocessing.PolynomialFeatures(degree, **options)
    assert_allclose(ours.fit_transform(X), theirs.fit_transform(X), rtol=1e-12)
    assert ours.powers_.tolist() == theirs.powers_.tolist()


def test_polynomial_defaults_are_sklearn_defaults():
    X = table(6, 3)
    theirs = preprocessing.PolynomialFeatures().fit_transform(X)
    assert_allclose(PolynomialFeatures().fit_transform(X), theirs, rtol=1e-12)


@pytest.mark.parametrize(("D", "degree"), [(2, 2), (10, 2), (100, 2), (3, 5)])
def test_number_of_terms(D, degree):
    made = PolynomialFeatures(degree).fit(np.ones((1, D)))
    assert len(made.powers_) == comb(D + degree, degree)


@pytest.mark.parametrize("degree", [-1, 1.5])
def test_degree_errors(degree):
    with pytest.raises(ValueError, match=f"degree: 0 이상의 정수.*{degree}"):
        PolynomialFeatures(degree).fit([[1.0]])


def test_nothing_to_make():
    with pytest.raises(ValueError, match=r"degree: 1 이상의 정수.*0"):
        PolynomialFeatures(0, include_bias=False).fit([[1.0]])


def test_the_product_solves_xor_and_the_delivery():
    both = PolynomialFeatures(2, interaction_only=True, include_bias=False)
    bits = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    model = LinearRegression().fit(both.fit_transform(bits), [0, 1, 1, 0])
    assert_allclose(model.coef_, [1, 1, -2], atol=1e-12)
    assert_allclose(model.intercept_, 0, atol=1e-12)
    without = LinearRegression().fit(bits, [0, 1, 1, 0])
    assert_allclose(without.predict(bits), 0.5)
    Z, y = 2 * bits - 1, np.array([19.0, 23, 27, 35])  # 표준화한 배달
    left = y - LinearRegression().fit(Z, y).predict(Z)
    assert_allclose(left, Z[:, 0] * Z[:, 1], atol=1e-12)

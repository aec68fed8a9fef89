"""다항식 맞추기: 손계산, scikit-learn·PyTorch와의 일치, 과적합이 시작되는 걸음."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import eval_legendre
from sklearn.linear_model import Ridge

from lessons.dl import polynomial_torch
from lessons.dl.polynomial import (
    PolynomialRegressor,
    descend,
    legendre_features,
    losses,
    noisy_wave,
)


@pytest.fixture
def page():
    """페이지의 훈련 15개와 검증 40개."""
    rng = np.random.default_rng(2)
    return *noisy_wave(15, rng=rng), *noisy_wave(40, rng=rng)


def test_line_and_cubic_by_hand():
    """x = 0, 1, 2, 3을 -1과 1 사이로 옮겨도 곡선은 같다."""
    x, y = np.array([0, 1, 2, 3]), np.array([0, 1, 1, 2])
    for degree, seen, answer in ((1, 0.05, 2.5), (3, 0.0, 6.0)):
        model = PolynomialRegressor(degree).fit(x / 4, y)
        assert_allclose(-model.score(x / 4, y), seen, atol=1e-12)
        assert_allclose(model.predict([1.0]), answer)


def test_numbers_of_the_opening(page):
    x, y, *_ = page
    rng = np.random.default_rng(2)
    noisy_wave(15, rng=rng)
    x_new, y_new = noisy_wave(1000, rng=rng)
    inside = (x.min() <= x_new) & (x_new <= x.max())
    seen, unseen, near, far = [], [], [], []
    for degree in (1, 3, 7, 9):
        model = PolynomialRegressor(degree).fit(x, y)
        seen.append(-model.score(x, y))
        unseen.append(-model.score(x_new, y_new))
        near.append(-model.score(x_new[inside], y_new[inside]))
        far.append(-model.score(x_new[~inside], y_new[~inside]))
    assert inside.sum() == 769
    assert_allclose(near, [0.218, 0.105, 0.144, 0.456], atol=6e-4)
    assert_allclose(far, [0.512, 0.205, 846.7, 222678.1], rtol=2e-3)
    assert 231 * far[-1] > 0.9999 * 1000 * unseen[-1]  # 거의 모두 밖에서 왔다
    assert_allclose(seen, [0.236, 0.082, 0.044, 0.017], atol=6e-4)
    assert_allclose(unseen, [0.29, 0.13, 195.70, 51438.98], atol=6e-3)


def test_overfitting_starts_at_step_68(page):
    x, y, x_valid, y_valid = page
    path = descend(x, y, 12, steps=500)
    train, valid = losses(path, x, y), losses(path, x_valid, y_valid)
    assert valid.argmin() == 68
    assert_allclose(train[[0, 68, 500]], [0.545, 0.057, 0.041], atol=6e-4)
    assert_allclose(valid[[0, 68, 500]], [0.587, 0.128, 0.193], atol=6e-4)
    assert (np.diff(train) < 0).all()


def test_worse_training_is_not_overfitting(page):
    x, y, x_valid, y_valid = page
    path = descend(x, y, 12, lr=1.0, steps=20)[[10, 20]]
    for data in ((x, y), (x_valid, y_valid)):
        a, b = losses(path, *data)
        assert b > a


@pytest.mark.parametrize("degree", [0, 1, 2, 5, 14])
def test_features_are_legendre_polynomials(degree):
    x = np.random.default_rng(degree).uniform(-1, 1, 17)
    phi = legendre_features(x, degree)
    want = np.stack([eval_legendre(j, x) for j in range(degree + 1)], axis=1)
    assert phi.shape == (17, degree + 1)
    assert_allclose(phi, want, atol=1e-13)
    single = x.astype(np.float32)
    wide = legendre_features(single.astype(float), degree)
    assert (legendre_features(single, degree) == wide).all()


@pytest.mark.parametrize("alpha", [0.0, 0.01, 3.0])
@pytest.mark.parametrize("degree", [1, 4, 9])
def test_regressor_is_ridge_on_the_features(degree, alpha):
    rng = np.random.default_rng(degree)
    x, y = rng.uniform(-1, 1, 23), rng.standard_normal(23)
    model = PolynomialRegressor(degree, alpha).fit(x, y)
    phi = legendre_features(x, degree)
    if alpha:
        want = Ridge(alpha, fit_intercept=False).fit(phi, y).coef_
    else:
        want = np.linalg.lstsq(phi, y)[0]
    assert_allclose(model.coef_, want, atol=1e-11)
    assert_allclose(model.predict(x), phi @ want, atol=1e-11)
    assert_allclose(model.score(x, y), -np.mean((phi @ want - y) ** 2), atol=1e-12)


def test_defaults():
    model = PolynomialRegressor()
    assert (model.degree, model.alpha) == (1, 0)
    x = np.linspace(-1, 1, 7)
    path = descend(x, x, 2)
    assert path.shape == (1001, 3) and (path[0] == 0).all()
    assert_allclose(path[1], 0.1 * 2 / 7 * legendre_features(x, 2).T @ x)


@pytest.mark.parametrize(("N", "degree"), [(15, 12), (7, 1), (40, 5)])
def test_path_is_torch(N, degree):
    rng = np.random.default_rng(N)
    x, y = noisy_wave(N, rng=rng)
    for options in ({"steps": 300}, {"lr": 0.03, "steps": 200}):
        ours = descend(x, y, degree, **options)
        theirs = polynomial_torch.descend(x, y, degree, **options)
        assert ours.shape == theirs.shape
        assert_allclose(ours, theirs, rtol=0, atol=1e-12)
    assert len(polynomial_torch.descend(x, y, 1)) == 1001
    first = polynomial_torch.descend(x.tolist(), y.tolist(), 1, steps=1)
    assert_allclose(first, descend(x, y, 1, steps=1), rtol=1e-13, atol=1e-15)


def test_path_ends_at_the_least_squares():
    x, y = noisy_wave(40, rng=np.random.default_rng(0))
    end = descend(x, y, 3, steps=3000)[-1]
    assert_allclose(end, PolynomialRegressor(3).fit(x, y).coef_, atol=1e-9)


def test_losses_are_mean_squares():
    path = np.array([[0.0, 0.0], [1.0, 2.0]])
    assert losses(path, [0.5, -0.5], [1.0, 3.0]).tolist() == [5, 5]
    assert losses(path, [0.5, 0.0], [2.0, 0.0]).tolist() == [2, 0.5]


def test_wave():
    x, y = noisy_wave(20_000, rng=np.random.default_rng(0))
    assert x.shape == y.shape == (20_000,)
    assert (x == x.round(2)).all() and (y == y.round(2)).all()
    assert (x.min(), x.max()) == (-1, 1)
    off = y - np.sin(np.pi * x)
    assert_allclose([off.mean(), off.std(), x.mean()], [0, 0.3, 0], atol=0.01)
    quiet = noisy_wave(100, noise=0.0, rng=np.random.default_rng(0))
    assert_allclose(quiet[1], np.sin(np.pi * quiet[0]), atol=0.03)


@pytest.mark.parametrize("x", [[1.01], [-1.01, 0]])
def test_x_outside_is_refused(x):
    with pytest.raises(ValueError, match=r"x: -1과 1 사이의 수.*1\.01"):
        legendre_features(x, 2)
    assert legendre_features([-1, 1], 1).tolist() == [[1, -1], [1, 1]]

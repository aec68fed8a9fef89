"""선형 회귀: 페이지의 손계산, 기준 구현, 성질, 오류."""

import math
from itertools import combinations

import numpy as np
import pytest
import torch
from sklearn import linear_model, metrics
from torch.nn import functional as F

from lessons.data.anscombe import load_anscombe
from lessons.data.hubble import load_hubble
from lessons.dl.linear_regression import (
    LinearRegression,
    mean_squared_error,
    normal_equation,
)
from lessons.dl.linear_regression_torch import fit_linear

X = np.array([[1.0], [2.0], [3.0]])
y = np.array([14.0, 22.0, 24.0])
SHAPES = [(101, 7), (13, 1), (3, 2), (997, 31)]


def ones(X):
    return np.column_stack([X, np.ones(len(X))])


def random_problem(N, D, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(3, 2, (N, D)), rng.normal(-5, 4, N)


# 페이지의 손계산


@pytest.mark.parametrize(
    ("w", "b", "total", "absolute", "square"),
    [(0, 20, 0, 12, 56), (3, 12, 6, 8, 26), (5, 10, 0, 4, 6), (5, 9, 3, 3, 9)],
)
def test_candidate_lines(w, b, total, absolute, square):
    r = y - (w * X[:, 0] + b)
    assert (r.sum(), abs(r).sum(), (r**2).sum()) == (total, absolute, square)
    assert mean_squared_error(y, w * X[:, 0] + b) == pytest.approx(square / 3)


def test_best_line_of_three_deliveries():
    model = LinearRegression().fit(X, y)
    assert model.coef_ == pytest.approx([5])
    assert model.intercept_ == pytest.approx(10)
    assert mean_squared_error(y, model.predict(X)) == pytest.approx(2)
    assert model.predict([[4]]) == pytest.approx([30])
    assert model.score(X, y) == pytest.approx(1 - 6 / 56)


@pytest.mark.parametrize("w", [-2.0, 3.0, 5.0, 7.5])
def test_parabola_when_the_bias_is_known(w):
    parabola = 14 * w**2 - 140 * w + 356
    assert 3 * mean_squared_error(y, w * X[:, 0] + 10) == pytest.approx(parabola)


@pytest.mark.parametrize(("w", "b"), [(3, 12), (0, 20), (-1.5, 7)])
def test_loss_is_the_minimum_plus_the_squared_gap(w, b):
    d = (w - 5) * X[:, 0] + (b - 10)
    expected = 2 + np.mean(d**2)
    assert mean_squared_error(y, w * X[:, 0] + b) == pytest.approx(expected)


def test_matrices_on_the_page():
    A = ones(X)
    assert (A.T @ A).tolist() == [[14, 6], [6, 3]]
    assert (A.T @ y).tolist() == [130, 60]
    assert normal_equation(A, y) == pytest.approx([5, 10])


def test_right_triangle():
    assert (y**2).sum() == 1256
    assert (15**2 + 20**2 + 25**2, 1 + 4 + 1) == (1250, 1256 - 1250)


def test_likelihood_on_the_page():
    assert math.exp(-6 / 2) == pytest.approx(0.0498, abs=5e-5)
    assert math.exp(-26 / 2) == pytest.approx(0.0000023, abs=5e-8)
    assert math.exp(-6 / 2) / math.exp(-26 / 2) == pytest.approx(22_000, rel=0.01)


def test_partial_derivatives():
    w, b, h = 2.0, 7.0, 1e-6

    def loss(w, b):
        return mean_squared_error(y, w * X[:, 0] + b)

    r = y - (w * X[:, 0] + b)
    by_b = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    by_w = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    assert by_b == pytest.approx(-2 * np.mean(r), rel=1e-7)
    assert by_w == pytest.approx(-2 * np.mean(X[:, 0] * r), rel=1e-7)


def test_without_bias_on_the_page():
    model = LinearRegression(fit_intercept=False).fit(X, y)
    assert model.coef_ == pytest.approx([130 / 14])
    assert model.intercept_ == 0
    assert mean_squared_error(y, model.predict(X)) == pytest.approx(114 / 7)


@pytest.mark.parametrize(
    ("moved", "late", "w", "b"),
    [([2], 30, 5, 16), ([4], 30, 11, -2), (range(5), 30, 5, 40), ([4], -10, 3, 14)],
)
def test_moving_points(moved, late, w, b):
    x, y = np.arange(1.0, 6), 10 + 5 * np.arange(1.0, 6)
    y[list(moved)] += late
    model = LinearRegression().fit(x[:, None], y)
    assert (model.coef_[0], model.intercept_) == pytest.approx((w, b))


def test_some_least_absolute_line_passes_two_points():
    """페이지처럼 두 점씩 이은 것 가운데 가장 좋은 직선을 격자로 이기지 못한다."""
    x, y = random_problem(7, 1)
    x = x[:, 0]
    through = min(
        abs(y - y[i] - (y[j] - y[i]) / (x[j] - x[i]) * (x - x[i])).sum()
        for i, j in combinations(range(7), 2)
    )
    w, b = np.meshgrid(np.linspace(-10, 10, 401), np.linspace(-30, 30, 401))
    anywhere = abs(y - w[..., None] * x - b[..., None]).sum(axis=-1).min()
    assert through <= anywhere < through + 1


@pytest.mark.parametrize("name", ["I", "II", "III", "IV"])
def test_anscombe(name):
    x, y = load_anscombe()[name]
    model = LinearRegression().fit(x[:, None], y)
    assert (x.shape, y.shape) == ((11,), (11,))
    assert round(model.intercept_, 2) == 3.00
    assert round(model.coef_[0], 3) == 0.500
    assert round(np.corrcoef(x, y)[0, 1], 2) == 0.82
    # 논문의 표: x의 평균은 9, y의 평균은 7.5, x의 편차 제곱합은 110이다.
    assert (x.mean(), round(y.mean(), 2)) == (9, 7.5)
    assert ((x - 9) ** 2).sum() == 110


def test_anscombe_is_fresh_each_time():
    load_anscombe()["I"][0][:] = 0
    assert load_anscombe()["I"][0].sum() == 99


def test_hubble():
    x, y = load_hubble()
    assert (x.shape, y.shape) == ((24,), (24,))
    # 표의 r과 v를 따로 더한 합
    assert (round(x.sum(), 3), y.sum()) == (21.873, 8955)
    model = LinearRegression().fit(x[:, None], y)
    assert (round(model.coef_[0], 2), round(model.intercept_, 2)) == (454.16, -40.78)


def test_hubble_is_fresh_each_time():
    load_hubble()[0][:] = 0
    assert load_hubble()[0][0] == 0.032


def test_r2_is_the_squared_correlation_of_a_line():
    x, y = random_problem(11, 1)
    model = LinearRegression().fit(x, y)
    rho = np.corrcoef(x[:, 0], y)[0, 1]
    assert model.score(x, y) == pytest.approx(rho**2)


def test_pairing_every_answer_with_every_prediction_flattens_the_line():
    x, y = np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
    w, b = np.meshgrid(np.linspace(-10, 10, 81), np.linspace(0, 40, 81))
    y_hat = w[..., None, None] * x[:, None] + b[..., None, None]  # (…, 3, 1)
    wrong = ((y_hat - y) ** 2).mean(axis=(-1, -2))
    best = np.unravel_index(wrong.argmin(), wrong.shape)
    assert (w[best], b[best], wrong.min()) == (0, 20, pytest.approx(y.var()))


# 기준 구현


@pytest.mark.parametrize("fit_intercept", [True, False])
@pytest.mark.parametrize(("N", "D"), SHAPES)
def test_same_as_scikit_learn(N, D, fit_intercept):
    X, y = random_problem(N, D)
    ours = LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    oracle = linear_model.LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    np.testing.assert_allclose(ours.coef_, oracle.coef_, rtol=1e-11, atol=1e-11)
    assert ours.intercept_ == pytest.approx(oracle.intercept_, rel=1e-11, abs=1e-11)
    np.testing.assert_allclose(ours.predict(X), oracle.predict(X), atol=1e-11)
    assert ours.score(X, y) == pytest.approx(oracle.score(X, y), abs=1e-12)


@pytest.mark.parametrize(("N", "D"), SHAPES)
def test_same_as_lstsq(N, D):
    X, y = random_problem(N, D)
    expected = np.linalg.lstsq(ones(X), y, rcond=None)[0]
    ours = LinearRegression().fit(X, y)
    got = np.append(ours.coef_, ours.intercept_)
    np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-11)
    by_normal = normal_equation(ones(X), y)
    np.testing.assert_allclose(by_normal, expected, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize(("N", "D"), SHAPES)
def test_same_in_torch(N, D):
    X, y = random_problem(N, D)
    ours = LinearRegression().fit(X, y)
    layer = fit_linear(torch.from_numpy(X), torch.from_numpy(y))
    w, b = layer.weight.detach().numpy(), layer.bias.item()
    np.testing.assert_allclose(w, ours.coef_[None], rtol=1e-10, atol=1e-11)
    assert b == pytest.approx(ours.intercept_, rel=1e-10)
    F.mse_loss(layer(torch.from_numpy(X))[:, 0], torch.from_numpy(y)).backward()
    assert abs(layer.weight.grad).max() < 1e-11
    assert abs(layer.bias.grad).max() < 1e-11


def test_torch_version_draws_no_random_numbers():
    before = torch.get_rng_state()
    fit_linear(torch.from_numpy(X), torch.from_numpy(y))
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize("shape", [(11,), (7, 3)])
def test_mse_same_as_scikit_learn(shape):
    rng = np.random.default_rng(0)
    y_true, y_pred = rng.normal(size=shape), rng.normal(size=shape)
    expected = metrics.mean_squared_error(y_true, y_pred)
    assert mean_squared_error(y_true, y_pred) == pytest.approx(expected, rel=1e-14)


# 답이 하나가 아닐 때


@pytest.mark.parametrize("fit_intercept", [True, False])
@pytest.mark.parametrize(("N", "D"), [(11, 4), (5, 13), (997, 31)])
def test_shortest_answer_when_there_are_many(N, D, fit_intercept):
    X, y = random_problem(N, D)
    X = np.column_stack([X, X[:, 0], X @ np.arange(1.0, D + 1)])
    ours = LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    oracle = linear_model.LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    np.testing.assert_allclose(ours.coef_, oracle.coef_, atol=1e-9)
    shift, center = X.mean(axis=0), y.mean()
    A, t = (X - shift, y - center) if fit_intercept else (X, y)
    expected = np.linalg.lstsq(A, t, rcond=None)[0]
    np.testing.assert_allclose(ours.coef_, expected, atol=1e-9)


def test_shortest_answer_in_torch_every_time():
    """gelsy는 이 가운데 몇 번을 틀린다."""
    for seed in range(300):
        X, y = random_problem(11, 4, seed)
        X = np.column_stack([X, X[:, 0], X @ np.arange(1.0, 5)])
        layer = fit_linear(torch.from_numpy(X), torch.from_numpy(y))
        ours = LinearRegression().fit(X, y)
        np.testing.assert_allclose(layer.weight[0].tolist(), ours.coef_, atol=1e-9)


def test_one_way_and_round_trip():
    model = LinearRegression().fit(X * [1, 2], y)
    assert model.coef_ == pytest.approx([1, 2])
    assert model.intercept_ == pytest.approx(10)


def test_rounding_does_not_hide_the_same_information():
    """0.1을 곱하며 생긴 반올림 오차를 새 정보로 여기지 않는다."""
    x = np.random.default_rng(0).normal(3000, 1, 997)
    model = LinearRegression().fit(np.column_stack([x, 0.1 * x]), 1.01 * x)
    assert model.coef_ == pytest.approx([1, 0.1], abs=1e-6)


@pytest.mark.parametrize("value", [2.0, 0.1, 1e9 / 3])
def test_constant_feature_gets_no_weight(value):
    model = LinearRegression().fit(np.full((7, 1), value), np.arange(7.0))
    assert model.coef_[0] == 0
    assert model.intercept_ == pytest.approx(3)


def test_one_sample_is_a_flat_line():
    model = LinearRegression().fit([[4.0, 5.0]], [7.0])
    assert (model.coef_.tolist(), model.intercept_) == ([0, 0], 7)


# 성질


def test_residuals_are_perpendicular_and_sum_to_zero():
    X, y = random_problem(101, 7)
    r = y - LinearRegression().fit(X, y).predict(X)
    np.testing.assert_allclose(ones(X).T @ r, 0, atol=1e-9)


def test_line_passes_the_mean_point():
    X, y = random_problem(101, 7)
    at_mean = LinearRegression().fit(X, y).predict(X.mean(axis=0)[None])
    assert at_mean == pytest.approx([y.mean()])


def test_far_from_the_origin():
    """연도처럼 큰 수에서도 편향을 되찾는다."""
    year = np.arange(2001.0, 2012)
    model = LinearRegression().fit(year[:, None] + 1e6, 3 * year - 6000)
    assert model.coef_ == pytest.approx([3], rel=1e-12)
    assert model.predict([[1e6 + 2020]]) == pytest.approx([60], rel=1e-9)


def test_arguments_are_not_changed():
    X, y = random_problem(11, 3)
    kept = X.copy(), y.copy()
    LinearRegression().fit(X, y).score(X, y)
    np.testing.assert_array_equal(X, kept[0])
    np.testing.assert_array_equal(y, kept[1])


def test_integers_and_lists_are_accepted():
    model = LinearRegression().fit([[1], [2], [3]], [14, 22, 24])
    assert model.predict([[4]]) == pytest.approx([30])


# 오류


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        ([1, 2, 3], [1, 2, 3], r"X: 모양이 \(N, D\).*\(3,\).*reshape\(-1, 1\)"),
        ([[1], [2]], [1, 2, 3], r"y: 모양이 \(2,\).*\(3,\)"),
        ([[1], [2]], [[1], [2]], r"y: 모양이 \(2,\).*\(2, 1\)"),
        (np.empty((0, 2)), [], "^X: 비었다"),
        ([[1], [np.nan]], [1, 2], "^X: NaN이나 무한대가 1개"),
        ([[1], [2]], [np.inf, np.nan], "^y: NaN이나 무한대가 2개"),
    ],
)
def test_fit_errors(X, y, message):
    with pytest.raises(ValueError, match=message):
        LinearRegression().fit(X, y)


def test_predict_errors():
    with pytest.raises(ValueError, match=r"아직 배운 것이 없다\. fit을 먼저"):
        LinearRegression().predict(X)
    model = LinearRegression().fit(X, y)
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 1\).*\(\d, 2\)"):
        model.predict([[1, 2]])
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 1\)"):
        model.predict([1])
    with pytest.raises(ValueError, match="비었다"):
        model.predict(np.empty((0, 1)))


def test_score_errors():
    model = LinearRegression().fit(X, y)
    with pytest.raises(ValueError, match=r"y: 모양이 \(3,\).*\(2,\)"):
        model.score(X, y[:2])
    with pytest.raises(ValueError, match="모두 같아 R²를 정할 수 없다"):
        model.score(X, [0.1, 0.1, 0.1])


@pytest.mark.parametrize(
    ("y_true", "y_pred", "message"),
    [
        ([[1], [2]], [1, 2], r"y_true·y_pred: .*\(2, 1\).*\(2,\)"),
        ([1, 2], [1, 2, 3], r"y_true·y_pred: .*\(2,\).*\(3,\)"),
        ([], [], "^y_true: 비었다"),
        ([1, 2], [1, np.nan], "^y_pred: NaN이나 무한대가 1개"),
    ],
)
def test_mse_errors(y_true, y_pred, message):
    with pytest.raises(ValueError, match=message):
        mean_squared_error(y_true, y_pred)


def test_normal_equation_errors():
    with pytest.raises(ValueError, match="열 2개 가운데 서로 다른 정보는 1개뿐"):
        normal_equation(X * [1, 2], y)
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, D\)"):
        normal_equation(X[:, 0], y)

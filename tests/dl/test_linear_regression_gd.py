"""경사 하강법으로 맞춘 선형 회귀: 손계산, 자동 미분, 조건수와 걸음 수, 오류."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.gradient_descent import gradient_descent, numerical_gradient
from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from lessons.dl.linear_regression_gd import (
    LinearRegressionGD,
    best_rate,
    condition_number,
    curvatures,
    mse_gradient,
)
from lessons.dl.linear_regression_gd_torch import fit_sgd
from lessons.dl.ridge import Ridge

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
CENTRED = X - [2, 20]
STANDARD = CENTRED / [1, 10]


def problem(N, D, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(1, 2, (N, D)), rng.normal(-3, 4, N)


# 페이지의 손계산


def test_answer_of_the_delivery():
    model = LinearRegression().fit(X, y)
    assert_allclose(model.coef_, [5, 0.3])
    assert_allclose(model.intercept_, 10)
    assert_allclose(y - model.predict(X), [1, -1, -1, 1], atol=1e-12)
    assert_allclose(mean_squared_error(y, model.predict(X)), 1)
    assert_allclose(model.score(X, y), 1 - 1 / 35)


def test_two_steps_before_scaling():
    w, seen = np.zeros(2), []
    for _ in range(3):
        seen.append(w)
        w = w - 0.005 * mse_gradient(CENTRED, y - 26, w)
    assert_allclose(mse_gradient(CENTRED, y - 26, np.zeros(2)), [-10, -60])
    assert_allclose(seen, [[0, 0], [0.05, 0.3], [0.0995, 0.3]], atol=1e-12)


def test_one_step_after_scaling():
    gradient = mse_gradient(STANDARD, y - 26, np.zeros(2))
    assert_allclose(gradient, [-10, -6])
    assert_allclose(-0.5 * gradient, [5, 3])


def test_curvatures_of_the_delivery():
    assert_allclose(curvatures(CENTRED), [2, 200])
    assert_allclose(curvatures(STANDARD), [2, 2])
    assert_allclose(condition_number(CENTRED), 100)
    assert_allclose(best_rate(CENTRED), 2 / 202)
    assert_allclose(best_rate(STANDARD), 0.5)
    metres = CENTRED * [1000, 1]
    assert_allclose(curvatures(metres), [200, 2_000_000])
    assert_allclose(condition_number(metres), 10_000)


@pytest.mark.parametrize(
    ("with_mean", "with_std", "kappa", "steps"),
    [
        (False, False, 4776.1, 32992),
        (True, False, 100, 691),
        (False, True, 97.98, 677),
        (True, True, 1, 1),
    ],
)
def test_four_ways(with_mean, with_std, kappa, steps):
    Z = StandardScaler(with_mean=with_mean, with_std=with_std).fit_transform(X)
    ones = np.column_stack([Z, np.ones(4)])
    assert_allclose(condition_number(ones), kappa, rtol=1e-4)
    model = LinearRegressionGD(max_iter=40_000).fit(Z, y)
    assert abs(model.n_iter_ - steps) <= 1
    assert_allclose(
        model.predict(Z), LinearRegression().fit(X, y).predict(X), atol=1e-3
    )


# 식과 기준 구현


@pytest.mark.parametrize("shape", [(7, 3), (101, 11), (5, 8), (1, 1)])
def test_gradient_is_autograd_and_numerical(shape):
    X, y = problem(*shape)
    w = np.random.default_rng(3).normal(size=shape[1])
    wt = torch.tensor(w, requires_grad=True)
    torch.nn.functional.mse_loss(
        torch.from_numpy(X) @ wt, torch.from_numpy(y)
    ).backward()
    ours = mse_gradient(X, y, w)
    assert_allclose(ours, wt.grad.numpy(), rtol=1e-12, atol=1e-12)
    slow = numerical_gradient(lambda v: np.mean((X @ v - y) ** 2), w)
    assert_allclose(ours, slow, rtol=1e-6, atol=1e-6)
    assert not np.allclose(1.001 * ours, slow, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("shape", [(7, 3), (101, 11), (5, 8)])
def test_curvatures_are_eigenvalues_of_the_hessian(shape):
    X, _ = problem(*shape)
    Xt, w = torch.from_numpy(X), torch.zeros(shape[1], dtype=torch.float64)
    H = torch.autograd.functional.hessian(lambda w: torch.mean((Xt @ w) ** 2), w)
    assert_allclose(
        curvatures(X), np.linalg.eigvalsh(H.numpy()), rtol=1e-10, atol=1e-10
    )
    if shape[0] > shape[1]:
        assert_allclose(condition_number(X), np.linalg.cond(X) ** 2, rtol=1e-10)


@pytest.mark.parametrize("rho", [0, 0.3, -0.5, 0.9])
def test_correlation_sets_the_condition_number(rho):
    second = rho * STANDARD[:, 0] + np.sqrt(1 - rho**2) * STANDARD[:, 1]
    kappa = (1 + abs(rho)) / (1 - abs(rho))
    assert_allclose(condition_number(np.stack([STANDARD[:, 0], second], 1)), kappa)


def test_condition_number_at_its_ends():
    assert condition_number(np.eye(3)) == 1
    assert condition_number([[1, 2], [2, 4], [3, 6]]) == np.inf
    assert condition_number(np.ones((2, 3))) == np.inf
    assert condition_number(np.zeros((3, 2))) == np.inf
    assert condition_number([[1, 1], [1, 1 + 1e-7]]) < np.inf
    assert condition_number(np.diag([1.0, 1e-14])) < np.inf
    assert condition_number(np.diag([1.0, 1e-16])) == np.inf


def test_best_rate_beats_its_neighbours():
    Z = StandardScaler().fit_transform(problem(41, 4)[0])
    t = Z @ [1.0, -2, 3, 0.5]
    rate = best_rate(Z)
    steps = [
        LinearRegressionGD(rate * by, max_iter=2000).fit(Z, t).n_iter_
        for by in (0.8, 1, 1.1)
    ]
    assert steps[1] < min(steps[0], steps[2])


@pytest.mark.parametrize("kappa", [10, 100, 1000])
def test_steps_grow_with_the_condition_number(kappa):
    """페이지의 결과: 걸음 수는 κ/2·ln(10⁶)이다."""
    X = np.array([[1.0, 1], [1, -1], [-1, 1], [-1, -1]]) * [1, np.sqrt(kappa)]
    model = LinearRegressionGD(fit_intercept=False).fit(X, X @ [1, 1 / kappa])
    assert_allclose(model.n_iter_, kappa / 2 * np.log(1e6), rtol=0.01)


@pytest.mark.parametrize("flat", [1, 2])
def test_best_rate_with_flat_directions(flat):
    """곡률이 0인 방향은 걸을 일이 없다. 나머지 방향에서 한 걸음에 닿는다."""
    X = [[1.0] + [0] * flat] * 2
    assert_allclose(best_rate(X), 0.5)
    model = LinearRegressionGD(fit_intercept=False).fit(X, [3, 5])
    assert model.n_iter_ == 1
    assert_allclose(model.predict(X), [4, 4])


def test_repeated_columns_converge():
    """열이 겹치면 곡률 하나가 반올림 오차다. 그것을 세면 영영 닿지 않는다."""
    rng = np.random.default_rng(3)
    X, y = rng.standard_normal((2, 13))
    X = np.column_stack([X, 3 * X, X])
    model = LinearRegressionGD().fit(X, y)
    assert model.n_iter_ < 200
    assert_allclose(model.score(X, y), LinearRegression().fit(X, y).score(X, y))


def test_every_step_shrinks_by_the_promised_factor():
    w = np.array([1.0, -1.0])
    rate = best_rate(CENTRED)
    for _ in range(20):
        after = w - rate * mse_gradient(CENTRED, np.zeros(4), w)
        assert_allclose(np.linalg.norm(after) / np.linalg.norm(w), 99 / 101)
        w = after


def test_diabetes_before_and_after():
    X, y = load_diabetes(scaled=False)
    Z = StandardScaler().fit_transform(X)
    assert_allclose(condition_number(X), 1_030_321, rtol=1e-6)
    assert_allclose(condition_number(Z), 470.08, rtol=1e-4)
    model = LinearRegressionGD().fit(Z, y)
    assert abs(model.n_iter_ - 3076) <= 1
    assert_allclose(model.score(Z, y), LinearRegression().fit(X, y).score(X, y))


# LinearRegressionGD


@pytest.mark.parametrize("fit_intercept", [True, False])
def test_arrives_at_the_normal_equation(fit_intercept):
    X, y = problem(53, 5)
    ours = LinearRegressionGD(tol=1e-12, fit_intercept=fit_intercept).fit(X, y)
    theirs = LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    assert_allclose(ours.coef_, theirs.coef_, atol=1e-9)
    assert_allclose(ours.intercept_, theirs.intercept_, atol=1e-9)
    if not fit_intercept:
        assert ours.intercept_ == 0


def test_walks_the_path_of_gradient_descent():
    X, y = problem(23, 3)
    A = np.column_stack([X, np.ones(23)])
    path = gradient_descent(
        lambda w: mse_gradient(A, y, w), np.zeros(4), lr=0.02, steps=50
    )
    for steps in (0, 1, 50):
        model = LinearRegressionGD(0.02, max_iter=steps, tol=0).fit(X, y)
        assert model.n_iter_ == steps
        assert_allclose([*model.coef_, model.intercept_], path[steps], rtol=1e-12)


def test_stops_at_the_first_small_gradient():
    X, y = problem(31, 2)
    A = np.column_stack([X, np.ones(31)])

    def length(n):
        m = LinearRegressionGD(max_iter=n, tol=0).fit(X, y)
        return np.linalg.norm(mse_gradient(A, y, np.append(m.coef_, m.intercept_)))

    n = LinearRegressionGD(tol=1e-3).fit(X, y).n_iter_
    assert length(n) <= 1e-3 * length(0) < length(n - 1)


def test_defaults():
    model = LinearRegressionGD()
    assert model.lr is None
    assert (model.max_iter, model.tol, model.fit_intercept) == (10_000, 1e-6, True)
    X, y = problem(17, 2)
    assert_allclose(
        model.fit(X, y).coef_,
        LinearRegressionGD(best_rate(np.column_stack([X, np.ones(17)])))
        .fit(X, y)
        .coef_,
    )
    assert LinearRegressionGD(tol=1e-6).fit(X, y).n_iter_ == model.n_iter_


def test_already_at_the_bottom():
    model = LinearRegressionGD().fit(X, np.zeros(4))
    assert model.n_iter_ == 0
    assert (model.coef_ == 0).all()


@pytest.mark.parametrize("lr", [0, -0.1, np.nan, np.inf])
def test_rate_errors(lr):
    with pytest.raises(ValueError, match=f"lr: 0 초과인 수.*{lr}"):
        LinearRegressionGD(lr).fit(X, y)


def test_other_errors():
    with pytest.raises(ValueError, match=r"걷다가 수가 넘쳤다.*받은 lr: 0.01"):
        LinearRegressionGD(0.01).fit(X, y)
    with pytest.raises(ValueError, match="X: 모두 0이라"):
        best_rate(np.zeros((3, 2)))
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, D\)"):
        curvatures([1, 2])
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, D\)"):
        LinearRegressionGD().fit([1, 2], [1, 2])
    with pytest.raises(ValueError, match=r"y: 모양이 \(4,\)"):
        LinearRegressionGD().fit(X, y[:3])


# PyTorch


def test_torch_walks_the_same_path():
    X, y = problem(37, 4)
    model = LinearRegressionGD(0.02, max_iter=200, tol=0).fit(X, y)
    layer = fit_sgd(torch.from_numpy(X), torch.from_numpy(y), lr=0.02, steps=200)
    assert_allclose(model.coef_, layer.weight.detach().numpy()[0], rtol=1e-10)
    assert_allclose(model.intercept_, layer.bias.item(), rtol=1e-10)
    assert not torch.equal(layer.weight, torch.zeros_like(layer.weight))


def test_weight_decay_is_ridge():
    X, y = problem(37, 4)
    ridge = Ridge(20.0).fit(X, y)
    Xt, yt = torch.from_numpy(X), torch.from_numpy(y)
    layer = fit_sgd(Xt, yt, lr=0.05, steps=1500, alpha=20.0)
    assert_allclose(ridge.coef_, layer.weight.detach().numpy()[0], atol=1e-9)
    assert_allclose(ridge.intercept_, layer.bias.item(), atol=1e-9)

"""초점 손실의 회귀: γ가 0이면 로지스틱 회귀이고, 멈춘 곳의 기울기는 0이다."""

import numpy as np
import pytest
import torch

from lessons.cnn.imbalance.focal import FocalRegression
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds


def test_without_gamma_it_is_logistic_regression():
    X, y = two_clouds(80, 9, rng=np.random.default_rng(0))
    for C in (0.01, 1, 30):
        ours, plain = FocalRegression(C, 0).fit(X, y), LogisticRegression(C).fit(X, y)
        np.testing.assert_allclose(ours.coef_, plain.coef_, rtol=1e-6)
        np.testing.assert_allclose(ours.intercept_, plain.intercept_, rtol=1e-6)
        np.testing.assert_allclose(
            ours.predict_proba(X), plain.predict_proba(X), rtol=1e-5
        )


def total(b, X, y, C, gamma):
    """½‖w‖² + C Σ (1 − p)^γ (−ln p)를 torch로. 편향은 누르지 않는다."""
    z = X @ b[:-1] + b[-1]
    log_p = torch.nn.functional.logsigmoid(torch.where(y == 1, z, -z))
    focal = -((1 - log_p.exp()) ** gamma) * log_p
    return 0.5 * (b[:-1] ** 2).sum() + C * focal.sum()


@pytest.mark.parametrize("gamma", [0.5, 1, 2, 5])
@pytest.mark.parametrize("C", [1e-3, 1, 100])
def test_no_slope_is_left(C, gamma):
    rng = np.random.default_rng(1)
    X, y = two_clouds(200, 12, rng=rng)
    model = FocalRegression(C, gamma).fit(X, 2 * y - 1)
    b = torch.tensor([*model.coef_, model.intercept_], requires_grad=True)
    data = torch.tensor(X), torch.tensor(y), C, gamma
    least = total(b, *data)
    (slope,) = torch.autograd.grad(least, b)
    assert abs(slope).max() < 1e-5 * (1 + C)
    for _ in range(20):
        aside = b.detach() + torch.tensor(0.1 * rng.normal(size=3))
        assert total(aside, *data) > least


def test_defaults_and_arguments_are_kept():
    X, y = two_clouds(50, 9, rng=np.random.default_rng(2))
    kept = X.copy(), y.copy()
    ours, named = FocalRegression().fit(X, y), FocalRegression(1.0, 2.0).fit(X, y)
    np.testing.assert_array_equal(ours.coef_, named.coef_)
    np.testing.assert_array_equal(X, kept[0])
    np.testing.assert_array_equal(y, kept[1])


LINE = [[0.0], [1.0], [2.0], [3.0]]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: FocalRegression(0), r"^C: 0 초과인"),
        (lambda: FocalRegression(gamma=-1), r"^gamma: 0 이상인"),
        (lambda: FocalRegression().fit([1.0, 2.0], [0, 1]), r"^X: 모양이 \(N, D\)인"),
        (lambda: FocalRegression().fit(LINE, [0, 1]), r"^y: 모양이 \(4,\)인"),
        (lambda: FocalRegression().fit(LINE, [0, 1, 0, 2]), r"^y_true: "),
        (lambda: FocalRegression().predict_proba(LINE), r"^FocalRegression: 아직"),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

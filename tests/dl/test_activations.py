"""활성화 함수: PyTorch와 자동 미분, 오차 함수의 정확도, 양 끝, 대칭, 오류."""

import math

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional as F

from lessons.dl import activations as a
from lessons.dl.activations_torch import value_and_grad
from lessons.dl.gradient_descent import numerical_gradient

EPS = np.finfo(float).eps
EDGES = [0.0, -0.0, 1e-300, -1e-300, 1e-9, 2 * 2**0.5, -2 * 2**0.5, 30.0, -30.0]


def gelu_tanh(z):
    return a.gelu(z, approximate="tanh")


def gelu_tanh_grad(z):
    return a.gelu_grad(z, approximate="tanh")


def torch_gelu_tanh(z):
    return F.gelu(z, approximate="tanh")


TABLE = {
    "sigmoid": (a.sigmoid, a.sigmoid_grad, torch.sigmoid),
    "tanh": (a.tanh, a.tanh_grad, torch.tanh),
    "relu": (a.relu, a.relu_grad, torch.relu),
    "gelu": (a.gelu, a.gelu_grad, F.gelu),
    "gelu tanh": (gelu_tanh, gelu_tanh_grad, torch_gelu_tanh),
}
EACH = pytest.mark.parametrize(
    ("f", "grad", "theirs"), list(TABLE.values()), ids=list(TABLE)
)


@pytest.fixture
def z():
    rng = np.random.default_rng(7)
    parts = [rng.normal(size=500), rng.uniform(-12, 12, 3000)]
    return np.concatenate([*parts, rng.normal(size=50) * 1e-6, EDGES])


# PyTorch와의 일치


@EACH
def test_value_and_derivative_are_torch(f, grad, theirs, z):
    value, slope = value_and_grad(theirs, z)
    assert_allclose(f(z), value, rtol=4 * EPS, atol=2e-15)
    assert_allclose(grad(z), slope, rtol=4 * EPS, atol=6e-15)


@EACH
@pytest.mark.parametrize("shape", [(), (1,), (0,), (3, 1, 5)])
def test_shape_is_kept(f, grad, theirs, shape):
    z = np.random.default_rng(1).normal(size=shape)
    value, slope = value_and_grad(theirs, z)
    assert f(z).shape == grad(z).shape == shape
    assert_allclose(f(z), value, rtol=1e-14)
    assert_allclose(grad(z), slope, rtol=1e-13)


@EACH
def test_random_upstream_gradient(f, grad, theirs):
    rng = np.random.default_rng(3)
    z, upstream = rng.normal(size=(2, 7, 5))
    t = torch.tensor(z, requires_grad=True)
    theirs(t).backward(torch.tensor(upstream))
    assert_allclose(upstream * grad(z), t.grad.numpy(), rtol=1e-12, atol=1e-15)


@EACH
@pytest.mark.parametrize(
    "whole",
    [
        [-2, 0, 3],
        np.array([-2, 0, 3, 4_000_000_000]),
        np.array([-2, 0, 100], dtype=np.int8),
        np.array([0, 3, 200], dtype=np.uint8),
    ],
    ids=["list", "int64", "int8", "uint8"],
)
def test_lists_and_integers_are_taken(f, grad, theirs, whole):
    real = np.array(whole, dtype=float)
    assert_array_equal(f(whole), f(real))
    assert_array_equal(grad(whole), grad(real))
    value, slope = value_and_grad(theirs, whole)
    assert_allclose(value, f(real), rtol=1e-13)
    assert_allclose(slope, grad(real), rtol=1e-13, atol=1e-15)


@EACH
def test_derivative_is_numerical(f, grad, theirs):
    z = np.random.default_rng(5).normal(size=40) * 2
    assert_allclose(grad(z), numerical_gradient(lambda v: f(v).sum(), z), atol=1e-8)


@EACH
def test_one_tenth_of_a_percent_is_seen(f, grad, theirs, z):
    _, slope = value_and_grad(theirs, z)
    assert not np.allclose(1.001 * slope, grad(z), rtol=4 * EPS, atol=6e-15)


# 양 끝


@EACH
def test_far_ends_are_finite(f, grad, theirs):
    z = np.array([-1000.0, 1000.0])
    with np.errstate(all="raise", under="ignore"):
        value, slope = f(z), grad(z)
    theirs_value, theirs_slope = value_and_grad(theirs, z)
    assert_array_equal(value, theirs_value)
    assert_array_equal(slope, theirs_slope)


def test_sigmoid_keeps_its_tail():
    assert_allclose(a.sigmoid(-700.0), math.exp(-700), rtol=1e-14)
    for z in (40.0, -40.0, 300.0):
        assert_allclose(a.sigmoid_grad(z), math.exp(-abs(z)), rtol=1e-14)
    assert_allclose(a.tanh_grad(20.0), 4 * math.exp(-40), rtol=1e-14)
    assert_allclose(a.tanh(1e-200), 1e-200, rtol=1e-15)


def test_zero():
    assert a.sigmoid(0.0) == 0.5
    assert a.sigmoid_grad(0.0) == 0.25
    assert a.tanh(0.0) == a.relu(0.0) == a.gelu(0.0) == 0
    assert a.tanh_grad(0.0) == 1
    assert a.relu_grad(0.0) == 0
    assert a.relu_grad(5e-324) == 1
    assert a.gelu_grad(0.0) == gelu_tanh_grad(0.0) == 0.5
    assert math.copysign(1, a.tanh(-0.0)) == -1


# 오차 함수


def test_erf_is_exact_to_rounding():
    x = np.concatenate([np.linspace(-7, 7, 28_001), [1.9999999, 2.0, 2.0000001]])
    exact = np.array([math.erf(v) for v in x])
    assert_allclose(a.erf(x), exact, rtol=3 * EPS, atol=0)
    assert_allclose(a.erf(x), torch.erf(torch.tensor(x)).numpy(), rtol=4 * EPS)


def test_erf_of_tiny_and_huge():
    assert_allclose(a.erf(1e-300), 2e-300 / math.sqrt(math.pi), rtol=1e-15)
    assert_array_equal(a.erf([-np.inf, -1e9, -6, 6, 1e9, np.inf]), [-1] * 3 + [1] * 3)
    assert np.isnan(a.erf(np.nan))


# 성질


def test_symmetries(z):
    assert_allclose(a.sigmoid(-z), 1 - a.sigmoid(z), atol=2 * EPS)
    assert_array_equal(a.sigmoid_grad(-z), a.sigmoid_grad(z))
    assert_array_equal(a.tanh(-z), -a.tanh(z))
    assert_array_equal(a.erf(-z), -a.erf(z))
    assert_allclose(a.tanh(z), 2 * a.sigmoid(2 * z) - 1, atol=2 * EPS)
    for gelu in (a.gelu, gelu_tanh):
        assert_allclose(gelu(z) - gelu(-z), z, rtol=4 * EPS)


def test_ranges(z):
    assert ((a.sigmoid(z) > 0) & (a.sigmoid(z) < 1)).sum() >= len(z) - 2
    assert (abs(a.tanh(z)) <= 1).all()
    assert (a.sigmoid_grad(z) <= 0.25).all()
    assert (a.tanh_grad(z) <= 1).all()


def test_arguments_are_not_changed(z):
    kept = z.copy()
    for f, grad, _ in TABLE.values():
        f(z)
        grad(z)
    assert_array_equal(z, kept)


@pytest.mark.parametrize("f", [a.gelu, a.gelu_grad])
def test_unknown_approximation_is_named(f):
    message = "approximate: 'none', 'tanh' 가운데 하나.*'erf'"
    with pytest.raises(ValueError, match=message):
        f(1.0, approximate="erf")
    with pytest.raises(TypeError):
        f(1.0, "tanh")
    z = np.linspace(-3, 3, 7)
    assert_array_equal(f(z), f(z, approximate="none"))


# 본문의 숫자


def test_numbers_on_the_page():
    rows = {
        "sigmoid": [0.1192, 0.5, 0.8808, 0.1050, 0.25, 0.1050],
        "tanh": [-0.9640, 0, 0.9640, 0.0707, 1, 0.0707],
        "relu": [0, 0, 2, 0, 0, 1],
        "gelu": [-0.0455, 0, 1.9545, -0.0852, 0.5, 1.0852],
    }
    points = np.array([-2.0, 0.0, 2.0])
    for name, row in rows.items():
        f, grad, _ = TABLE[name]
        assert_allclose([*f(points), *grad(points)], row, atol=5e-5)
    assert_allclose(a.sigmoid_grad(0.0) ** 10, 9.5e-7, rtol=0.01)
    z = np.linspace(-7, 7, 140_001)
    assert_allclose(abs(a.gelu(z) - gelu_tanh(z)).max(), 4.7e-4, atol=5e-6)
    low = a.gelu(z).argmin()
    assert_allclose([z[low], a.gelu(z)[low]], [-0.7518, -0.1700], atol=5e-5)
    steep = a.gelu_grad(z).argmax()
    assert_allclose([z[steep], a.gelu_grad(z)[steep]], [2**0.5, 1.1289], atol=5e-5)


def test_numbers_of_the_quiz():
    slopes = [TABLE[name][1](3.0) for name in ("sigmoid", "tanh", "relu", "gelu")]
    assert_allclose(slopes, [0.0452, 0.0099, 1, 1.01195], atol=5e-5)
    assert 1 - math.erf(2) < 0.005


def test_a_sigmoid_unit_is_a_tanh_unit():
    """연습 4: σ(z) = ½ + ½ tanh(z/2)."""
    rng = np.random.default_rng(2)
    X, W, b = rng.normal(size=(6, 3)), rng.normal(size=(3, 4)), rng.normal(size=4)
    w2, b2 = rng.normal(size=4), 0.3
    ours = a.sigmoid(X @ W + b) @ w2 + b2
    theirs = a.tanh(X @ (W / 2) + b / 2) @ (w2 / 2) + b2 + w2.sum() / 2
    assert_allclose(ours, theirs, atol=1e-14)

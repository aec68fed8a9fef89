"""층: 손계산, nn.Linear와 autograd, 수치 미분, 보편 근사와 깊이의 수."""

import re
from itertools import pairwise

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch import nn

from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.layers import GELU, Linear, ReLU, Sequential, Sigmoid, Tanh
from lessons.dl.layers_torch import to_torch, train_torch

ACTIVATIONS = [Sigmoid, Tanh, ReLU, GELU]
CLOSE = {"rtol": 1e-10, "atol": 1e-12}


@pytest.fixture
def rng():
    return np.random.default_rng(8)


@pytest.fixture
def by_hand(rng):
    hidden, output = Linear(2, 2, rng=rng), Linear(2, 1, rng=rng)
    hidden.W, hidden.b = np.array([[1.0, 1.0], [1.0, -2.0]]), np.array([-1.0, 1.0])
    output.W, output.b = np.array([[3.0], [5.0]]), np.array([-4.0])
    return Sequential(hidden, ReLU(), output)


# 페이지의 손계산


def test_forward_by_hand(by_hand):
    x = np.array([[1.0, 2.0]])
    z = by_hand.layers[0].forward(x)
    assert z.tolist() == [[2, -2]]
    assert by_hand.layers[1].forward(z).tolist() == [[2, 0]]
    assert by_hand.forward(x).tolist() == [[2]]


def test_backward_by_hand(by_hand):
    x = np.array([[1.0, 2.0]])
    by_hand.forward(x)
    assert by_hand.backward(np.ones((1, 1))).tolist() == [[3, 3]]
    hidden, _, output = by_hand.layers
    assert (output.dW.tolist(), output.db.tolist()) == ([[2], [0]], [1])
    assert (hidden.dW.tolist(), hidden.db.tolist()) == ([[3, 0], [6, 0]], [3, 0])
    assert_allclose(by_hand.forward(np.array([[1.1, 2.0]])), 2.3)


def test_a_hat():
    """식 (8.3)의 표"""

    def hat(x):
        relu = ReLU().forward
        return relu(x) - 2 * relu(x - 1) + relu(x - 2)

    x = np.array([-1, 0, 0.5, 1, 1.5, 2, 3])
    assert hat(x).tolist() == [0, 0, 0.5, 1, 0.5, 0, 0]


def test_a_chain_of_two_slopes():
    """식 (8.7)과 (8.8)의 표: 가중치가 1인 시그모이드 사슬"""
    rng = np.random.default_rng(0)
    layers = [Sigmoid(), Linear(1, 1, rng=rng), Sigmoid(), Linear(1, 1, rng=rng)]
    for linear in layers[1::2]:
        linear.W, linear.b = np.ones((1, 1)), np.zeros(1)
    chain = Sequential(*layers)
    assert_allclose(chain.forward(np.zeros((1, 1))), 0.622, atol=5e-4)
    assert_allclose(chain.backward(np.ones((1, 1))), 0.25 * 0.235, atol=5e-5)


# PyTorch와의 일치


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(("N", "D", "K"), [(1, 1, 1), (5, 3, 7), (4, 11, 2)])
def test_linear_is_torch_linear(rng, bias, N, D, K):
    ours = Linear(D, K, bias, rng=rng)
    theirs = nn.Linear(D, K, bias, dtype=torch.float64)
    with torch.no_grad():
        theirs.weight.copy_(torch.from_numpy(ours.W.T))
        if bias:
            theirs.bias.copy_(torch.from_numpy(ours.b))
    x, dz = rng.standard_normal((N, D)), rng.standard_normal((N, K))
    x_torch = torch.tensor(x, requires_grad=True)
    z = theirs(x_torch)
    assert_allclose(ours.forward(x), z.detach().numpy(), **CLOSE)
    z.backward(torch.from_numpy(dz))
    assert_allclose(ours.backward(dz), x_torch.grad.numpy(), **CLOSE)
    assert_allclose(ours.dW, theirs.weight.grad.numpy().T, **CLOSE)
    if bias:
        assert_allclose(ours.db, theirs.bias.grad.numpy(), **CLOSE)
    else:
        assert ours.b is None and ours.db is None


@pytest.mark.parametrize("bias", [True, False])
def test_default_start_is_that_of_torch(rng, bias):
    ours, theirs = Linear(50, 4000, bias, rng=rng), nn.Linear(50, 4000, bias)
    assert ours.W.shape == (50, 4000)
    bound = 1 / np.sqrt(50)
    assert abs(ours.W).max() <= bound
    assert_allclose([ours.W.min(), ours.W.max()], [-bound, bound], rtol=1e-3)
    assert_allclose(ours.W.std(), theirs.weight.std().item(), rtol=1e-2)
    if bias:
        assert ours.b.shape == (4000,)
        assert abs(ours.b).max() <= bound
        assert_allclose([ours.b.min(), ours.b.max()], [-bound, bound], rtol=1e-2)
        assert_allclose(ours.b.std(), bound / np.sqrt(3), rtol=5e-2)


def test_bias_is_there_by_default(rng):
    assert Linear(2, 3, rng=rng).b.shape == (3,)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_activations_are_torch(rng, activation):
    z, dh = rng.normal(0, 3, (6, 5)), rng.standard_normal((6, 5))
    z[0, 0] = 0.0
    z_torch = torch.tensor(z, requires_grad=True)
    h = getattr(nn, activation.__name__)()(z_torch)
    h.backward(torch.from_numpy(dh))
    layer = activation()
    assert_allclose(layer.forward(z), h.detach().numpy(), **CLOSE)
    assert_allclose(layer.backward(dh), z_torch.grad.numpy(), **CLOSE)


def stack(rng, sizes=(3, 5, 4, 6, 5, 2)):
    layers = []
    for i, (D, K) in enumerate(pairwise(sizes)):
        bias = i != 2
        layers += [Linear(D, K, bias, rng=rng), ACTIVATIONS[i % 4]()]
    return Sequential(*layers)


@pytest.mark.parametrize("seed", range(3))
def test_sequential_backward_is_autograd(seed):
    rng = np.random.default_rng(seed)
    ours = stack(rng)
    theirs = to_torch(ours)
    x, up = rng.standard_normal((7, 3)), rng.standard_normal((7, 2))
    x_torch = torch.tensor(x, requires_grad=True)
    z = theirs(x_torch)
    z.backward(torch.from_numpy(up))
    assert_allclose(ours.forward(x), z.detach().numpy(), **CLOSE)
    assert_allclose(ours.backward(up), x_torch.grad.numpy(), **CLOSE)
    for mine, other in zip(ours.layers, theirs, strict=True):
        assert type(mine).__name__ == type(other).__name__
        if isinstance(mine, Linear):
            assert_allclose(mine.dW, other.weight.grad.numpy().T, **CLOSE)
            if mine.b is None:
                assert other.bias is None
            else:
                assert_allclose(mine.db, other.bias.grad.numpy(), **CLOSE)


def test_train_torch_walks_by_hand(rng):
    """층이 하나면 로지스틱 회귀다. 기울기는 Xᵀ(σ(z) − y)/N"""
    layer = Linear(3, 1, rng=rng)
    X, y = rng.standard_normal((11, 3)), rng.integers(0, 2, 11)
    losses = train_torch(to_torch(Sequential(layer)), X, y, 0.3, 20)
    w, b, want = layer.W[:, 0], layer.b[0], []
    for _ in range(20):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        want.append(-np.log(np.where(y == 1, p, 1 - p)).mean())
        w, b = w - 0.3 * X.T @ (p - y) / 11, b - 0.3 * (p - y).mean()
    assert_allclose(losses, want, rtol=1e-12)


def test_gradients_are_numerical(rng):
    model = stack(rng)
    x, up = rng.standard_normal((4, 3)), rng.standard_normal((4, 2))
    model.forward(x)
    dx = model.backward(up)
    layer = model.layers[2]
    kept = layer.W

    def loss_of(W):
        layer.W = W
        return (up * model.forward(x)).sum()

    assert_allclose(layer.dW, numerical_gradient(loss_of, kept), atol=1e-9)
    layer.W = kept
    slope = numerical_gradient(lambda v: (up * model.forward(v)).sum(), x)
    assert_allclose(dx, slope, atol=1e-9)
    assert not np.allclose(1.001 * dx, slope, rtol=0, atol=1e-9)


# 성질


def test_each_backward_replaces_the_gradient(rng):
    layer = Linear(3, 2, rng=rng)
    x, dz = rng.standard_normal((4, 3)), rng.standard_normal((4, 2))
    layer.forward(x)
    layer.backward(dz)
    first = layer.dW.copy(), layer.db.copy()
    layer.backward(dz)
    assert (layer.dW == first[0]).all() and (layer.db == first[1]).all()


def test_arguments_are_not_changed(rng):
    model = stack(rng)
    x, up = rng.standard_normal((4, 3)), rng.standard_normal((4, 2))
    kept = x.copy(), up.copy()
    model.forward(x)
    model.backward(up)
    assert (x == kept[0]).all() and (up == kept[1]).all()


def test_no_layers_is_the_identity(rng):
    x = rng.standard_normal((2, 3))
    assert (Sequential().forward(x) == x).all()
    assert (Sequential().backward(x) == x).all()


def test_lists_are_read_too(rng):
    layer = Linear(2, 3, rng=rng)
    z = layer.forward([[1, 2], [3, 4]])
    assert_allclose(z, np.array([[1, 2], [3, 4]]) @ layer.W + layer.b)
    assert layer.backward([[1, 0, 0], [0, 1, 0]]).shape == (2, 2)
    relu = ReLU()
    assert np.array_equal(relu.forward([-1, 2]), [0, 2])
    assert np.array_equal(relu.backward([5, 5]), [0, 5])


def through(knots, heights):
    """식 (8.4)의 신경망"""
    slopes = np.diff(heights) / np.diff(knots)
    rng, m = np.random.default_rng(0), len(slopes)
    hidden, output = Linear(1, m, rng=rng), Linear(m, 1, rng=rng)
    hidden.W, hidden.b = np.ones((1, m)), -knots[:-1]
    output.W, output.b = np.diff(slopes, prepend=0)[:, None], heights[:1]
    return Sequential(hidden, ReLU(), output)


def test_one_hidden_layer_is_any_polyline(rng):
    knots, heights = np.sort(rng.uniform(-3, 3, 12)), rng.standard_normal(12)
    x = np.linspace(knots[0], knots[-1], 999)
    got = through(knots, heights).forward(x[:, None])[:, 0]
    assert_allclose(got, np.interp(x, knots, heights), atol=1e-10)


@pytest.mark.parametrize(("m", "error"), [(4, 0.2105), (8, 0.0704), (64, 0.0012)])
def test_error_of_the_polyline(m, error):
    """식 (8.5): |f″| ≤ 1인 sin에서 오차는 Δ²/8을 넘지 않는다"""
    knots = np.linspace(0, 2 * np.pi, m + 1)
    x = np.linspace(0, 2 * np.pi, 2001)[:, None]
    worst = abs(through(knots, np.sin(knots)).forward(x) - np.sin(x)).max()
    assert_allclose(worst, error, atol=5e-5)
    assert worst <= (2 * np.pi / m) ** 2 / 8


@pytest.mark.parametrize("k", [1, 2, 5, 9])
def test_tents_double_with_every_layer(k):
    """식 (8.6)"""
    layers = []
    for _ in range(k):
        hidden, output = through(np.array([0, 0.5, 1]), np.array([0, 1.0, 0])).layers[
            ::2
        ]
        assert hidden.W.size == 2
        assert output.W.ravel().tolist() == [2, -4]
        layers += [hidden, ReLU(), output]
    x = np.linspace(0, 1, 2**k * 4 + 1)
    y = Sequential(*layers).forward(x[:, None])[:, 0]
    assert_allclose(y, 1 - abs(x * 2**k % 2 - 1), atol=1e-12)
    assert 1 + np.count_nonzero(np.diff(np.sign(np.diff(y)))) == 2**k


def test_one_layer_of_m_units_has_at_most_m_plus_one_pieces(rng):
    hidden, output = Linear(1, 9, rng=rng), Linear(9, 1, rng=rng)
    x = np.linspace(-20, 20, 40_001)[:, None]
    y = Sequential(hidden, ReLU(), output).forward(x)[:, 0]
    bends = abs(np.diff(y, 2)) > 1e-12
    starts = np.count_nonzero(np.diff(bends.astype(int), prepend=0) == 1)
    assert 2 <= starts <= 9


def test_sigmoid_slope_is_at_most_a_quarter(rng):
    layer = Sigmoid()
    z = rng.normal(0, 5, (100, 10))
    z[0, 0] = 0
    layer.forward(z)
    slope = layer.backward(np.ones_like(z))
    assert slope[0, 0] == 0.25 == slope.max()
    assert_allclose(0.25**20, 9.1e-13, rtol=1e-3)


# 오류


@pytest.mark.parametrize("shape", [(3,), (2, 4), (2, 3, 3)])
def test_linear_refuses_other_shapes(rng, shape):
    layer = Linear(3, 2, rng=rng)
    message = re.escape(f"x: 모양이 (N, 3)인 배열을 넣는다. 받은 모양: {shape}")
    with pytest.raises(ValueError, match=message):
        layer.forward(np.ones(shape))


@pytest.mark.parametrize("layer", ["linear", "relu"])
def test_backward_errors(rng, layer):
    layer = Linear(3, 2, rng=rng) if layer == "linear" else ReLU()
    with pytest.raises(ValueError, match=r"^(Linear|ReLU): forward부터 호출한다"):
        layer.backward(np.ones((4, 2)))
    out = layer.forward(np.ones((4, 3)))
    for shape in ((3, 2), (4, 5), (4,)):
        message = rf"\(4, {out.shape[1]}\).*\({shape[0]}"
        with pytest.raises(ValueError, match=message):
            layer.backward(np.ones(shape))


def test_linear_needs_positive_sizes(rng):
    with pytest.raises(ValueError, match="out_features: 1 이상의 정수"):
        Linear(3, 0, rng=rng)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda rng: Linear(2.5, 3, rng=rng), "in_features: 1 이상의 정수"),
        (lambda rng: Linear(2, 3, rng=0), "rng: np"),
        (lambda rng: Linear(2, 3, 1, rng=rng), "bias: True나 False"),
        (lambda rng: Linear(2, 3, rng=rng).forward([["1", "2"]]), "x: 실수를 넣는다"),
        (lambda rng: ReLU().forward([1j]), "z: 실수를 넣는다"),
    ],
)
def test_what_is_not_asked_for_is_refused(rng, act, message):
    with pytest.raises(ValueError, match=message):
        act(rng)


def test_small_integers_do_not_wrap(rng):
    layer = Linear(2, 3, rng=rng)
    x, dz = np.array([[200, 250]], np.uint8), np.array([[200, 250, 3]], np.uint8)
    out = layer.forward(x)
    dx = layer.backward(dz)
    dW = layer.dW
    assert_allclose(out, layer.forward(x * 1.0))
    assert_allclose(dx, layer.backward(dz * 1.0))
    assert_allclose(dW, layer.dW)
    assert layer.db.tolist() == [200, 250, 3]

"""손으로 쓴 LeNet: 엔진, PyTorch, 수치 미분과 같은 기울기를 내고 배운다."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lessons import nn
from lessons.cnn.lenet import small_lenet
from lessons.cnn.lenet_by_hand import backward, forward, gradients
from lessons.datasets import load_digits


@pytest.fixture
def batch():
    X, y = load_digits()
    return X[:12].reshape(-1, 1, 8, 8) / 16, y[:12]


@pytest.mark.parametrize("seed", range(3))
def test_gradients_are_the_engine(seed, batch):
    X, y = batch
    model = small_lenet(rng=np.random.default_rng(seed))
    p = model.state_dict()
    kept = {name: w.copy() for name, w in p.items()}
    nn.functional.cross_entropy(model(X), y).backward()
    grads = gradients(p, X, y)
    assert dict(model.named_parameters()).keys() == grads.keys()
    for name, parameter in model.named_parameters():
        assert_allclose(grads[name], parameter.grad, rtol=1e-10, atol=1e-14)
        assert_array_equal(p[name], kept[name])


def test_forward_is_the_engine(batch):
    model = small_lenet(rng=np.random.default_rng(0))
    z, _ = forward(model.state_dict(), batch[0])
    assert_allclose(z, model(batch[0]).data, rtol=1e-12)


def test_random_upstream_is_the_engine(batch):
    model = small_lenet(rng=np.random.default_rng(1))
    p, dz = model.state_dict(), np.random.default_rng(2).normal(size=(12, 10))
    (model(batch[0]) * dz).sum().backward()
    grads = backward(p, forward(p, batch[0])[1], dz)
    for name, parameter in model.named_parameters():
        assert_allclose(grads[name], parameter.grad, rtol=1e-10, atol=1e-13)


def test_a_small_step_lowers_the_loss(batch):
    X, y = batch
    p = small_lenet(rng=np.random.default_rng(0)).state_dict()

    def loss():
        return float(nn.functional.cross_entropy(forward(p, X)[0], y).data)

    before, grads = loss(), gradients(p, X, y)
    for name in p:
        p[name] -= 0.01 * grads[name]
    squares = sum(np.sum(g**2) for g in grads.values())
    assert_allclose(before - loss(), 0.01 * squares, rtol=0.05)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"p": 3}, "^p: 이름에서 가중치를 찾는 사전 하나를"),
        ({"x": np.ones((1, 9, 8))}, r"^x: 모양이 \(N, 1, 8, 8\)"),
        ({"x": np.full((12, 1, 8, 8), np.nan)}, "^x: "),
        ({"target": np.zeros(5, int)}, r"^target: 모양이 \(12,\)"),
        ({"target": np.full(12, 10)}, "^target: 0부터 9까지"),
        ({"target": np.full(12, -1)}, "^target: 0부터 9까지"),
    ],
)
def test_errors_are_named(batch, change, message):
    p = small_lenet(rng=np.random.default_rng(0)).state_dict()
    with pytest.raises(ValueError, match=message):
        gradients(**{"p": p, "x": batch[0], "target": batch[1]} | change)


@pytest.mark.parametrize("dz", [np.ones((3, 10)), np.ones(10)])
def test_gradient_of_the_logits_is_checked(batch, dz):
    p = small_lenet(rng=np.random.default_rng(0)).state_dict()
    kept = forward(p, batch[0])[1]
    with pytest.raises(ValueError, match=r"^dz: 모양이 \(12, K\)"):
        backward(p, kept, dz)

"""Tensor를 받는 함수들: PyTorch와 같은 값과 기울기, 오류의 글."""

import numpy as np
import pytest
import torch
import torch.nn.functional as TF
from numpy.testing import assert_allclose

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor
from lessons.nn import functional as F

PAIRS = {
    "relu": (F.relu, TF.relu),
    "tanh": (F.tanh, torch.tanh),
    "sigmoid": (F.sigmoid, torch.sigmoid),
    "softmax": (F.softmax, lambda x: TF.softmax(x, dim=-1)),
    "softmax 0": (lambda x: F.softmax(x, dim=0), lambda x: TF.softmax(x, dim=0)),
    "log_softmax": (F.log_softmax, lambda x: TF.log_softmax(x, dim=-1)),
    "log_softmax 1": (
        lambda x: F.log_softmax(x, 1),
        lambda x: TF.log_softmax(x, dim=1),
    ),
    "flatten": (F.flatten, torch.flatten),
    "flatten 1": (lambda x: F.flatten(x, 1), lambda x: torch.flatten(x, 1)),
    "flatten 01": (lambda x: F.flatten(x, 0, 1), lambda x: torch.flatten(x, 0, 1)),
    "flatten -2": (lambda x: F.flatten(x, -2, -1), lambda x: torch.flatten(x, -2, -1)),
}


@pytest.mark.parametrize("name", PAIRS)
def test_values_and_gradients_are_torch(name):
    ours, theirs = PAIRS[name]
    x = 3 * np.random.default_rng(0).normal(size=(2, 3, 4))
    mine, other = Tensor(x), torch.tensor(x, requires_grad=True)
    y, want = ours(mine), theirs(other)
    assert y.shape == tuple(want.shape)
    assert_allclose(y.data, want.detach(), rtol=1e-12)
    dy = np.random.default_rng(1).normal(size=y.shape)
    y.backward(dy)
    want.backward(torch.from_numpy(dy))
    assert_allclose(mine.grad, other.grad, rtol=1e-10, atol=1e-14)
    assert gradcheck(ours, [x])


@pytest.mark.parametrize("name", PAIRS)
def test_arrays_lists_and_torch_are_constants(name):
    ours, _ = PAIRS[name]
    x = [[[1, 2], [3, 5]]]
    y = ours(x)
    assert not y.requires_grad
    assert_allclose(ours(torch.tensor(x)).data, y.data)
    assert_allclose(ours(np.array(x, np.uint8)).data, y.data)
    with pytest.raises(ValueError, match=r"^x: 실수를 넣는다.*글자"):
        ours(np.array(["가"]))


def test_flatten_of_a_number_is_one_value():
    assert F.flatten(3.0).shape == (1,)
    assert F.flatten(Tensor([1.0])).shape == (1,)
    assert F.flatten(np.empty((0, 2, 3)), 1).shape == (0, 6)
    for dims in ((0, 1), (-2, 0)):
        with pytest.raises(ValueError, match=r"start_dim|end_dim"):
            F.flatten(3.0, *dims)


@pytest.mark.parametrize("dims", [(2, 1), (0, 3), (-4, 1), (3, 3)])
def test_flatten_refuses_other_axes(dims):
    with pytest.raises(ValueError, match=r"_dim: (-3부터 2까지|축 3개 안)"):
        F.flatten(np.zeros((2, 3, 4)), *dims)


def test_linear_says_what_does_not_fit():
    x, W = np.ones((2, 3)), np.ones((4, 3))
    assert F.linear(x, W).data.tolist() == [[3] * 4] * 2
    assert F.linear(x, W, [1, 2, 3, 4]).data.tolist() == [[4, 5, 6, 7]] * 2
    assert F.linear([1, 1, 1], W).shape == (4,)
    with pytest.raises(ValueError, match=r"x: 모양이 \(\.\.\., 3\)인 배열.*\(2, 4\)"):
        F.linear(np.ones((2, 4)), W)
    with pytest.raises(ValueError, match=r"weight: 모양이 \(K, D\)"):
        F.linear(x, [1, 2, 3])
    with pytest.raises(ValueError, match=r"bias: 모양이 \(4,\)"):
        F.linear(x, W, [1, 2, 3])
    with pytest.raises(ValueError, match=r"bias: 모양이 \(4,\)"):
        F.linear(x, W, Tensor(np.ones((2, 4))))


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_cross_entropy_is_torch(reduction, smoothing):
    rng = np.random.default_rng(2)
    z, y, w = rng.normal(size=(5, 4)), rng.integers(4, size=5), rng.uniform(1, 2, 4)
    options = {"reduction": reduction, "label_smoothing": smoothing}
    mine, other = Tensor(z), torch.tensor(z, requires_grad=True)
    loss = F.cross_entropy(mine, y, w, **options)
    want = TF.cross_entropy(other, torch.from_numpy(y), torch.from_numpy(w), **options)
    loss.backward(np.ones(loss.shape))
    want.backward(torch.ones_like(want))
    assert_allclose(loss.data, want.detach(), rtol=1e-12)
    assert_allclose(mine.grad, other.grad, rtol=1e-12, atol=1e-15)
    plain = F.cross_entropy(Tensor(z), y)
    assert_allclose(plain.item(), TF.cross_entropy(other, torch.from_numpy(y)).item())


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_mse_is_torch(reduction):
    rng = np.random.default_rng(3)
    x, t = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    mine, other = Tensor(x), torch.tensor(x, requires_grad=True)
    loss = F.mse_loss(mine, t, reduction)
    want = TF.mse_loss(other, torch.from_numpy(t), reduction=reduction)
    loss.backward(np.ones(loss.shape))
    want.backward(torch.ones_like(want))
    assert_allclose(loss.data, want.detach(), rtol=1e-13)
    assert_allclose(mine.grad, other.grad, rtol=1e-13)
    assert_allclose(
        F.mse_loss(x, t).data, TF.mse_loss(other, torch.from_numpy(t)).item()
    )


def test_mse_refuses_what_would_broadcast():
    with pytest.raises(ValueError, match=r"x·target: 모양이 서로 같아야 한다"):
        F.mse_loss(np.zeros((3, 1)), np.zeros(3))
    with pytest.raises(ValueError, match=r"reduction: 'mean', 'sum', 'none'"):
        F.mse_loss([1.0], [2.0], "avg")


def test_errors_name_the_argument():
    words = np.array([["가", "나"]])
    with pytest.raises(ValueError, match=r"^x: 실수를"):
        F.cross_entropy(words, [0])
    with pytest.raises(ValueError, match=r"^x: 실수를"):
        F.mse_loss(words, [[1.0, 2.0]])
    with pytest.raises(ValueError, match=r"^target: 실수를"):
        F.mse_loss([[1.0, 2.0]], words)
    with pytest.raises(ValueError, match=r"^reduction: "):
        F.mse_loss([1.0], [1.0], reduction="max")


@pytest.mark.parametrize("call", [F.softmax, F.log_softmax])
@pytest.mark.parametrize("dim", [2, -3, 5, 1.0])
def test_axes_that_are_not_there(call, dim):
    x = np.zeros((2, 3))
    assert call(x, 1).shape == call(x, -2).shape == (2, 3)
    with pytest.raises(ValueError, match=r"^dim: -2부터 1까지의 정수"):
        call(x, dim)

"""순환 신경망: 손으로 읽은 세 시점, nn.RNN과의 일치, 오류."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch import nn

from lessons.dl.rnn import rnn, rnn_tanh_cell

ONE, HALF = np.array([[1.0]]), np.array([[0.5]])


def test_three_steps_by_hand():
    x = np.array([1.0, 0, 0]).reshape(3, 1, 1)
    states, last = rnn(x, np.zeros((1, 1)), ONE, HALF)
    assert states.ravel().round(3).tolist() == [0.762, 0.363, 0.180]
    assert_allclose(last, states[-1])
    assert_allclose(last, np.tanh(np.tanh(np.tanh(1) / 2) / 2))


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(
    ("T", "N", "D", "H"), [(1, 1, 1, 1), (7, 5, 3, 4), (4, 2, 6, 1)]
)
def test_is_torch(T, N, D, H, bias):
    torch.manual_seed(T)
    x = torch.randn(T, N, D, dtype=torch.float64)
    h = torch.randn(N, H, dtype=torch.float64)
    net = nn.RNN(D, H, bias=bias, dtype=torch.float64)
    weights = [w.numpy() for w in net.state_dict().values()]
    states, last = rnn(x.numpy(), h.numpy(), *weights)
    theirs, theirs_last = net(x, h[None])
    assert_allclose(states, theirs.detach(), rtol=0, atol=1e-14)
    assert_allclose(last, theirs_last[0].detach(), rtol=0, atol=1e-14)
    cell = torch.rnn_tanh_cell(x[0], h, *map(torch.tensor, weights))
    ours = rnn_tanh_cell(x[0].numpy(), h.numpy(), *weights)
    assert_allclose(ours, cell, rtol=0, atol=1e-14)


def test_reading_in_two_parts_is_reading_at_once():
    rng = np.random.default_rng(0)
    x, h = rng.standard_normal((6, 2, 3)), rng.standard_normal((2, 4))
    W = rng.standard_normal((4, 3)), rng.standard_normal((4, 4))
    _, middle = rnn(x[:2], h, *W)
    assert_allclose(rnn(x[2:], middle, *W)[1], rnn(x, h, *W)[1])


def test_each_bias_is_added_alone():
    x, h, b = np.zeros((1, 1)), np.zeros((1, 1)), np.array([0.3])
    assert_allclose(rnn_tanh_cell(x, h, ONE, HALF, b), np.tanh(0.3))
    assert_allclose(rnn_tanh_cell(x, h, ONE, HALF, None, b), np.tanh(0.3))


@pytest.mark.parametrize(
    ("x", "h", "W_hh", "message"),
    [
        ((2, 5), (2, 4), (4, 4), r"x: 모양이 \(N, 3\)인.*\(2, 5\)"),
        ((2, 3), (2, 3), (4, 4), r"h: 모양이 \(2, 4\)인.*\(2, 3\)"),
        ((2, 3), (2, 4), (4, 3), r"W_hh: 모양이 \(4, 4\)인.*\(4, 3\)"),
        ((2, 3), (1, 4), (4, 4), r"h: 모양이 \(2, 4\)인.*\(1, 4\)"),
        ((3,), (4,), (4, 4), r"x: 모양이 \(N, 3\)인.*\(3,\)"),
        ((5, 2, 3), (5, 2, 4), (4, 4), r"x: 모양이 \(N, 3\)인.*\(5, 2, 3\)"),
    ],
)
def test_cell_errors(x, h, W_hh, message):
    with pytest.raises(ValueError, match=message):
        rnn_tanh_cell(np.zeros(x), np.zeros(h), np.zeros((4, 3)), np.zeros(W_hh))


@pytest.mark.parametrize("shape", [(3, 1), (0, 1, 1), (1, 1, 1, 1)])
def test_sequence_errors(shape):
    with pytest.raises(ValueError, match=r"x: (모양이 \(T, N, D\)인|비었다)"):
        rnn(np.zeros(shape), np.zeros((1, 1)), ONE, HALF)


def test_biases_never_enlarge_the_state():
    x, h = np.zeros((2, 1)), np.zeros((2, 1))
    for bad in (np.ones(2), np.ones((2, 1)), ["1"]):
        with pytest.raises(ValueError, match="b_hh: "):
            rnn_tanh_cell(x, h, ONE, HALF, None, bad)


def test_small_integers_do_not_wrap():
    x, W = np.array([[200, 3]], np.uint8), np.array([[-1, 100]], np.int8)
    got = rnn_tanh_cell(x, [[0]], W, [[0]])
    assert_allclose(got, np.tanh([[100.0]]))

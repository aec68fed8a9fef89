"""합성곱과 풀링의 기울기: 손계산, 식, PyTorch, 빠른 코드, 성질, 오류."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.backward import (
    avg_pool2d_backward,
    conv2d_backward,
    max_pool2d_backward,
)
from lessons.cnn.conv.fast import conv2d, conv2d_input, conv2d_weight
from lessons.cnn.convolution import cross_correlate2d
from lessons.cnn.pooling import max_pool2d
from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor

X = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
KERNEL = np.array([[1.0, 2], [3, 4]])
DY = np.array([[1.0, 0], [2, -1]])
CLOSE = {"rtol": 1e-11, "atol": 1e-12}


def one(*arrays):
    return [np.asarray(a)[None, None] for a in arrays]


def random_case(seed):
    rng = np.random.default_rng(seed)
    groups = int(rng.choice([1, 1, 2, 3]))
    c_in, c_out = groups * rng.integers(1, 4, 2)
    kernel, stride, dilation = rng.integers(1, [[5], [4], [4]], (3, 2))
    padding = rng.integers(0, 4, 2)
    size = np.maximum(dilation * (kernel - 1) + 1 - 2 * padding, 1)
    x = rng.normal(size=(rng.integers(1, 4), c_in, *(size + rng.integers(0, 7, 2))))
    W = rng.normal(size=(c_out, c_in // groups, *kernel))
    settings = [tuple(a.tolist()) for a in (stride, padding, dilation)]
    return rng, x, W, [*settings, groups]


def test_hand_example():
    dx, dW, db = conv2d_backward(*one(DY, X, KERNEL))
    assert_array_equal(dW[0, 0], [[0, 1], [3, 2]])
    assert_array_equal(dx[0, 0], [[1, 2, 0], [5, 7, -2], [6, 5, -4]])
    assert_array_equal(db, [2])
    assert dx.sum() == DY.sum() * KERNEL.sum() == 20


def test_exercise_with_one_gradient():
    dx, dW, db = conv2d_backward(*one([[0, 0], [0, 5]], X, KERNEL))
    assert_array_equal(dW[0, 0], [[5, 15], [5, 5]])
    assert_array_equal(dx[0, 0], [[0, 0, 0], [0, 5, 10], [0, 15, 20]])
    assert db == 5


@pytest.mark.parametrize("seed", range(5))
def test_formulas_of_one_channel(seed):
    """식 (7.3), (7.5), (7.6): 세 가지로 구한 것이 모두 같다."""
    rng = np.random.default_rng(seed)
    (H, width), (kh, kw) = rng.integers(4, 8, 2), rng.integers(1, 4, 2)
    x, W = rng.normal(size=(H, width)), rng.normal(size=(kh, kw))
    dy = rng.normal(size=(H - kh + 1, width - kw + 1))
    dx, dW, _ = (a[0] for a in conv2d_backward(*one(dy, x, W)))
    assert_allclose(dW[0], cross_correlate2d(x, dy), **CLOSE)
    by_cell = np.zeros_like(x)
    for p, q in np.ndindex(x.shape):
        for u, v in np.ndindex(W.shape):
            if 0 <= p - u < len(dy) and 0 <= q - v < dy.shape[1]:
                by_cell[p, q] += W[u, v] * dy[p - u, q - v]
    assert_allclose(dx[0], by_cell, **CLOSE)
    around = np.pad(dy, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    assert_allclose(dx[0], cross_correlate2d(around, W[::-1, ::-1]), **CLOSE)


@pytest.mark.parametrize("seed", range(40))
def test_random_settings_are_torch_and_the_fast_code(seed):
    rng, x, W, options = random_case(seed)
    inputs = [
        torch.tensor(a, requires_grad=True) for a in (x, W, rng.normal(size=len(W)))
    ]
    y = F.conv2d(*inputs, *options)
    dy = rng.normal(size=y.shape)
    kept = [a.copy() for a in (dy, x, W)]
    found = conv2d_backward(dy, x, W, *options)
    expected = torch.autograd.grad(y, inputs, torch.tensor(dy))
    for ours, theirs in zip(found, expected, strict=True):
        assert_allclose(ours, theirs.numpy(), **CLOSE)
    assert_allclose(found[0], conv2d_input(x.shape, W, dy, *options), **CLOSE)
    assert_allclose(found[1], conv2d_weight(x, W.shape, dy, *options), **CLOSE)
    for before, after in zip(kept, (dy, x, W), strict=True):
        assert_array_equal(before, after)


@pytest.mark.parametrize("wrong", [1, 1.001])
def test_numeric_gradient_agrees_and_notices_a_small_mistake(wrong):
    rng, x, W, options = random_case(3)

    def layer(x, W):
        def backward(dy):
            dx, dW, _ = conv2d_backward(dy, x.data, W.data, *options)
            return [dx * wrong, dW]

        return Tensor.from_op(conv2d(x.data, W.data, None, *options), [x, W], backward)

    found = gradcheck(layer, [x, W], raise_exception=False, rng=rng)
    assert found == (wrong == 1)


def test_unseen_pixels_get_nothing():
    x = np.arange(16.0).reshape(4, 4)
    dx, _, _ = conv2d_backward(*one([[1.0]], x, KERNEL), stride=3)
    assert_array_equal(np.nonzero(dx[0, 0].any(axis=0))[0], [0, 1])
    assert_array_equal(dx[0, 0, :2, :2], KERNEL)


@pytest.mark.parametrize("seed", range(5))
def test_sum_is_kept_without_padding(seed):
    rng = np.random.default_rng(seed)
    x, W = rng.normal(size=(1, 1, 9, 8)), rng.normal(size=(1, 1, 3, 2))
    dy = rng.normal(size=conv2d(x, W, None, 2).shape)
    dx, _, _ = conv2d_backward(dy, x, W, stride=2)
    assert_allclose(dx.sum(), dy.sum() * W.sum(), **CLOSE)


def test_pooling_hand_example():
    x = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])
    (x, dy) = one(x, [[1, 2], [3, 4]])
    best = [[0, 0, 2, 0], [1, 0, 0, 0], [0, 0, 0, 0], [3, 0, 4, 0]]
    assert_array_equal(max_pool2d_backward(dy, x, 2)[0, 0], best)
    assert_array_equal(avg_pool2d_backward(dy, x, 2), np.kron(dy, np.ones((2, 2))) / 4)
    overlapping = max_pool2d_backward(np.ones_like(dy), x, 3, 1)[0, 0]
    assert overlapping[3, 2] == 2
    assert overlapping.sum() == 4


@pytest.mark.parametrize("seed", range(20))
def test_pooling_is_torch(seed):
    """값을 정수로 뽑아 같은 값이 자주 나온다."""
    rng = np.random.default_rng(seed)
    kernel, stride = rng.integers(2, 4, 2), rng.integers(1, 4, 2)
    padding = rng.integers(0, kernel // 2 + 1)
    sizes = [tuple(a.tolist()) for a in (kernel, stride, padding)]
    x = rng.integers(-3, 4, (2, 3, 8, 7)).astype(float)
    for theirs, ours in (
        (F.max_pool2d, max_pool2d_backward),
        (F.avg_pool2d, avg_pool2d_backward),
    ):
        X = torch.tensor(x, requires_grad=True)
        y = theirs(X, *sizes)
        dy = rng.normal(size=y.shape)
        y.backward(torch.tensor(dy))
        assert_allclose(ours(dy, x, *sizes), X.grad.numpy(), **CLOSE)


def test_max_pool_with_dilation_is_torch():
    rng = np.random.default_rng(0)
    X = torch.tensor(rng.normal(size=(2, 2, 9, 8)), requires_grad=True)
    y = F.max_pool2d(X, (2, 3), 2, 1, (2, 1))
    y.backward(torch.ones_like(y))
    x = X.detach().numpy()
    dx = max_pool2d_backward(np.ones(y.shape), x, (2, 3), 2, 1, (2, 1))
    assert_allclose(dx, X.grad.numpy(), **CLOSE)


def test_max_pool_gradient_is_the_change_of_the_output():
    rng = np.random.default_rng(1)
    x, dy = rng.normal(size=(1, 2, 6, 6)), rng.normal(size=(1, 2, 3, 3))
    dx = max_pool2d_backward(dy, x, 2)
    move = 1e-7 * rng.normal(size=x.shape)
    change = np.sum(dy * (max_pool2d(x + move, 2) - max_pool2d(x, 2)))
    assert_allclose(change, np.sum(dx * move), rtol=1e-6)


def test_wrong_shape_of_gradient_is_named():
    with pytest.raises(ValueError, match=r"^dy: .*\(1, 1, 3, 3\)"):
        conv2d_backward(np.ones((1, 1, 3, 3)), *one(X, KERNEL))
    for pool in (max_pool2d_backward, avg_pool2d_backward):
        with pytest.raises(ValueError, match=r"^dy: .*\(1, 1, 2, 2\)"):
            pool(np.ones((1, 1, 2, 2)), one(X)[0], 3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((np.ones((1, 1, 3, 3)), *one(X, KERNEL)), r"^dy: 모양이 \(1, 1, 2, 2\)"),
        ((np.ones((2, 2)), X, KERNEL[None, None]), r"^x: 모양이 \(N, C, H, W\)"),
        ((*one(DY, X), KERNEL), r"^W: 모양이 \(C_out, C_in, kh, kw\)"),
    ],
)
def test_conv_backward_names_the_shape_it_wants(arguments, message):
    with pytest.raises(ValueError, match=message):
        conv2d_backward(*arguments)


@pytest.mark.parametrize("pool", [max_pool2d_backward, avg_pool2d_backward])
@pytest.mark.parametrize(
    ("x", "dy", "message"),
    [
        (np.ones((2, 3, 8, 10)), np.ones((1, 1, 1, 1)), r"^dy: 모양이 \(2, 3, 4, 5\)"),
        (np.ones((3, 8, 10)), np.ones((2, 3, 4, 5)), r"^x: 모양이 \(N, C, H, W\)"),
    ],
)
def test_pool_backward_names_the_shape_it_wants(pool, x, dy, message):
    with pytest.raises(ValueError, match=message):
        pool(dy, x, 2)


def test_padding_of_max_pool_backward_never_wins():
    x = -np.ones((1, 1, 2, 2))  # 둘레가 −∞가 아니면 덧댄 칸이 이긴다
    dx = max_pool2d_backward(np.ones((1, 1, 2, 2)), x, 2, padding=1)
    assert dx[0, 0].tolist() == [[1, 1], [1, 1]]


def test_pool_of_one_cell_passes_the_gradient():
    dy = np.arange(6.0).reshape(1, 1, 2, 3)
    for pool in (max_pool2d_backward, avg_pool2d_backward):
        assert_array_equal(pool(dy, np.ones((1, 1, 2, 3)), 1), dy)

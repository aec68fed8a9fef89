"""합성곱 연산 1: 본문의 손계산, SciPy와 PyTorch 대조, 성질, 오류."""

import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose
from scipy import signal

from lessons.cnn.convolution import (
    conv2d,
    cross_correlate2d,
    output_size,
    true_convolve2d,
)
from lessons.cnn.convolution_torch import conv_layer

X3 = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
X4 = np.array([[1.0, 2, 0, 1], [0, 1, 3, 2], [2, 1, 1, 0], [1, 0, 2, 4]])
W2 = np.array([[1.0, 2], [3, 4]])

AWKWARD = [
    # N, C_in, C_out, 높이, 너비, kh, kw, 선택 사항
    (1, 1, 1, 5, 7, 3, 2, {}),
    (2, 3, 4, 7, 5, 3, 3, {"padding": 1}),
    (1, 2, 3, 11, 13, 3, 5, {"stride": 2, "padding": 2}),
    (2, 4, 6, 13, 7, 3, 2, {"stride": 3, "dilation": 2, "groups": 2}),
    (1, 6, 6, 9, 11, 2, 3, {"padding": (0, 3), "dilation": (3, 1), "groups": 6}),
    (3, 2, 5, 7, 11, 3, 3, {"stride": (2, 3), "padding": (3, 1), "dilation": (2, 3)}),
    (1, 4, 8, 5, 5, 1, 1, {"stride": 2, "groups": 4}),
    (0, 2, 3, 5, 5, 3, 3, {}),
]


def random_case(N, c_in, c_out, height, width, kh, kw, options, seed=0):
    rng = np.random.default_rng(seed)
    groups = options.get("groups", 1)
    return (
        rng.normal(size=(N, c_in, height, width)),
        rng.normal(size=(c_out, c_in // groups, kh, kw)),
        rng.normal(size=c_out),
    )


def on_one_channel(x, W, **options):
    return conv2d(x[None, None], W[None, None], **options)[0, 0]


# 본문의 손계산


def test_hand_cross_correlation():
    assert cross_correlate2d(X3, W2).tolist() == [[9, 17], [12, 14]]


def test_hand_true_convolution():
    assert true_convolve2d(X3, W2).tolist() == [[11, 13], [8, 16]]


def test_hand_padding():
    y = on_one_channel(X3, np.ones((3, 3)), padding=1)
    assert y.tolist() == [[4, 7, 6], [7, 11, 8], [4, 8, 6]]


def test_hand_stride():
    dense = on_one_channel(X4, W2)
    assert dense.tolist() == [[9, 17, 19], [12, 14, 10], [7, 11, 23]]
    assert on_one_channel(X4, W2, stride=2).tolist() == [[9, 19], [7, 23]]


def test_hand_dilation():
    assert on_one_channel(X4, W2, dilation=2).tolist() == [[11, 7], [17, 21]]


@pytest.mark.parametrize(
    ("n", "k", "options", "expected"),
    [
        (4, 2, {"stride": 3}, 1),
        (7, 3, {"stride": 2}, 3),
        (8, 3, {"stride": 2}, 3),
        (224, 3, {"padding": 1}, 224),
        (224, 3, {"stride": 2, "padding": 1}, 112),
        (224, 7, {"stride": 2, "padding": 3}, 112),
        (32, 5, {}, 28),
    ],
)
def test_hand_output_size(n, k, options, expected):
    assert output_size(n, k, **options) == expected


@pytest.mark.parametrize("n", range(3, 40))
def test_stride_2_halves_rounding_up_only_with_padding_1(n):
    assert output_size(n, 3, stride=2, padding=1) == (n + 1) // 2
    assert output_size(n, 3, stride=2) == (n - 1) // 2


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_staircase_moves_as_the_page_says(stride):
    for n in range(5, 20):
        assert output_size(n, 3, stride, padding=1) == output_size(n + 2, 3, stride)
        assert output_size(n, 5, stride) == output_size(n - 2, 3, stride)


def test_torch_padding_same_only_with_stride_1():
    x, W = torch.zeros(1, 1, 7, 7), torch.zeros(1, 1, 5, 5)
    assert F.conv2d(x, W, padding="same").shape == x.shape
    with pytest.raises(RuntimeError, match="same"):
        F.conv2d(x, W, padding="same", stride=2)


def test_hand_flattened_positions():
    flat = np.arange(16).reshape(4, 4)
    assert (flat[1, 1], flat[1, 2], flat[2, 1]) == (5, 6, 9)


def test_parameters_shrink_more_than_5000_times():
    fully_connected = torch.nn.Linear(224 * 224 * 3, 64, device="meta")
    convolution = torch.nn.Conv2d(3, 64, 3, device="meta")
    counts = [
        sum(p.numel() for p in m.parameters()) for m in (fully_connected, convolution)
    ]
    assert counts == [9_633_856, 1_792]
    assert counts[0] > 5000 * counts[1]


def test_quiz_answers():
    assert output_size(10, 3, stride=3) == 3
    sizes = [output_size(20, 3, padding=p, dilation=3) for p in (1, 3, 6)]
    assert sizes == [16, 20, 26]
    x, W = torch.from_numpy(X4), torch.from_numpy(W2)
    flipped = signal.convolve2d(X4, W2[::-1, ::-1], mode="valid")
    np.testing.assert_array_equal(F.conv2d(x[None, None], W[None, None])[0, 0], flipped)
    for wrong in (W2, W2.T):
        assert not np.allclose(signal.convolve2d(X4, wrong, mode="valid"), flipped)


# 바깥의 구현과 견주기


@pytest.mark.parametrize("shape", [(3, 3), (5, 8), (11, 7)])
@pytest.mark.parametrize("kernel", [(1, 1), (2, 3), (3, 2), (3, 3)])
def test_single_channel_equals_scipy(shape, kernel):
    rng = np.random.default_rng(1)
    x, W = rng.normal(size=shape), rng.normal(size=kernel)
    np.testing.assert_allclose(
        cross_correlate2d(x, W), signal.correlate2d(x, W, mode="valid"), atol=1e-13
    )
    np.testing.assert_allclose(
        true_convolve2d(x, W), signal.convolve2d(x, W, mode="valid"), atol=1e-13
    )


@pytest.mark.parametrize("case", AWKWARD)
def test_conv2d_equals_torch(case):
    x, W, b = random_case(*case)
    options = case[-1]
    tensors = [torch.from_numpy(a) for a in (x, W, b)]
    expected = F.conv2d(*tensors, **options)
    y = conv2d(x, W, b, **options)
    assert y.shape == expected.shape
    np.testing.assert_allclose(y, expected.numpy(), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(
        conv2d(x, W, **options),
        F.conv2d(*tensors[:2], **options).numpy(),
        rtol=1e-12,
        atol=1e-12,
    )


@pytest.mark.parametrize("case", AWKWARD)
def test_conv_layer_equals_conv2d(case):
    x, W, b = random_case(*case)
    layer = conv_layer(W, b, **case[-1])
    with torch.no_grad():
        y = layer(torch.from_numpy(x)).numpy()
    np.testing.assert_allclose(y, conv2d(x, W, b, **case[-1]), rtol=1e-12, atol=1e-12)


def test_output_size_equals_torch_on_1000_settings():
    rng = np.random.default_rng(3)
    sizes = refused = 0
    for _ in range(1000):
        n, k, s = rng.integers(1, 20), rng.integers(1, 8), rng.integers(1, 5)
        p, d = rng.integers(0, 5), rng.integers(1, 5)
        x, W = torch.zeros(1, 1, n, 1), torch.zeros(1, 1, k, 1)
        try:
            y = F.conv2d(x, W, None, (s, 1), (p, 0), (d, 1))
        except RuntimeError:
            refused += 1
            with pytest.raises(ValueError, match="커널이 덮는 길이"):
                output_size(n, k, s, p, d)
        else:
            sizes += 1
            assert output_size(n, k, s, p, d) == y.shape[2]
    assert sizes > 500
    assert refused > 50


# 성질


def test_stride_keeps_every_sth_cell():
    rng = np.random.default_rng(4)
    x, W = rng.normal(size=(1, 2, 11, 9)), rng.normal(size=(3, 2, 3, 3))
    dense = conv2d(x, W, padding=1)
    np.testing.assert_array_equal(
        conv2d(x, W, stride=(2, 3), padding=1), dense[:, :, ::2, ::3]
    )


def test_dilation_is_a_kernel_with_zeros_between():
    rng = np.random.default_rng(5)
    x, W = rng.normal(size=(1, 1, 9, 9)), rng.normal(size=(1, 1, 3, 3))
    spread = np.zeros((1, 1, 5, 5))
    spread[:, :, ::2, ::2] = W
    np.testing.assert_allclose(conv2d(x, W, dilation=2), conv2d(x, spread), atol=1e-14)


def test_shifting_the_input_shifts_the_output():
    rng = np.random.default_rng(6)
    x, W = rng.normal(size=(8, 9)), rng.normal(size=(3, 3))
    shifted = np.roll(x, 1, axis=1)
    np.testing.assert_array_equal(
        cross_correlate2d(shifted, W)[:, 1:], cross_correlate2d(x, W)[:, :-1]
    )


def test_impulse_shows_the_flipped_kernel():
    impulse = np.zeros((5, 5))
    impulse[2, 2] = 1
    W = np.arange(9.0).reshape(3, 3)
    np.testing.assert_array_equal(cross_correlate2d(impulse, W), W[::-1, ::-1])
    np.testing.assert_array_equal(true_convolve2d(impulse, W), W)


def test_arguments_are_not_changed():
    x, W, b = random_case(1, 2, 2, 5, 5, 3, 3, {})
    before = x.copy(), W.copy(), b.copy()
    conv2d(x, W, b, padding=1)
    for a, same in zip((x, W, b), before, strict=True):
        np.testing.assert_array_equal(a, same)


# 오류


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((0, 3), "n: 1 이상"),
        ((5, 0), "k: 1 이상"),
        ((5, 3, 0), "stride: 1 이상의 정수 하나를 넣는다. 받은 값: 0."),
        ((5, 3, 1.5), "stride: 1 이상의 정수 하나를 넣는다. 받은 값: 1.5."),
        ((5, 3, 1, -1), "padding: 0 이상"),
        ((5, 3, 1, 0, 0), "dilation: 1 이상"),
        ((1, 3), "덮는 길이(3)가 패딩까지 더한 입력(1)보다 길다. padding을 1 이상"),
        ((1, 7, 1, 1), "덮는 길이(7)가 패딩까지 더한 입력(3)보다 길다. padding을 3"),
        ((4, 3, 1, 0, 3), "덮는 길이(7)가 패딩까지 더한 입력(4)보다 길다. padding을 2"),
    ],
)
def test_output_size_refuses(arguments, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        output_size(*arguments)


def test_the_suggested_padding_is_the_smallest_that_works():
    assert output_size(4, 3, padding=2, dilation=3) == 2
    with pytest.raises(ValueError, match="padding을 2 이상"):
        output_size(4, 3, padding=1, dilation=3)


X = np.zeros((2, 4, 6, 6))
W = np.zeros((6, 4, 3, 3))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: conv2d(X[0, 0], W), "x: 모양이 (N, C, H, W)인 배열을"),
        (lambda: conv2d(X, W[0]), "W: 모양이 (C_out, C_group, kh, kw)인"),
        (lambda: conv2d(X[:, :3], W), "채널을 3 / groups개 받고"),
        (lambda: conv2d(X, W, groups=2), "받은 값: 2, 커널이 받는 채널: 4"),
        (lambda: conv2d(X, W, groups=3), "groups: 커널은 채널을 4 / groups개"),
        (lambda: conv2d(X, W, groups=0), "groups: 1 이상의 정수"),
        (lambda: conv2d(X, W, np.zeros(4)), "b: 모양이 (6,)인 배열을"),
        (lambda: conv2d(X, W, stride=0), "stride: 1 이상"),
        (lambda: conv2d(X, W, stride=(1, 2, 3)), "stride: 정수 하나나"),
        (lambda: conv2d(X, W, padding="same"), "padding: 정수 하나나"),
        (lambda: conv2d(X, W, dilation=3), "커널이 덮는 길이(7)"),
        (lambda: conv2d(X, W, dilation="x"), "dilation: 정수 하나나"),
        (lambda: cross_correlate2d(X[0, 0], W), "W: 모양이 (kh, kw)인"),
        (lambda: true_convolve2d(X[0, 0], W), "W: 모양이 (kh, kw)인"),
        (lambda: cross_correlate2d(X, W), "x: 모양이 (높이, 너비)인"),
        (lambda: cross_correlate2d(W2, X3), "커널이 덮는 길이(3)"),
    ],
)
def test_conv2d_refuses(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_images_of_small_integers_do_not_wrap():
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (1, 2, 5, 6)).astype(np.uint8)
    K = rng.integers(-128, 128, (3, 2, 2, 3)).astype(np.int8)
    assert_allclose(conv2d(x, K), conv2d(x * 1.0, K * 1.0))
    assert_allclose(
        cross_correlate2d(x[0, 0], K[0, 0]),
        cross_correlate2d(x[0, 0] * 1.0, K[0, 0] * 1.0),
    )

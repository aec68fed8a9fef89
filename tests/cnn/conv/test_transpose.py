"""전치 합성곱: F.conv_transpose2d, 합성곱의 수반, 오류."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.cnn.conv.fast import conv2d
from lessons.cnn.conv.transpose import conv_transpose2d

NAMES = ("stride", "padding", "output_padding", "groups", "dilation")


def random_case(seed):
    rng = np.random.default_rng(seed)
    groups = int(rng.choice([1, 1, 2]))
    c_in, c_out = groups * rng.integers(1, 4, 2)
    kernel, stride, dilation = rng.integers(1, [[5], [4], [4]], (3, 2))
    extra = rng.integers(0, np.maximum(stride, dilation))
    size = rng.integers(1, 6, 2)
    full = (size - 1) * stride + dilation * (kernel - 1) + extra
    padding = rng.integers(0, np.minimum(full // 2, 3) + 1)
    x = rng.normal(size=(rng.integers(1, 3), c_in, *size))
    W = rng.normal(size=(c_in, c_out // groups, *kernel))
    pairs = [tuple(map(int, a)) for a in (stride, padding, extra)]
    options = [*pairs, groups, tuple(map(int, dilation))]
    return x, W, rng.normal(size=c_out), dict(zip(NAMES, options, strict=True))


@pytest.mark.parametrize("seed", range(60))
def test_random_settings_are_torch(seed):
    x, W, b, options = random_case(seed)
    kept = x.copy(), W.copy(), b.copy()
    want = F.conv_transpose2d(*map(torch.tensor, (x, W, b)), **options)
    got = conv_transpose2d(x, W, b, **options)
    assert_allclose(got, want, rtol=1e-11, atol=1e-12)
    assert all((a == k).all() for a, k in zip((x, W, b), kept, strict=True))


def test_defaults_and_order_are_those_of_torch():
    rng = np.random.default_rng(0)
    x, W = rng.normal(size=(2, 4, 3, 5)), rng.normal(size=(4, 3, 3, 2))
    want = F.conv_transpose2d(torch.tensor(x), torch.tensor(W))
    assert_allclose(conv_transpose2d(x, W), want, rtol=1e-12, atol=1e-13)
    want = F.conv_transpose2d(torch.tensor(x), torch.tensor(W), None, 2, 1, 1, 1, 2)
    got = conv_transpose2d(x, W, None, 2, 1, 1, 1, 2)
    assert_allclose(got, want, rtol=1e-12, atol=1e-13)


def test_it_is_the_adjoint_of_conv2d_with_the_same_kernel():
    rng = np.random.default_rng(1)
    W = rng.normal(size=(3, 2, 3, 3))
    x, y = rng.normal(size=(1, 2, 7, 9)), rng.normal(size=(1, 3, 4, 5))
    options = {"stride": 2, "padding": 1}
    left = (conv2d(x, W, **options) * y).sum()
    assert_allclose(left, (x * conv_transpose2d(y, W, **options)).sum())


def test_a_stamp_by_hand():
    """페이지의 손계산: 칸마다 커널을 그 값만큼 찍는다."""
    x, W = np.array([[1.0, 2], [3, 0]])[None, None], np.array([[1.0, 2], [3, 4]])
    once = conv_transpose2d(x, W[None, None])[0, 0]
    assert once.tolist() == [[1, 4, 4], [6, 16, 8], [9, 12, 0]]
    twice = conv_transpose2d(x, W[None, None], stride=2)[0, 0]
    assert twice.tolist() == [[1, 2, 2, 4], [3, 4, 6, 8], [3, 6, 0, 0], [9, 12, 0, 0]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": np.ones((2, 3, 3))}, r"x: 모양이 \(N, C, H, W\)"),
        ({"W": np.ones((2, 3, 3))}, r"W: 모양이 \(C, C_out, kh, kw\)"),
        ({"W": np.ones((3, 2, 3, 3))}, r"W: 모양이 \(2, 출력 채널 / groups.*반대다"),
        ({"groups": 3}, r"groups=3"),
        ({"groups": 0}, "groups: 1 이상의 정수"),
        ({"stride": 0}, "stride: 1 이상의 정수"),
        ({"padding": -1}, "padding: 0 이상의 정수"),
        ({"dilation": 0}, "dilation: 1 이상의 정수"),
        ({"output_padding": -1}, "output_padding: 0 이상의 정수"),
        ({"output_padding": 1}, "output_padding: stride나 dilation보다 작아야"),
        ({"output_padding": (0, 2), "stride": (3, 2)}, "output_padding: stride나"),
        ({"padding": 3}, "padding: 출력이 -1×-1칸"),
        ({"padding": (0, 3)}, "padding: 출력이 5×-1칸"),
        ({"W": np.ones((2, 3, 0, 3))}, r"W \(2, 3, 0, 3\)"),
        ({"x": np.ones((1, 2, 0, 3))}, r"x \(1, 2, 0, 3\)"),
        ({"b": np.ones(2)}, r"b: 모양이 \(3,\)"),
    ],
)
def test_errors_say_what_to_mend(change, message):
    right = {"x": np.ones((1, 2, 3, 3)), "W": np.ones((2, 3, 3, 3))}
    conv_transpose2d(**right)
    with pytest.raises(ValueError, match=message):
        conv_transpose2d(**{**right, **change})

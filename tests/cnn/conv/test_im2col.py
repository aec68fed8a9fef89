"""im2col과 col2im: F.unfold와 F.fold, 수반, 페이지의 손계산."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.conv.im2col import col2im, im2col, pad

NAMES = ("kernel_size", "dilation", "padding", "stride")


def random_case(seed):
    rng = np.random.default_rng(seed)
    kernel, dilation = rng.integers(1, [[4], [3]], (2, 2))
    padding, stride = rng.integers(0, 3, 2), rng.integers(1, 4, 2)
    size = np.maximum(dilation * (kernel - 1) + 1 - 2 * padding, 1)
    size = size + rng.integers(0, 7, 2)
    x = rng.normal(size=(*rng.integers(1, 4, 2), *size))
    settings = [tuple(map(int, a)) for a in (kernel, dilation, padding, stride)]
    return x, dict(zip(NAMES, settings, strict=True)), rng


@pytest.mark.parametrize("seed", range(40))
def test_random_settings_are_torch(seed):
    x, options, rng = random_case(seed)
    before = x.copy()
    cols = im2col(x, **options)
    assert_array_equal(cols, F.unfold(torch.tensor(x), **options))
    assert_array_equal(x, before)
    size, c = x.shape[2:], rng.normal(size=cols.shape)
    kept = c.copy()
    want = F.fold(torch.tensor(c), size, **options)
    assert_allclose(col2im(c, size, **options), want, rtol=1e-13, atol=1e-14)
    assert_array_equal(c, kept)


@pytest.mark.parametrize("seed", range(20))
def test_col2im_is_the_adjoint(seed):
    """⟨Ax, y⟩ = ⟨x, Aᵀy⟩. 식 (4.6)"""
    x, options, rng = random_case(seed)
    cols = im2col(x, **options)
    y = rng.normal(size=cols.shape)
    back = col2im(y, x.shape[2:], **options)
    assert_allclose((cols * y).sum(), (x * back).sum(), rtol=1e-11, atol=1e-12)


def test_col2im_is_the_transpose_of_the_matrix_of_im2col():
    """단위벡터를 하나씩 넣어 행렬을 만들면 둘은 서로 전치다."""
    options = {"kernel_size": 2, "padding": 1, "stride": 2}
    A = np.array(
        [im2col(e.reshape(1, 1, 3, 4), **options).ravel() for e in np.eye(12)]
    ).T
    rows = len(A)
    B = np.array(
        [col2im(e.reshape(1, 4, -1), (3, 4), **options).ravel() for e in np.eye(rows)]
    ).T
    assert_array_equal(A.T, B)
    assert set(A.ravel()) == {0, 1} and A.sum(axis=1).max() == 1


def test_the_example_of_the_page():
    x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])[None, None]
    cols = im2col(x, 2)
    want = [[1, 2, 0, 1], [2, 0, 1, 3], [0, 1, 2, 1], [1, 3, 1, 1]]
    assert cols[0].tolist() == want
    assert (np.array([1, 2, 3, 4]) @ cols[0]).tolist() == [9, 17, 12, 14]
    counts = col2im(np.ones((1, 4, 4)), 3, 2)[0, 0]
    assert counts.tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
    assert col2im(cols, 3, 2)[0, 0].tolist() == (counts * x[0, 0]).tolist()


def test_defaults_and_order_are_those_of_torch():
    x = np.arange(60.0).reshape(1, 2, 5, 6)
    assert_array_equal(im2col(x, 2), F.unfold(torch.tensor(x), 2))
    assert_array_equal(im2col(x, 2, 2, 1, 3), F.unfold(torch.tensor(x), 2, 2, 1, 3))
    cols = F.unfold(torch.tensor(x), 2, 2, 1, 3)
    assert_array_equal(
        col2im(cols.numpy(), (5, 6), 2, 2, 1, 3), F.fold(cols, (5, 6), 2, 2, 1, 3)
    )
    plain = F.unfold(torch.tensor(x), 2)
    assert_array_equal(col2im(plain.numpy(), (5, 6), 2), F.fold(plain, (5, 6), 2))


def test_pad_returns_what_needs_no_padding():
    x = np.ones((1, 1, 2, 3))
    assert pad(x, (0, 0)) is x
    assert pad(x, (0, 1)).shape == (1, 1, 2, 5) and pad(x, (0, 1)).sum() == 6
    assert pad(x, (2, 0)).shape == (1, 1, 6, 3) and pad(x, (2, 0))[0, 0, 2, 0] == 1


def test_an_empty_batch_and_small_integers():
    assert im2col(np.empty((0, 2, 4, 4)), 3).shape == (0, 18, 4)
    assert col2im(np.empty((0, 18, 4)), 4, 3).shape == (0, 2, 4, 4)
    assert col2im(np.full((1, 4, 4), 200, np.uint8), 3, 2).max() == 800


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda x: im2col(x[0], 2), r"x: 모양이 \(N, C, H, W\)"),
        (lambda x: im2col(x, 0), "kernel_size: 1 이상의 정수"),
        (lambda x: im2col(x, 2, 0), "dilation: 1 이상의 정수"),
        (lambda x: im2col(x, 2, padding=-1), "padding: 0 이상의 정수"),
        (lambda x: im2col(x, 2, stride=0), "stride: 1 이상의 정수"),
        (lambda x: im2col(x, 5), "커널이 덮는 길이"),
        (
            lambda x: col2im(np.ones((1, 8, 3)), 3, 2),
            r"cols: 모양이 .*, 4\).*\(1, 8, 3\)",
        ),
        (lambda x: col2im(np.ones((1, 7, 4)), 3, 2), "cols: 둘째 축은 .* 4의 배수"),
        (lambda x: col2im(np.ones((8, 4)), 3, 2), "cols: 모양이"),
        (lambda x: col2im(np.ones((1, 8, 4)), 0, 2), "output_size: 1 이상의 정수"),
        (lambda x: col2im(np.ones((1, 8, 4)), 3, 0), "kernel_size: 1 이상의 정수"),
        (lambda x: col2im(np.ones((1, 8, 4)), 3, 2, 0), "dilation: 1 이상의 정수"),
        (lambda x: col2im(np.ones((1, 8, 4)), 3, 2, 1, -1), "padding: 0 이상의 정수"),
        (lambda x: col2im(np.ones((1, 8, 4)), 3, 2, 1, 0, 0), "stride: 1 이상의 정수"),
    ],
)
def test_errors_say_what_to_mend(call, message):
    with pytest.raises(ValueError, match=message):
        call(np.ones((1, 2, 3, 3)))

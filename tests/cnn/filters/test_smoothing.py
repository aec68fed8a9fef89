"""흐리기: SciPy와 OpenCV, 분산의 덧셈, 곱셈의 수, 오류."""

import re

import cv2
import numpy as np
import pytest
from scipy import ndimage

from lessons.cnn.filters.correlation import KERNELS, MODES, correlate
from lessons.cnn.filters.smoothing import (
    gaussian_filter,
    gaussian_kernel1d,
    median_filter,
    uniform_filter,
)


@pytest.fixture
def rng():
    return np.random.default_rng(3)


# 바깥의 구현과 견주기


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", [(11, 7), (2, 5), (3, 4, 5), (8,)])
def test_filters_equal_scipy(rng, shape, mode):
    x, border = rng.normal(size=shape), {"mode": mode, "cval": -0.4}
    for sigma in (0, 0.3, 1.0, 2.7):
        np.testing.assert_allclose(
            gaussian_filter(x, sigma, **border),
            ndimage.gaussian_filter(x, sigma, **border),
            atol=1e-13,
        )
    for size in (1, 2, 3, 6):
        np.testing.assert_allclose(
            uniform_filter(x, size, **border),
            ndimage.uniform_filter(x, size, **border),
            atol=1e-13,
        )
        np.testing.assert_array_equal(
            median_filter(x, size, **border), ndimage.median_filter(x, size, **border)
        )


def test_defaults_truncate_and_radius_equal_scipy(rng):
    x = rng.normal(size=(13, 10))
    np.testing.assert_allclose(gaussian_filter(x, 1), ndimage.gaussian_filter(x, 1))
    for extra in ({"truncate": 2.0}, {"truncate": 2.5, "radius": 3}, {"radius": 0}):
        np.testing.assert_allclose(
            gaussian_filter(x, 1.3, **extra), ndimage.gaussian_filter(x, 1.3, **extra)
        )
    np.testing.assert_allclose(uniform_filter(x), ndimage.uniform_filter(x))
    np.testing.assert_array_equal(median_filter(x), ndimage.median_filter(x, 3))


def test_the_constant_outside_is_0_unless_told(rng):
    x = rng.normal(size=(5, 6)) + 9
    for ours, theirs, given in (
        (gaussian_filter, ndimage.gaussian_filter, 1),
        (uniform_filter, ndimage.uniform_filter, 3),
        (median_filter, ndimage.median_filter, 3),
    ):
        expected = theirs(x, given, mode="constant")
        np.testing.assert_allclose(ours(x, given, mode="constant"), expected)


@pytest.mark.parametrize(("size", "sigma"), [(3, 0.8), (5, 1.1), (11, 1.7)])
def test_gaussian_equals_opencv(rng, size, sigma):
    x = rng.normal(size=(17, 14))
    expected = cv2.GaussianBlur(x, (size, size), sigma, borderType=cv2.BORDER_REFLECT)
    ours = gaussian_filter(x, sigma, radius=size // 2)
    np.testing.assert_allclose(ours, expected, atol=1e-6)


def test_median_equals_opencv(rng):
    x = rng.integers(0, 256, (19, 12)).astype(np.uint8)
    np.testing.assert_array_equal(
        median_filter(x, mode="nearest"), cv2.medianBlur(x, 3)
    )


# 본문의 수와 성질


def test_hand_bell_and_its_length():
    bell = gaussian_kernel1d(1, 4)
    assert bell[4:7].round(2).tolist() == [0.4, 0.24, 0.05]
    assert bell.sum() == pytest.approx(1)
    dot = np.zeros(101)
    dot[50] = 1
    assert np.count_nonzero(gaussian_filter(dot, 4)) == 33


@pytest.mark.parametrize("k", [3, 5, 15])
def test_hand_variance_of_the_mean(k):
    u = np.arange(k) - k // 2
    assert (u**2).mean() == pytest.approx((k**2 - 1) / 12)


def test_two_blurs_add_variances():
    dot = np.zeros(201)
    dot[100] = 1
    once, twice = (gaussian_filter(dot, s, truncate=8) for s in (2 * np.sqrt(2), 2.0))
    twice = gaussian_filter(twice, 2.0, truncate=8)
    u = np.arange(201) - 100
    assert (twice * u**2).sum() == pytest.approx(8, rel=1e-6)
    np.testing.assert_allclose(once, twice, atol=1e-6)


def test_one_axis_at_a_time_equals_the_full_kernel(rng):
    x, g = rng.normal(size=(12, 9)), gaussian_kernel1d(1.2, 4)
    full = correlate(x, np.outer(g, g))
    np.testing.assert_allclose(gaussian_filter(x, 1.2, radius=4), full, atol=1e-14)


def test_which_kernels_are_separable():
    ranks = {name: int(np.linalg.matrix_rank(W)) for name, W in KERNELS.items()}
    assert ranks == {
        **dict.fromkeys(["그대로", "평균", "가우시안", "소벨 가로", "소벨 세로"], 1),
        **dict.fromkeys(["또렷하게", "라플라시안"], 2),
        "엠보스": 3,
    }


def test_median_removes_a_speck_that_averaging_spreads():
    x = np.full((7, 7), 100.0)
    x[3, 3] = 255
    np.testing.assert_array_equal(median_filter(x), 100)
    assert (uniform_filter(x) > 101).sum() == 9


def test_uint8_equals_float_and_is_not_changed(rng):
    x = rng.integers(0, 256, (9, 8)).astype(np.uint8)
    kept = x.copy()
    for f in (uniform_filter, median_filter, lambda x: gaussian_filter(x, 1)):
        np.testing.assert_array_equal(f(x), f(x.astype(float)))
        assert f(x).dtype == np.float64
    np.testing.assert_array_equal(x, kept)


# 오류


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: gaussian_filter(np.ones((3, 3)), -1), "sigma: 0 이상인 수 하나"),
        (lambda: gaussian_filter(np.ones((3, 3)), 1, radius=1.5), "radius: 0 이상의"),
        (lambda: gaussian_filter(np.ones((3, 3)), 1, truncate=-1), "truncate: 0 이상"),
        (lambda: gaussian_filter(np.ones((3, 3)), 1, mode="edge"), "mode: 'reflect'"),
        (lambda: gaussian_filter(5, 1), "input: 모양이 (..., n)인"),
        (lambda: gaussian_kernel1d(1, -1), "radius: 0 이상의 정수"),
        (lambda: gaussian_kernel1d(-1, 2), "sigma: 0 이상인 수"),
        (lambda: uniform_filter(5), "input: 모양이 (..., n)인"),
        (lambda: median_filter(5), "input: 모양이 (..., n)인"),
        (lambda: median_filter(np.ones(3), cval=np.nan), "cval: 유한한 수"),
        (lambda: uniform_filter(np.ones(3), 0), "size: 1 이상의 정수"),
        (lambda: median_filter(np.ones(3), 2.0), "size: 1 이상의 정수"),
        (lambda: median_filter(np.ones(3), mode="x"), "mode: 'reflect'"),
    ],
)
def test_refuses(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()

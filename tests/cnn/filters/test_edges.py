"""소벨과 라플라시안: SciPy와 OpenCV, 커널, 성질, 오류."""

import re

import cv2
import numpy as np
import pytest
from scipy import ndimage

from lessons.cnn.filters.correlation import KERNELS, MODES, correlate
from lessons.cnn.filters.edges import laplace, sobel


@pytest.fixture
def rng():
    return np.random.default_rng(4)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", [(7, 11), (2, 3), (3, 4, 5), (6,)])
def test_equal_scipy(rng, shape, mode):
    x, border = rng.normal(size=shape), {"mode": mode, "cval": 0.7}
    for axis in range(-x.ndim, x.ndim):
        np.testing.assert_allclose(
            sobel(x, axis, **border), ndimage.sobel(x, axis, **border), atol=1e-13
        )
    np.testing.assert_allclose(
        laplace(x, **border), ndimage.laplace(x, **border), atol=1e-13
    )


def test_defaults_equal_scipy(rng):
    x = rng.normal(size=(7, 6))
    np.testing.assert_allclose(sobel(x), ndimage.sobel(x), atol=1e-14)
    np.testing.assert_allclose(laplace(x), ndimage.laplace(x), atol=1e-14)
    for ours, theirs in ((sobel, ndimage.sobel), (laplace, ndimage.laplace)):
        x = rng.normal(size=(3, 4, 5)) + 9  # 축이 셋이면 마지막 축은 1번이 아니다
        np.testing.assert_allclose(
            ours(x, mode="constant"), theirs(x, mode="constant"), atol=1e-13
        )


def test_equal_opencv(rng):
    x = rng.integers(0, 256, (12, 15)).astype(np.uint8)
    for axis, order in ((1, (1, 0)), (0, (0, 1))):
        np.testing.assert_array_equal(
            sobel(x, axis, mode="mirror"), cv2.Sobel(x, cv2.CV_64F, *order)
        )
    np.testing.assert_array_equal(
        laplace(x, mode="mirror"), cv2.Laplacian(x, cv2.CV_64F)
    )


def test_are_the_kernels_of_the_page(rng):
    x = rng.normal(size=(8, 9))
    for name, y in (
        ("소벨 가로", sobel(x, 1)),
        ("소벨 세로", sobel(x, 0)),
        ("라플라시안", laplace(x)),
    ):
        np.testing.assert_allclose(correlate(x, KERNELS[name]), y, atol=1e-13)


def test_a_ramp_has_slope_8_and_no_curvature():
    ramp = np.arange(7.0) + np.zeros((5, 1))
    np.testing.assert_array_equal(sobel(ramp)[:, 1:-1], 8)
    np.testing.assert_array_equal(sobel(ramp, 0), 0)
    np.testing.assert_array_equal(laplace(ramp)[:, 1:-1], 0)
    np.testing.assert_array_equal(laplace(ramp**2)[:, 1:-1], 2)


def test_uint8_does_not_wrap():
    step = np.array([[0, 0, 250, 250]] * 3, dtype=np.uint8)
    np.testing.assert_array_equal(sobel(step)[1], [0, 1000, 1000, 0])
    np.testing.assert_array_equal(laplace(step)[1], [0, 250, -250, 0])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sobel(np.ones((3, 3)), 2), "axis: -2부터 1까지의 정수"),
        (lambda: sobel(np.ones((3, 3)), "x"), "axis: -2부터 1까지의 정수"),
        (lambda: laplace(np.ones((3, 3)), mode="same"), "mode: 'reflect'"),
        (lambda: laplace(1.0), "input: 모양이 (..., n)인"),
        (lambda: sobel(1.0), "input: 모양이 (..., n)인"),
    ],
)
def test_refuses(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()

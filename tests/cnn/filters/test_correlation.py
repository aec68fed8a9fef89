"""커널을 대고 곱해 더하기: 본문의 손계산, SciPy의 다섯 가장자리, 성질, 오류."""

import re

import cv2
import numpy as np
import pytest
from scipy import ndimage

from lessons.cnn.filters.correlation import (
    KERNELS,
    MODES,
    correlate,
    correlate1d,
    reach,
    to_gray,
)

X = np.array([[10.0, 10, 10, 50, 50], [10, 10, 10, 50, 50], [10, 10, 10, 50, 90]])
CASES = [  # 그림의 모양, 커널의 모양
    ((5, 7), (3, 3)),
    ((7, 4), (2, 5)),
    ((2, 3), (5, 6)),  # 커널이 그림보다 크다
    ((1, 4), (3, 3)),
    ((4, 3, 5), (2, 3, 1)),
    ((9,), (4,)),
]


@pytest.fixture
def rng():
    return np.random.default_rng(2)


# 본문의 손계산


def test_hand_sobel_box_and_edge_of_picture():
    assert correlate(X, KERNELS["소벨 가로"])[1].tolist() == [0, 0, 160, 200, 40]
    box = correlate(X, KERNELS["평균"])
    assert box[1, 2] == pytest.approx(210 / 9)
    assert box[1, 4] == pytest.approx(530 / 9)


@pytest.mark.parametrize(
    ("mode", "outside"),
    [
        ("reflect", [30, 20, 10, 10, 20, 30, 30, 20, 10]),
        ("constant", [0, 0, 0, 10, 20, 30, 0, 0, 0]),
        ("nearest", [10, 10, 10, 10, 20, 30, 30, 30, 30]),
        ("mirror", [20, 30, 20, 10, 20, 30, 20, 10, 20]),
        ("wrap", [10, 20, 30, 10, 20, 30, 10, 20, 30]),
    ],
)
def test_hand_borders(mode, outside):
    x = np.array([10, 20, 30])
    for k in range(-3, 6):  # k번 자리를 가져오는 커널
        weights = np.zeros(13)
        weights[6 + k] = 1
        assert correlate(x, weights, mode=mode)[0] == outside[k + 3]


def test_sum_of_weights_is_what_a_flat_picture_becomes():
    sums = {name: float(W.sum()) for name, W in KERNELS.items()}
    assert sums == pytest.approx(
        {"그대로": 1, "평균": 1, "가우시안": 1, "또렷하게": 1, "엠보스": 1}
        | {"소벨 가로": 0, "소벨 세로": 0, "라플라시안": 0}
    )
    for name, W in KERNELS.items():
        np.testing.assert_allclose(correlate(np.full((4, 5), 7.0), W), 7 * sums[name])


# 바깥의 구현과 견주기


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("shape", "kernel"), CASES)
def test_correlate_equals_scipy(rng, shape, kernel, mode):
    x, W = rng.normal(size=shape), rng.normal(size=kernel)
    border = {"mode": mode, "cval": 0.3}
    np.testing.assert_allclose(
        correlate(x, W, **border), ndimage.correlate(x, W, **border), atol=1e-13
    )
    for axis in range(-x.ndim, x.ndim):
        np.testing.assert_allclose(
            correlate1d(x, W.ravel()[:5], axis, **border),
            ndimage.correlate1d(x, W.ravel()[:5], axis, **border),
            atol=1e-13,
        )


@pytest.mark.parametrize("origin", [-2, -1, 0, 1, (1, -1), (0, 2)])
def test_origin_equals_scipy(rng, origin):
    x, W = rng.normal(size=(6, 8)), rng.normal(size=(5, 5))
    np.testing.assert_allclose(
        correlate(x, W, origin=origin),
        ndimage.correlate(x, W, origin=origin),
        atol=1e-13,
    )
    if isinstance(origin, int):
        np.testing.assert_allclose(
            correlate1d(x, W[0], 0, origin=origin),
            ndimage.correlate1d(x, W[0], 0, origin=origin),
            atol=1e-13,
        )


def test_defaults_equal_scipy(rng):
    x, W = rng.normal(size=(6, 7)), rng.normal(size=(3, 4))
    np.testing.assert_allclose(correlate(x, W), ndimage.correlate(x, W), atol=1e-13)
    np.testing.assert_allclose(
        correlate1d(x, W[0]), ndimage.correlate1d(x, W[0]), atol=1e-13
    )


OPENCV = {
    "reflect": cv2.BORDER_REFLECT,
    "constant": cv2.BORDER_CONSTANT,
    "nearest": cv2.BORDER_REPLICATE,
    "mirror": cv2.BORDER_REFLECT_101,
}


@pytest.mark.parametrize("mode", OPENCV)
@pytest.mark.parametrize("kernel", [(3, 3), (5, 3), (1, 7)])
def test_correlate_equals_opencv_at_the_borders(rng, mode, kernel):
    x, W = rng.normal(size=(9, 11)), rng.normal(size=kernel)
    expected = cv2.filter2D(x, cv2.CV_64F, W, borderType=OPENCV[mode])
    np.testing.assert_allclose(correlate(x, W, mode=mode), expected, atol=1e-12)


def test_gray_is_opencv_before_rounding(rng):
    photo = rng.integers(0, 256, (31, 17, 3)).astype(np.uint8)
    gray = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    assert np.abs(to_gray(photo) - gray).max() < 0.503
    primary = np.diag([255, 255, 255]).reshape(1, 3, 3)
    np.testing.assert_allclose(to_gray(primary), [[76.245, 149.685, 29.07]])


# uint8: 넘치지 않는다


@pytest.mark.parametrize("name", KERNELS)
def test_uint8_equals_float(rng, name):
    photo = rng.integers(0, 256, (13, 9)).astype(np.uint8)
    kept = photo.copy()
    y = correlate(photo, KERNELS[name])
    assert y.dtype == np.float64
    np.testing.assert_array_equal(y, correlate(photo.astype(float), KERNELS[name]))
    np.testing.assert_array_equal(photo, kept)


def test_scipy_wraps_where_ours_does_not():
    step = np.array([[200, 200, 0, 0]] * 3, dtype=np.uint8)
    W = KERNELS["소벨 가로"]
    assert correlate(step, W)[1].tolist() == [0, -800, -800, 0]
    assert ndimage.correlate(step, W)[1].tolist() == [0, 224, 224, 0]


# 성질


def test_linear_and_same_shape(rng):
    a, b, W = (rng.normal(size=s) for s in [(6, 5), (6, 5), (3, 4)])
    mixed = correlate(2 * a - 3 * b, W)
    assert mixed.shape == a.shape
    np.testing.assert_allclose(mixed, 2 * correlate(a, W) - 3 * correlate(b, W))
    np.testing.assert_allclose(correlate(a, 2 * W), 2 * correlate(a, W))


def test_an_impulse_prints_the_turned_kernel(rng):
    dot, W = np.zeros((5, 5)), rng.normal(size=(3, 3))
    dot[2, 2] = 1
    np.testing.assert_array_equal(correlate(dot, W)[1:4, 1:4], W[::-1, ::-1])


def test_kernels_are_those_of_the_page():
    assert all(W.dtype == np.float64 for W in KERNELS.values())
    assert KERNELS["라플라시안"].tolist() == [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
    np.testing.assert_array_equal(KERNELS["소벨 세로"], KERNELS["소벨 가로"].T)
    assert KERNELS["또렷하게"][1, 1] == 5
    assert KERNELS["그대로"][1, 1] == KERNELS["그대로"].sum() == 1


def test_reach_counts_the_cells_on_both_sides():
    x, W = np.zeros((4, 5)), np.zeros((3, 4))
    assert reach(x, W, 0) == [(1, 1), (2, 1)]
    assert reach(x, W, [1, -2]) == [(2, 0), (0, 3)]


def test_one_axis_is_the_last_and_the_outside_is_0(rng):
    x, w = rng.normal(size=(3, 4, 5)) + 9, rng.normal(size=3)
    np.testing.assert_allclose(correlate1d(x, w), ndimage.correlate1d(x, w))
    np.testing.assert_allclose(
        correlate1d(x, w, mode="constant"),
        ndimage.correlate1d(x, w, mode="constant"),
    )


# 오류


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: correlate(X, np.ones(3)), "weights: 축의 수가 그림과 같아야 한다"),
        (lambda: correlate(np.ones((4, 4, 3)), np.ones((3, 3))), "to_gray로 바꾸거나"),
        (lambda: correlate(3, 4), "축의 수가"),
        (lambda: correlate(X, np.ones((3, 3)), mode="same"), "mode: 'reflect', 'const"),
        (lambda: correlate(X, np.ones((3, 3)), cval=np.nan), "cval: 유한한 수"),
        (lambda: correlate(X, np.ones((3, 3)), origin=2), "origin: -1부터 1까지의"),
        (lambda: correlate(X, np.full((3, 3), np.nan)), "weights: NaN"),
        (lambda: correlate1d(3, np.ones(3)), "input: 모양이 (..., n)인"),
        (lambda: correlate(X, np.ones((3, 3)), origin=(0, 0, 0)), "origin: 모양이"),
        (lambda: correlate(X, np.ones((3, 3)), origin=0.5), "origin: 정수를"),
        (lambda: correlate([], []), "input: 비었다"),
        (lambda: correlate(X * np.nan, np.ones((3, 3))), "NaN이나 무한대가 15개"),
        (lambda: correlate1d(X, np.ones((3, 3))), "weights: 모양이 (k,)인"),
        (lambda: correlate1d(X, np.ones(3), 2), "axis: -2부터 1까지의"),
        (lambda: to_gray(X), "image: 모양이 (H, W, 3)인 배열을"),
        (lambda: to_gray(np.ones((3, 4, 4))), "받은 모양: (3, 4, 4)"),
    ],
)
def test_refuses(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()

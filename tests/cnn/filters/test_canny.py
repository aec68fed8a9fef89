"""캐니: OpenCV와 픽셀마다 같음, 단계마다의 성질, 손계산, 오류."""

import re

import cv2
import numpy as np
import pytest

from lessons.cnn.filters.canny import canny, connect, gradients, thin
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo

PHOTOS = ("astronaut", "cat", "coffee", "rocket")
THRESHOLDS = [(100, 200), (50, 100), (20, 60), (200, 100), (0, 0), (99.5, 300.25)]


def opencv(gray, t1, t2, aperture=3, L2=False):
    return cv2.Canny(gray, t1, t2, apertureSize=aperture, L2gradient=L2)


@pytest.fixture
def rng():
    return np.random.default_rng(5)


# OpenCV와 견주기


@pytest.mark.parametrize("L2", [False, True])
@pytest.mark.parametrize("name", PHOTOS)
def test_photographs_equal_opencv_pixel_for_pixel(name, L2):
    gray = np.rint(to_gray(load_photo(name, size=128))).astype(np.uint8)
    for t1, t2 in THRESHOLDS:
        ours = canny(gray, t1, t2, L2gradient=L2)
        assert ours.dtype == np.uint8
        np.testing.assert_array_equal(ours, opencv(gray, t1, t2, L2=L2))
    blurred = np.rint(gaussian_filter(gray, 1.4)).astype(np.uint8)
    np.testing.assert_array_equal(canny(blurred, 30, 90), opencv(blurred, 30, 90))
    wide = canny(gray, 800, 1600, 5, L2)
    np.testing.assert_array_equal(wide, opencv(gray, 800, 1600, 5, L2))


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (7, 2), (31, 17), (40, 64)])
@pytest.mark.parametrize("levels", [2, 6, 256])  # 적을수록 비김과 대각선이 많다
def test_random_pictures_equal_opencv(rng, shape, levels):
    gray = (rng.integers(0, levels, shape) * (255 // (levels - 1))).astype(np.uint8)
    for aperture in (3, 5):
        for t1, t2 in THRESHOLDS:
            for L2 in (False, True):
                np.testing.assert_array_equal(
                    canny(gray, t1, t2, aperture, L2),
                    opencv(gray, t1, t2, aperture, L2),
                )


@pytest.mark.parametrize(("aperture", "order"), [(3, 3), (5, 5)])
def test_gradients_equal_opencv(rng, aperture, order):
    gray = rng.integers(0, 256, (13, 18)).astype(np.uint8)
    gx, gy, m = gradients(gray, aperture)
    for ours, (dx, dy) in ((gx, (1, 0)), (gy, (0, 1))):
        expected = cv2.Sobel(
            gray, cv2.CV_64F, dx, dy, ksize=order, borderType=cv2.BORDER_REPLICATE
        )
        np.testing.assert_array_equal(ours, expected)
    np.testing.assert_array_equal(m, np.abs(gx) + np.abs(gy))
    long = gradients(gray, aperture, L2gradient=True)[2]
    np.testing.assert_allclose(long, np.hypot(gx, gy))


# 단계마다


def test_hand_thin_keeps_the_ridge():
    # 본문: 20, 60, 40이 나란하면 60만 남는다. 같은 값 둘이면 왼쪽이 남는다
    m = np.array([[0.0, 20, 60, 40, 0, 50, 50, 0]])
    gx, gy = m, np.zeros_like(m)
    assert thin(gx, gy, m).tolist() == [[0, 0, 60, 0, 0, 50, 0, 0]]
    assert thin(gy.T, gx.T, m.T).T.tolist() == [[0, 0, 60, 0, 0, 50, 0, 0]]


@pytest.mark.parametrize("flip", [1, -1])
def test_thin_looks_along_the_diagonal(flip):
    m = np.diag([0.0, 3, 5, 4, 0])[:, ::flip]
    gx = np.ones_like(m) * flip
    kept = thin(gx, np.ones_like(m), m)
    assert kept.sum() == 5
    other = thin(-gx, np.ones_like(m), m)  # 직각 방향의 이웃은 모두 0이다
    np.testing.assert_array_equal(other, m)


def test_the_angle_is_the_integer_that_opencv_uses():
    # 985/2378은 tan 22.5°와 OpenCV의 어림 13573/32768 사이에 있다: 가로로 본다
    gx, gy = np.full((3, 3), 2378.0), np.full((3, 3), 985.0)
    m = np.array([[9.0, 0, 0], [0, 5, 0], [0, 0, 9]])
    assert thin(gx, gy, m)[1, 1] == 5
    # 그 각과 꼭 같거나 조금 더 서면 대각선으로 본다. 양 끝의 9가 5를 지운다
    across = 32768.0
    for along in (13573, 13573.5, 13573 + 2 * across):
        gx, gy = np.full((3, 3), across), np.full((3, 3), along)
        assert thin(gx, gy, m)[1, 1] == 0


def test_slopes_below_1_point_the_same_way():
    m = np.diag([0.0, 3, 5, 4, 0])
    for slope in (4.0, 0.25):
        gx = np.full_like(m, slope)
        assert thin(gx, gx, m).sum() == 5
        assert thin(gx, -gx, m).sum() == 12


def test_the_small_sobel_is_the_default(rng):
    gray = rng.integers(0, 256, (6, 7))
    np.testing.assert_array_equal(gradients(gray)[2], gradients(gray, 3)[2])


def test_hand_connect_reaches_weak_cells_through_corners():
    level = np.array([[2, 0, 0, 0, 1], [0, 1, 0, 0, 1], [0, 0, 1, 0, 0]])
    edges = connect(level > 1, level > 0)
    assert edges.astype(int).tolist() == [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 0, 0],
    ]


def test_connect_contains_strong_and_only_weak(rng):
    level = rng.random((20, 23))
    strong, weak = level > 0.9, level > 0.6
    kept = strong.copy(), weak.copy()
    edges = connect(strong, weak)
    assert (edges >= strong).all()
    assert (edges <= weak).all()
    assert not connect(np.zeros_like(strong), weak).any()
    np.testing.assert_array_equal(strong, kept[0])
    np.testing.assert_array_equal(weak, kept[1])


def test_lower_thresholds_only_add_edges():
    gray = to_gray(load_photo("astronaut", size=96))
    loose, tight = canny(gray, 50, 200), canny(gray, 100, 200)
    assert (loose >= tight).all()
    assert loose.sum() > tight.sum()


def test_brightness_does_not_move_edges():
    gray = np.rint(to_gray(load_photo("astronaut", size=96)) / 2)
    np.testing.assert_array_equal(canny(gray + 90, 30, 80), canny(gray, 30, 80))


# 오류


ON = np.ones((3, 3), bool)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: canny(np.ones((3, 3, 3)), 1, 2), "image: 모양이 (H, W)인"),
        (lambda: canny(np.ones((3, 3)), -1, 2), "threshold1: 0 이상인 수"),
        (lambda: canny(np.ones((3, 3)), 1, np.inf), "threshold2: 0 이상인 수"),
        (lambda: canny(np.ones((3, 3)), 1, 2, 7), "apertureSize: 3, 5 가운데"),
        (lambda: canny(np.ones((3, 3)), 1, 2, 3, 1), "L2gradient: True나 False"),
        (lambda: connect(np.ones((3, 3)), np.ones((3, 3))), "strong: 참과 거짓의"),
        (lambda: connect(ON[0], ON), "strong: 모양이 (H, W)인"),
        (lambda: connect(ON, ON[0]), "weak: 모양이 (H, W)인"),
        (lambda: connect(ON, np.ones((3, 3))), "weak: 참과 거짓의"),
        (lambda: thin(np.ones(3), np.ones((3, 3)), ON), "gx: 모양이 (H, W)인"),
        (lambda: thin(np.ones((3, 3)), np.ones(3), ON), "gy: 모양이 (H, W)인"),
        (lambda: connect(np.ones((3, 3), bool), np.ones((2, 3), bool)), "strong·weak"),
        (lambda: thin(np.ones((3, 3)), np.ones((3, 2)), np.ones((3, 3))), "gx·gy·m"),
        (
            lambda: thin(np.ones((3, 3)), np.ones((3, 3)), np.ones(3)),
            "m: 모양이 (H, W)",
        ),
    ],
)
def test_refuses(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()

"""크기 바꾸기: 손계산, torch·OpenCV·Pillow와 같은 값, 갈리는 곳, 성질, 오류."""

import re

import cv2
import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from lessons.cnn.preprocessing.resize import (
    MODES,
    SMOOTH,
    cubic,
    positions,
    resize,
    resize_matrix,
    to_uint8,
    triangle,
)

CV = {
    "nearest": cv2.INTER_NEAREST,
    "nearest-exact": cv2.INTER_NEAREST_EXACT,
    "bilinear": cv2.INTER_LINEAR,
    "bicubic": cv2.INTER_CUBIC,
    "area": cv2.INTER_AREA,
}
PIL = {
    "nearest-exact": Image.Resampling.NEAREST,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
}
SIZES = np.random.default_rng(12).integers(1, 41, (1000, 4)).tolist()


def torch_resize(x, size, mode, **options):
    x = torch.tensor(x, dtype=torch.float64)[None, None]
    return F.interpolate(x, size=size, mode=mode, **options)[0, 0].numpy()


def pictures(seed, H, W):
    rng = np.random.default_rng([seed, H, W])
    whole = rng.integers(0, 256, (H, W)).astype(np.uint8)
    return whole, rng.uniform(0, 255, (H, W)).astype(np.float32)


def grey_levels(a, b):
    return np.abs(a.astype(int) - b.astype(int)).max()


# 손계산


def test_page_example():
    row = np.array([[10.0, 20, 30, 40]])
    assert positions(4, 2).tolist() == [0.5, 2.5]
    assert positions(4, 2, True).tolist() == [0, 3]
    assert resize(row, (1, 2), antialias=False).tolist() == [[15, 35]]
    assert resize(row, (1, 2), "area").tolist() == [[15, 35]]
    assert resize(row, (1, 2), "nearest").tolist() == [[10, 30]]
    assert resize(row, (1, 2), antialias=False, align_corners=True)[0, 1] == 40
    np.testing.assert_allclose(resize_matrix(4, 2)[0], [3 / 7, 3 / 7, 1 / 7, 0])
    np.testing.assert_allclose(resize(row, (1, 2)), [[120 / 7, 230 / 7]])


def test_weights_at_known_distances():
    assert triangle(np.array([-2, -0.25, 0, 1])).tolist() == [0, 0.75, 1, 0]
    near = cubic(np.array([0, -0.5, 1, 1.5, 2, 5]), -0.5)
    np.testing.assert_allclose(near, [1, 0.5625, 0, -0.0625, 0, 0])
    assert cubic(np.array([1.5]), -0.75)[0] == -0.09375


# 바깥의 구현


@pytest.mark.parametrize("mode", SMOOTH)
@pytest.mark.parametrize("align_corners", [False, True])
def test_smooth_equals_torch_without_antialias(mode, align_corners):
    for H, W, h, w in SIZES:
        _, x = pictures(0, H, W)
        ours = resize(x, (h, w), mode, antialias=False, align_corners=align_corners)
        theirs = torch_resize(x, (h, w), mode, align_corners=align_corners)
        np.testing.assert_allclose(ours, theirs, atol=1e-9)


@pytest.mark.parametrize("mode", SMOOTH)
def test_smooth_equals_torch_with_antialias(mode):
    for H, W, h, w in SIZES:
        # torch는 가로가 1이면 첫 줄만 맞다. 그 자리는 아래에서 Pillow와만 견준다
        if w == 1:
            continue
        _, x = pictures(1, H, W)
        theirs = torch_resize(x, (h, w), mode, antialias=True)
        np.testing.assert_allclose(resize(x, (h, w), mode), theirs, atol=1e-9)


@pytest.mark.parametrize("mode", [*SMOOTH, "area"])
def test_smooth_equals_opencv_within_one_grey_level(mode):
    for H, W, h, w in SIZES:
        if mode == "area" and (h > H or w > W):
            continue  # OpenCV는 키울 때 area를 다른 방법으로 바꾼다
        whole, x = pictures(2, H, W)
        ours = resize(x, (h, w), mode, antialias=False)
        theirs = cv2.resize(x, (w, h), interpolation=CV[mode])
        np.testing.assert_allclose(ours, theirs, atol=0.01)
        ours = to_uint8(resize(whole, (h, w), mode, antialias=False))
        theirs = cv2.resize(whole, (w, h), interpolation=CV[mode])
        assert grey_levels(ours, theirs.reshape(h, w)) <= 1


@pytest.mark.parametrize("mode", SMOOTH)
def test_smooth_equals_pillow_within_one_grey_level(mode):
    """Pillow는 한 축씩 바꾸며 그때마다 8비트로 반올림하니 축마다 견준다."""
    for H, W, h, w in SIZES:
        whole, x = pictures(3, H, W)
        for size in ((h, W), (H, w)):
            theirs = Image.fromarray(whole).resize(size[::-1], PIL[mode])
            ours = to_uint8(resize(whole, size, mode))
            assert grey_levels(ours, np.asarray(theirs)) <= 1
        theirs = np.asarray(Image.fromarray(x).resize((w, h), PIL[mode]))
        np.testing.assert_allclose(resize(x, (h, w), mode), theirs, atol=0.001)


def split(n_in, n_out, mode):
    """고를 칸이 두 칸의 경계에 꼭 걸린 자리. 실수의 반올림이 답을 가른다."""
    i = np.arange(n_out)
    if mode == "nearest":
        return i * n_in % n_out == 0
    return (2 * i + 1) * n_in % (2 * n_out) == 0


@pytest.mark.parametrize("mode", ["nearest", "nearest-exact"])
def test_nearest_equals_all_except_at_ties(mode):
    compared = 0
    for _, n, _, m in SIZES:
        x = np.arange(n, dtype=np.float32)[None]
        ours = resize(x, (1, m), mode)[0]
        theirs = [torch_resize(x, (1, m), mode)[0]]
        theirs.append(cv2.resize(x, (m, 1), interpolation=CV[mode])[0])
        if mode in PIL:
            theirs.append(np.asarray(Image.fromarray(x).resize((m, 1), PIL[mode]))[0])
        clear = ~split(n, m, mode)
        compared += clear.sum()
        for other in theirs:
            np.testing.assert_array_equal(ours[clear], other[clear])
            assert np.abs(ours - other).max() <= 1  # 걸린 자리에서도 이웃을 고른다
    assert compared > 10_000


def test_area_equals_torch_where_the_ratio_is_whole():
    for H, W, h, w in ((12, 8, 4, 4), (9, 15, 3, 5), (8, 8, 8, 1)):
        _, x = pictures(4, H, W)
        np.testing.assert_allclose(
            resize(x, (h, w), "area"), torch_resize(x, (h, w), "area"), atol=1e-9
        )
    _, x = pictures(4, 1, 5)
    apart = resize(x, (1, 3), "area") - torch_resize(x, (1, 3), "area")
    assert np.abs(apart).max() > 1  # torch는 걸친 픽셀을 통째로 센다


# 성질


@pytest.mark.parametrize("mode", MODES)
def test_rows_sum_to_one_and_same_size_changes_nothing(mode):
    for n_in, n_out in ((1, 7), (7, 1), (5, 5), (13, 4), (4, 13)):
        W = resize_matrix(n_in, n_out, mode)
        np.testing.assert_allclose(W.sum(axis=1), 1)
        assert W.shape == (n_out, n_in)
    _, x = pictures(5, 6, 9)
    np.testing.assert_allclose(resize(x, (6, 9), mode), x)


def test_antialias_keeps_the_mean_and_colour_is_three_pictures():
    rng = np.random.default_rng(0)
    x = rng.uniform(size=(24, 36, 3))
    y = resize(x, (4, 6), "area")
    np.testing.assert_allclose(y.mean(axis=(0, 1)), x.mean(axis=(0, 1)))
    for channel in range(3):
        one = resize(x[..., channel], (5, 7))
        np.testing.assert_allclose(resize(x, (5, 7))[..., channel], one)
    np.testing.assert_allclose(resize(x, 5), resize(x, (5, 5)))


def test_to_uint8_rounds_and_clips():
    assert to_uint8([-3, 0.5, 1.5, 254.6, 300]).tolist() == [0, 0, 2, 255, 255]
    assert to_uint8([1.2]).dtype == np.uint8


def test_errors():
    x = np.zeros((3, 4))
    with pytest.raises(ValueError, match="align_corners: False 가운데 하나를"):
        resize(x, 2, align_corners=True)
    with pytest.raises(ValueError, match="align_corners: False 가운데"):
        resize(x, 2, "area", antialias=False, align_corners=True)
    with pytest.raises(ValueError, match="mode: 'nearest', "):
        resize(x, 2, "linear")
    with pytest.raises(ValueError, match="size: 1 이상의"):
        resize(x, (0, 2))
    with pytest.raises(ValueError, match="image: 모양이"):
        resize(x[0], 2)


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

IMAGE = np.zeros((3, 4))
REFUSED = [
    (lambda: positions(0, 2), "n_in: 1 이상의 정수 하나를 넣는다"),
    (lambda: positions(2, 0), "n_out: 1 이상의 정수 하나를 넣는다"),
    (lambda: positions(2, 2, 1), "align_corners: True나 False를 넣는다"),
    (lambda: resize_matrix(0, 2), "n_in: 1 이상의 정수 하나를 넣는다"),
    (lambda: resize_matrix(2, 0), "n_out: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: resize_matrix(2, 2, "linear"),
        "mode: 'nearest', 'nearest-exact', 'bilinear', 'bicubic', 'area' 가운데",
    ),
    (lambda: resize_matrix(2, 2, antialias=1), "antialias: True나 False를 넣는다"),
    (
        lambda: resize_matrix(2, 2, align_corners=1, antialias=False),
        "align_corners: True나 False를 넣는다",
    ),
    (
        lambda: resize_matrix(2, 2, align_corners=True),
        "align_corners: False 가운데 하나를 넣는다",
    ),
    (
        lambda: resize_matrix(2, 2, "area", align_corners=True, antialias=False),
        "align_corners: False 가운데 하나를 넣는다",
    ),
    (lambda: resize([1, 2], 2), "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다"),
    (lambda: resize([[np.nan]], 2), "image: NaN이나 무한대가 1개 있다"),
    (lambda: resize(IMAGE, 0), "size: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: resize(IMAGE, (2, 3, 4)),
        "size: 정수 하나나 (세로, 가로) 두 정수를 넣는다",
    ),
    (lambda: to_uint8([np.nan]), "image: NaN이나 무한대가 1개 있다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

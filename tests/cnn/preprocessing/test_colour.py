"""색: matplotlib·OpenCV·Pillow와 같은 값, 되돌리기, 갈리는 파일들, 오류."""

import colorsys
import io
import re

import cv2
import numpy as np
import pytest
from matplotlib import colors
from PIL import Image

from lessons.cnn.preprocessing.colour import (
    hsv_to_rgb,
    rgb_to_hsv,
    rgb_to_ycbcr,
    to_rgb,
    ycbcr_to_rgb,
)
from lessons.cnn.preprocessing.resize import to_uint8


@pytest.fixture
def rng():
    return np.random.default_rng(4)


def some_pictures(rng, n=1000):
    """비긴 값, 무채색, 검정이 많은 그림도 섞는다."""
    for k in range(n):
        levels = (2, 3, 9, 256)[k % 4]
        shape = (*rng.integers(1, 8, 2), 3)
        yield (rng.integers(0, levels, shape) * (255 // (levels - 1))).astype(np.uint8)


def test_page_example():
    assert rgb_to_hsv([[1, 0.5, 0]])[0].tolist() == [1 / 12, 1, 1]
    assert rgb_to_hsv([[0, 0, 1], [0.5, 0.5, 0.5]]).tolist() == [
        [2 / 3, 1, 1],
        [0, 0, 0.5],
    ]
    np.testing.assert_allclose(
        rgb_to_ycbcr([[[255, 0, 0]]]).round(1), [[[76.2, 85.0, 255.5]]]
    )


def test_hsv_equals_matplotlib_and_colorsys(rng):
    for picture in some_pictures(rng):
        x = picture / 255
        np.testing.assert_allclose(rgb_to_hsv(x), colors.rgb_to_hsv(x), atol=1e-14)
        back = colors.hsv_to_rgb(rgb_to_hsv(x))
        np.testing.assert_allclose(hsv_to_rgb(rgb_to_hsv(x)), back, atol=1e-14)
        np.testing.assert_allclose(back, x, atol=1e-14)
    hsv = rng.uniform(size=(200, 3))
    expected = [colorsys.hsv_to_rgb(*each) for each in hsv]
    np.testing.assert_allclose(hsv_to_rgb(hsv), expected, atol=1e-14)


def test_hsv_equals_opencv_whose_hue_is_half_a_degree(rng):
    for picture in some_pictures(rng):
        ours = rgb_to_hsv(picture / 255) * [180, 255, 255]
        theirs = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(float)
        apart = np.abs(ours - theirs)
        apart[..., 0] = np.minimum(apart[..., 0], 180 - apart[..., 0])
        assert apart.max() <= 1


def test_ycbcr_equals_pillow_and_opencv_within_one_grey_level(rng):
    for picture in some_pictures(rng):
        ours = to_uint8(rgb_to_ycbcr(picture)).astype(int)
        pillow = np.asarray(Image.fromarray(picture).convert("YCbCr")).astype(int)
        assert np.abs(ours - pillow).max() <= 1
        opencv = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)[..., [0, 2, 1]].astype(int)
        assert np.abs(ours - opencv).max() <= 1


def test_ycbcr_goes_back(rng):
    x = rng.uniform(0, 255, (5, 7, 3))
    np.testing.assert_allclose(ycbcr_to_rgb(rgb_to_ycbcr(x)), x, atol=1e-10)
    grey = np.full((2, 2, 3), 77.0)
    np.testing.assert_allclose(rgb_to_ycbcr(grey)[..., 1:], 128)


# 어떤 파일이든 8비트 RGB로


def test_every_kind_of_file_equals_pillow(rng):
    rgba = rng.integers(0, 256, (6, 5, 4)).astype(np.uint8)
    white = Image.new("RGBA", (5, 6), "white")
    over = Image.alpha_composite(white, Image.fromarray(rgba)).convert("RGB")
    assert np.abs(to_rgb(rgba).astype(int) - np.asarray(over, int)).max() <= 1
    palette = Image.fromarray(rgba[..., :3]).quantize(7)
    table = np.reshape(palette.getpalette(), (-1, 3))
    ours = to_rgb(np.asarray(palette), palette=table)
    np.testing.assert_array_equal(ours, np.asarray(palette.convert("RGB")))
    grey = Image.fromarray(rgba[..., 0])
    np.testing.assert_array_equal(to_rgb(rgba[..., 0]), np.asarray(grey.convert("RGB")))
    file = io.BytesIO()
    deep = rng.integers(0, 65536, (6, 5)).astype(np.uint16)
    Image.fromarray(deep).save(file, "PNG")
    read = np.asarray(Image.open(file))
    np.testing.assert_array_equal(to_rgb(read, bits=16)[..., 0], np.rint(deep / 257))


def test_alpha_shows_the_background():
    clear = np.array([[[255, 0, 0, 0], [255, 0, 0, 255], [0, 0, 0, 51]]])
    assert to_rgb(clear).tolist() == [[[255] * 3, [255, 0, 0], [204] * 3]]
    assert to_rgb(clear, background=0)[0, 0].tolist() == [0, 0, 0]
    assert to_rgb([[[10, 0], [10, 255]]]).tolist() == [[[255] * 3, [10] * 3]]


def test_errors():
    with pytest.raises(ValueError, match="image: 0부터 255까지의 정수를"):
        to_rgb([[300]])
    with pytest.raises(ValueError, match="image: 정수를"):
        to_rgb(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="image: 1 이하의 정수를"):
        to_rgb([[2]], palette=[[0, 0, 0], [9, 9, 9]])
    with pytest.raises(ValueError, match="image: 0 이상 1 이하"):
        rgb_to_hsv([[255, 0, 0]])
    with pytest.raises(ValueError, match="bits: 1부터 16까지"):
        to_rgb([[0]], bits=32)


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

REFUSED = [
    (lambda: rgb_to_hsv([1, 0]), "image: 모양이 (..., 3)인 배열을 넣는다"),
    (lambda: rgb_to_hsv([1, 0, -0.1]), "image: 0 이상 1 이하인 수를 넣는다"),
    (lambda: rgb_to_hsv([1, 0, 1.1]), "image: 0 이상 1 이하인 수를 넣는다"),
    (lambda: hsv_to_rgb([1, 0]), "image: 모양이 (..., 3)인 배열을 넣는다"),
    (lambda: hsv_to_rgb([1, 0, -0.1]), "image: 0 이상 1 이하인 수를 넣는다"),
    (lambda: hsv_to_rgb([1, 0, 1.1]), "image: 0 이상 1 이하인 수를 넣는다"),
    (lambda: rgb_to_ycbcr([1, 0, 0]), "image: 모양이 (H, W, 3)인 배열을 넣는다"),
    (
        lambda: rgb_to_ycbcr(np.zeros((2, 2, 4))),
        "image: 모양이 (H, W, 3)인 배열을 넣는다",
    ),
    (lambda: ycbcr_to_rgb([1, 0, 0]), "image: 모양이 (H, W, 3)인 배열을 넣는다"),
    (
        lambda: ycbcr_to_rgb(np.zeros((2, 2, 4))),
        "image: 모양이 (H, W, 3)인 배열을 넣는다",
    ),
    (
        lambda: to_rgb([1]),
        "image: 모양이 (H, W)이나 (H, W, 2)이나 (H, W, 3)이나 (H, W, 4)인",
    ),
    (
        lambda: to_rgb(np.zeros((1, 1, 5), int)),
        "image: 모양이 (H, W)이나 (H, W, 2)이나 (H, W, 3)이나 (H, W, 4)인",
    ),
    (lambda: to_rgb([[-1]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: to_rgb([[256]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: to_rgb([[4096]], bits=12), "image: 0부터 4095까지의 정수를 넣는다"),
    (lambda: to_rgb([[0]], bits=0), "bits: 1부터 16까지의 정수 하나를 넣는다"),
    (lambda: to_rgb([[0]], bits=17), "bits: 1부터 16까지의 정수 하나를 넣는다"),
    (
        lambda: to_rgb([[0]], background=-1),
        "background: 0 이상 255 이하인 수 하나를 넣는다",
    ),
    (
        lambda: to_rgb([[0]], background=256),
        "background: 0 이상 255 이하인 수 하나를 넣는다",
    ),
    (lambda: to_rgb([[0]], palette=[[1, 2]]), "palette: 모양이 (K, 3)인 배열을 넣는다"),
    (
        lambda: to_rgb([[0]], palette=[[1, 2, 256]]),
        "palette: 0부터 255까지의 정수를 넣는다",
    ),
    (
        lambda: to_rgb([[0]], palette=[[1, 2, -1]]),
        "palette: 0부터 255까지의 정수를 넣는다",
    ),
    (lambda: to_rgb([[1]], palette=[[1, 2, 3]]), "image: 0 이하의 정수를 넣는다"),
    (
        lambda: to_rgb([[[0, 0, 0]]], palette=[[1, 2, 3]]),
        "image: 모양이 (H, W)인 배열을 넣는다",
    ),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

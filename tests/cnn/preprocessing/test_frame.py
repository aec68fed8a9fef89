"""자르기와 덧대기: OpenCV·torch와 같은 값, 가운데의 약속, 오류."""

import re

import cv2
import numpy as np
import pytest
import torch

from lessons.cnn.preprocessing.frame import center_crop, crop, letterbox, pad
from lessons.cnn.preprocessing.resize import resize

BORDERS = {
    "constant": cv2.BORDER_CONSTANT,
    "edge": cv2.BORDER_REPLICATE,
    "reflect": cv2.BORDER_REFLECT_101,
    "symmetric": cv2.BORDER_REFLECT,
}


@pytest.fixture
def rng():
    return np.random.default_rng(5)


def test_crop_is_a_slice():
    x = np.arange(24).reshape(4, 6)
    assert crop(x, 1, 2, 2, 3).tolist() == [[8, 9, 10], [14, 15, 16]]
    assert crop(x, 0, 0, 4, 6).tolist() == x.tolist()


def test_center_crop_rounds_halves_to_even():
    """torchvision의 int(round((H - h) / 2.0))과 같다."""
    x = np.arange(11)[None].repeat(9, axis=0)
    for w in range(1, 12):
        left = round((11 - w) / 2.0)
        assert center_crop(x, (2, w))[0].tolist() == list(range(left, left + w))
    assert center_crop(x, 4).shape == (4, 4)


def test_colour_is_cropped_like_each_channel():
    x = np.arange(5 * 8 * 3).reshape(5, 8, 3)
    for channel in range(3):
        np.testing.assert_array_equal(
            center_crop(x, (3, 4))[..., channel], center_crop(x[..., channel], (3, 4))
        )
    np.testing.assert_array_equal(crop(x, 1, 2, 3, 4), x[1:4, 2:6])
    np.testing.assert_array_equal(center_crop(x, (5, 8)), x)
    np.testing.assert_array_equal(center_crop(x, (4, 7)), x[:4, :7])
    whole = x.astype(float)
    crop(whole, 0, 0, 5, 8)[:] = -1  # 오려 낸 것을 고쳐도 원본은 그대로다
    np.testing.assert_array_equal(whole, x)


def test_pad_and_letterbox_fill_with_zero():
    assert pad([[5]], (1, 0, 2, 1)).tolist() == [[0, 5, 0, 0], [0, 0, 0, 0]]
    assert pad([[5, 6]], (1, 0, 0, 0), 9, "edge").tolist() == [[5, 5, 6]]
    line = letterbox(np.ones((40, 1)), 8)
    assert line.shape == (8, 8) and line.sum() == 8 and line[:, 3].sum() == 8
    assert letterbox(np.ones((1, 40)), 8)[3].sum() == 8


@pytest.mark.parametrize("mode", BORDERS)
def test_pad_equals_opencv(rng, mode):
    for _ in range(100):
        H, W = rng.integers(5, 12, 2)
        left, top, right, bottom = (int(n) for n in rng.integers(0, 4, 4))
        x = rng.integers(0, 256, (H, W, 3)).astype(np.uint8)
        around = top, bottom, left, right
        theirs = cv2.copyMakeBorder(x, *around, BORDERS[mode], value=(7, 7, 7))
        ours = pad(x, (left, top, right, bottom), 7, mode)
        np.testing.assert_array_equal(ours, theirs)
    grey = torch.tensor(x[..., 0], dtype=torch.float64)
    theirs = torch.nn.functional.pad(grey, (left, right, top, bottom), value=3)
    np.testing.assert_array_equal(pad(grey, (left, top, right, bottom), 3), theirs)


def test_letterbox_keeps_the_ratio(rng):
    x = rng.uniform(size=(30, 60, 3))
    y = letterbox(x, 32, fill=0.5)
    assert y.shape == (32, 32, 3)
    assert (y[:8] == 0.5).all() and (y[24:] == 0.5).all()
    np.testing.assert_allclose(y[8:24], resize(x, (16, 32)))
    tall = letterbox(x.swapaxes(0, 1), (32, 33))
    assert (tall[:, :8] == 0).all() and (tall[:, 24:] == 0).all()
    assert letterbox(x, (1, 64)).shape == (1, 64, 3)
    np.testing.assert_allclose(letterbox(x, (15, 30)), resize(x, (15, 30)))


def test_errors():
    x = np.zeros((4, 6))
    with pytest.raises(ValueError, match="height: 1부터 4까지의"):
        crop(x, 0, 0, 5, 2)
    with pytest.raises(ValueError, match="left: 0부터 3까지의"):
        crop(x, 0, 4, 2, 3)
    with pytest.raises(ValueError, match="width: 1부터 6까지의"):
        center_crop(x, (2, 8))
    with pytest.raises(ValueError, match="padding: 정수를 4개"):
        pad(x, (1, 1))
    with pytest.raises(ValueError, match="padding_mode: 'constant', "):
        pad(x, (1, 1, 1, 1), padding_mode="wrap")


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

IMAGE = np.zeros((4, 6))
REFUSED = [
    (
        lambda: crop(np.zeros(3), 0, 0, 1, 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: crop(IMAGE, -1, 0, 2, 2), "top: 0부터 2까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 3, 0, 2, 2), "top: 0부터 2까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, 5, 2, 2), "left: 0부터 4까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, -1, 2, 2), "left: 0부터 4까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, 0, 0, 2), "height: 1부터 4까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, 0, 5, 2), "height: 1부터 4까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, 0, 2, 7), "width: 1부터 6까지의 정수 하나를 넣는다"),
    (lambda: crop(IMAGE, 0, 0, 2, 0), "width: 1부터 6까지의 정수 하나를 넣는다"),
    (
        lambda: center_crop(np.zeros(3), 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: center_crop(IMAGE, 0), "output_size: 1 이상의 정수 하나를 넣는다"),
    (lambda: center_crop(IMAGE, (5, 2)), "height: 1부터 4까지의 정수 하나를 넣는다"),
    (
        lambda: pad(np.zeros(3), (0, 0, 0, 0)),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: pad([[np.nan]], (0, 0, 0, 0)), "image: NaN이나 무한대가 1개 있다"),
    (lambda: pad(IMAGE, (1, 1, 1)), "padding: 정수를 4개 넣는다"),
    (lambda: pad(IMAGE, (1, 1, -1, 1)), "padding[2]: 0 이상의 정수 하나를 넣는다"),
    (lambda: pad(IMAGE, (1, 1, 1, 1), fill="0"), "fill: 유한한 수 하나를 넣는다"),
    (
        lambda: pad(IMAGE, (1, 1, 1, 1), padding_mode="wrap"),
        "padding_mode: 'constant', 'edge', 'reflect', 'symmetric' 가운데 하나를 넣는다",
    ),
    (
        lambda: letterbox(np.zeros(3), 2),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: letterbox([[np.nan]], 2), "image: NaN이나 무한대가 1개 있다"),
    (lambda: letterbox(IMAGE, 0), "size: 1 이상의 정수 하나를 넣는다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

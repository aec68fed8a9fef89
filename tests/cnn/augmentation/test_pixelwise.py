"""값을 바꾸는 증강: OpenCV, albumentations와 실수는 같고 uint8은 한 눈금 안이다."""

import os
import re

os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"

import cv2
import numpy as np
import pytest
from albumentations.augmentations.dropout import functional as dropout
from albumentations.augmentations.pixel import functional as oracle

from lessons.cnn.augmentation import pixelwise as p
from lessons.cnn.augmentation.hue import adjust_hue


def test_by_hand():
    grey = np.array([[100, 200]], np.uint8)
    assert p.adjust_brightness(grey, 1.5).tolist() == [[150, 255]]
    assert p.adjust_contrast(grey, 0.5).tolist() == [[125, 175]]
    red = np.array([[[255, 0, 0]]], np.uint8)
    assert p.adjust_saturation(red, 0).tolist() == [[[76, 76, 76]]]


def pictures(n, seed=0):
    """크기가 저마다인 uint8 사진과 0–1의 같은 사진."""
    r = np.random.default_rng(seed)
    for _ in range(n):
        image = r.integers(0, 256, (*r.integers(1, 12, 2), 3)).astype(np.uint8)
        yield r, image, (image / 255).astype(np.float32)


def test_hue_by_hand():
    red, rgb = np.array([[[255, 0, 0]]], np.uint8), np.eye(3)[None]
    assert adjust_hue(red, 1 / 3).tolist() == [[[0, 255, 0]]]
    np.testing.assert_allclose(adjust_hue(rgb, -1 / 3), rgb[:, [2, 0, 1]], atol=1e-9)
    half = adjust_hue(rgb, 0.5)
    np.testing.assert_allclose(half, 1 - rgb, atol=1e-9)
    np.testing.assert_allclose(adjust_hue(rgb, -0.5), half, atol=1e-9)
    grey = np.full((2, 2, 3), 77, np.uint8)
    assert (adjust_hue(grey, 0.2) == 77).all()
    for one in (red[..., 0], red[..., :1]):
        np.testing.assert_array_equal(adjust_hue(one, 0.2), one)


@pytest.mark.parametrize("name", ["brightness", "contrast", "saturation", "hue"])
def test_colour(name):
    """albumentations의 실수 계산을 반올림한 것과 한 눈금 안이다."""
    ours = adjust_hue if name == "hue" else getattr(p, f"adjust_{name}")
    theirs = getattr(oracle, f"adjust_{name}_torchvision")
    for r, image, x in pictures(1000):
        f = r.uniform(-0.5, 0.5) if name == "hue" else r.uniform(0.01, 2)
        want = np.clip(theirs(x.copy(), f), 0, 1)
        np.testing.assert_allclose(ours(x, f), want, atol=1e-5)
        got = ours(image, f)
        assert got.dtype == np.uint8
        assert abs(got - np.rint(255.0 * want)).max() <= 1


@pytest.mark.parametrize("name", ["brightness", "contrast", "saturation"])
def test_colour_of_uint8(name):
    """albumentations는 uint8이면 흑백을 먼저 반올림하므로 |1 − f|/2만큼 더 다르다."""
    ours = getattr(p, f"adjust_{name}")
    theirs = getattr(oracle, f"adjust_{name}_torchvision")
    for r, image, _ in pictures(1000, 1):
        f = r.uniform(0.01, 2)
        far = abs(ours(image, f) - theirs(image.copy(), f).astype(float)).max()
        assert far <= 1 + 0.5 * abs(1 - f) * (name != "brightness")


def fixed_point_blur(image, size, sigma):
    """OpenCV가 uint8을 흐리는 법: 무게는 1/256의 배수, 반올림은 끝에 한 번."""
    exact, weights = p.gaussian_kernel1d(sigma, size // 2), np.zeros(size, int)
    left = 0.0
    for i in range(size // 2):  # 반올림하고 남은 것은 다음 무게로 넘긴다
        wanted = 256 * exact[i] + left
        weights[i] = weights[-1 - i] = round(wanted)
        left = wanted - weights[i]
    weights[size // 2] = 256 - weights.sum()
    y = image.astype(int)
    for axis in (1, 0):
        around = [(size // 2,) * 2 if k == axis else (0, 0) for k in range(3)]
        wide, n = np.pad(y, around, mode="reflect"), y.shape[axis]
        y = sum(w * np.take(wide, range(i, i + n), axis) for i, w in enumerate(weights))
    return (y + 2**15) >> 16


def test_blur():
    r = np.random.default_rng(1)
    for _ in range(300):
        k, sigma = 2 * int(r.integers(0, 4)) + 1, r.uniform(0.3, 3)
        image = r.integers(0, 256, (*r.integers(5, 20, 2), 3)).astype(np.uint8)
        x = image / 255
        want = cv2.GaussianBlur(x, (k, k), sigma)
        np.testing.assert_allclose(p.gaussian_blur(x, k, sigma), want, atol=1e-9)
        got = p.gaussian_blur(image, k, sigma)
        assert got.dtype == np.uint8 and abs(got - np.rint(255 * want)).max() <= 1
        fixed = fixed_point_blur(image, k, sigma)
        np.testing.assert_array_equal(fixed, cv2.GaussianBlur(image, (k, k), sigma))
        assert abs(fixed - got).max() <= 2


def test_blur_of_one_channel():
    x = np.random.default_rng(3).random((7, 9))
    want = cv2.GaussianBlur(x, (5, 5), 1.1)
    np.testing.assert_allclose(p.gaussian_blur(x, 5, 1.1), want, atol=1e-9)
    assert p.gaussian_blur(x[..., None], 5, 1.1).shape == (7, 9, 1)


def test_noise():
    r = np.random.default_rng(2)
    image = np.full((100, 100), 128, np.uint8)
    noisy = p.gaussian_noise(image, 0.1, rng=r).astype(float)
    assert abs(noisy.mean() - 128) < 1 and abs(noisy.std() - 25.5) < 0.7
    np.testing.assert_array_equal(p.gaussian_noise(image, 0, rng=r), image)
    same = [
        p.gaussian_noise(image, *s, rng=np.random.default_rng(5)) for s in ((), (0.1,))
    ]
    np.testing.assert_array_equal(*same)
    x = np.full((100, 100), 0.5)
    noisy = p.gaussian_noise(x, 0.1, rng=r)
    assert abs(noisy.mean() - 0.5) < 0.004 and abs(noisy.std() - 0.1) < 0.003
    strong = p.gaussian_noise(x, 2, rng=r)
    assert strong.min() == 0 and strong.max() == 1
    strong = p.gaussian_noise(image, 2, rng=r)
    assert strong.min() == 0 and strong.max() == 255


def test_erase_is_cutout():
    r = np.random.default_rng(4)
    for _ in range(1000):
        H, W = (int(n) for n in r.integers(1, 15, 2))
        image = r.integers(0, 256, (H, W, 3)).astype(np.uint8)
        i, j, h, w = (
            int(n) for n in (r.integers(H), r.integers(W), *r.integers(1, 9, 2))
        )
        fill = int(r.integers(0, 256))
        hole = np.array([[j, i, min(j + w, W), min(i + h, H)]])
        for picture, v in ((image, fill), (image / 255, fill / 255)):
            given = picture.copy()
            want = dropout.cutout(picture, hole, v, r)
            np.testing.assert_array_equal(p.erase(given, i, j, h, w, v), want)
            np.testing.assert_array_equal(given, picture)
    assert p.erase(np.ones((2, 2)), 0, 1, 1, 1).tolist() == [[1, 0], [1, 1]]


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

IMAGE = np.zeros((3, 3))
REFUSED = [
    (
        lambda: p.adjust_brightness([1], 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: p.adjust_brightness(IMAGE, -1), "factor: 0 이상인 수 하나를 넣는다"),
    (lambda: p.adjust_brightness(IMAGE, "1"), "factor: 0 이상인 수 하나를 넣는다"),
    (
        lambda: p.adjust_contrast([1], 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: p.adjust_contrast(IMAGE, -1), "factor: 0 이상인 수 하나를 넣는다"),
    (
        lambda: p.adjust_saturation([1], 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: p.adjust_saturation(IMAGE, -1), "factor: 0 이상인 수 하나를 넣는다"),
    (
        lambda: adjust_hue([1], 0),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (
        lambda: adjust_hue(IMAGE, 0.51),
        "hue_factor: -0.5 이상 0.5 이하인 수 하나를 넣는다",
    ),
    (
        lambda: adjust_hue(IMAGE, -0.51),
        "hue_factor: -0.5 이상 0.5 이하인 수 하나를 넣는다",
    ),
    (
        lambda: p.gaussian_blur([1], 3, 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: p.gaussian_blur(IMAGE, 0, 1), "kernel_size: 1 이상의 정수 하나를 넣는다"),
    (lambda: p.gaussian_blur(IMAGE, 4, 1), "kernel_size % 2: 1 가운데 하나를 넣는다"),
    (lambda: p.gaussian_blur(IMAGE, 3, 0), "sigma: 0 초과인 수 하나를 넣는다"),
    (
        lambda: p.gaussian_noise([1], rng=np.random.default_rng(0)),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (
        lambda: p.gaussian_noise(IMAGE, -0.1, rng=np.random.default_rng(0)),
        "sigma: 0 이상인 수 하나를 넣는다",
    ),
    (
        lambda: p.gaussian_noise(IMAGE, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (
        lambda: p.erase([1], 0, 0, 1, 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: p.erase(IMAGE, -1, 0, 1, 1), "i: 0 이상의 정수 하나를 넣는다"),
    (lambda: p.erase(IMAGE, 0, -1, 1, 1), "j: 0 이상의 정수 하나를 넣는다"),
    (lambda: p.erase(IMAGE, 0, 0, 0, 1), "h: 1 이상의 정수 하나를 넣는다"),
    (lambda: p.erase(IMAGE, 0, 0, 1, 0), "w: 1 이상의 정수 하나를 넣는다"),
    (lambda: p.erase(IMAGE, 0, 0, 1, 1, -0.1), "v: 0 이상 1 이하인 수 하나를 넣는다"),
    (lambda: p.erase(IMAGE, 0, 0, 1, 1, 1.1), "v: 0 이상 1 이하인 수 하나를 넣는다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

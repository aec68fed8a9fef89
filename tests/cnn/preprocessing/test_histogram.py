"""히스토그램: OpenCV와 같은 평활화와 CLAHE, Pillow와 갈리는 곳, 오류."""

import re

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from lessons.cnn.preprocessing.histogram import (
    clahe,
    clip_counts,
    equalize_hist,
    histogram,
)


def pictures(n, seed=0):
    rng = np.random.default_rng(seed)
    for k in range(n):
        shape = rng.integers(1, 40, 2)
        low, high = np.sort(rng.integers(0, 257, 2))
        if k % 3:
            yield rng.integers(low, max(high, low + 1), shape).clip(0, 255)
        else:  # 몇 가지 밝기에 몰린 그림
            yield rng.choice(rng.integers(0, 256, k % 5 + 1), shape)


def test_page_example():
    x = [[50, 50, 50, 60], [60, 70, 70, 90]]
    assert equalize_hist(x).tolist() == [[0, 0, 0, 102], [102, 204, 204, 255]]
    assert histogram(x)[[50, 60, 70, 90]].tolist() == [3, 2, 2, 1]


def test_equalize_equals_opencv_within_one_grey_level():
    exact = 0
    for x in pictures(1000):
        theirs = cv2.equalizeHist(x.astype(np.uint8)).reshape(x.shape).astype(int)
        apart = np.abs(equalize_hist(x).astype(int) - theirs).max()
        exact += apart == 0
        assert apart <= 1
    assert exact > 990


def test_pillow_answers_otherwise():
    x = np.array([[50, 50, 50, 60], [60, 70, 70, 90]], dtype=np.uint8)
    theirs = np.asarray(ImageOps.equalize(Image.fromarray(x)))
    assert np.array_equal(theirs, x)  # 픽셀이 255개보다 적으면 그대로 둔다
    big = np.tile(x, (8, 8))
    theirs = np.asarray(ImageOps.equalize(Image.fromarray(big))).astype(int)
    assert np.abs(theirs - equalize_hist(big)).max() > 1


@pytest.mark.parametrize("clip", [0.5, 2.0, 40.0])
@pytest.mark.parametrize("grid", [(8, 8), (1, 1), (3, 2)])
def test_clahe_equals_opencv_within_one_grey_level(clip, grid):
    theirs = cv2.createCLAHE(clipLimit=clip, tileGridSize=grid)
    for x in pictures(120, seed=1):
        if min(x.shape) < 2 * max(grid):
            continue
        ours = clahe(x, clip, grid).astype(int)
        apart = np.abs(ours - theirs.apply(x.astype(np.uint8)).astype(int))
        assert apart.max() <= 1


def test_clahe_defaults_are_opencv_defaults():
    x = np.random.default_rng(8).integers(100, 103, (160, 160))
    theirs = cv2.createCLAHE().apply(x.astype(np.uint8)).astype(int)
    assert np.abs(clahe(x).astype(int) - theirs).max() <= 1
    np.testing.assert_array_equal(clahe(x), clahe(x, 40.0, (8, 8)))
    assert not np.array_equal(clahe(x), clahe(x, 41.0))
    assert not np.array_equal(clahe(x), clahe(x, 40.0, (9, 8)))
    assert not np.array_equal(clahe(x), clahe(x, 40.0, (8, 9)))


def test_lists_of_lists_are_pictures():
    x = np.random.default_rng(9).integers(0, 256, (6, 5))
    np.testing.assert_array_equal(equalize_hist(x.tolist()), equalize_hist(x))
    small = x.astype(np.uint8)
    np.testing.assert_array_equal(equalize_hist(small), equalize_hist(x))
    np.testing.assert_array_equal(equalize_hist(x % 2), 255 * (x % 2))


def test_left_over_counts_are_handed_out_every_few():
    """OpenCV처럼 나머지가 left면 256 // left칸마다 하나씩."""
    for left in (1, 3, 85, 128, 129, 200, 255):
        counts = np.zeros(256, int)
        counts[7] = 2 + left
        cut = clip_counts(counts, 2)
        step = max(256 // left, 1)
        want = np.zeros(256, int)
        want[7] = 2
        for k in range(left):
            want[k * step] += 1
        assert cut.tolist() == want.tolist()


def test_clip_counts_keeps_the_total():
    rng = np.random.default_rng(2)
    for limit in (1, 3, 50):
        counts = rng.integers(0, 90, 256)
        cut = clip_counts(counts, limit)
        assert cut.sum() == counts.sum()
        cut_off = (counts - np.minimum(counts, limit)).sum()
        assert cut.max() <= limit + 1 + cut_off // 256
    one = clip_counts(np.eye(256, dtype=int)[3] * 256, 1)
    assert one[[0, 3, 255]].tolist() == [1, 2, 0]


def test_equalize_spreads_and_keeps_order():
    x = np.arange(100, 140).reshape(5, 8)
    y = equalize_hist(x)
    assert y.min() == 0 and y.max() == 255
    assert (np.diff(y.ravel().astype(int)) > 0).all()
    flat = np.full((3, 4), 9)
    assert (equalize_hist(flat) == 9).all()


def test_errors():
    with pytest.raises(ValueError, match="image: 정수를"):
        equalize_hist(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="image: 0부터 255까지의"):
        histogram([[256]])
    with pytest.raises(ValueError, match="clipLimit: 0 초과"):
        clahe([[1]], 0)


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

IMAGE = np.zeros((4, 4), int)
REFUSED = [
    (lambda: histogram([0, 1]), "image: 모양이 (H, W)인 배열을 넣는다"),
    (lambda: histogram([[0.5]]), "image: 정수를 넣는다"),
    (lambda: histogram([[-1]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: histogram([[256]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: equalize_hist([0, 1]), "image: 모양이 (H, W)인 배열을 넣는다"),
    (lambda: clip_counts([1, 2], 3), "counts: 모양이 (256,)인 배열을 넣는다"),
    (lambda: clip_counts(np.full(256, -1), 3), "counts: 0 이상의 정수를 넣는다"),
    (lambda: clip_counts(np.ones(256, int), 0), "limit: 1 이상의 정수 하나를 넣는다"),
    (lambda: clahe([0, 1]), "image: 모양이 (H, W)인 배열을 넣는다"),
    (lambda: clahe([[-1]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: clahe([[256]]), "image: 0부터 255까지의 정수를 넣는다"),
    (lambda: clahe(np.zeros((0, 3), int)), "image: 비었다"),
    (lambda: clahe(IMAGE, 0), "clipLimit: 0 초과인 수 하나를 넣는다"),
    (lambda: clahe(IMAGE, "2"), "clipLimit: 0 초과인 수 하나를 넣는다"),
    (lambda: clahe(IMAGE, 2, 0), "tileGridSize: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: clahe(IMAGE, 2, (1, 2, 3)),
        "tileGridSize: 정수 하나나 (세로, 가로) 두 정수를 넣는다",
    ),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

"""심은 지름길: 고른 그림에만, 정한 자리에만 찍힌다."""

import numpy as np
import pytest

from lessons.cnn.classification.shortcut import YELLOW, stamp


def test_only_the_chosen_and_only_the_place():
    images = np.random.default_rng(8).integers(0, 200, (3, 9, 8, 3)).astype(np.uint8)
    before = images.copy()
    got = stamp(images, [True, False, True], (2, 4), side=3)
    np.testing.assert_array_equal(images, before)
    np.testing.assert_array_equal(got[1], images[1])
    for k in (0, 2):
        np.testing.assert_array_equal(got[k, 2:5, 4:7], np.full((3, 3, 3), YELLOW))
        rest = np.ones((9, 8), dtype=bool)
        rest[2:5, 4:7] = False
        np.testing.assert_array_equal(got[k][rest], images[k][rest])


def test_defaults_and_edges():
    got = stamp(np.zeros((1, 12, 12, 3), np.uint8), [True])
    yellow = (got[0] == YELLOW).all(axis=2)
    assert yellow.sum() == 36
    assert yellow[3:9, 3:9].all()
    assert got.dtype == np.uint8
    assert YELLOW == (255, 220, 0)  # 배운 모델과 브라우저의 도구가 아는 빛깔이다
    outside = stamp(np.zeros((1, 8, 8, 3), np.uint8), [True], (6, 6))
    assert (outside[0] == YELLOW).all(axis=2).sum() == 4


def test_errors():
    image = np.zeros((1, 8, 8, 3), int)
    with pytest.raises(ValueError, match=r"^images: 모양이 \(N, H, W, 3\)"):
        stamp(image[0], [True])
    for value in (-1, 256):
        with pytest.raises(ValueError, match=r"^images: "):
            stamp(image + value, [True])
    assert stamp(image + 255, [False]).max() == 255
    with pytest.raises(ValueError, match=r"^chosen: 참과 거짓"):
        stamp(image, [1])
    with pytest.raises(ValueError, match=r"^chosen: 모양이 \(1,\)"):
        stamp(image, [True, False])
    for place in ((1, 2, 3), (-1, 0)):
        with pytest.raises(ValueError, match=r"^place(\[0\])?: "):
            stamp(image, [True], place)
    assert (stamp(image, [True], (0, 0), 1)[0, 0, 0] == YELLOW).all()
    with pytest.raises(ValueError, match=r"^side: 1 이상"):
        stamp(image, [True], side=0)

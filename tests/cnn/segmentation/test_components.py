"""덩어리에 번호 붙이기: SciPy와 번호까지 같다."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from scipy import ndimage

from lessons.cnn.segmentation.components import label


def test_touching_by_a_corner_is_apart():
    names, n = label([[True, False], [False, True]])
    assert_array_equal(names, [[1, 0], [0, 2]])
    assert n == 2


@pytest.mark.parametrize("share", [0.0, 0.1, 0.4, 0.6, 0.9, 1.0])
def test_random_masks_are_scipy(share):
    rng = np.random.default_rng(int(10 * share))
    for _ in range(60):
        mask = rng.random(rng.integers(1, 25, 2)) < share
        names, n = label(mask)
        expected, m = ndimage.label(mask)
        assert_array_equal(names, expected)
        assert n == m


def test_snake_and_nothing():
    snake = np.zeros((9, 9), bool)
    snake[::2] = True
    snake[1::4, -1] = snake[3::4, 0] = True
    assert label(snake)[1] == 1
    names, n = label(np.zeros((0, 4), bool))
    assert names.shape == (0, 4)
    assert n == 0


@pytest.mark.parametrize(
    ("mask", "words"),
    [
        ([True], r"^mask: 모양이 \(H, W\)인"),
        ([[0, 1]], "^mask: 참과 거짓의"),
    ],
)
def test_errors(mask, words):
    with pytest.raises(ValueError, match=words):
        label(mask)

"""보간: 페이지의 손계산, 곧은 움직임에서는 정확함, 바깥, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking.interpolation import interpolate


def test_the_page_by_hand():
    keys = [0, 10]
    boxes = [[0, 20, 10, 30], [40, 0, 60, 20]]
    assert interpolate(keys, boxes, [3]).tolist() == [[12, 14, 25, 27]]


def test_straight_motion_is_exact_and_keys_stay():
    rng = np.random.default_rng(0)
    start, step = rng.normal(size=4), rng.normal(size=4)
    frames = np.arange(30)
    truth = start + frames[:, None] * step
    keys = np.array([0, 4, 17, 29])
    assert_allclose(interpolate(keys, truth[keys], frames), truth)
    bent = rng.normal(size=(4, 4))
    assert_allclose(interpolate(keys, bent, keys), bent)


def test_outside_is_unknown():
    out = interpolate([2, 4], np.ones((2, 4)), [1, 2, 3, 4, 5])
    assert np.isnan(out[[0, 4]]).all() and (out[1:4] == 1).all()


@pytest.mark.parametrize("keys", [[3, 1], [2, 2]])
def test_keys_in_order(keys):
    with pytest.raises(ValueError, match="커지는 차례로"):
        interpolate(keys, np.ones((2, 4)), [0])


def test_keys_may_stand_side_by_side():
    boxes = [[0, 0, 2, 2], [1, 1, 3, 3]]
    assert interpolate([4, 5], boxes, [5, 4]).tolist() == boxes[::-1]


BOX = [[0, 0, 2, 2]]


@pytest.mark.parametrize(
    "arguments, words",
    [
        ((1, BOX, [1]), r"^keys: 모양이 \(K,\)"),
        (([[1]], BOX, [1]), r"^keys: 모양이 \(K,\)"),
        (([1.5], BOX, [1]), r"^keys: 정수를"),
        (([1], [0, 0, 2, 2], [1]), r"^boxes: 모양이 \(1, 4\)"),
        (([1], BOX * 2, [1]), r"^boxes: 모양이 \(1, 4\)"),
        (([1], [[0, 0, 2, 2, 2]], [1]), r"^boxes: 모양이 \(1, 4\)"),
        (([1], [[0, 0, 2, np.nan]], [1]), r"^boxes: NaN이나"),
        (([1], BOX, 1), r"^frames: 모양이 \(T,\)"),
        (([1], BOX, [[1]]), r"^frames: 모양이 \(T,\)"),
        (([1], BOX, [0.5]), r"^frames: 정수를"),
    ],
)
def test_what_is_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        interpolate(*arguments)

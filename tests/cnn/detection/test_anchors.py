"""앵커: 손계산, 되돌리기, 배정의 정의, 오류."""

import numpy as np
import pytest

from lessons.cnn.detection.anchors import (
    assign_anchors,
    decode_deltas,
    encode_deltas,
    grid_anchors,
)
from lessons.cnn.detection.boxes import box_area
from tests.cnn.detection.test_boxes import random_boxes
from tests.cnn.detection.test_nms import iou

A = [0, 0, 10, 10]


def test_anchors_by_hand():
    anchors = grid_anchors(2, 16, [8], [0.25, 1])
    assert anchors.shape == (8, 4)
    assert anchors[:2].tolist() == [[0, 6, 16, 10], [4, 4, 12, 12]]
    assert anchors[2:4].tolist() == [[16, 6, 32, 10], [20, 4, 28, 12]]  # 오른쪽 칸
    assert anchors[4].tolist() == [0, 22, 16, 26]  # 다음 줄


def test_anchor_areas_and_ratios():
    anchors = grid_anchors(3, 8, [16, 32])
    assert len(anchors) == 3 * 3 * 2 * 3
    np.testing.assert_allclose(box_area(anchors[:6]), [256] * 3 + [1024] * 3)
    w, h = (anchors[:, 2:] - anchors[:, :2]).T
    np.testing.assert_allclose((h / w)[:3], [0.5, 1, 2])


def test_anchors_smaller_than_a_pixel():
    anchors = grid_anchors(1, 0.5, [0.25], [0.25, 4])
    np.testing.assert_allclose(
        anchors, [[0, 0.1875, 0.5, 0.3125], [0.1875, 0, 0.3125, 0.5]]
    )
    deltas = encode_deltas(anchors, anchors[::-1])
    np.testing.assert_allclose(deltas[0], [0, 0, -np.log(4), np.log(4)], atol=1e-12)


def by_definition(anchors, truths, high, low):
    table = [[iou(a, t) for t in truths] for a in anchors]
    tops = [max((row[k] for row in table), default=0) for k in range(len(truths))]
    chosen = []
    for row in table:
        best = max(row, default=-1)
        answer = row.index(best) if best >= high else -1 if best < low else -2
        for k, top in enumerate(tops):
            if top > 0 and row[k] == top:
                answer = k
        chosen.append(answer)
    return chosen


@pytest.mark.parametrize("seed", range(200))
def test_assignment_by_definition(seed):
    rng = np.random.default_rng(seed)
    anchors, truths = (random_boxes(rng, int(rng.integers(0, 15)), 9) for _ in "ab")
    high, low = (0.7, 0.3) if seed % 2 else (0.5, 0.25)
    got = assign_anchors(anchors, truths, high, low)
    want = by_definition(anchors.tolist(), truths.tolist(), high, low)
    assert got.tolist() == want


def test_every_truth_has_an_anchor():
    got = assign_anchors([A, [20, 20, 22, 22]], [[0, 0, 5, 5], [19, 19, 29, 29]])
    assert got.tolist() == [0, 1]


def test_page_thresholds_are_the_default():
    """0.7 이상이면 맡고 0.3 미만이면 배경이다. 넷째가 가장 많이 겹친 앵커다."""
    wide = [[0, 0, 10, h] for h in (6.9, 7, 2.9, 9)] + [[0, 0, 10, 3]]
    assert assign_anchors(wide, [A]).tolist() == [-2, 0, -1, 0, -2]


def test_deltas_by_hand_and_back():
    deltas = encode_deltas([A], [[5, 5, 25, 10]])
    np.testing.assert_allclose(deltas, [[1, 0.25, np.log(2), np.log(0.5)]])
    rng = np.random.default_rng(0)
    anchors, boxes = (
        np.sort(rng.uniform(0, 50, (20, 2, 2)), axis=1).reshape(20, 4) for _ in "ab"
    )
    back = decode_deltas(anchors, encode_deltas(anchors, boxes))
    np.testing.assert_allclose(back, boxes, atol=1e-12)
    np.testing.assert_allclose(decode_deltas(anchors, np.zeros((20, 4))), anchors)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: grid_anchors(0, 8, [8]), "^grid: 1 이상"),
        (lambda: grid_anchors(2, 0, [8]), "^stride: 0 초과"),
        (lambda: grid_anchors(2, 8, []), "^sizes: 비었다"),
        (lambda: grid_anchors(2, 8, [8, 0]), "^sizes: 1e-06 이상"),
        (lambda: grid_anchors(2, 8, [8], [0]), "^aspect_ratios: 1e-06 이상"),
        (lambda: grid_anchors(2, 8, [[8]]), r"^sizes: 모양이 \(A,\)"),
        (lambda: grid_anchors(2, 8, [8], [[1]]), r"^aspect_ratios: 모양이 \(R,\)"),
        (lambda: assign_anchors([A], [A], 0.3, 0.7), "^low: 0.3 이하"),
        (lambda: assign_anchors([A], [A], "높다"), "^high: 유한한 수"),
        (lambda: assign_anchors([A[::-1]], [A]), "^anchors: 유한하고"),
        (lambda: assign_anchors([A], [A[::-1]]), "^truths: 유한하고"),
        (lambda: encode_deltas([A[::-1]], [A]), "^anchors: 유한하고"),
        (lambda: encode_deltas([A], [A[::-1]]), "^boxes: 유한하고"),
        (lambda: encode_deltas([[1, 1, 1, 5]], [A]), "^anchors의 너비와 높이"),
        (lambda: decode_deltas([[1, 1, 5, 1]], [[0] * 4]), "^anchors의 너비와 높이"),
        (lambda: encode_deltas([A], [[1, 1, 1, 5]]), "boxes의 너비와 높이"),
        (lambda: encode_deltas([A], [A, A]), r"^boxes의 너비와 높이: 모양이 \(1, 2\)"),
        (lambda: decode_deltas([A], [[0, 0, 0]]), r"^deltas: 모양이 \(1, 4\)"),
        (lambda: decode_deltas([A], [[0] * 4] * 2), r"^deltas: 모양이 \(1, 4\)"),
    ],
)
def test_errors_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call()

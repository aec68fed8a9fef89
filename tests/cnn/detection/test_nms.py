"""비최대 억제: 정의를 그대로 옮긴 것과 같고, 순서와 문턱과 퇴화한 상자에서도 같다."""

import numpy as np
import pytest

from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.detection.nms import batched_nms, nms, soft_nms
from tests.cnn.detection.test_boxes import random_boxes

A, B, C = [0, 0, 10, 10], [1, 0, 11, 10], [20, 0, 30, 10]


def iou(a, b):
    """파이썬의 수로 센 IoU."""
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    both = max(w, 0) * max(h, 0)
    either = sum((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)) - both
    return both / either if either else 0.0


def by_definition(boxes, scores, threshold, groups=None):
    """자기보다 앞서 남은 상자 가운데 문턱을 넘게 겹친 것이 없으면 남는다."""
    groups = [0] * len(boxes) if groups is None else groups
    keep = []
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        same = [k for k in keep if groups[k] == groups[i]]
        if all(iou(boxes[i], boxes[k]) <= threshold for k in same):
            keep.append(i)
    return keep


def soft_by_definition(boxes, scores, sigma, floor):
    left = {i: s for i, s in enumerate(scores) if s >= floor}
    keep, values = [], []
    while left:
        best = min(left, key=lambda i: (-left[i], i))
        keep.append(best)
        values.append(left.pop(best))
        for i in list(left):
            left[i] *= np.exp(-(iou(boxes[i], boxes[best]) ** 2) / sigma)
            if left[i] < floor:
                del left[i]
    return keep, values


def cases():
    """점수가 같은 것, 닿기만 하는 것, 넓이 0, 없는 것까지."""
    for seed in range(300):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(0, 40))
        boxes = random_boxes(rng, n, size=int(rng.integers(3, 25)))
        scores = rng.integers(0, 4, n) / 4 if seed % 2 else rng.random(n)
        yield rng, boxes, scores, float(rng.choice([0, 0.25, 1 / 3, 0.5, 0.7, 1]))


def test_page_example():
    assert nms([A, B, C], [0.9, 0.8, 0.7], 0.5).tolist() == [0, 2]
    assert nms([A, B, C], [0.9, 0.8, 0.7], 0.9).tolist() == [0, 1, 2]
    assert nms([A, B, C], [0.7, 0.8, 0.9], 0.5).tolist() == [2, 1]


def test_definition():
    for _, boxes, scores, threshold in cases():
        got = nms(boxes, scores, threshold)
        assert got.dtype == np.int64
        assert got.tolist() == by_definition(boxes.tolist(), scores, threshold)


def test_equal_to_the_threshold_stays():
    """torchvision처럼 문턱을 넘어야 지운다."""
    pair = [[0, 0, 2, 1], [1, 0, 3, 1]]  # IoU가 꼭 1/3이다
    assert box_iou(pair, pair)[0, 1] == 1 / 3
    assert nms(pair, [1, 0], 1 / 3).tolist() == [0, 1]
    assert nms(pair, [1, 0], 0.33).tolist() == [0]


def test_groups_do_not_see_each_other():
    for rng, boxes, scores, threshold in cases():
        groups = rng.integers(-1, 3, len(boxes))
        got = batched_nms(boxes, scores, groups, threshold)
        expected = by_definition(boxes.tolist(), scores, threshold, groups)
        assert got.tolist() == expected
        if len(boxes):
            one = batched_nms(boxes, scores, np.zeros(len(boxes), int), threshold)
            assert one.tolist() == nms(boxes, scores, threshold).tolist()


def test_survivors_do_not_overlap_and_again_changes_nothing():
    for _, boxes, scores, threshold in cases():
        keep = nms(boxes, scores, threshold)
        overlap = box_iou(boxes[keep], boxes[keep])
        assert (overlap[~np.eye(len(keep), dtype=bool)] <= threshold).all()
        again = nms(boxes[keep], scores[keep], threshold)
        assert again.tolist() == list(range(len(keep)))


def test_soft_definition():
    for rng, boxes, scores, _ in cases():
        sigma, floor = float(rng.uniform(0.05, 2)), float(rng.choice([0.001, 0.3]))
        keep, values = soft_nms(boxes, scores, sigma, floor)
        want, numbers = soft_by_definition(boxes.tolist(), scores, sigma, floor)
        assert keep.tolist() == want
        np.testing.assert_allclose(values, numbers, rtol=1e-12)


def test_soft_lowers_where_hard_removes():
    keep, values = soft_nms([A, B, C], [0.9, 0.8, 0.7])
    assert keep.tolist() == [0, 2, 1]
    expected = 0.8 * np.exp(-((9 / 11) ** 2) / 0.5)
    np.testing.assert_allclose(values, [0.9, 0.7, expected])


def test_a_score_at_the_floor_stays():
    keep, values = soft_nms([A, C, B], [0.5, 0.25, 0.125], score_threshold=0.25)
    assert keep.tolist() == [0, 1]
    assert values.tolist() == [0.5, 0.25]


def test_nothing_is_left_of_nothing():
    assert nms([], [], 0.5).tolist() == []
    assert batched_nms([], [], [], 0.5).tolist() == []
    keep, values = soft_nms([], [])
    assert keep.tolist() == values.tolist() == []


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: nms([A], [0.5, 0.5], 0.5), r"^scores: 모양이 \(1,\)"),
        (lambda: nms([A], [np.nan], 0.5), "scores: NaN은 점수가"),
        (lambda: nms([A], [0.5], "반"), "iou_threshold: 유한한 수"),
        (lambda: nms([[3, 0, 1, 1]], [0.5], 0.5), "boxes: 유한하고"),
        (lambda: batched_nms([A], [0.5], [0, 1], 0.5), r"^idxs: 모양이 \(1,\)"),
        (lambda: batched_nms([A], [0.5], [0.5], 0.5), "idxs: 정수를"),
        (lambda: batched_nms([], [], [], None), "iou_threshold: 유한한 수"),
        (lambda: soft_nms([A], [0.5], 0), "sigma: 0 초과"),
        (lambda: soft_nms([A], [0.5], 0.5, np.nan), "score_threshold: 유한한 수"),
    ],
)
def test_errors_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call()

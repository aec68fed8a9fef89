"""COCO의 짝짓기: COCOeval의 반복문과 같고, 무리와 크기의 손계산과 같다."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from lessons.cnn.detection.coco_match import (
    MOST,
    THRESHOLDS,
    crowd_iou,
    mark,
    match,
)
from tests.cnn.detection.test_boxes import random_boxes

ANY = (0, 1e10)
BOX, FAR = [0, 0, 10, 10], [20, 0, 30, 10]


def by_definition(overlap, crowd, ignored):
    """COCOeval.evaluateImg: 점수에 넣을 정답부터 훑고, 같으면 뒤의 것이 이긴다."""
    D, M = overlap.shape
    order = sorted(range(M), key=lambda g: ignored[g])
    table = []
    for threshold in np.linspace(0.5, 0.95, 10):
        taken, row = set(), []
        for d in range(D):
            least, best = threshold, -1
            for g in order:
                if g in taken and not crowd[g]:
                    continue
                if best >= 0 and not ignored[best] and ignored[g]:
                    break
                if overlap[d, g] >= least:
                    least, best = overlap[d, g], g
            if best >= 0:
                taken.add(best)
            row.append(best)
        table.append(row)
    return np.array(table).reshape(10, D)


@pytest.mark.parametrize("seed", range(12))
def test_matching_by_definition(seed):
    rng = np.random.default_rng(seed)
    for _ in range(25):
        D, M = rng.integers(0, 7, size=2)
        # 문턱과 꼭 같은 것, 똑같이 겹친 것, 꼭 1인 것이 자주 나온다
        overlap = rng.choice([0, 0.3, *THRESHOLDS, 1], size=(D, M))
        crowd = rng.random(M) < 0.3
        ignored = crowd | (rng.random(M) < 0.3)
        got = match(overlap, crowd, ignored)
        assert got.shape == (10, D)
        np.testing.assert_array_equal(got, by_definition(overlap, crowd, ignored))


def test_thresholds_and_the_most_are_cocos():
    np.testing.assert_allclose(THRESHOLDS, [0.5 + 0.05 * k for k in range(10)])
    assert MOST == 100


def test_overlap_with_a_crowd_is_the_share_of_the_detection():
    boxes, truths = [[0, 0, 10, 10], [5, 0, 15, 10]], [[0, 0, 20, 10], [0, 0, 10, 10]]
    boxes, truths = np.array(boxes, float), np.array(truths, float)
    shares = crowd_iou(boxes, truths, np.array([True, False]))
    np.testing.assert_allclose(shares, [[1, 1], [1, 1 / 3]])
    small = crowd_iou(boxes / 100, truths / 100, np.array([True, False]))
    np.testing.assert_allclose(small, shares)


def test_overlap_of_what_does_not_touch_is_zero():
    points = np.array([[k, k, k, k] for k in range(5)], float)
    for crowd in (True, False):
        shares = crowd_iou(points, points[:3], np.full(3, crowd))
        np.testing.assert_array_equal(shares, np.zeros((5, 3)))
    rng = np.random.default_rng(0)
    left, right = random_boxes(rng, 6, 9), random_boxes(rng, 4, 9) + 10
    np.testing.assert_array_equal(crowd_iou(left, right, np.zeros(4, bool)), 0)


def sheet(boxes, scores, truths, size=ANY, crowd=None, area=None):
    truths = np.array(truths, float).reshape(-1, 4)
    w, h = (truths[:, 2:] - truths[:, :2]).T
    truth = {
        "boxes": truths,
        "iscrowd": np.array(crowd or [False] * len(truths), bool),
        "area": w * h if area is None else np.array(area, float),
    }
    boxes = np.array(boxes, float).reshape(-1, 4)
    return mark({"boxes": boxes, "scores": np.array(scores, float)}, truth, size)


def test_sheet_by_hand():
    """점수 순으로 늘어놓고, 처음 온 것만 맞는다."""
    got = sheet([FAR, BOX, BOX], [0.1, 0.5, 0.9], [BOX])
    assert got.scores.tolist() == [0.9, 0.5, 0.1]
    assert got.hits.tolist() == [[True, False, False]] * 10
    assert not got.skipped.any() and got.skipped.shape == (10, 3)
    assert got.n_truths == 1
    with pytest.raises(FrozenInstanceError):
        got.n_truths = 2


def test_equal_scores_keep_their_order():
    scores = np.tile([0.5, 0.9, 0.7], 33)
    order = sorted(range(99), key=lambda k: (-scores[k], k))
    for k in range(0, 99, 7):
        boxes = [BOX if k == at else FAR for at in range(99)]
        got = sheet(boxes, scores, [BOX])
        assert got.hits[0].nonzero()[0].tolist() == [order.index(k)]


def test_a_truth_that_counts_comes_before_one_that_overlaps_more():
    """세지 않는 정답이 꼭 맞아도, IoU 0.83인 세는 정답이 먼저다."""
    got = sheet([BOX], [0.9], [BOX, [0, 0, 10, 12]], (100, 400), area=[50, 120])
    assert got.hits[:, 0].tolist() == [True] * 7 + [False] * 3
    assert got.skipped[:, 0].tolist() == [False] * 7 + [True] * 3


def test_only_the_first_hundred_are_seen():
    got = sheet([FAR] * 100 + [BOX], [0.5] * 100 + [0.1], [BOX])
    assert got.scores.shape == (100,) and not got.hits.any()
    got = sheet([FAR] * 99 + [BOX], [0.5] * 99 + [0.1], [BOX])
    assert got.hits[:, 99].all()


def test_a_crowd_is_skipped_again_and_again():
    wide = [0, 0, 19, 40]  # 검출은 그 안에 통째로 든다. IoU로는 문턱에 못 미친다
    got = sheet([BOX, BOX, FAR], [0.9, 0.8, 0.7], [wide], crowd=[True])
    assert got.n_truths == 0 and not got.hits.any()
    assert got.skipped.tolist() == [[True, True, False]] * 10


@pytest.mark.parametrize(
    ("size", "seen"),
    [((0, 100), True), ((100, 400), True), ((0, 99), False), ((101, 400), False)],
)
def test_size_of_the_truth_and_of_the_stray(size, seen):
    """넓이 100인 정답과, 넓이 100인 엉뚱한 검출. 양 끝의 넓이도 든다."""
    got = sheet([BOX, FAR], [0.9, 0.8], [BOX], size)
    assert got.n_truths == seen
    assert got.hits.tolist() == [[seen, False]] * 10
    assert got.skipped.tolist() == [[not seen, not seen]] * 10
    given = sheet([BOX], [0.9], [BOX], size, area=[200])  # 정답의 넓이를 따로 준다
    assert given.n_truths == (size == (100, 400)) + (size == (101, 400))


def test_nothing_on_either_side():
    for got in (sheet([], [], [BOX]), sheet([BOX], [0.9], []), sheet([], [], [])):
        assert not got.hits.any() and not got.skipped.any()
        assert got.hits.shape == (10, len(got.scores))

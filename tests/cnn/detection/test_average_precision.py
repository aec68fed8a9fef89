"""평균 정밀도: Padilla의 24개, 정의를 그대로 옮긴 것, 세 정의의 성질, 오류."""

from fractions import Fraction

import numpy as np
import pytest

from lessons.cnn.detection.average_precision import (
    average_precision,
    match_detections,
    precision_recall,
)
from lessons.cnn.detection.boxes import box_convert
from tests.cnn.detection.padilla import DETECTIONS, TRUTHS
from tests.cnn.detection.test_boxes import random_boxes
from tests.cnn.detection.test_nms import iou

PRECISION, RECALL = [1, 0.5, 2 / 3, 0.5], [0.25, 0.25, 0.5, 0.5]


def padilla(pixel=1):
    """(점수, 맞았는가). 그림마다 짝짓고 차례로 잇는다. pixel: 끝 픽셀도 세는가"""
    scores, hits = [], []
    for image, truths in TRUTHS.items():
        rows = [row for row in DETECTIONS if row[0] == image]
        boxes, truths = (
            np.add(box_convert(b, "xywh", "xyxy"), (0, 0, pixel, pixel))
            for b in ([row[3] for row in rows], truths)
        )
        some = [row[2] / 100 for row in rows]
        hits += match_detections(boxes, some, truths, 0.3).tolist()
        scores += some
    return scores, hits


def test_padillas_24_detections():
    scores, hits = padilla()
    assert len(hits) == 24
    assert hits == [row[4] for row in DETECTIONS]
    p, r = precision_recall(scores, hits, 15)
    assert round(100 * average_precision(p, r, "11"), 2) == 26.84
    assert round(100 * average_precision(p, r, "all"), 2) == 24.57
    exact = Fraction(1, 15) * (
        1 + Fraction(2, 3) + 4 * Fraction(3, 7) + Fraction(7, 23)
    )
    np.testing.assert_allclose(average_precision(p, r), float(exact), rtol=1e-14)
    assert r[-1] == 7 / 15 and p[-1] == 7 / 24


def test_padillas_g_needs_the_last_pixel():
    """끝 픽셀을 세지 않으면 G의 IoU가 0.295라 틀린 것이 된다."""
    scores, hits = padilla(pixel=0)
    lost = [row[1] for row, hit in zip(DETECTIONS, hits, strict=True) if row[4] != hit]
    assert lost == ["G"]
    p, r = precision_recall(scores, hits, 15)
    assert round(100 * average_precision(p, r, "11"), 2) == 26.84
    assert round(100 * average_precision(p, r, "all"), 2) == 22.54


def test_page_example():
    p, r = precision_recall([0.9, 0.8, 0.7, 0.6], [True, False, True, False], 4)
    np.testing.assert_allclose(p, PRECISION)
    np.testing.assert_allclose(r, RECALL)
    np.testing.assert_allclose(average_precision(p, r), (1 + 2 / 3) / 4)
    np.testing.assert_allclose(average_precision(p, r, "11"), (3 + 3 * 2 / 3) / 11)
    expected = (26 + 25 * 2 / 3) / 101
    np.testing.assert_allclose(average_precision(p, r, "101"), expected)


def by_definition(hits, n_truths, points):
    """재현율이 r 이상인 곳에서 가장 높은 정밀도를, 분수로."""
    curve, right = [], 0
    for k, hit in enumerate(hits, 1):
        right += hit
        curve.append((Fraction(right, k), Fraction(right, n_truths)))
    heights = [max((p for p, r in curve if r >= x), default=0) for x in points]
    return float(sum(heights, Fraction(0)) / len(points))


@pytest.mark.parametrize("seed", range(200))
def test_definitions_with_fractions(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 40))
    hits = rng.random(n) < rng.random()
    n_truths = int(hits.sum() + rng.integers(0, 10)) or 1
    scores = rng.random(n)
    p, r = precision_recall(scores, hits, n_truths)
    ordered = hits[np.argsort(-scores)].tolist()
    tenths = [Fraction(k, 10) for k in range(11)]
    expected = by_definition(ordered, n_truths, tenths)
    np.testing.assert_allclose(average_precision(p, r, "11"), expected, rtol=1e-12)
    steps = [Fraction(k, n_truths) for k in range(1, n_truths + 1)]
    expected = by_definition(ordered, n_truths, steps)
    np.testing.assert_allclose(average_precision(p, r), expected, rtol=1e-12)
    exact = [Fraction(float(x)) for x in np.linspace(0, 1, 101)]
    expected = by_definition(ordered, n_truths, exact)
    close = abs(average_precision(p, r, "101") - expected)
    assert close <= 1 / 101 + 1e-12  # r이 눈금과 끝자리만 다를 수 있다


def matched_by_hand(boxes, scores, truths, threshold):
    taken, hits = set(), [False] * len(boxes)
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        best = max(
            range(len(truths)), key=lambda k: (iou(boxes[i], truths[k]), -k), default=-1
        )
        good = best >= 0 and iou(boxes[i], truths[best]) >= threshold
        if good and best not in taken:
            hits[i] = True
            taken.add(best)
    return hits


@pytest.mark.parametrize("seed", range(200))
def test_matching_by_hand(seed):
    rng = np.random.default_rng(seed)
    boxes, truths = (random_boxes(rng, int(rng.integers(0, 12)), 8) for _ in range(2))
    scores = rng.integers(0, 3, len(boxes)) / 2
    threshold = float(rng.choice([0.1, 0.25, 0.5]))
    got = match_detections(boxes, scores, truths, threshold)
    want = matched_by_hand(boxes.tolist(), scores, truths.tolist(), threshold)
    assert got.tolist() == want


def test_a_truth_is_found_once():
    box = [0, 0, 4, 4]
    hits = match_detections([box, box, box], [0.2, 0.9, 0.5], [box])
    assert hits.tolist() == [False, True, False]
    p, r = precision_recall([0.2, 0.9, 0.5], hits, 1)
    np.testing.assert_allclose(p, [1, 1 / 2, 1 / 3])
    assert average_precision(p, r) == 1  # 뒤의 겹친 것은 AP를 깎지 않는다


def test_ends():
    assert match_detections([], [], [[0, 0, 1, 1]]).tolist() == []
    assert match_detections([[0, 0, 1, 1]], [1], []).tolist() == [False]
    for method in ("11", "all", "101"):
        assert average_precision([], [], method) == 0
        assert average_precision([1, 1], [0.5, 1], method) == 1
        assert average_precision([0, 0], [0, 0], method) == 0


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: average_precision([1], [1], "voc"), "method: '11', 'all', '101'"),
        (lambda: average_precision([1, 1], [1]), r"precision: 모양이 \(1,\)"),
        (lambda: average_precision([2.0], [1]), "0 이상 1 이하"),
        (lambda: average_precision([1, 1], [1, 0.5]), "recall: 줄지 않는 차례"),
        (lambda: precision_recall([0.5], [1], 1), r"hits.astype\(bool\)"),
        (lambda: precision_recall([0.5, 1], [True], 1), "scores·hits: 모양이 서로"),
        (lambda: precision_recall([0.5], [[True]], 1), r"^hits: 모양이 \(N,\)"),
        (lambda: precision_recall([[0.5]], [True], 1), r"^scores: 모양이 \(N,\)"),
        (lambda: precision_recall([0.5, 1], [True, True], 1), "^n_truths: 2 이상"),
        (lambda: average_precision([[1]], [1]), "^precision: 모양이"),
        (lambda: average_precision([1], [[1]]), r"^recall: 모양이 \(N,\)"),
        (lambda: average_precision([1], [1.5]), "^recall: .*0 이상 1 이하"),
        (lambda: average_precision([-0.5], [1]), "^precision: .*0 이상 1 이하"),
        (lambda: precision_recall([0.5], [True], 0), "n_truths: 1 이상"),
        (lambda: precision_recall([np.nan], [True], 1), "scores: NaN은"),
        (
            lambda: match_detections([[0, 0, 1, 1]], [1, 2], []),
            r"^scores: 모양이 \(1,\)",
        ),
        (lambda: match_detections([], [], [[3, 0, 1, 1]]), "truths: 유한하고"),
        (lambda: match_detections([], [], [], "반"), "iou_threshold: 유한한 수"),
    ],
)
def test_errors_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call()

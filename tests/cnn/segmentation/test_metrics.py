"""마스크의 점수: 손계산, scikit-learn, 거리 변환, 없는 것을 물었을 때."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy.ndimage import binary_erosion, distance_transform_edt
from sklearn.metrics import confusion_matrix, f1_score, jaccard_score

from lessons.cnn.segmentation.metrics import (
    boundary,
    boundary_f,
    class_iou,
    dice,
    jaccard,
    mean_iou,
    mean_of_present,
    pixel_accuracy,
    pixel_confusion,
    ratio,
)

TRUE = np.array([[0, 1, 1, 0], [0, 1, 1, 0]], dtype=bool)
PRED = np.array([[0, 0, 1, 1], [0, 0, 1, 1]], dtype=bool)


def blob(rng, size):
    """가장자리에도 닿는 덩어리."""
    mask = rng.random(size) < rng.choice([0.0, 0.2, 0.5, 0.8, 1.0])
    return np.kron(mask, np.ones(rng.integers(1, 5, 2), bool))[: size[0], : size[1]]


def test_page_example_by_hand():
    assert jaccard(TRUE, PRED) == 2 / 6
    assert dice(TRUE, PRED) == 4 / 8
    assert pixel_accuracy(TRUE.astype(int), PRED.astype(int), 2) == 4 / 8
    assert_array_equal(class_iou(TRUE.astype(int), PRED.astype(int), 2), [2 / 6, 2 / 6])


def test_thousand_masks_are_scikit_learn_exactly():
    rng = np.random.default_rng(0)
    for _ in range(1000):
        size = rng.integers(1, 20, 2)
        a, b = blob(rng, size), blob(rng, size)
        given = {"zero_division": float(rng.integers(2))}
        flat = a.ravel(), b.ravel()
        assert jaccard(a, b, **given) == jaccard_score(*flat, **given)
        assert_allclose(dice(a, b, **given), f1_score(*flat, **given), rtol=1e-15)
        d, j = dice(a, b), jaccard(a, b)
        assert_allclose(d, 2 * j / (1 + j))
        assert j <= d
        assert jaccard(b, a) == j


def test_thousand_label_maps_are_scikit_learn_exactly():
    rng = np.random.default_rng(1)
    for _ in range(1000):
        K = int(rng.integers(2, 6))
        shape = rng.integers(1, 12, rng.integers(1, 4))
        y, p = rng.integers(0, rng.integers(1, K + 1), (2, *shape))
        labels = range(K)
        table = confusion_matrix(y.ravel(), p.ravel(), labels=labels)
        assert_array_equal(pixel_confusion(y, p, K), table)
        assert pixel_accuracy(y, p, K) == (y == p).mean()
        ious = class_iou(y, p, K)
        present = np.isin(labels, [y.ravel(), p.ravel()])
        assert_array_equal(np.isnan(ious), ~present)
        theirs = jaccard_score(
            y.ravel(), p.ravel(), labels=labels, average=None, zero_division=0
        )
        assert_array_equal(ious[present], theirs[present])
        assert_allclose(mean_iou(y, p, K), theirs[present].mean(), rtol=1e-15)


def test_absent_class_is_left_out_and_missed_class_is_zero():
    y, p = np.array([0, 0, 1, 1]), np.array([0, 0, 0, 1])
    assert_array_equal(class_iou(y, p, 3), [2 / 3, 1 / 2, np.nan])
    assert mean_iou(y, p, 3) == (2 / 3 + 1 / 2) / 2
    assert class_iou(y, [0, 0, 2, 1], 3)[2] == 0  # 헛짚은 클래스는 있는 클래스다


def test_nothing_at_all():
    none = np.zeros((3, 3), bool)
    assert dice(none, none) == jaccard(none, none) == boundary_f(none, none) == 1
    assert dice(none, none, 0) == jaccard(none, none, 0) == 0
    some = none.copy()
    some[1, 1] = True
    assert dice(none, some) == jaccard(some, none) == boundary_f(none, some) == 0
    empty = np.zeros((0,), int)
    assert mean_iou([0, 0], [0, 0], 1) == 1
    assert np.isnan(mean_iou(empty, empty, 2))
    assert np.isnan(pixel_accuracy(empty, empty, 2))
    assert np.isnan(mean_of_present(np.array([np.nan])))
    assert np.isnan(ratio(0, 0))
    assert ratio(1, 2) == 0.5


def by_distance(a, b, tolerance):
    """거리 변환으로: 상대의 테두리까지의 거리를 픽셀마다 적어 두고 읽는다."""
    cross = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], dtype=bool)
    edges = [m & ~binary_erosion(m, cross, border_value=1) for m in (a, b)]
    assert_array_equal(boundary(a), edges[0])
    if not edges[0].any() or not edges[1].any():
        return float(edges[0].any() == edges[1].any())
    far = [distance_transform_edt(~e) for e in edges]
    recall = (far[1][edges[0]] <= tolerance).mean()
    precision = (far[0][edges[1]] <= tolerance).mean()
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def test_boundary_f_is_the_distance_transform():
    rng = np.random.default_rng(2)
    for _ in range(300):
        size = rng.integers(1, 25, 2)
        a, b = blob(rng, size), blob(rng, size)
        tolerance = rng.choice([0.0, 1.0, 1.5, 3.0])
        assert_allclose(boundary_f(a, b, tolerance), by_distance(a, b, tolerance))


def test_boundary_by_hand():
    square = np.zeros((6, 8), bool)
    square[1:5, 1:5] = True
    assert boundary(square).sum() == 12
    whole = np.ones((4, 5), bool)
    assert not boundary(whole).any()  # 그림에서 잘린 것은 테두리가 아니다
    moved = np.roll(square, 1, axis=1)
    assert boundary_f(square, moved, 0) == 0.5
    assert boundary_f(square, moved, 1) == 1.0
    assert boundary_f(square, moved) == 1.0


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: dice(TRUE, PRED[:1]), "^y_true·y_pred: 모양이 서로"),
        (lambda: dice(TRUE.astype(int), PRED), "^y_true: 참과 거짓"),
        (lambda: jaccard(TRUE, PRED.astype(int)), "^y_pred: 참과 거짓"),
        (lambda: dice(TRUE, PRED, "1"), "^zero_division: 유한한 수"),
        (lambda: jaccard(TRUE, PRED, "1"), "^zero_division: 유한한 수"),
        (lambda: mean_iou([0, 2], [0, 1], 2), "^y_true: 0부터 1까지의"),
        (lambda: mean_iou([0, -1], [0, 1], 2), "^y_true: 0부터 1까지의"),
        (lambda: mean_iou([0, 1], [0, -1], 2), "^y_pred: 0부터 1까지의"),
        (lambda: mean_iou([0, 1], [0, 2], 2), "^y_pred: 0부터 1까지의"),
        (lambda: mean_iou([0, 1], [0], 2), "^y_true·y_pred: 모양이 서로"),
        (lambda: mean_iou([0], [0], 0), "^num_classes: 1 이상의"),
        (lambda: boundary_f(TRUE, PRED, -1), "^tolerance: 0 이상인"),
        (lambda: boundary(TRUE[0]), r"^mask: 모양이 \(H, W\)인"),
        (lambda: boundary(TRUE.astype(int)), "^mask: 참과 거짓"),
    ],
)
def test_errors(call, words):
    with pytest.raises(ValueError, match=words):
        call()

"""파놉틱 품질: 손계산, 짝을 하나씩 훑은 계산, 답이 없는 픽셀, 없는 것."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.segmentation.panoptic import panoptic_quality


def one_line(*pairs):
    """(클래스, 번호)를 늘어놓은 1행짜리 그림."""
    return np.array(pairs)[None, None]


def test_page_example_by_hand():
    """네 픽셀짜리 조각 둘. 하나는 셋을 맞히고 하나는 놓쳤고, 헛짚은 것이 하나 있다."""
    true = one_line(*[(1, 1)] * 4, *[(1, 2)] * 4, *[(0, 0)] * 4)
    pred = one_line(*[(1, 7)] * 3, (0, 0), *[(0, 0)] * 4, *[(1, 8)] * 2, *[(0, 0)] * 2)
    found = panoptic_quality(true, pred, 2)
    assert_array_equal(found.tp[1], 1)
    assert (found.fp[1], found.fn[1]) == (1, 1)
    assert found.sq[1] == 3 / 4
    assert found.rq[1] == 1 / 2
    assert found.pq[1] == 3 / 8


def brute(true, pred, K):
    """정의를 그대로: 조각마다 픽셀의 집합을 만들고 모든 짝을 본다."""
    iou, counts = np.zeros(K), np.zeros((3, K))
    for t, p in zip(true, pred, strict=True):
        sets = []
        for panoptic in (t, p):
            found = {}
            for place in np.ndindex(panoptic.shape[:2]):
                found.setdefault(tuple(panoptic[place].tolist()), set()).add(place)
            sets.append(found)
        truth, answer = sets
        void = set().union(*(v for (c, _), v in truth.items() if c == -1))
        truth = {key: v for key, v in truth.items() if key[0] >= 0}
        used = set()
        for (c, _), pixels in truth.items():
            for key, whole in answer.items():
                cut = whole - void
                if key[0] == c and cut:
                    value = len(pixels & cut) / len(pixels | cut)
                    if value > 0.5:
                        iou[c] += value
                        counts[0, c] += 1
                        used.add(key)
                        break
            else:
                counts[2, c] += 1
        for key, whole in answer.items():
            if key not in used and len(whole & void) * 2 <= len(whole):
                counts[1, key[0]] += 1
    return iou, counts


def test_thousand_random_pictures_are_the_definition():
    rng = np.random.default_rng(0)
    for case in range(1000):
        K, size = int(rng.integers(1, 5)), rng.integers(1, 9, 2)
        true = rng.integers(-1 if case % 2 else 0, K, (2, *size, 2))
        true[..., 1] = rng.integers(0, 3, true.shape[:3])
        if case % 3:  # 덩어리진 그림
            true = np.kron(true, np.ones((1, 2, 3, 1), int))
        pred = true.copy()
        pred[..., 0] = pred[..., 0].clip(0)
        wrong = rng.random(pred.shape[:3]) < rng.choice([0.0, 0.2, 0.6])
        pred[wrong] = np.stack(
            [rng.integers(0, K, wrong.sum()), rng.integers(0, 3, wrong.sum())], axis=-1
        )
        found = panoptic_quality(true, pred, K)
        iou, (tp, fp, fn) = brute(true, pred, K)
        assert_array_equal([found.tp, found.fp, found.fn], [tp, fp, fn])
        assert_allclose(found.iou, iou, rtol=1e-14)
        present = tp + fp + fn > 0
        assert_array_equal(np.isnan(found.pq), ~present)
        pq = iou[present] / (tp + fp / 2 + fn / 2)[present]
        assert_allclose(found.pq[present], pq)
        assert_allclose((found.sq * found.rq)[present], pq, atol=1e-15)
        if present.any():
            assert_allclose(found.mean, pq.mean())


def test_numbers_need_not_agree_but_classes_must():
    true = one_line((1, 1), (1, 1), (2, 5))
    renamed = one_line((1, 9), (1, 9), (2, 0))
    assert panoptic_quality(true, renamed, 3).mean == 1
    wrong = one_line((2, 1), (2, 1), (2, 5))
    assert panoptic_quality(true, wrong, 3).pq[1] == 0


def test_half_is_not_enough():
    true = one_line((0, 1), (0, 1), (1, 0), (1, 0))
    pred = one_line((0, 1), (1, 1), (1, 0), (1, 0))
    assert panoptic_quality(true, pred, 2).tp[0] == 0


def test_nothing_and_void():
    none = np.zeros((0, 3, 3, 2), int)
    found = panoptic_quality(none, none, 2)
    assert np.isnan(found.pq).all()
    assert np.isnan(found.mean)
    void = one_line(*[(-1, 0)] * 4)
    assert np.isnan(panoptic_quality(void, one_line(*[(0, 1)] * 4), 1).mean)
    half = one_line((-1, 0), (-1, 0), (0, 1), (0, 1))
    pred = one_line((1, 1), (1, 1), (1, 1), (0, 1))  # 셋 가운데 둘이 답이 없는 곳
    assert panoptic_quality(half, pred, 2).fp[1] == 0


@pytest.mark.parametrize(
    ("true", "pred", "words"),
    [
        (one_line((2, 0)), one_line((0, 0)), "^y_true: 1 이하의"),
        (one_line((0, 0)), one_line((2, 0)), "^y_pred: 1 이하의"),
        (one_line((-2, 0)), one_line((0, 0)), "^y_true: -1 이상의"),
        (one_line((0, 0)), one_line((-1, 0)), "^y_pred: 0 이상의"),
        (one_line((0, 0)), one_line((0, 0), (0, 0)), "^y_true·y_pred: 모양이 서로"),
        (one_line((0, 0))[0], one_line((0, 0)), r"^y_true: 모양이 \(N, H, W, 2\)인"),
        (one_line((0, 0)), one_line((0, 0))[0], r"^y_pred: 모양이 \(N, H, W, 2\)인"),
    ],
)
def test_errors(true, pred, words):
    with pytest.raises(ValueError, match=words):
        panoptic_quality(true, pred, 2)


def test_no_class_is_told():
    with pytest.raises(ValueError, match=r"^num_classes: 1 이상의"):
        panoptic_quality(one_line((0, 0)), one_line((0, 0)), 0)

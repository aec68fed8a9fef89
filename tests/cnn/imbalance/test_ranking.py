"""점수의 차례를 재는 것: scikit-learn과 같은 값, 손계산, 동점과 한 클래스뿐인 자리."""

import inspect
import warnings

import numpy as np
import pytest
from sklearn import metrics as oracle

from lessons.cnn.imbalance import ranking
from lessons.cnn.imbalance.ranking import (
    average_precision_score,
    confusion_matrix_at_thresholds,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)
from tests.cnn.imbalance.drawn import labels

# 페이지의 손계산: 점수가 높은 것부터 열 장
Y = [1, 0, 1, 0, 0, 0, 1, 0, 0, 0]
SCORE = [9, 8, 7, 6, 6, 5, 4, 3, 2, 1]


@pytest.fixture(autouse=True)
def _quiet():
    """scikit-learn은 나눌 것이 없으면 알린다. 우리는 정해 둔 값으로 답한다."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_by_hand():
    tn, fp, fn, tp, t = confusion_matrix_at_thresholds(Y, SCORE)
    assert t.tolist() == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert tp.tolist() == [1, 1, 2, 2, 2, 3, 3, 3, 3]
    assert fp.tolist() == [0, 1, 1, 3, 4, 4, 5, 6, 7]
    assert (tn + fp == 7).all() and (fn + tp == 3).all()
    assert roc_auc_score(Y, SCORE) == pytest.approx((7 + 6 + 3) / 21)
    assert average_precision_score(Y, SCORE) == pytest.approx((1 + 2 / 3 + 3 / 7) / 3)


def cases(times):
    """동점이 많거나, 한 클래스뿐이거나, 무게가 0인 것이 섞인 것까지."""
    rng = np.random.default_rng(13)
    for turn in range(times):
        y = labels(rng, [0, 0.1, 0.5, 0.9, 1])
        N = len(y)
        score = rng.integers(0, 4, N) / 3 if turn % 2 else rng.normal(size=N)
        how = {}
        if turn % 3 == 1:
            w = rng.integers(0, 3, N) if turn % 2 else rng.random(N)
            w[rng.integers(N)] = 1
            how["sample_weight"] = w.astype(float)
        if turn % 5 == 2:
            y = 2 * y - 1
        if turn % 5 == 3:
            y, how["pos_label"] = np.array(["고", "개"])[y], "개"
        yield rng, y, score, how


def test_confusion_matrix_at_thresholds_equals_sklearn():
    for _, y, score, how in cases(1000):
        got = confusion_matrix_at_thresholds(y, score, **how)
        want = oracle.confusion_matrix_at_thresholds(
            y_true=y, y_score=score, **({"pos_label": 1} | how)
        )
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_roc_curve_equals_sklearn():
    for rng, y, score, how in cases(1000):
        how["drop_intermediate"] = bool(rng.integers(2))
        got = roc_curve(y, score, **how)
        want = oracle.roc_curve(y, score, **({"pos_label": 1} | how))
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_precision_recall_curve_equals_sklearn():
    for rng, y, score, how in cases(1000):
        how["drop_intermediate"] = bool(rng.integers(2))
        got = precision_recall_curve(y, score, **how)
        want = oracle.precision_recall_curve(y, score, **({"pos_label": 1} | how))
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_scores_equal_sklearn():
    both = 0
    for _, y, score, how in cases(1000):
        w = how.get("sample_weight")
        seen = len(np.unique(y))
        got = roc_auc_score(y, score, sample_weight=w)
        want = oracle.roc_auc_score(y, score, sample_weight=w)
        np.testing.assert_allclose(got, want, rtol=0, atol=1e-12)
        if seen == 1:
            assert np.isnan(got)
        positive = y == how.get("pos_label", 1)
        got = average_precision_score(positive.astype(int), score, sample_weight=w)
        want = oracle.average_precision_score(
            positive.astype(int), score, sample_weight=w
        )
        np.testing.assert_allclose(got, want, rtol=0, atol=1e-12)
        both += seen == 2
    assert both > 400


def test_single_class_is_answered():
    fpr, tpr, _ = roc_curve([1, 1], [0.2, 0.7])
    assert np.isnan(fpr).all() and tpr.tolist() == [0, 0.5, 1]
    fpr, tpr, _ = roc_curve([0, 0], [0.2, 0.7])
    assert np.isnan(tpr).all() and fpr.tolist() == [0, 0.5, 1]
    assert np.isnan(roc_auc_score([0, 0], [1, 2]))
    precision, recall, _ = precision_recall_curve([0, 0], [1, 2])
    assert precision.tolist() == [0, 0, 1] and recall.tolist() == [1, 1, 0]
    assert average_precision_score([0, 0], [1, 2]) == 0
    assert average_precision_score([1, 1], [1, 2]) == 1


def test_auc_is_the_chance_that_a_positive_is_above():
    rng = np.random.default_rng(1)
    for _ in range(50):
        y, score = rng.permutation([0] * 9 + [1] * 4), rng.integers(0, 6, 13)
        gap = score[y == 1][:, None] - score[y == 0]
        chance = (gap > 0).mean() + (gap == 0).mean() / 2
        assert roc_auc_score(y, score) == pytest.approx(chance)


def test_prevalence_moves_ap_and_not_auc():
    """음성의 무게만 키우면 ROC는 그대로이고 AP는 준다. 식 (13.5)"""
    rng = np.random.default_rng(2)
    y = np.repeat([0, 1], 300)
    score = rng.normal(size=600) + y
    aps = []
    for ratio in (1, 10, 100):
        w = np.where(y == 1, 1.0, ratio)
        assert roc_auc_score(y, score, sample_weight=w) == pytest.approx(
            roc_auc_score(y, score)
        )
        aps.append(average_precision_score(y, score, sample_weight=w))
        _, fp, _, tp, _ = confusion_matrix_at_thresholds(y, score, sample_weight=w)
        tpr, fpr, pi = tp / tp[-1], fp / fp[-1], 1 / (1 + ratio)
        np.testing.assert_allclose(
            tp / (tp + fp), pi * tpr / (pi * tpr + (1 - pi) * fpr)
        )
    assert aps[0] > 2 * aps[1] > 4 * aps[2]


def test_defaults_are_sklearns():
    for name in (
        "roc_curve",
        "roc_auc_score",
        "precision_recall_curve",
        "average_precision_score",
    ):
        theirs = inspect.signature(getattr(oracle, name)).parameters
        mine = inspect.signature(getattr(ranking, name)).parameters
        assert [n for n in theirs if n in mine] == list(mine)
        for n in mine:
            assert (mine[n].default, mine[n].kind) == (
                theirs[n].default,
                theirs[n].kind,
            )


def test_refused():
    with pytest.raises(ValueError, match="pos_label에 양성의 클래스를"):
        roc_curve([1, 2], [0.1, 0.2])
    with pytest.raises(ValueError, match="pos_label에 양성의 클래스를"):
        roc_curve(["고", "개"], [0.1, 0.2])
    with pytest.raises(ValueError, match="글자이거나 수여야"):
        roc_curve(["고", "개"], [0.1, 0.2], pos_label=1)
    with pytest.raises(ValueError, match="두 클래스여야 한다"):
        roc_auc_score([0, 1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="모두 0이다"):
        roc_curve([0, 1], [1, 2], sample_weight=[0, 0])
    with pytest.raises(ValueError, match="0 이상"):
        roc_curve([0, 1], [1, 2], sample_weight=[1, -1])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: roc_auc_score([], []), r"^y_true: "),
        (
            lambda: confusion_matrix_at_thresholds([0, 1], [1.0]),
            r"^y_score: 모양이 \(2,\)인",
        ),
        (
            lambda: confusion_matrix_at_thresholds([0, 1], [[1.0, 2.0]]),
            r"^y_score: 모양이 \(2,\)인",
        ),
        (lambda: roc_curve([0, 1], [1, 2], pos_label=[1, 2]), r"^pos_label: "),
        (
            lambda: roc_curve([0, 1], [1, 2], sample_weight=[1.0]),
            r"^sample_weight: 모양이 \(2,\)인",
        ),
        (
            lambda: roc_curve([0, 1], [1, 2], sample_weight=[1, -1]),
            r"^sample_weight: 0 이상인",
        ),
        (
            lambda: roc_curve([0, 1], [1, 2], drop_intermediate=1),
            r"^drop_intermediate: True나",
        ),
        (
            lambda: precision_recall_curve([0, 1], [1, 2], drop_intermediate=1),
            r"^drop_intermediate: True나",
        ),
        (lambda: average_precision_score(["고"], [1]), r"^pos_label: "),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

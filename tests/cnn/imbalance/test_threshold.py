"""임곗값: 비용의 식과 모두 세어 본 것이 같다."""

import numpy as np
import pytest
from sklearn.metrics import f1_score

from lessons.cnn.imbalance.threshold import (
    bayes_threshold,
    cost_at_thresholds,
    f1_at_thresholds,
)


def test_bayes_threshold_by_hand():
    assert bayes_threshold(1, 1) == 0.5
    assert bayes_threshold(1, 99) == 0.01


def test_bayes_threshold_is_cheapest_for_true_probabilities():
    """확률이 참이면, 어떤 임곗값도 기대 비용에서 식의 것을 이기지 못한다."""
    rng = np.random.default_rng(22)
    for _ in range(100):
        p, (fp, fn) = rng.random(40), rng.uniform(0.1, 9, 2)

        def cost(t, p=p, fp=fp, fn=fn):
            return np.where(p > t, (1 - p) * fp, p * fn).sum()

        best = cost(bayes_threshold(fp, fn))
        assert all(best <= cost(t) + 1e-12 for t in [-1, *p, 2])


def test_cost_equals_counting():
    rng = np.random.default_rng(23)
    for _ in range(300):
        N = int(rng.integers(1, 25))
        y, score, w = rng.integers(0, 2, N), rng.integers(0, 6, N), rng.random(N) + 0.1
        fp, fn = rng.uniform(0, 5, 2)
        cost, thresholds = cost_at_thresholds(y, score, fp, fn, sample_weight=w)
        assert thresholds[0] == np.inf and len(cost) == len(np.unique(score)) + 1
        for c, t in zip(cost, thresholds, strict=True):
            said = score >= t
            paid = fp * (said & (y == 0)) + fn * (~said & (y == 1))
            assert c == pytest.approx((w * paid).sum() / w.sum())


def test_f1_equals_sklearn():
    rng = np.random.default_rng(24)
    for _ in range(300):
        N = int(rng.integers(1, 25))
        y, score = rng.integers(0, 2, N), rng.integers(0, 6, N)
        w = rng.random(N) + 0.1
        for f1, t in zip(*f1_at_thresholds(y, score, sample_weight=w), strict=True):
            want = f1_score(y, score >= t, sample_weight=w, zero_division=0)
            assert f1 == pytest.approx(want)


def test_best_f1_threshold_is_half_of_the_best_f1():
    """확률이 참일 때: F1이 가장 큰 임곗값은 그 F1의 절반이다. 연습 5"""
    p = np.linspace(0.0005, 0.9995, 1000) ** 3
    f1 = np.array([2 * p[p >= t].sum() / ((p >= t).sum() + p.sum()) for t in p])
    assert p[f1.argmax()] == pytest.approx(f1.max() / 2, abs=2e-3)


def test_free_mistakes_cost_nothing():
    assert cost_at_thresholds([0, 1], [1, 2], 0, 0)[0].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: bayes_threshold(0, 1), r"^cost_fp: 0 초과"),
        (lambda: bayes_threshold(1, 0), r"^cost_fn: 0 초과"),
        (lambda: cost_at_thresholds([0, 1], [1, 2], -1, 1), r"^cost_fp: 0 이상"),
        (lambda: cost_at_thresholds([0, 1], [1, 2], 1, -1), r"^cost_fn: 0 이상"),
        (lambda: f1_at_thresholds([0, 1], [1]), r"^y_score: 모양이"),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

"""보정 곡선과 브라이어 점수는 scikit-learn과 같고, 비율의 보정은 베이즈 정리와 같다."""

import inspect
import warnings

import numpy as np
import pytest
from sklearn.calibration import calibration_curve as their_curve
from sklearn.metrics import brier_score_loss as their_brier

from lessons.cnn.imbalance.calibration import (
    brier_score_loss,
    calibration_curve,
    correct_prior,
)
from tests.cnn.imbalance.drawn import labels


def cases(times):
    rng = np.random.default_rng(14)
    for turn in range(times):
        y = labels(rng, [0, 0.2, 0.5, 1])
        p = rng.integers(0, 5, len(y)) / 4 if turn % 2 else rng.random(len(y))
        yield turn, rng, y, p


def test_calibration_curve_equals_sklearn():
    for turn, rng, y, p in cases(1000):
        how = {"n_bins": int(rng.integers(1, 12))}
        how["strategy"] = ("uniform", "quantile")[turn % 4 == 0]
        if turn % 3 == 0:
            y, how["pos_label"] = np.array(["고", "개"])[y], "개"
        got, want = calibration_curve(y, p, **how), their_curve(y, p, **how)
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_brier_score_loss_equals_sklearn():
    for turn, rng, y, p in cases(1000):
        how = {"pos_label": 1}
        if turn % 3 == 0:
            how["sample_weight"] = rng.random(len(y)) + 0.1
        if turn % 5 == 0:
            y, how["pos_label"] = np.array(["고", "개"])[y], "개"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            want = their_brier(y, p, **how)
        np.testing.assert_allclose(brier_score_loss(y, p, **how), want, atol=1e-12)


def test_defaults_are_sklearns():
    for ours, their in (
        (calibration_curve, their_curve),
        (brier_score_loss, their_brier),
    ):
        theirs = inspect.signature(their).parameters
        mine = inspect.signature(ours).parameters
        assert [n for n in theirs if n in mine] == list(mine)
        for n in mine:
            assert (mine[n].default, mine[n].kind) == (
                theirs[n].default,
                theirs[n].kind,
            )


def test_correct_prior_by_hand():
    """절반씩 섞어 배운 0.5는 백에 하나인 곳에서 0.01이다."""
    np.testing.assert_allclose(correct_prior(0.5, 0.5, 0.01), 0.01)
    np.testing.assert_allclose(correct_prior(0.9, 0.5, 0.01), 1 / 12)
    np.testing.assert_allclose(correct_prior([0, 1], 0.5, 0.01), [0, 1])


def test_correct_prior_is_bayes():
    rng = np.random.default_rng(3)
    for _ in range(200):
        old, new, middle = rng.uniform(0.01, 0.99, 3)
        likely = rng.uniform(0.1, 5, (2, 6))  # 클래스마다의 p(x|y)

        def posterior(pi, likely=likely):
            return pi * likely[1] / (pi * likely[1] + (1 - pi) * likely[0])

        p = posterior(old)
        np.testing.assert_allclose(correct_prior(p, old, new), posterior(new))
        np.testing.assert_allclose(correct_prior(p, old, old), p)
        two = correct_prior(correct_prior(p, old, middle), middle, new)
        np.testing.assert_allclose(two, correct_prior(p, old, new))
        assert (np.argsort(p) == np.argsort(correct_prior(p, old, new))).all()


def test_ends_are_welcome():
    assert brier_score_loss([0, 1], [0, 1]) == 0
    assert calibration_curve([0, 1], [0, 1], n_bins=1)[0].tolist() == [0.5]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: calibration_curve([0, 1], [0.5, 2]), r"^y_prob: 0 이상 1 이하"),
        (lambda: calibration_curve([0, 1], [-1, 0.5]), r"^y_prob: 0 이상 1 이하"),
        (lambda: calibration_curve([0, 1], [0.5]), r"^y_prob: 모양이 \(2,\)인"),
        (lambda: calibration_curve([0, 1], [0, 1], n_bins=0), r"^n_bins: 1 이상의"),
        (
            lambda: calibration_curve([0, 1], [0, 1], strategy=1),
            r"^strategy: 'uniform', 'quantile' 가운데",
        ),
        (lambda: brier_score_loss([0, 1], [-1, 0.5]), r"^y_proba: 0 이상 1 이하"),
        (lambda: brier_score_loss([0, 1], [0.5, 2]), r"^y_proba: 0 이상 1 이하"),
        (lambda: brier_score_loss([0, 1], [0.5]), r"^y_proba: 모양이 \(2,\)인"),
        (lambda: correct_prior(2, 0.5, 0.5), r"^p: 0 이상 1 이하"),
        (lambda: correct_prior(-1, 0.5, 0.5), r"^p: 0 이상 1 이하"),
        (lambda: correct_prior(0.5, 1, 0.5), r"^old: 0 초과 1 미만"),
        (lambda: correct_prior(0.5, 0, 0.5), r"^old: 0 초과 1 미만"),
        (lambda: correct_prior(0.5, 0.5, 0), r"^new: 0 초과 1 미만"),
        (lambda: correct_prior(0.5, 0.5, 1), r"^new: 0 초과 1 미만"),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

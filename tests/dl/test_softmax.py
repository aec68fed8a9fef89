"""소프트맥스: 페이지의 손계산, SciPy·PyTorch와의 일치, 극단의 로짓, 보정 오차."""

import runpy

import numpy as np
import pytest
import scipy.special
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.datasets import load_iris
from lessons.dl.activations import sigmoid
from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.linear_regression import LinearRegression
from lessons.dl.softmax import (
    expected_calibration_error,
    log_softmax,
    logsumexp,
    reliability,
    softmax,
    softmax_backward,
    softmax_jacobian,
)
from sitegen.book import site

VOTES = np.log([6, 3, 1])
CLOSE = {"rtol": 1e-12, "atol": 1e-300}


@pytest.fixture
def rng():
    return np.random.default_rng(14)


def test_votes_by_hand():
    assert_allclose(softmax(VOTES), [0.6, 0.3, 0.1])
    assert_allclose(softmax(2 * VOTES), np.array([36, 9, 1]) / 46)
    assert_allclose(logsumexp(VOTES), np.log(10))


@pytest.mark.parametrize("scale", [1, 30, 1e4, 1e150])
@pytest.mark.parametrize("shape", [(5,), (1, 5), (3, 7), (2, 3, 5)])
def test_same_as_scipy(rng, shape, scale):
    z = scale * rng.normal(size=shape)
    for axis in (None, 0, -1, tuple(range(len(shape)))):
        assert_allclose(softmax(z, axis), scipy.special.softmax(z, axis), **CLOSE)
        assert_allclose(
            log_softmax(z, axis), scipy.special.log_softmax(z, axis), **CLOSE
        )
        for keepdims in (False, True):
            ours = logsumexp(z, axis, keepdims=keepdims)
            theirs = scipy.special.logsumexp(z, axis, keepdims=keepdims)
            assert np.shape(ours) == np.shape(theirs)
            assert_allclose(ours, theirs, **CLOSE)


@pytest.mark.parametrize("scale", [1, 1e4])
def test_same_as_torch(rng, scale):
    z = scale * rng.normal(size=(11, 7))
    t = torch.tensor(z)
    assert_allclose(softmax(z, axis=1), F.softmax(t, dim=1), **CLOSE)
    assert_allclose(log_softmax(z, axis=1), F.log_softmax(t, dim=1), **CLOSE)
    assert_allclose(logsumexp(z, axis=1), torch.logsumexp(t, dim=1), **CLOSE)


def test_logits_of_any_type_are_exact():
    """부호 없는 정수는 뺄셈에서 넘치고, 소수 자리가 모자라면 확률이 거칠다."""
    for dtype in (np.uint8, np.float32, np.float16):
        assert_allclose(softmax(np.array([1, 3], dtype)), softmax([1.0, 3.0]), **CLOSE)


def test_logits_of_ten_thousand_stay_finite_and_exact():
    z = np.array([1e4, 1e4 - 1, -1e4])
    assert_allclose(softmax(z), [sigmoid(1.0), sigmoid(-1.0), 0], rtol=1e-15)
    one = np.log1p(np.exp(-1))
    assert_allclose(log_softmax(z), [-one, -1 - one, -2e4 - one], rtol=1e-15)
    assert_allclose(logsumexp([-1e4, -1e4]), -1e4 + np.log(2), rtol=1e-15)


def test_log_softmax_survives_where_the_log_of_softmax_does_not():
    assert softmax([0.0, -800.0])[1] == 0
    assert log_softmax([0.0, -800.0])[1] == -800


def test_impossible_classes_have_probability_zero():
    assert softmax([0.0, -np.inf, 0.0]).tolist() == [0.5, 0, 0.5]
    assert log_softmax([0.0, -np.inf])[1] == -np.inf
    assert logsumexp([2.0, -np.inf]) == 2


def test_sum_is_one_and_a_shift_changes_nothing(rng):
    z = rng.normal(size=(4, 6))
    p = softmax(z, axis=1)
    assert_allclose(p.sum(axis=1), 1)
    assert (p > 0).all()
    assert_allclose(softmax(z + rng.normal(size=(4, 1)), axis=1), p)
    assert_allclose(softmax(z).sum(), 1)


def test_logsumexp_is_between_the_largest_and_log_k_more(rng):
    z = rng.normal(size=(50, 7))
    gap = logsumexp(z, axis=1) - z.max(axis=1)
    assert (gap > 0).all()
    assert (gap <= np.log(7)).all()
    assert_allclose(logsumexp(np.full(7, 3.0)), 3 + np.log(7))


def test_order_does_not_depend_on_the_temperature(rng):
    z = rng.normal(size=(20, 5))
    for T in (0.01, 0.5, 5, 100):
        p = softmax(z / T, axis=1)
        assert (np.argmax(p, axis=1) == np.argmax(z, axis=1)).all()


def test_two_classes_are_a_sigmoid(rng):
    z = rng.normal(size=(100, 2)) * 5
    assert_allclose(softmax(z, axis=1)[:, 0], sigmoid(z[:, 0] - z[:, 1]), rtol=1e-12)


def test_input_is_not_changed(rng):
    z = rng.normal(size=5)
    before = z.copy()
    softmax(z), log_softmax(z), logsumexp(z)
    assert (z == before).all()


# 야코비 행렬


def test_jacobian_by_hand():
    want = [[0.24, -0.18, -0.06], [-0.18, 0.21, -0.03], [-0.06, -0.03, 0.09]]
    assert_allclose(softmax_jacobian(VOTES), want, atol=1e-15)


def test_jacobian_by_differences_and_by_autograd(rng):
    z = rng.normal(size=6)
    J = softmax_jacobian(z)
    measured = [numerical_gradient(lambda z, i=i: softmax(z)[i], z) for i in range(6)]
    assert_allclose(J, measured, atol=1e-9)
    ours = torch.autograd.functional.jacobian(
        lambda t: F.softmax(t, dim=0), torch.tensor(z)
    )
    assert_allclose(J, ours, rtol=1e-12)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_backward_is_autograd(rng, axis):
    z, dp = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
    t = torch.tensor(z, requires_grad=True)
    (F.softmax(t, dim=axis) * torch.tensor(dp)).sum().backward()
    found = softmax_backward(dp, softmax(z, axis=axis), axis=axis)
    assert_allclose(found, t.grad, rtol=1e-10, atol=1e-14)


def test_backward_is_the_jacobian_without_the_matrix(rng):
    z, dp = rng.normal(size=5), rng.normal(size=5)
    assert_allclose(softmax_backward(dp, softmax(z)), dp @ softmax_jacobian(z))


# 보정


def test_reliability_by_hand():
    confidence = [0.05, 0.1, 0.15, 0.95, 1.0]
    correct = [False, True, False, True, True]
    told, right, count = reliability(confidence, correct)
    assert count.tolist() == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert_allclose(told[[0, 1, 9]], [0.075, 0.15, 0.975])
    assert_allclose(right[[0, 1, 9]], [0.5, 0, 1])
    assert told[2] == right[2] == 0
    want = (2 * 0.425 + 0.15 + 2 * 0.025) / 5
    assert_allclose(expected_calibration_error(confidence, correct), want)


def test_bins_are_chosen_and_zero_is_in_the_first():
    answers = [0.0, 0.5, 0.51], [True, False, True]
    told, right, count = reliability(*answers, bins=2)
    assert count.tolist() == [2, 1]
    assert_allclose(told, [0.25, 0.51])
    assert_allclose(right, [0.5, 1])
    error = expected_calibration_error(*answers, bins=2)
    assert_allclose(error, (2 * 0.25 + 0.49) / 3)


def test_empty_bins_at_the_top_are_zero():
    told, right, count = reliability([0.05], [True])
    assert (told.tolist(), right.tolist()) == ([0.05] + 9 * [0], [1] + 9 * [0])
    assert count.tolist() == [1] + 9 * [0]


def test_honest_probabilities_have_almost_no_error(rng):
    p = rng.uniform(0.3, 1, 40_000)
    honest = rng.uniform(size=p.size) < p
    assert expected_calibration_error(p, honest) < 0.01
    assert expected_calibration_error(np.minimum(p + 0.2, 1), honest) > 0.1


# 오류


@pytest.mark.parametrize("z", [[np.nan, 1], [np.inf, 1], [-np.inf, -np.inf]])
@pytest.mark.parametrize("f", [softmax, log_softmax, logsumexp])
def test_logits_without_a_finite_top_are_refused(f, z):
    with pytest.raises(ValueError, match="앞에서 넘친 곳을"):
        f(z)


def test_one_bad_row_is_enough_to_refuse():
    with pytest.raises(ValueError, match="모두 -inf"):
        softmax([[1.0, 2.0], [-np.inf, -np.inf]], axis=1)


def test_empty_logits_are_refused():
    with pytest.raises(ValueError, match=r"로짓: 비었거나.*\(0,\)"):
        softmax([])


def test_jacobian_wants_one_sample():
    with pytest.raises(ValueError, match=r"z: 모양이 \(K,\)인.*\(1, 2\)"):
        softmax_jacobian([[1.0, 2.0]])


def test_backward_wants_the_same_shape():
    with pytest.raises(ValueError, match=r"dp \(3,\), p \(2,\)"):
        softmax_backward([1.0, 2.0, 3.0], np.array([0.5, 0.5]))


@pytest.mark.parametrize(
    ("confidence", "correct"),
    [([], []), ([0.5], [True, False]), ([[0.5]], [[True]])],
)
def test_reliability_wants_pairs(confidence, correct):
    with pytest.raises(
        ValueError, match=r"correct: 모양이|confidence: (모양이|비었다)"
    ):
        reliability(confidence, correct)


@pytest.mark.parametrize("bad", [-0.01, 1.01, np.nan])
def test_reliability_wants_probabilities(bad):
    with pytest.raises(ValueError, match="confidence: "):
        reliability([0.5, bad], [True, False])


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: softmax(["1"]), "로짓: 실수를 넣는다"),
        (lambda: softmax([[1, 2], [3]]), "로짓: 수의 배열로"),
        (lambda: softmax([1.0, 2.0], axis=1), r"axis: 모양이 \(2,\)인.*받은 값: 1"),
        (lambda: softmax([1.0, 2.0], axis=0.5), "axis: "),
        (lambda: logsumexp(np.ones((2, 2)), axis=(0, 0)), "axis: "),
        (lambda: log_softmax([1j]), "로짓: 실수를 넣는다"),
        (lambda: softmax_backward([1.0], [0.5], axis=1), "axis: "),
        (lambda: softmax_backward(["1"], [0.5]), "dp: 실수를 넣는다"),
        (lambda: reliability([0.5], [True], bins=0), "bins: 1 이상의 정수"),
        (lambda: reliability([0.5], [True], bins=2.5), "bins: 1 이상의 정수"),
        (lambda: reliability([0.5], [2]), "correct: 0 이상 1 이하인 수"),
        (lambda: reliability([0.5, 0.5], [[True], [False]]), r"correct\.reshape\(-1\)"),
    ],
)
def test_what_is_not_asked_for_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_small_integers_do_not_wrap():
    z = np.array([200, 250, 0], np.uint8)
    assert_allclose(softmax(z), softmax(z.astype(float)))
    dp = np.array([200, 250], np.uint8)
    p = np.array([0.25, 0.75])
    assert_allclose(softmax_backward(dp, p), softmax_backward(dp * 1.0, p))


# 본문이 말하는 것

PROGRAMS = site.ROOT / "snippets/dl/14-softmax"


def run(name, capsys):
    names = runpy.run_path(str(PROGRAMS / name))
    capsys.readouterr()
    return names


@pytest.mark.parametrize("numbers", [(0, 1, 2), (0, 2, 1), (2, 0, 1)])
def test_scores_do_not_care_how_classes_are_numbered(numbers):
    """이름표를 바꾸면 번호를 맞히는 모델의 답만 달라진다."""
    X, kinds = load_iris()
    y = np.array(numbers)[kinds]
    scores = [LinearRegression().fit(X, y == k).predict(X) for k in range(3)]
    right = (np.argmax(scores, axis=0) == y).mean()
    assert right == pytest.approx(0.85, abs=0.005)
    y_hat = np.clip(LinearRegression().fit(X, y).predict(X).round(), 0, 2)
    assert ((y_hat == y).mean() > 0.95) == (numbers == (0, 1, 2))


def test_lse_bounds_of_exercise_4(rng):
    for T in (1, 0.1, 0.001):
        z = rng.normal(size=(50, 6))
        gap = T * logsumexp(z / T, axis=1) - z.max(axis=1)
        assert (gap >= 0).all() and (gap <= T * np.log(6)).all()
    assert logsumexp(np.full(6, 3.0)) == pytest.approx(3 + np.log(6))


def test_one_bin_is_the_hand_count(capsys):
    names = run("one_bin.py", capsys)
    error = expected_calibration_error(names["said"], names["right"])
    assert error == pytest.approx(0.5 * 0.13 + 0.5 * 0.24)


def test_a_wrong_axis_mixes_photos(capsys):
    names = run("wrong_axis.py", capsys)
    assert_allclose(names["by_row"].sum(axis=1), 1)
    assert not np.allclose(names["by_column"].sum(axis=1), 1)


def test_the_temperature_is_inside_the_grid(capsys):
    names = run("myth_trust.py", capsys)
    grid, best = names["grid"], names["best"]
    assert best == max(grid, key=names["score"]) and best not in (grid[0], grid[-1])
    p = softmax(names["z"], axis=1)
    assert p.max() < np.e / (np.e + 9) + 0.15


def test_longer_training_wants_a_higher_temperature(capsys):
    rows = [np.mean(r, axis=0) for r in run("longer.py", capsys)["found"].values()]
    spreads, temperatures = np.array(rows)[:, 1], np.array(rows)[:, 2]
    assert (np.diff(spreads) > 0).all() and (np.diff(temperatures) > 0).all()
    assert temperatures[0] < 1 < temperatures[-1]

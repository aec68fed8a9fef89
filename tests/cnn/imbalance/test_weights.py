"""클래스 가중치는 scikit-learn과, 초점 손실과 기울기는 torch와 같다."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from sklearn.utils.class_weight import compute_class_weight as their_weight

from lessons.cnn.imbalance.calibration import correct_prior
from lessons.cnn.imbalance.weights import (
    adjust_logits,
    compute_class_weight,
    sigmoid_focal_loss,
    sigmoid_focal_loss_grad,
)
from lessons.dl.activations import sigmoid
from lessons.dl.binary_cross_entropy import binary_cross_entropy_with_logits


def test_class_weight_equals_sklearn():
    rng = np.random.default_rng(16)
    for turn in range(1000):
        names = rng.permutation(9)[: rng.integers(1, 6)]
        names = names if turn % 2 else np.array([f"이름{n}" for n in names])
        y = np.concatenate([names, rng.choice(names, rng.integers(1, 30))])
        kind = "balanced" if turn % 3 else None
        got = compute_class_weight(kind, classes=names, y=y)
        want = their_weight(kind, classes=names, y=y)
        np.testing.assert_allclose(got, want, rtol=1e-13)
    np.testing.assert_allclose(
        compute_class_weight("balanced", classes=[0, 1], y=[0] * 99 + [1]),
        [100 / 198, 50],
    )


def focal(z, t, alpha, gamma):
    """Lin 외 (2017)의 식 (5)를 torch로."""
    p = torch.sigmoid(z)
    ce = F.binary_cross_entropy_with_logits(z, t, reduction="none")
    loss = ce * (1 - (p * t + (1 - p) * (1 - t))) ** gamma
    return loss * (alpha * t + (1 - alpha) * (1 - t)) if alpha >= 0 else loss


def test_focal_loss_and_gradient_equal_torch():
    rng = np.random.default_rng(17)
    for turn in range(1000):
        shape = tuple(rng.integers(1, 6, rng.integers(1, 3)))
        z, t = 3 * rng.normal(size=shape), rng.integers(0, 2, shape).astype(float)
        alpha = -1.0 if turn % 4 == 0 else float(rng.random())
        gamma = float(rng.choice([0, 0.5, 1, 2, 5]))
        how = ("none", "sum", "mean")[turn % 3]
        free = torch.tensor(z, requires_grad=True)
        want = focal(free, torch.tensor(t), alpha, gamma)
        want = getattr(want, how)() if how != "none" else want
        got = sigmoid_focal_loss(z, t, alpha, gamma, how)
        np.testing.assert_allclose(got, want.detach(), rtol=1e-9, atol=1e-14)
        want.sum().backward()
        got = sigmoid_focal_loss_grad(z, t, alpha, gamma, how)
        np.testing.assert_allclose(got, free.grad, rtol=1e-7, atol=1e-12)


def test_focal_by_hand():
    """정답의 확률이 0.9면 몫이 100분의 1이다."""
    z = np.log([9.0, 1.0])
    ratio = sigmoid_focal_loss(z, [1, 1], -1) / sigmoid_focal_loss(z, [1, 1], -1, 0)
    np.testing.assert_allclose(ratio, [0.01, 0.25])


def test_focal_without_gamma_is_cross_entropy():
    rng = np.random.default_rng(18)
    z, t = rng.normal(size=30), rng.integers(0, 2, 30)
    ours = sigmoid_focal_loss(z, t, -1, 0, "mean")
    np.testing.assert_allclose(ours, binary_cross_entropy_with_logits(z, t))
    dz = sigmoid_focal_loss_grad(z, t, -1, 0)
    np.testing.assert_allclose(dz, sigmoid(z) - t)


def test_focal_stays_finite():
    z = np.array([-1e4, 1e4, -1e4, 1e4])
    t = np.array([0, 1, 1, 0])
    loss = sigmoid_focal_loss(z, t, -1)
    np.testing.assert_allclose(loss, [0, 0, 1e4, 1e4])
    np.testing.assert_allclose(sigmoid_focal_loss_grad(z, t, -1), [0, 0, -1, 1])


def test_adjusting_logits_is_changing_the_prior():
    rng = np.random.default_rng(19)
    z, pi = rng.normal(size=(50, 2)), np.array([0.97, 0.03])
    moved = adjust_logits(z, pi)
    p, q = (sigmoid(a[:, 1] - a[:, 0]) for a in (z, moved))
    np.testing.assert_allclose(q, correct_prior(p, 0.03, 0.5))
    np.testing.assert_array_equal(q > 0.5, p > 0.03)
    np.testing.assert_allclose(adjust_logits(moved, pi, -1), z)
    np.testing.assert_array_equal(adjust_logits(z, pi, 0), z)


def test_ends_are_welcome():
    assert sigmoid_focal_loss([0.0], [0], alpha=1) == 0
    assert sigmoid_focal_loss([0.0], [1], alpha=0) == 0
    np.testing.assert_array_equal(adjust_logits([[1.0]], [1]), [[1.0]])


def test_missing_or_extra_class_is_refused():
    for classes in ([0, 1, 2], [0], [0, 0, 1]):
        with pytest.raises(ValueError, match=r"^classes: .*빠짐없이 한 번씩"):
            compute_class_weight("balanced", classes=classes, y=[0, 1])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: compute_class_weight("even", classes=[0, 1], y=[0, 1]),
            r"^class_weight: 'balanced', None 가운데",
        ),
        (
            lambda: compute_class_weight(None, classes=[[0, 1]], y=[0, 1]),
            r"^classes: 모양이 \(K,\)인",
        ),
        (
            lambda: compute_class_weight(None, classes=[0, 1], y=[[0, 1]]),
            r"^y: 모양이 \(N,\)인",
        ),
        (lambda: sigmoid_focal_loss([0.0], [0, 1]), r"^inputs·targets: 모양이 서로"),
        (lambda: sigmoid_focal_loss([np.nan], [1]), r"^inputs: "),
        (lambda: sigmoid_focal_loss([0.0], [2]), r"^targets: 0 이상 1 이하"),
        (lambda: sigmoid_focal_loss([0.0], [-1]), r"^targets: 0 이상 1 이하"),
        (lambda: sigmoid_focal_loss([0.0], [0.5]), r"^targets: 0과 1만"),
        (lambda: sigmoid_focal_loss([0.0], [1], alpha=1.5), r"^alpha: 1 이하인"),
        (lambda: sigmoid_focal_loss([0.0], [1], gamma=-1), r"^gamma: 0 이상인"),
        (
            lambda: sigmoid_focal_loss([0.0], [1], reduction="all"),
            r"^reduction: 'none'",
        ),
        (
            lambda: sigmoid_focal_loss_grad([0.0], [1], reduction="all"),
            r"^reduction: 'none', 'sum', 'mean' 가운데",
        ),
        (lambda: adjust_logits([1.0, 2.0], [0.5, 0.5]), r"^z: 모양이 \(N, K\)인"),
        (lambda: adjust_logits([[1.0, 2.0]], [0.5]), r"^prior: 모양이 \(2,\)인"),
        (lambda: adjust_logits([[1.0, 2.0]], [0, 0.5]), r"^prior: "),
        (lambda: adjust_logits([[1.0, 2.0]], [1.5, 0.5]), r"^prior: "),
        (lambda: adjust_logits([[1.0, 2.0]], [0.5, 0.5], tau="1"), r"^tau: 유한한"),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

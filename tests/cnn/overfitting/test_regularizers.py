"""벌: 손계산, torch의 자동 미분, scikit-learn의 라쏘·릿지·엘라스틱넷과 같은 자리."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.linear_model import ElasticNet

from lessons.cnn.overfitting.regularizers import ProximalAdamW, penalize
from lessons.dl.optimizers import AdamW, Parameter
from lessons.dl.ridge import soft_threshold


def test_by_hand():
    p = Parameter(np.array([3.0, -4.0, 0.0]), np.ones(3))
    assert penalize([p], l1=0.1) == pytest.approx(0.7)
    assert_allclose(p.grad, [1.1, 0.9, 1])
    p.grad = None
    assert penalize([p], l2=0.1) == pytest.approx(1.25)
    assert_allclose(p.grad, [0.3, -0.4, 0])
    assert penalize([p]) == 0


@pytest.mark.parametrize("seed", range(10))
def test_gradient_is_torch(seed):
    r = np.random.default_rng(seed)
    l1, l2 = r.uniform(0, 2, 2)
    arrays = [r.normal(size=(3, 2)), r.normal(size=5)]
    ours = [Parameter(a.copy()) for a in arrays]
    theirs = [torch.tensor(a, requires_grad=True) for a in arrays]
    value = sum(l1 * w.abs().sum() + l2 / 2 * (w**2).sum() for w in theirs)
    value.backward()
    assert penalize(ours, l1, l2) == pytest.approx(value.item())
    for p, w in zip(ours, theirs, strict=True):
        assert_allclose(p.grad, w.grad.numpy())


@pytest.mark.parametrize(("l1", "l2"), [(0.3, 0.0), (0.2, 0.5), (0.05, 0.1)])
def test_proximal_descent_finds_the_elastic_net(l1, l2):
    r = np.random.default_rng(1)
    X = r.normal(size=(60, 8))
    y = X[:, :3] @ [2, -1, 0.5] + 0.3 * r.normal(size=60)
    p = Parameter(np.zeros(8))
    for _ in range(3000):
        p.grad = X.T @ (X @ p.data - y) / len(y)
        penalize([p], l2=l2)
        p.data[...] = soft_threshold(p.data - 0.1 * p.grad, 0.1 * l1)
    model = ElasticNet(l1 + l2, l1_ratio=l1 / (l1 + l2), fit_intercept=False, tol=1e-12)
    model.fit(X, y)
    assert_allclose(p.data, model.coef_, atol=1e-8)
    assert ((p.data == 0) == (model.coef_ == 0)).all()


def test_proximal_adamw_without_l1_is_adamw():
    r = np.random.default_rng(0)
    start, grads = r.normal(size=4), r.normal(size=(200, 4))
    a, b = Parameter(start.copy()), Parameter(start.copy())
    one = ProximalAdamW([a], 0.01, weight_decay=0.3)
    other = AdamW([b], 0.01, weight_decay=0.3)
    for g in grads:
        a.grad = b.grad = g
        one.step()
        other.step()
    assert_array_equal(a.data, b.data)


def test_proximal_adamw_stops_at_zero():
    """기울기가 없는 자리는 걸음마다 lr · l1씩 줄어 0에 멈춘다."""
    p = Parameter(np.array([0.05, -0.02, 1.0]))
    optimizer = ProximalAdamW([p], lr=0.1, l1=0.1)
    for _ in range(3):
        p.grad = np.zeros(3)
        optimizer.step()
    assert_allclose(p.data, [0.02, 0, 0.97], atol=1e-12)
    assert p.data[1] == 0


def test_default_decay_is_none():
    p = Parameter(np.array([2.0]), np.zeros(1))
    ProximalAdamW([p], lr=0.5).step()
    assert p.data == 2


def test_errors():
    p = Parameter(np.ones(2))
    with pytest.raises(ValueError, match=r"^l1: 0 이상인 수"):
        penalize([p], l1=-1)
    with pytest.raises(ValueError, match=r"^l2: 0 이상인 수"):
        penalize([p], l2=-1)
    with pytest.raises(ValueError, match=r"^l1: 0 이상인 수"):
        ProximalAdamW([p], l1=-0.1)


def test_default_step_is_that_of_adamw():
    a, b = (Parameter(np.array([2.0, -3.0]), np.array([0.4, -0.1])) for _ in range(2))
    ProximalAdamW([a]).step()
    AdamW([b], weight_decay=0).step()
    assert_array_equal(a.data, b.data)
    assert (a.data != [2, -3]).all()


def test_penalty_defaults_leave_the_gradient():
    p = Parameter(np.array([2.0, -3.0]), np.array([0.4, -0.1]))
    assert penalize([p]) == 0
    assert_array_equal(p.grad, [0.4, -0.1])
    with pytest.raises(ValueError, match=r"^params: 매개변수의 목록"):
        penalize(3)

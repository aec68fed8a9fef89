"""드롭아웃: 손계산, 같은 자리를 끄면 torch와 같음, 기댓값, 벌과의 관계."""

from itertools import product

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose, assert_array_equal

from lessons import nn
from lessons.cnn.overfitting.dropout import Dropout, drop, dropout
from lessons.dl.tensor import Tensor


def rng(seed=0):
    return np.random.default_rng(seed)


def test_by_hand():
    x, keep = [2, 4, 6, 8], [True, False, True, False]
    assert_array_equal(drop(x, keep, 0.5).data, [4, 0, 12, 0])
    assert_allclose(drop(x, [True] * 4, 0.2).data, [2.5, 5, 7.5, 10])


@pytest.mark.parametrize("seed", range(20))
def test_same_mask_is_torch(seed):
    r = rng(seed)
    shape = tuple(r.integers(1, 7, r.integers(1, 5)))
    p = float(r.choice([0, 0.1, 0.5, 0.9, 1]))
    a, dy = r.normal(size=shape), r.normal(size=shape)
    torch.manual_seed(seed)
    keep = F.dropout(torch.ones(shape, dtype=torch.float64), p).numpy() > 0
    torch.manual_seed(seed)
    x = torch.tensor(a, requires_grad=True)
    z = F.dropout(x, p)
    z.backward(torch.tensor(dy))
    ours = Tensor(a)
    y = drop(ours, keep, p)
    (y * dy).sum().backward()
    assert_allclose(y.data, z.detach().numpy(), rtol=1e-12)
    assert_allclose(ours.grad, x.grad.numpy(), rtol=1e-12)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_expectation_and_share(p):
    x = np.linspace(1, 3, 40_000)
    y = dropout(x, p, rng=rng()).data
    assert (y == 0).mean() == pytest.approx(p, abs=0.01)
    assert_allclose(y[y > 0], (x / (1 - p))[y > 0])
    mean = np.mean([dropout(x[:8], p, rng=rng(s)).data for s in range(6000)], axis=0)
    assert_allclose(mean, x[:8], rtol=0.12)
    theirs = F.dropout(torch.tensor(x), p).mean().item()
    assert y.mean() == pytest.approx(theirs, rel=0.05)


@pytest.mark.parametrize("p", [0.2, 0.5, 0.75])
def test_linear_dropout_is_a_penalty(p):
    """식 (14.6): 모든 자리의 조합을 확률로 더하면 제곱의 벌과 꼭 같다."""
    r = rng(3)
    x, w, y = r.normal(size=5), r.normal(size=5), 0.7
    total = 0.0
    for keep in product([True, False], repeat=5):
        chance = np.prod([1 - p if k else p for k in keep])
        total += chance * (y - drop(x, keep, p).data @ w) ** 2
    penalty = p / (1 - p) * (x**2 * w**2).sum()
    assert total == pytest.approx((y - x @ w) ** 2 + penalty, rel=1e-12)


def test_module_listens_to_train_and_eval():
    model = nn.Sequential(nn.Linear(3, 5, rng=rng()), Dropout(0.5, rng=rng(1)))
    x = np.ones((4, 3))
    assert model.training
    assert (model(x).data != model(x).data).any()
    model.eval()
    assert_array_equal(model(x).data, model[0](x).data)
    model.train()
    assert (model(x).data == 0).any()
    assert repr(Dropout(rng=rng())) == "Dropout(p=0.5)"


def test_same_seed_same_mask_and_ends():
    x = np.ones((5, 7))
    assert_array_equal(dropout(x, rng=rng(2)).data, dropout(x, rng=rng(2)).data)
    assert_array_equal(dropout(x, 0, rng=rng()).data, x)
    assert_array_equal(dropout(x, 1, rng=rng()).data, 0 * x)
    assert_array_equal(dropout(x, 1, False, rng=rng()).data, x)
    assert dropout(np.zeros((0, 3)), rng=rng()).shape == (0, 3)


def test_zero_probability_keeps_even_a_drawn_zero():
    class Zeros(np.random.Generator):
        def random(self, size=None):
            return np.zeros(size)

    zeros = Zeros(np.random.PCG64(0))
    assert_array_equal(dropout([1.0, 2.0], 0, rng=zeros).data, [1, 2])


def test_errors():
    for bad in (-0.1, 1.1):
        with pytest.raises(ValueError, match=r"^p: 0 이상 1 이하인 수"):
            dropout([1.0], bad, rng=rng())
        with pytest.raises(ValueError, match=r"^p: 0 이상 1 이하인 수"):
            dropout([1.0], bad, False, rng=rng())
        with pytest.raises(ValueError, match=r"^p: 0 이상 1 이하인 수"):
            drop([1.0], [True], bad)
        with pytest.raises(ValueError, match=r"^p: 0 이상 1 이하"):
            Dropout(bad, rng=rng())
    with pytest.raises(ValueError, match=r"^x·keep: 모양이 서로 같아야"):
        drop([1.0, 2.0], [True])
    with pytest.raises(ValueError, match=r"^x: 실수"):
        drop("가", [True])
    with pytest.raises(ValueError, match=r"^x: 실수"):
        dropout("가", 0.5, False, rng=rng())
    with pytest.raises(ValueError, match=r"^keep: 참과 거짓"):
        drop([1.0], [2])
    with pytest.raises(ValueError, match=r"^training: True나 False"):
        dropout([1.0], training=3, rng=rng())
    with pytest.raises(ValueError, match=r"^rng: .*난수 생성기"):
        dropout([1.0], 0.5, False, rng=3)
    with pytest.raises(ValueError, match=r"^rng: .*난수 생성기"):
        Dropout(0.5, rng=3)


def test_half_is_dropped_unless_said():
    assert_array_equal(drop([3.0, 5.0], [True, False]).data, [6, 0])
    x = np.ones((40, 50))
    assert_array_equal(dropout(x, rng=rng(3)).data, dropout(x, 0.5, rng=rng(3)).data)
    layer = Dropout(rng=rng(3))
    assert_array_equal(layer(x).data, dropout(x, 0.5, rng=rng(3)).data)
    assert set(np.unique(layer(x).data)) == {0, 2}

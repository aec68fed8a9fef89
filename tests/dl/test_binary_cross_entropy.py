"""이진 교차 엔트로피: PyTorch, 8장의 로지스틱 손실, 소프트맥스, 극단의 로짓."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.dl.binary_cross_entropy import (
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_grad,
)
from lessons.dl.cross_entropy import cross_entropy, cross_entropy_grad
from lessons.dl.mlp_training import logistic_loss

BOTH = pytest.mark.parametrize(
    "function",
    [binary_cross_entropy_with_logits, binary_cross_entropy_with_logits_grad],
)
TIGHT = {"rtol": 1e-12, "atol": 1e-13}


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(5,), (4, 3), ()])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("positive", [False, True])
def test_binary_is_torchs(shape, weighted, positive, reduction, rng):
    z, y = 3 * rng.normal(size=shape), rng.uniform(size=shape)
    weight = rng.uniform(0.1, 3, shape[-1:]) if weighted else None
    pos_weight = rng.uniform(0.1, 3, shape[-1:]) if positive else None
    t = torch.tensor(z, requires_grad=True)
    options = {
        "reduction": reduction,
        "pos_weight": torch.tensor(pos_weight) if positive else None,
    }
    theirs = F.binary_cross_entropy_with_logits(
        t, torch.tensor(y), torch.tensor(weight) if weighted else None, **options
    )
    theirs.sum().backward()
    options["pos_weight"] = pos_weight
    ours = binary_cross_entropy_with_logits(z, y, weight, **options)
    dz = binary_cross_entropy_with_logits_grad(z, y, weight, **options)
    assert_allclose(ours, theirs.detach(), **TIGHT)
    assert_allclose(dz, t.grad, **TIGHT)


def test_binary_defaults_and_chapter_8(rng):
    z, y = rng.normal(size=(9, 1)), rng.integers(0, 2, 9)
    loss, dz = logistic_loss(z, y)
    y = y[:, None]
    assert_allclose(binary_cross_entropy_with_logits(z, y), loss, **TIGHT)
    assert_allclose(binary_cross_entropy_with_logits_grad(z, y), dz, **TIGHT)


def test_binary_is_softmax_of_zero_and_z(rng):
    z, y = rng.normal(size=8), rng.integers(0, 2, 8)
    two = np.stack([np.zeros(8), z], axis=1)
    want = cross_entropy(two, y)
    assert_allclose(binary_cross_entropy_with_logits(z, y), want, **TIGHT)
    dz = binary_cross_entropy_with_logits_grad(z, y)
    assert_allclose(dz, cross_entropy_grad(two, y)[:, 1], **TIGHT)


@pytest.mark.parametrize("scale", [1e2, 1e4, 1e300])
def test_binary_extreme_logits(scale):
    z, y = [scale, scale, -scale, -scale], [1, 0, 1, 0]
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        losses = binary_cross_entropy_with_logits(z, y, reduction="none")
        dz = binary_cross_entropy_with_logits_grad(z, y, reduction="none")
    assert_allclose(losses, [0, scale, scale, 0], atol=1e-43)
    assert_allclose(dz, [0, 1, -1, 0], atol=1e-43)


@BOTH
def test_binary_errors(function):
    with pytest.raises(ValueError, match=r"z·target: .*\(2, 1\)"):
        function([0.0, 1.0], [[0], [1]])
    with pytest.raises(ValueError, match="z: 비었다"):
        function([], [])
    for z, y in (([0.0], [1.01]), ([0.0], [-0.01]), ([np.inf], [1]), ([np.nan], [0])):
        with pytest.raises(ValueError, match=r"z: NaN|target: "):
            function(z, y)


def test_unknown_reduction():
    message = "reduction: 'none', 'sum', 'mean' 가운데 하나를 넣는다. 받은 값: 'avg'"
    with pytest.raises(ValueError, match=message):
        binary_cross_entropy_with_logits([0.0], [0], reduction="avg")


@BOTH
def test_float32_is_computed_as_float64(function, rng):
    """float32로 받은 수도 float64로 바꾸어 셈한다."""
    a, b = rng.dirichlet(np.ones(4), (2, 3)).astype(np.float32)
    assert_allclose(function(a, b), function(np.float64(a), np.float64(b)), rtol=1e-14)


TWINS = [binary_cross_entropy_with_logits, binary_cross_entropy_with_logits_grad]


@pytest.mark.parametrize("function", TWINS)
@pytest.mark.parametrize("name", ["weight", "pos_weight"])
def test_weights_never_enlarge_the_result(function, name):
    for bad in ([[1.0]] * 3, np.ones((1, 3)), [1.0, 2.0]):
        with pytest.raises(ValueError, match=rf"{name}: 모양이 \(3,\)이거나"):
            function([0.0, 1, 2], [0, 1, 1], **{name: bad})
    for good in (2.0, [2.0], [2.0] * 3):
        want = function([0.0, 1, 2], [0, 1, 1], **{name: np.full(3, 2.0)})
        assert_allclose(function([0.0, 1, 2], [0, 1, 1], **{name: good}), want)
    assert_allclose(TWINS[0]([0.0, 1, 2], [0, 1, 1]), 0.3778, atol=5e-5)


@pytest.mark.parametrize("function", TWINS)
@pytest.mark.parametrize(
    ("z", "y", "options", "message"),
    [
        ([0.0], [1], {"reduction": "avg"}, r"reduction: .*'avg'"),
        ([0.0], ["1"], {}, "target: 실수를 넣는다"),
        ([1j], [1], {}, "z: 실수를 넣는다"),
        ([0.0], [1.5], {}, "target: 0 이상 1 이하인 수"),
        ([0.0], [1], {"weight": ["1"]}, "weight: 실수를 넣는다"),
    ],
)
def test_loss_and_gradient_refuse_the_same(function, z, y, options, message):
    with pytest.raises(ValueError, match=message):
        function(z, y, **options)

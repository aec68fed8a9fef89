"""엔트로피와 KL 발산: 손계산, SciPy와 PyTorch."""

import math
import warnings
from contextlib import contextmanager

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.dl.entropy import entropy, kl_div
from lessons.dl.softmax import log_softmax, softmax

TIGHT = {"rtol": 1e-12, "atol": 1e-13}


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@contextmanager
def quiet():
    """kl_div의 mean이 KL 발산이 아니라는 PyTorch의 경고를 듣지 않는다."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "reduction: 'mean' divides")
        yield


def test_the_hand_example_in_bits():
    p, q = [1 / 2, 1 / 4, 1 / 8, 1 / 8], [1 / 4, 1 / 8, 1 / 8, 1 / 2]
    found = entropy(p, base=2), entropy(q, base=2), entropy(p, q, 2), entropy(q, p, 2)
    assert_allclose(found, [1.75, 1.75, 0.5, 0.625], rtol=1e-14)
    assert_allclose(entropy(p), 1.75 * math.log(2), rtol=1e-15)
    assert_allclose(entropy(p, q), 0.5 * math.log(2), rtol=1e-14)


@pytest.mark.parametrize("shape", [(5,), (1,), (3, 7), (2, 5, 3)])
@pytest.mark.parametrize("base", [None, 2, 10.0, 1.5])
def test_entropy_is_scipys(shape, base, rng):
    pk, qk = rng.uniform(0, 3, shape), rng.uniform(0.1, 3, shape)
    pk.flat[0] = 0
    if pk.size == 1:
        pk.flat[0] = 2
    for axis in range(-1, len(shape)):
        for q in (None, qk):
            ours = entropy(pk, q, base, axis)
            theirs = scipy.stats.entropy(pk, q, base, axis)
            assert np.shape(ours) == np.shape(theirs)
            assert_allclose(ours, theirs, **TIGHT)
    assert_allclose(entropy(pk), scipy.stats.entropy(pk), **TIGHT)


def test_entropy_bounds():
    assert str(entropy([1, 0, 0]).item()) == "0.0"
    assert entropy([0, 1, 0], [1, 2, 1]) == pytest.approx(math.log(2))
    assert entropy([1, 1, 0], [1, 0, 1]) == math.inf
    assert entropy([1, 0], [3, 0]) == 0
    assert entropy([4, 4, 4, 4], base=2) == 2


def test_kl_is_never_negative_and_zero_only_at_the_same(rng):
    p = rng.dirichlet(np.ones(6), 500)
    q = rng.dirichlet(np.ones(6), 500)
    assert (entropy(p, q, axis=1) > 0).all()
    assert (entropy(p, p, axis=1) == 0).all()
    assert (abs(entropy(p, q, axis=1) - entropy(q, p, axis=1)) > 1e-9).all()


@pytest.mark.parametrize(
    "bad", [[1, -0.1], [0, 0], [np.nan, 1], [np.inf, 1], [[1, 0], [1, 0]]]
)
def test_entropy_errors(bad):
    with pytest.raises(ValueError, match=r"pk: (0 이상인 수|합이 0보다|NaN)"):
        entropy(bad)
    with pytest.raises(ValueError, match=r"qk: (0 이상인 수|합이 0보다|NaN)"):
        entropy([1, 1], bad)


@pytest.mark.parametrize("base", [1, 0, -2])
def test_entropy_base_error(base):
    with pytest.raises(ValueError, match=f"base: 1 초과인 수.*{base}"):
        entropy([1, 1], base=base)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none", "batchmean"])
@pytest.mark.parametrize("shape", [(5,), (3, 7), (2, 3, 4)])
def test_kl_div_is_torchs(reduction, shape, rng):
    log_q = log_softmax(rng.normal(size=shape), axis=-1)
    p = softmax(rng.normal(size=shape), axis=-1)
    log_p = np.log(p)
    p_zero = p.copy()
    p_zero.flat[0] = 0
    for target, log_target in ((p, False), (p_zero, False), (log_p, True)):
        ours = kl_div(log_q, target, reduction, log_target=log_target)
        t = torch.tensor(log_q), torch.tensor(target)
        with quiet():
            theirs = F.kl_div(*t, reduction=reduction, log_target=log_target)
        assert_allclose(ours, theirs, **TIGHT)


def test_kl_div_defaults_and_order(rng):
    p, q = rng.dirichlet(np.ones(4), 3), rng.dirichlet(np.ones(4), 3)
    with quiet():
        default = F.kl_div(torch.tensor(np.log(q)), torch.tensor(p))
    assert_allclose(kl_div(np.log(q), p), default, **TIGHT)
    each = entropy(p, q, axis=1)
    assert_allclose(kl_div(np.log(q), p, "batchmean"), each.mean(), **TIGHT)
    assert_allclose(kl_div(np.log(q), p, "mean") * 4, each.mean(), **TIGHT)
    want = scipy.special.rel_entr(p, q)
    assert_allclose(kl_div(np.log(q), p, "none"), want, **TIGHT)
    assert kl_div([-np.inf, 0.0], [0.0, 1.0], "sum") == 0
    assert kl_div([-1.0, 0.0], [-np.inf, 0.0], "sum", log_target=True) == 0


def test_kl_div_errors():
    with pytest.raises(ValueError, match=r"log_q \(2,\), target \(3,\)"):
        kl_div([0, 0], [1, 0, 0])
    with pytest.raises(ValueError, match="target: 비었다"):
        kl_div([], [])
    with pytest.raises(ValueError, match=r"'none', 'sum', 'mean' 가운데.*'avg'"):
        kl_div([0.0], [1.0], "avg")


@pytest.mark.parametrize("function", [entropy, kl_div])
def test_float32_is_computed_as_float64(function, rng):
    """float32로 받은 수도 float64로 바꾸어 셈한다."""
    a, b = rng.dirichlet(np.ones(4), (2, 3)).astype(np.float32)
    assert_allclose(function(a, b), function(np.float64(a), np.float64(b)), rtol=1e-14)


@pytest.mark.parametrize(
    ("pk", "qk", "axis"),
    [
        ([0.5, 0.5, 0, 0], [1.0], 0),
        ([1.0], [0.5, 0.25, 0.25], 0),
        ([[0.5, 0.5], [0.2, 0.8]], [1.0, 2.0], 0),
        ([[0.5, 0.5], [0.2, 0.8]], [[1.0], [2.0]], 1),
        ([0.3, 0.7], [[1.0, 2.0], [3.0, 1.0]], 1),
    ],
)
def test_shapes_are_broadcast_before_they_are_normalized_like_scipy(pk, qk, axis):
    assert_allclose(entropy(pk, qk, axis=axis), scipy.stats.entropy(pk, qk, axis=axis))
    assert entropy([0.5, 0.5, 0, 0], [1.0]) == pytest.approx(math.log(2))


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: entropy([1, 2, 3], [1, 2]), r"pk·qk: .*pk \(3,\), qk \(2,\)"),
        (lambda: entropy(["1"]), "pk: 실수를 넣는다"),
        (lambda: entropy([1, 2], axis=1), "axis: "),
        (lambda: entropy([1, 2], base="2"), "base: 1 초과인 수"),
        (lambda: entropy([]), "pk: 비었다"),
        (lambda: kl_div([0.0], [-1.0]), "target: 0 이상인 수"),
        (lambda: kl_div([0.0], [1.0], log_target=1), "log_target: True나 False"),
        (lambda: kl_div(0.0, 1j), "target: 실수를 넣는다"),
    ],
)
def test_what_is_not_asked_for_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_counts_in_small_integers_do_not_wrap():
    counts = np.array([200, 200, 200], np.uint8)
    assert entropy(counts) == pytest.approx(math.log(3))
    assert entropy(counts, np.array([255, 255, 1], np.uint8)) > 0

"""교차 엔트로피: PyTorch와 SciPy, 극단의 로짓, 기울기, 본문의 숫자."""

import math
import re
import runpy

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.dl.binary_cross_entropy import binary_cross_entropy_with_logits_grad
from lessons.dl.cross_entropy import (
    CrossEntropyLoss,
    cross_entropy,
    cross_entropy_grad,
)
from lessons.dl.entropy import entropy
from lessons.dl.gradcheck import gradcheck
from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.softmax import softmax
from lessons.dl.tensor import Tensor
from sitegen.book import site

PROGRAMS = site.ROOT / "snippets/dl/15-cross-entropy"
REDUCTIONS = ["mean", "sum", "none"]
TIGHT = {"rtol": 1e-12, "atol": 1e-13}


def tensor(x, grad=False):
    return torch.tensor(x, requires_grad=grad)


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def read(name):
    return (PROGRAMS / name).read_text(encoding="utf-8")


def make_targets(kind, rng, N, K):
    if kind == "numbers":
        return rng.integers(0, K, N)
    y = rng.dirichlet(np.full(K, 0.3), N)
    y[0] = np.eye(K)[K - 1]
    return y


# 교차 엔트로피


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("kind", ["numbers", "probabilities"])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("smoothing", [0.0, 0.1, 1.0])
@pytest.mark.parametrize(("N", "K"), [(7, 3), (1, 5), (4, 2), (3, 1)])
def test_cross_entropy_is_torchs(rng, N, K, smoothing, weighted, kind, reduction):
    z, target = 3 * rng.normal(size=(N, K)), make_targets(kind, rng, N, K)
    weight = rng.uniform(0.1, 3, K) if weighted else None
    options = {"reduction": reduction, "label_smoothing": smoothing}
    t = tensor(z, True)
    w = None if weight is None else tensor(weight)
    theirs = F.cross_entropy(t, tensor(target), w, **options)
    assert_allclose(
        cross_entropy(z, target, weight, **options), theirs.detach(), **TIGHT
    )

    upstream = rng.normal(size=theirs.shape)
    theirs.backward(tensor(np.asarray(upstream)))
    ours = Tensor(z)
    CrossEntropyLoss(weight, **options)(ours, target).backward(upstream)
    assert_allclose(ours.grad, t.grad, **TIGHT)


def test_defaults_are_torchs(rng):
    z, y = rng.normal(size=(5, 3)), np.array([0, 2, 1, 1, 0])
    t = tensor(z, True)
    loss = F.cross_entropy(t, tensor(y))
    loss.backward()
    assert_allclose(cross_entropy(z, y), loss.item(), **TIGHT)
    assert_allclose(cross_entropy_grad(z, y), t.grad, **TIGHT)
    ours = Tensor(z)
    out = CrossEntropyLoss()(ours, y)
    out.backward()
    assert out.shape == () and out.item() == cross_entropy(z, y)
    assert_allclose(ours.grad, t.grad, **TIGHT)


@pytest.mark.parametrize("smoothing", [0.0, 0.3])
def test_gradient_is_p_minus_y(smoothing, rng):
    z, y = rng.normal(size=(4, 3)), np.array([0, 2, 1, 1])
    t = (1 - smoothing) * np.eye(3)[y] + smoothing / 3
    options = {"reduction": "none", "label_smoothing": smoothing}
    dz = cross_entropy_grad(z, y, **options)
    assert_allclose(dz, softmax(z, axis=1) - t, **TIGHT)
    assert_allclose(dz.sum(axis=1), 0, atol=1e-15)
    mean = cross_entropy_grad(z, y, label_smoothing=smoothing)
    assert_allclose(mean, dz / 4, **TIGHT)
    measured = numerical_gradient(
        lambda flat: cross_entropy(
            flat.reshape(4, 3), y, label_smoothing=smoothing
        ).item(),
        z.ravel(),
    )
    assert_allclose(mean.ravel(), measured, atol=1e-9)


@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_tensor_loss_passes_gradcheck(reduction, rng):
    z, y = rng.normal(size=(5, 4)), rng.integers(0, 4, 5)
    loss = CrossEntropyLoss([1, 2, 0.5, 3], reduction=reduction, label_smoothing=0.2)
    assert gradcheck(lambda z: loss(z, y) * 3.0, [z])


def test_the_loss_flows_through_a_graph(rng):
    X, W = rng.normal(size=(6, 3)), Tensor(rng.normal(size=(3, 4)))
    y = rng.integers(0, 4, 6)
    (CrossEntropyLoss()(X @ W, y) * 2).backward()
    p = softmax(X @ W.data, axis=1)
    assert_allclose(W.grad, X.T @ (p - np.eye(4)[y]) / 6 * 2, **TIGHT)


@pytest.mark.parametrize("scale", [1e2, 1e4, 1e300])
def test_extreme_logits_stay_exact(scale):
    z, y = np.array([[0.0, scale, -scale]] * 3), np.array([0, 1, 2])
    with np.errstate(all="raise", under="ignore"):
        losses = cross_entropy(z, y, reduction="none")
        dz = cross_entropy_grad(z, y, reduction="none")
    assert losses.tolist() == [scale, 0, 2 * scale]
    assert_allclose(dz, [[-1, 1, 0], [0, 0, 0], [0, 1, -1]], atol=1e-43)
    if scale < 1e300:
        theirs = F.cross_entropy(tensor(z), tensor(y), reduction="none")
        assert_allclose(losses, theirs)


def test_impossible_classes():
    z = [[0.0, -np.inf]]
    assert cross_entropy(z, [0]) == 0
    assert cross_entropy(z, [[1.0, 0.0]]) == 0
    assert cross_entropy(z, [1]) == np.inf
    assert cross_entropy_grad(z, [1]).tolist() == [[1, -1]]


def test_indices_and_one_hot_agree_without_weights(rng):
    z, y = rng.normal(size=(6, 4)), rng.integers(0, 4, 6)
    for function in (cross_entropy, cross_entropy_grad):
        assert_allclose(function(z, y), function(z, np.eye(4)[y]), **TIGHT)
        assert_allclose(function(z.tolist(), y.tolist()), function(z, y), rtol=0)


def test_weighted_means_divide_differently():
    """본문의 말: 번호면 나온 무게의 합으로, 확률이면 N으로 나눈다."""
    z, y, w = np.zeros((2, 2)), np.array([0, 1]), [3, 1]
    assert cross_entropy(z, y, w) == pytest.approx(math.log(2))
    assert cross_entropy(z, np.eye(2)[y], w) == pytest.approx(2 * math.log(2))


def test_a_class_with_weight_zero_is_ignored(rng):
    z, y = rng.normal(size=(5, 3)), np.array([0, 2, 1, 0, 1])
    keep = y != 2
    want = cross_entropy(z[keep], y[keep])
    assert_allclose(cross_entropy(z, y, [1, 1, 0]), want, **TIGHT)


def test_arguments_are_not_changed(rng):
    z, y, w = rng.normal(size=(3, 2)), np.array([[0.5, 0.5]] * 3), np.ones(2)
    before = z.copy(), y.copy(), w.copy()
    cross_entropy(z, y, w, label_smoothing=0.5)
    cross_entropy_grad(z, y, w, label_smoothing=0.5)
    for kept, now in zip(before, (z, y, w), strict=True):
        assert np.array_equal(kept, now)


@pytest.mark.parametrize("function", [cross_entropy, cross_entropy_grad])
@pytest.mark.parametrize(
    ("z", "target", "options", "message"),
    [
        (np.zeros(3), 0, {}, r"z: 모양이 \(N, K\)인.*\(3,\)"),
        (np.zeros((2, 3)), [0, 3], {}, "target: 0부터 2까지의 정수.*0부터 3까지"),
        (np.zeros((2, 3)), [0, -1], {}, "target: 0부터 2까지의 정수.*-1부터 0까지"),
        (np.zeros((2, 3)), [0.0, 1.0], {}, "target: 정수를 넣는다. 받은 자료형: 실수"),
        (np.zeros((2, 3)), [0, 1, 2], {}, r"target: 모양이 \(2,\)인.*\(3,\)"),
        (np.zeros((2, 3)), np.zeros((2, 3)), {}, "target: 0 이상이고 합이 1인 확률"),
        (np.zeros((1, 2)), [[1.5, -0.5]], {}, "target: 0 이상이고 합이 1인 확률"),
        (np.zeros((2, 3)), [0, 1], {"weight": [1, 2]}, r"weight: 모양이 \(3,\)인"),
        (np.zeros((2, 2)), [0, 1], {"weight": [1, -2]}, "weight: 0 이상인 수"),
        (np.zeros((2, 2)), [0, 0], {"weight": [0, 1]}, "weight: 합이 0이다"),
        (
            np.zeros((1, 2)),
            [0],
            {"label_smoothing": 1.01},
            "label_smoothing: 0 이상 1 이하인 수.*1.01",
        ),
        (
            np.zeros((1, 2)),
            [0],
            {"label_smoothing": -0.01},
            "label_smoothing: 0 이상 1 이하인 수.*-0.01",
        ),
        (np.zeros((1, 2)) + np.nan, [0], {}, "로짓: 비었거나 NaN이나 inf"),
    ],
)
def test_cross_entropy_errors(function, z, target, options, message):
    with pytest.raises(ValueError, match=message):
        function(z, target, **options)


def test_unknown_reduction():
    message = "reduction: 'none', 'sum', 'mean' 가운데 하나를 넣는다. 받은 값: 'avg'"
    with pytest.raises(ValueError, match=message):
        cross_entropy([[0.0, 1.0]], [0], reduction="avg")


@pytest.mark.parametrize("function", [cross_entropy, cross_entropy_grad])
def test_float32_is_computed_as_float64(function, rng):
    """float32로 받은 수도 float64로 바꾸어 셈한다."""
    a, b = rng.dirichlet(np.ones(4), (2, 3)).astype(np.float32)
    assert_allclose(function(a, b), function(np.float64(a), np.float64(b)), rtol=1e-14)


# 본문이 말하는 것


def test_likelihood_and_cross_entropy_pick_the_same(rng):
    """가능도를 가장 크게 하는 p는 나온 비율이고, 교차 엔트로피도 그렇다."""
    y = rng.choice(3, size=400, p=[0.6, 0.3, 0.1])
    share = np.bincount(y, minlength=3) / 400
    best = cross_entropy(np.tile(np.log(share), (400, 1)), y)
    assert_allclose(best, entropy(share), **TIGHT)
    others = rng.dirichlet(np.ones(3), 200)
    losses = [cross_entropy(np.tile(np.log(q), (400, 1)), y) for q in others]
    assert best < min(losses)


@pytest.mark.parametrize(("K", "smoothing"), [(10, 0.1), (3, 0.3)])
def test_smoothing_has_a_finite_goal(K, smoothing):
    """연습 3: 기울기가 0인 로짓의 차이와 그때의 손실."""
    high, low = 1 - smoothing + smoothing / K, smoothing / K
    z = np.zeros((1, K))
    z[0, 0] = np.log(high / low)
    dz = cross_entropy_grad(z, [0], label_smoothing=smoothing)
    assert_allclose(dz, 0, atol=1e-15)
    floor = entropy([high] + [low] * (K - 1))
    assert_allclose(cross_entropy(z, [0], label_smoothing=smoothing), floor)


def test_goal_of_the_page():
    """본문의 말: K = 10, ε = 0.1이면 차는 4.51, 바닥은 0.5003이다."""
    y = 0.9 * np.eye(10)[0] + 0.01
    assert entropy(y) == pytest.approx(0.5003, abs=5e-5)
    assert np.log(y[0] / y[1]) == pytest.approx(4.51, abs=5e-3)
    z = 100 * np.eye(10)[:1]
    floor = cross_entropy(softmax(z, axis=1), [0])
    assert floor == pytest.approx(1.4612, abs=5e-5) == np.log(np.e + 9) - 1


def test_squared_error_stalls_where_it_is_most_wrong():
    z = np.array([-10.0])
    p = 1 / (1 + np.exp(-z))
    measured = numerical_gradient(lambda z: ((1 / (1 + np.exp(-z)) - 1) ** 2).sum(), z)
    assert_allclose(2 * (p - 1) * p * (1 - p), measured, atol=1e-9)
    dz = binary_cross_entropy_with_logits_grad(z, [1])
    assert 1e-4 > (measured / dz)[0] > 9e-5


def test_twin_in_torch_is_the_same(capsys):
    names = runpy.run_path(str(PROGRAMS / "finale_torch.py"))
    assert names["difference"] < 1e-7
    assert np.array_equal(names["y_hat"], names["twin_y_hat"])
    capsys.readouterr()


def test_finale_reaches_its_promise(capsys):
    names = runpy.run_path(str(PROGRAMS / "finale.py"))
    assert min(names["accuracies"]) >= 0.97
    capsys.readouterr()


def test_finale_is_calibrated_on_rows_of_its_own(capsys):
    """온도는 눈금의 안쪽이고, 보정 오차가 반 아래로 주며, 세 데이터가 겹치지 않는다."""
    names = runpy.run_path(str(PROGRAMS / "calibrate.py"))
    assert 0.11 < names["T"] < 9
    assert all(after < before / 2 for before, after in names["errors"])
    parts = [names[key] for key in ("X_train", "X_val", "X_test")]
    rows = np.unique(np.concatenate(parts), axis=0)
    assert len(rows) == sum(len(part) for part in parts) == 1797
    capsys.readouterr()


@pytest.mark.parametrize("name", ["학습률", "ε"])
def test_what_was_chosen_is_inside_the_grid(name):
    """본문의 말: 고른 것이 눈금의 안쪽이고, finale.py가 그것을 쓴다."""
    lines = read("choose.out").splitlines()
    pattern = rf"{name} (\S+) +검증 손실 \S+ 보정하면 ([\d.]+)"
    tried = [re.match(pattern, line) for line in lines]
    scores = {float(found[1]): float(found[2]) for found in tried if found}
    best = min(scores, key=scores.get)
    assert f"고른 {name}: {best:g}" in lines
    assert len(scores) >= 7 and best not in (min(scores), max(scores))
    used = re.search(r"LR, SMOOTHING = 20, 32, (.*)", read("finale.py"))[1].split(", ")
    assert float(used[name == "ε"]) == best


def test_raw_validation_loss_would_have_chosen_no_smoothing():
    lines = read("choose.out").splitlines()
    tried = [re.match(r"ε (\S+) +검증 손실 ([\d.]+),", line) for line in lines]
    scores = {float(found[1]): float(found[2]) for found in tried if found}
    assert min(scores, key=scores.get) == 0


@pytest.mark.parametrize("truth", [0.1, 0.6, 0.9])
def test_logarithm_and_square_are_honest_and_the_line_is_not(truth):
    """연습 5: 벌점의 기댓값이 가장 작은 발표"""
    p = np.linspace(0.001, 0.999, 999)
    log = -truth * np.log(p) - (1 - truth) * np.log(1 - p)
    square = truth * (1 - p) ** 2 + (1 - truth) * p**2
    line = truth * (1 - p) + (1 - truth) * p
    assert p[log.argmin()] == pytest.approx(truth)
    assert p[square.argmin()] == pytest.approx(truth)
    assert p[line.argmin()] == pytest.approx(0.999 if truth > 0.5 else 0.001)


Z = [[5.0, 0.0], [0.0, 5.0]]


@pytest.mark.parametrize("function", [cross_entropy, cross_entropy_grad])
@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ([[0], [1]], {}, r"target: 모양이 \(N, 2\)인.*\(2, 1\)"),
        ([True, False], {}, "target: 정수를 넣는다. 받은 자료형: 참거짓"),
        (["0", "1"], {}, "target: 정수를 넣는다. 받은 자료형: 글자"),
        ([0, 1], {"weight": [[1.0], [1.0]]}, "weight: 모양이"),
        ([0, 1], {"reduction": "avg"}, r"reduction: 'none', 'sum', 'mean'.*'avg'"),
        ([0, 1], {"reduction": None}, "reduction: "),
        ([0, 1], {"label_smoothing": "조금"}, "label_smoothing: "),
    ],
)
def test_loss_and_gradient_refuse_the_same(function, target, options, message):
    with pytest.raises(ValueError, match=message):
        function(Z, target, **options)


def test_small_integers_do_not_wrap():
    z = np.array([[0, 250], [200, 10]], np.uint8)
    y = np.array([0, 1], np.uint8)
    assert cross_entropy(z, y) == cross_entropy(z * 1.0, [0, 1]) == 220


def test_the_loss_takes_a_tensor():
    with pytest.raises(ValueError, match=r"z: Tensor 하나를 넣는다. 받은 것: ndarray"):
        CrossEntropyLoss()(np.zeros((2, 2)), [0, 1])

"""Tensor로 쌓은 신경망: 손으로 쓴 역전파, PyTorch, 손글씨 숫자의 정확도."""

import re
import runpy

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons.datasets import load_digits
from lessons.dl.gradcheck import gradcheck
from lessons.dl.mlp import MLP, softmax_loss, train
from lessons.dl.mlp_torch import as_torch
from lessons.dl.optimizers import Adam
from lessons.dl.tensor import Tensor
from sitegen.book import site


def digits(rng):
    X, y = load_digits()
    order = rng.permutation(len(X))
    X, y = X[order] / 16, y[order]
    return X[:1437], y[:1437], X[1437:], y[1437:]


@pytest.mark.parametrize("seed", [0, 3])
def test_digits_reach_97_percent_in_15_epochs(seed):
    rng = np.random.default_rng(seed)
    X_train, y_train, X_test, y_test = digits(rng)
    model = MLP((64, 128, 64, 10), rng=rng)
    optimizer = Adam(model.parameters(), lr=0.002)
    history = train(
        model, X_train, y_train, optimizer, epochs=15, batch_size=32, rng=rng
    )
    assert (model(X_test).data.argmax(axis=1) == y_test).mean() >= 0.97
    assert len(history) == 15
    assert history[-1] < 0.03 < 1 < history[0] < np.log(10)
    assert sum(p.data.size for p in model.parameters()) == 17_226


def test_model_is_the_formula():
    rng = np.random.default_rng(1)
    model = MLP((3, 5, 4, 2), rng=rng)
    (W1, b1), (W2, b2), (W3, b3) = model.layers
    for p in model.parameters():
        p.data += rng.standard_normal(p.shape) / 10
    X = rng.standard_normal((7, 3))
    A1 = np.maximum(X @ W1.data + b1.data, 0)
    A2 = np.maximum(A1 @ W2.data + b2.data, 0)
    assert_allclose(model(X).data, A2 @ W3.data + b3.data, rtol=1e-13)
    assert (model(X).data < 0).any()
    expected = [W1, b1, W2, b2, W3, b3]
    assert all(p is q for p, q in zip(model.parameters(), expected, strict=True))


def test_weights_start_as_he_says():
    model = MLP((400, 300, 10), rng=np.random.default_rng(0))
    (W, b), (V, _) = model.layers
    assert W.shape == (400, 300)
    assert_allclose(W.data.std(), np.sqrt(2 / 400), rtol=0.02)
    assert_allclose(V.data.std(), np.sqrt(2 / 300), rtol=0.05)
    assert not b.data.any()
    again = MLP((400, 300, 10), rng=np.random.default_rng(0))
    assert (again.layers[1][0].data == V.data).all()


@pytest.mark.parametrize("sizes", [(5,), ()])
def test_a_net_needs_two_sizes(sizes):
    with pytest.raises(ValueError, match="sizes: 정수를 2개 이상 넣는다"):
        MLP(sizes, rng=np.random.default_rng(0))


def test_two_sizes_are_one_linear_layer():
    model = MLP((3, 2), rng=np.random.default_rng(0))
    X = np.random.default_rng(1).standard_normal((4, 3))
    ((W, _),) = model.layers
    assert_allclose(model(X).data, X @ W.data)


def test_loss_is_cross_entropy_even_for_large_logits():
    rng = np.random.default_rng(2)
    y = rng.integers(5, size=7)
    for scale in (1, 1e4):
        z = Tensor(scale * rng.standard_normal((7, 5)))
        loss = softmax_loss(z, y)
        loss.backward()
        other = torch.tensor(z.data, requires_grad=True)
        want = F.cross_entropy(other, torch.from_numpy(y))
        want.backward()
        assert_allclose(loss.item(), want.item(), rtol=1e-13)
        assert_allclose(z.grad, other.grad, rtol=1e-12, atol=1e-15)
    assert gradcheck(lambda z: softmax_loss(z, y), [rng.standard_normal((7, 5))])


def test_training_walks_with_torch():
    rng = np.random.default_rng(0)
    X, y, _, _ = digits(rng)
    ours = MLP((64, 20, 12, 10), rng=rng)
    theirs = as_torch(ours)
    optimizer = torch.optim.Adam(theirs.parameters(), lr=0.002)
    history = train(
        ours,
        X[:500],
        y[:500],
        Adam(ours.parameters(), lr=0.002),
        epochs=4,
        batch_size=64,
        rng=np.random.default_rng(7),
    )
    order_rng, means = np.random.default_rng(7), []
    for _ in range(4):
        order, losses = order_rng.permutation(500), []
        for start in range(0, 500, 64):
            batch = order[start : start + 64]
            optimizer.zero_grad()
            logits = theirs(torch.from_numpy(X[batch]))
            loss = F.cross_entropy(logits, torch.from_numpy(y[batch]))
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        means.append(np.mean(losses))
    assert_allclose(history, means, rtol=1e-9)
    for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert_allclose(p.data, q.detach().numpy().T, rtol=1e-7, atol=1e-9)


def test_as_torch_copies_and_transposes():
    ours = MLP((3, 4, 2), rng=np.random.default_rng(0))
    theirs = as_torch(ours)
    assert [type(m).__name__ for m in theirs] == ["Linear", "ReLU", "Linear"]
    X = np.random.default_rng(1).standard_normal((5, 3))
    assert_allclose(ours(X).data, theirs(torch.from_numpy(X)).detach(), rtol=1e-13)
    theirs[0].weight.data += 1
    theirs[0].bias.data += 1
    assert not ours.layers[0][1].data.any()
    assert ours.layers[0][0].data.mean() < 0.9


# 본문의 수


def test_one_layer_by_hand():
    X = Tensor([[1, 2, 0], [3, -1, 1]])
    W, b = Tensor([[1, 0], [2, -1], [0, 3]]), Tensor([-2, 1])
    Z = X @ W + b
    assert Z.data.tolist() == [[3, -1], [-1, 5]]
    Z.backward([[1, 2], [-1, 3]])
    assert W.grad.tolist() == [[-2, 11], [3, 1], [-1, 3]]
    assert X.grad.tolist() == [[1, 0, 6], [-1, -5, 9]]
    assert b.grad.tolist() == [0, 5]
    for p in (W, b):
        p.grad = None
    (X @ W + b).relu().backward([[1, 2], [-1, 3]])
    assert W.grad.tolist() == [[1, 9], [2, -3], [0, 3]]
    assert b.grad.tolist() == [1, 3]


@pytest.mark.parametrize("seed", range(3))
def test_stacked_layers_are_the_equations(seed):
    """식 (13.7)"""
    rng = np.random.default_rng(seed)
    model = MLP((4, 6, 5, 3), rng=rng)
    X, dZ = rng.standard_normal((7, 4)), rng.standard_normal((7, 3))
    inputs, before = [X], []
    for W, b in model.layers:
        before.append(inputs[-1] @ W.data + b.data)
        inputs.append(np.maximum(before[-1], 0))
    model(X).backward(dZ)
    for layer in (2, 1, 0):
        W, b = model.layers[layer]
        assert_allclose(W.grad, inputs[layer].T @ dZ, rtol=1e-12, atol=1e-13)
        assert_allclose(b.grad, dZ.sum(axis=0), rtol=1e-12, atol=1e-13)
        if layer:
            dZ = dZ @ W.data.T * (before[layer - 1] > 0)


def test_batch_gradient_is_the_mean_of_the_samples():
    rng = np.random.default_rng(4)
    model = MLP((4, 6, 3), rng=rng)
    X, y = rng.standard_normal((5, 4)), rng.integers(3, size=5)
    W = model.layers[0][0]
    softmax_loss(model(X), y).backward()
    whole, W.grad = W.grad, None
    for n in range(5):
        softmax_loss(model(X[[n]]), y[[n]]).backward()
    assert_allclose(whole, W.grad / 5, rtol=1e-12, atol=1e-15)


def test_costs_of_the_page_and_the_exercise():
    def cost(a, b, c):
        return a * b * c

    forward = cost(64, 128, 64) + cost(1, 64, 64)
    reverse = cost(1, 64, 128) + cost(1, 128, 64)
    assert (forward, reverse) == (528_384, 16_384)
    assert round(forward / reverse) == 32
    layers = [64 * 128, 128 * 64, 64 * 10]
    assert sum(layers) == 17_024
    assert sum(layers) + sum(layers[1:]) == 25_856
    assert round(25_856 / 17_024, 1) == 1.5
    assert 2 * (sum(layers) + 128 + 64 + 10) == 34_452
    assert cost(100, 100, 10) + cost(5, 100, 10) == 105_000
    assert cost(5, 100, 100) + cost(5, 100, 10) == 55_000


def test_softmax_loss_takes_only_numbers_of_classes():
    z = Tensor([[5.0, 0.0], [0.0, 5.0]])
    assert_allclose(softmax_loss(z, [0, 1]).item(), 0.0067, atol=5e-5)
    for y, message in (
        ([[0], [1]], r"y: 모양이 \(2,\)인.*y\.reshape\(-1\)"),
        ([-1, 0], "y: 0부터 1까지의 정수.*-1부터"),
        ([0, 2], "y: 0부터 1까지의 정수"),
        ([True, False], "y: 정수를 넣는다. 받은 자료형: 참거짓"),
        ([0, 1, 1], r"y: 모양이 \(2,\)인"),
    ):
        with pytest.raises(ValueError, match=message):
            softmax_loss(z, y)
    with pytest.raises(ValueError, match="z: Tensor 하나를 넣는다"):
        softmax_loss(z.data, [0, 1])
    with pytest.raises(ValueError, match=r"z: 모양이 \(N, K\)인"):
        softmax_loss(Tensor([1.0]), [0])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"y": [[0], [1]]}, "y: 모양이"),
        ({"y": [0, 1, 1]}, r"y: 모양이 \(2,\)인"),
        ({"epochs": 1.5}, "epochs: 0 이상의 정수"),
        ({"batch_size": 0}, "batch_size: 1 이상의 정수"),
        ({"rng": 0}, "rng: np"),
        ({"X": [["1", "2"], ["3", "4"]]}, "실수를 넣는다"),
    ],
)
def test_train_refuses_what_is_not_asked_for(options, message):
    rng = np.random.default_rng(0)
    model = MLP((2, 2), rng=rng)
    good = {"X": np.ones((2, 2)), "y": [0, 1], "epochs": 1, "batch_size": 2, "rng": rng}
    with pytest.raises(ValueError, match=message):
        train(model, optimizer=Adam(model.parameters()), **good | options)


@pytest.mark.parametrize("sizes", [3, [3], [3, 0], [3, 2.5], "32"])
def test_sizes(sizes):
    with pytest.raises(ValueError, match="sizes"):
        MLP(sizes, rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match="rng: "):
        MLP((2, 2), rng=0)


def test_images_of_small_integers_do_not_wrap():
    model = MLP((2, 3, 2), rng=np.random.default_rng(0))
    X = np.array([[200, 250]], np.uint8)
    assert_allclose(model(X).data, model(X * 1.0).data)


PROGRAMS = site.ROOT / "snippets/dl/13-backpropagation-2"


def run(name, capsys):
    names = runpy.run_path(str(PROGRAMS / name))
    capsys.readouterr()
    return names


def test_the_thirty_lines_are_the_tensor(capsys):
    """core.py의 Tiny가 Tensor와 같은 기울기를 낸다."""
    names, rng = run("core.py", capsys), np.random.default_rng(0)
    arrays = [rng.standard_normal(s) for s in ((5, 3), (3, 4), (4,), (4, 2), (2,))]
    upstream, grads = rng.standard_normal((5, 2)), []
    for kind in (names["Tiny"], Tensor):
        X, W1, b1, W2, b2 = leaves = [kind(a) for a in arrays]
        H = (X @ W1 + b1).relu()
        (H @ W2 + b2).backward(upstream)
        grads.append([leaf.grad for leaf in leaves])
    for ours, theirs in zip(*grads, strict=True):
        assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


def test_learning_rate_is_inside_the_grid_and_used():
    lines = (PROGRAMS / "choose.out").read_text(encoding="utf-8").splitlines()
    tried = [re.match(r"학습률 (\S+) +검증 손실 (\S+)", line) for line in lines]
    scores = {float(found[1]): float(found[2]) for found in tried if found}
    best = min(scores, key=scores.get)
    assert len(scores) == 7 and best not in (min(scores), max(scores))
    assert lines[-1] == f"고른 학습률: {best:g}"
    assert f"lr={best:g})" in (PROGRAMS / "digits.py").read_text(encoding="utf-8")


def test_digits_of_the_page(capsys):
    names = run("digits.py", capsys)
    assert min(names["accuracies"]) >= 0.97
    parts = [names[key] for key in ("X_train", "X_test")]
    assert len(np.unique(np.concatenate(parts), axis=0)) == 1149 + 360


def test_a_cut_graph_leaves_no_gradient_before_the_cut(capsys):
    names = run("cut.py", capsys)
    has = [p.grad is not None for p in names["model"].parameters()]
    assert has == [False, False, True, True]
    assert names["losses"][-1] < names["losses"][0] - 0.5


@pytest.mark.parametrize("seed", range(3))
def test_backward_keeps_the_inner_product(seed):
    """연습 5: ⟨XV, G⟩ = ⟨V, XᵀG⟩, 퍼뜨리기의 반대쪽은 더하기다."""
    rng = np.random.default_rng(seed)
    X, V, G = (rng.standard_normal(s) for s in ((5, 3), (3, 2), (5, 2)))
    assert ((X @ V) * G).sum() == pytest.approx((V * (X.T @ G)).sum())
    v = rng.standard_normal(2)
    assert (np.broadcast_to(v, G.shape) * G).sum() == pytest.approx(v @ G.sum(axis=0))

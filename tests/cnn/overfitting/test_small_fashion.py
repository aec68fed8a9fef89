"""실험대: 줄이기, 나누기, 틀린 정답의 몫, 같은 씨앗이면 같은 처음."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.overfitting.dropout import Dropout
from lessons.cnn.overfitting.small_fashion import (
    BatchNorm1d,
    fashion_split,
    halve,
    learn,
    small_net,
)
from lessons.cnn.training import predict
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizers import AdamW
from lessons.nn.functional import cross_entropy


def rng(seed=0):
    return np.random.default_rng(seed)


def test_halve_is_area():
    X = load_fashion_mnist()[0][:5]
    pool = torch.nn.functional.avg_pool2d(torch.tensor(X[:, None] / 255), 2)
    assert_allclose(halve(X), pool.numpy(), atol=1e-12)


def test_split_is_disjoint_and_seeded():
    X, y, V, v = fashion_split(300, rng=rng(1))
    assert (X.shape, V.shape) == ((300, 1, 14, 14), (1000, 1, 14, 14))
    assert_array_equal(X, fashion_split(300, rng=rng(1))[0])
    assert (fashion_split(300, rng=rng(2))[0] != X).any()
    images, labels = load_fashion_mnist()
    order = rng(1).permutation(6000)[:1300]
    assert_allclose(X, halve(images[order[:300]]))
    assert_array_equal(np.append(y, v), labels[order])


def test_wrong_labels():
    clean = fashion_split(2000, rng=rng())
    wrong = fashion_split(2000, 0.3, rng=rng())
    assert_array_equal(clean[0], wrong[0])
    assert_array_equal(clean[3], wrong[3])
    assert (clean[1] != wrong[1]).mean() == pytest.approx(0.3, abs=0.03)
    assert (clean[1] != fashion_split(2000, 1.0, rng=rng())[1]).all()
    assert wrong[1].min() == 0
    assert wrong[1].max() == 9


def test_same_seed_same_start():
    plain, other = small_net(rng=rng(4)), small_net(dropout=0.5, rng=rng(4))
    for a, b in zip(plain.parameters(), other.parameters(), strict=True):
        assert_array_equal(a.data, b.data)
    drops = [m for m in other.modules() if isinstance(m, Dropout)]
    assert [d.p for d in drops] == [0.5, 0.5]
    x = np.ones((50, 1, 14, 14))
    assert plain(x).shape == (50, 10)
    assert plain[1].weight.shape == (128, 196)
    assert sum(p.data.size for p in plain.parameters()) == 43_018
    masks = [d(np.ones((9, 9))).data for d in drops]
    assert (masks[0] != masks[1]).any()


def test_batch_norm_1d_is_torch():
    ours, theirs = BatchNorm1d(5), torch.nn.BatchNorm1d(5).double()
    for _ in range(3):
        x = rng(7).normal(2, 3, (8, 5))
        y = theirs(torch.tensor(x)).detach().numpy()
        assert_allclose(ours(x).data, y, rtol=1e-9)
    ours.eval()
    theirs.eval()
    y = theirs(torch.tensor(x)).detach().numpy()
    assert_allclose(ours(x).data, y, rtol=1e-9)
    layers = [type(m).__name__ for m in small_net(batch_norm=True, rng=rng())]
    assert layers.count("BatchNorm1d") == 2


def test_errors():
    for n in (0, 5001):
        with pytest.raises(ValueError, match=r"^n: 1부터 5000까지"):
            fashion_split(n, rng=rng())
    for wrong in (-0.1, 1.1):
        with pytest.raises(ValueError, match=r"^wrong: 0 이상 1 이하"):
            fashion_split(10, wrong, rng=rng())
        with pytest.raises(ValueError, match=r"^dropout: 0 이상 1 이하"):
            small_net(3, wrong, rng=rng())
    with pytest.raises(ValueError, match=r"^width"):
        small_net(0, rng=rng())
    with pytest.raises(ValueError, match=r"^batch_norm: True나 False"):
        small_net(3, batch_norm=3, rng=rng())
    for make in (fashion_split, small_net):
        with pytest.raises(ValueError, match=r"^rng: .*난수 생성기"):
            make(3, rng=3)
    with pytest.raises(ValueError, match=r"^X: 모양이 \(N, 28, 28\)"):
        halve(np.zeros((2, 784)))
    with pytest.raises(ValueError, match=r"^x: 모양이 \(N, 5\)"):
        BatchNorm1d(5)(np.ones((2, 4)))


def test_learn_returns_to_the_best_epoch():
    X, y, *valid = fashion_split(60, 0.5, rng=rng())

    def loss(**options):
        model = small_net(16, rng=rng())
        optimizer = AdamW(model.parameters(), 0.02)
        kept = learn(model, X, y, optimizer, rng=rng(1), **options)
        return kept, cross_entropy(predict(model, valid[0]), valid[1]).item()

    kept, best = loss(epochs=30, valid=valid, patience=4)
    path = [loss(epochs=n)[1] for n in range(1, kept + 5)]
    assert kept == 1 + int(np.argmin(path)) < 20
    assert best == pytest.approx(min(path))
    assert loss(epochs=7)[0] == 7
    with pytest.raises(ValueError, match="epochs"):
        loss(epochs=0)


def test_all_six_thousand_can_be_split():
    X, y, V, v = fashion_split(5000, rng=rng())
    assert (len(X), len(y), len(V), len(v)) == (5000, 5000, 1000, 1000)
    assert len(fashion_split(1, rng=rng())[0]) == 1


def test_remedies_are_off_unless_asked():
    layers = [type(m).__name__ for m in small_net(7, rng=rng())]
    assert layers == ["Flatten", "Linear", "ReLU", "Linear", "ReLU", "Linear"]
    x = np.ones((2, 1, 14, 14))
    assert small_net(7, 1.0, rng=rng())(x).shape == (2, 10)


def test_ten_bad_rounds_stop_it():
    """정하지 않으면 60바퀴, 나아지지 않은 10바퀴를 참는다."""
    X, y, *valid = fashion_split(60, 0.5, rng=rng())
    heard = []

    class Told(AdamW):
        def step(self):
            heard.append(1)
            super().step()

    model = small_net(16, rng=rng())
    kept = learn(model, X, y, Told(model.parameters(), 0.02), valid=valid, rng=rng(1))
    assert len(heard) == kept + 10 < 60  # 100장보다 적으니 한 바퀴가 한 걸음이다
    heard.clear()
    assert learn(model, X, y, Told(model.parameters(), 0.02), rng=rng(1)) == 60
    assert len(heard) == 60
    heard.clear()
    X, y, *_ = fashion_split(201, rng=rng())
    learn(model, X, y, Told(model.parameters(), 0.02), epochs=1, rng=rng(1))
    assert len(heard) == 3

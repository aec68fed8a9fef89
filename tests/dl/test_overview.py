"""1장: 식 (1.1)–(1.5)와 본문이 말하는 숫자."""

import numpy as np
import pytest
import torch

from lessons.datasets import load_digits
from lessons.dl.gradient_descent import numerical_gradient


def probabilities(X, W, b):
    z = X @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss_of(X, Y, W, b):
    return -np.log(probabilities(X, W, b)[Y == 1]).mean()


def gradients(X, Y, W, b):
    dz = (probabilities(X, W, b) - Y) / len(Y)
    return X.T @ dz, dz.sum(axis=0)


@pytest.fixture(scope="module")
def digits():
    X, y = load_digits()
    order = np.random.default_rng(0).permutation(len(X))
    return X[order] / 16, y[order]


def train(X, y, lr=1.0, steps=200):
    W, b, Y = np.zeros((64, 10)), np.zeros(10), np.eye(10)[y]
    losses = [loss_of(X, Y, W, b)]
    for _ in range(steps):
        dW, db = gradients(X, Y, W, b)
        W, b = W - lr * dW, b - lr * db
        losses.append(loss_of(X, Y, W, b))
    return W, b, losses


def right(W, b, X, y):
    return int(((X @ W + b).argmax(axis=1) == y).sum())


def test_gradient_is_that_of_the_loss():
    rng = np.random.default_rng(1)
    X, W, b = rng.normal(size=(7, 5)), rng.normal(size=(5, 3)), rng.normal(size=3)
    Y = np.eye(3)[rng.integers(0, 3, 7)]
    dW, db = gradients(X, Y, W, b)
    close = {"rtol": 1e-7, "atol": 1e-8}
    by_W = numerical_gradient(lambda w: loss_of(X, Y, w, b), W)
    by_b = numerical_gradient(lambda v: loss_of(X, Y, W, v), b)
    np.testing.assert_allclose(dW, by_W, **close)
    np.testing.assert_allclose(db, by_b, **close)
    logits = torch.tensor(X @ W + b)
    theirs = torch.nn.functional.cross_entropy(logits, torch.tensor(Y))
    assert loss_of(X, Y, W, b) == pytest.approx(theirs.item(), rel=1e-12)


def test_one_step_by_hand():
    X, Y = np.array([[1.0, 0.0, 1.0]]), np.array([[1.0, 0.0]])
    dW, db = gradients(X, Y, np.zeros((3, 2)), np.zeros(2))
    np.testing.assert_array_equal(-dW, [[0.5, -0.5], [0, 0], [0.5, -0.5]])
    np.testing.assert_array_equal(X @ -dW - db, [[1.5, -1.5]])
    assert probabilities(X, -dW, -db)[0, 0] == pytest.approx(0.9526, abs=1e-4)


def test_the_first_model_reads_97_of_100(digits):
    X, y = digits
    W, b, losses = train(X[:1437], y[:1437], steps=201)
    assert losses[0] == pytest.approx(np.log(10))
    assert losses[200] == pytest.approx(0.1956, abs=1e-4)
    assert (np.diff(losses) < 0).all()
    assert right(W, b, X[1437:], y[1437:]) == 348
    moved = np.pad(X[1437:].reshape(-1, 8, 8), ((0, 0), (0, 0), (1, 0)))[:, :, :8]
    assert right(W, b, moved.reshape(-1, 64), y[1437:]) == 145


@pytest.mark.parametrize(
    ("n", "known", "read"),
    [(10, 10, 14), (20, 20, 32), (50, 50, 40), (100, 99, 48)],
)
def test_what_the_widget_shows(digits, n, known, read):
    X, y = digits
    W, b, losses = train(X[:n], y[:n], steps=100)
    assert right(W, b, X[:n], y[:n]) == known
    assert right(W, b, X[1437:1487], y[1437:1487]) == read
    if n == 100:
        assert losses[100] == pytest.approx(0.149, abs=5e-4)
        bouncing = train(X[:n], y[:n], lr=5.0, steps=100)[2]
        assert (np.diff(bouncing) > 0).sum() == 8
        assert bouncing[100] == pytest.approx(0.024, abs=5e-4)

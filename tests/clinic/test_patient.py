"""환자: 나눈 데이터, He 초깃값, 다섯 줄의 학습."""

import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD


def test_rows_are_the_digits_between_zero_and_one():
    X, y, X_valid, y_valid = digit_rows()
    assert X.shape == (1200, 64) and X_valid.shape == (300, 64)
    assert X.min() == 0 and X.max() == 1
    whole, labels = load_digits()
    np.testing.assert_array_equal(np.concatenate([X, X_valid]) * 16, whole[:1500])
    np.testing.assert_array_equal(np.concatenate([y, y_valid]), labels[:1500])


def test_net_keeps_the_size_of_the_signal():
    model = digit_net((400, 300, 10), rng=np.random.default_rng(0))
    assert [type(layer) for layer in model] == [nn.Linear, nn.ReLU, nn.Linear]
    assert model[0].weight.shape == (300, 400)
    np.testing.assert_allclose(model[0].weight.data.std(), np.sqrt(2 / 400), rtol=0.02)
    assert not model[0].bias.data.any() and not model[2].bias.data.any()


def test_training_is_the_same_steps_written_out():
    X, y, _, _ = digit_rows()
    model = digit_net(rng=np.random.default_rng(0))
    losses = train(
        model, X, y, SGD(model.parameters(), 0.1), 5, 8, rng=np.random.default_rng(3)
    )
    other, rng = digit_net(rng=np.random.default_rng(0)), np.random.default_rng(3)
    for loss in losses:
        rows = rng.integers(0, 1200, 8)
        want = nn.functional.cross_entropy(other(X[rows]), y[rows])
        assert loss == want.item()
        other.zero_grad()
        want.backward()
        for p in other.parameters():
            p.data -= 0.1 * p.grad
    for a, b in zip(model.parameters(), other.parameters(), strict=True):
        np.testing.assert_allclose(a.data, b.data, rtol=1e-12)


def test_training_learns_the_digits():
    X, y, X_valid, y_valid = digit_rows()
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    train(model, X, y, SGD(model.parameters(), 0.3), 300, rng=rng)
    assert np.mean(model(X_valid).data.argmax(axis=1) == y_valid) > 0.9

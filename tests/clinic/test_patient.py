"""환자: 나눈 데이터, He 초깃값, 다섯 줄의 학습."""

import numpy as np
import pytest

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


def test_the_patient_is_the_size_that_the_page_says():
    model = digit_net(rng=np.random.default_rng(0))
    assert [layer.weight.shape for layer in [*model][::2]] == [
        (32, 64),
        (32, 32),
        (10, 32),
    ]


def test_a_net_may_be_one_layer():
    assert len(digit_net((4, 3), rng=np.random.default_rng(0))) == 1


def test_a_step_looks_at_sixty_four_rows():
    X, y, _, _ = digit_rows()
    model, seen = digit_net(rng=np.random.default_rng(0)), []
    forward = model.forward
    model.forward = lambda x: (seen.append(len(x)), forward(x))[1]
    train(model, X, y, SGD(model.parameters(), 0.1), 1, rng=np.random.default_rng(0))
    assert seen == [64]


def test_no_steps_change_nothing():
    X, y, _, _ = digit_rows()
    model = digit_net(rng=np.random.default_rng(0))
    before = [p.data.copy() for p in model.parameters()]
    optimizer = SGD(model.parameters(), 0.1)
    assert train(model, X, y, optimizer, 0, rng=np.random.default_rng(0)).shape == (0,)
    for p, old in zip(model.parameters(), before, strict=True):
        np.testing.assert_array_equal(p.data, old)


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"sizes": 64}, "^sizes: 정수의 목록"),
        ({"sizes": (64,)}, "^sizes: 정수를 2개 이상"),
        ({"rng": 0}, "^rng: "),
    ],
)
def test_net_names_what_is_wrong(how, message):
    with pytest.raises(ValueError, match=message):
        digit_net(**{"rng": np.random.default_rng(0), **how})


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"X": np.zeros(64)}, r"^X: 모양이 \(N, D\)"),
        ({"y": np.zeros((1, 2), int)}, r"^y: 모양이 \(2,\).*\(1, 2\)"),
        ({"y": np.zeros(3, int)}, r"^y: 모양이 \(2,\).*\(3,\)"),
        ({"y": [0.5, 0.5]}, "^y: 정수를"),
        ({"size": 0}, "^size: 1 이상의 정수"),
        ({"steps": -1}, "^steps: 0 이상의 정수"),
        ({"rng": 0}, "^rng: "),
        ({"optimizer": "SGD"}, "^optimizer: Optimizer 하나를"),
        ({"model": "net"}, "^model: Module 하나를"),
    ],
)
def test_training_names_what_is_wrong(how, message):
    model = digit_net((64, 10), rng=np.random.default_rng(0))
    good = {
        "model": model,
        "X": np.zeros((2, 64)),
        "y": np.zeros(2, int),
        "optimizer": SGD(model.parameters(), 0.1),
        "steps": 1,
        "size": 2,
        "rng": np.random.default_rng(0),
    }
    with pytest.raises(ValueError, match=message):
        train(**good | how)

"""학습 반복문: PyTorch의 같은 반복문과 걸음마다 같고, 데이터를 한 번씩 쓴다."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lessons import nn
from lessons.cnn.training import accuracy, predict, train_epoch
from lessons.dl.optimizers import SGD


def small(rng):
    return nn.Sequential(nn.Flatten(), nn.Linear(4, 3, rng=rng))


@pytest.fixture
def data():
    rng = np.random.default_rng(0)
    return rng.normal(size=(10, 1, 2, 2)), rng.integers(3, size=10)


def test_epoch_equals_torch_step_by_step(data):
    X, y = data
    model = small(np.random.default_rng(1))
    theirs = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(4, 3)).double()
    weights = {k: torch.from_numpy(v) for k, v in model.state_dict().items()}
    theirs.load_state_dict(weights)
    optimizer = torch.optim.SGD(theirs.parameters(), lr=0.3)
    order, total = np.random.default_rng(2).permutation(10), 0.0
    for start in (0, 4, 8):
        batch = order[start : start + 4]
        z = theirs(torch.from_numpy(X[batch]))
        loss = F.cross_entropy(z, torch.from_numpy(y[batch]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    ours = SGD(model.parameters(), lr=0.3)
    told = train_epoch(model, X, y, ours, 4, rng=np.random.default_rng(2))
    assert told == pytest.approx(total / 10, abs=1e-14)
    for name, value in model.state_dict().items():
        expected = theirs.state_dict()[name]
        np.testing.assert_allclose(value, expected, atol=1e-14)


def test_modes_are_switched(data):
    X, y = data
    model = small(np.random.default_rng(1)).eval()
    optimizer = SGD(model.parameters(), lr=0.1)
    train_epoch(model, X, y, optimizer, rng=np.random.default_rng(0))
    assert model.training
    predict(model, X)
    assert not model.training


def test_prediction_does_not_depend_on_the_batch(data):
    X, y = data
    model = small(np.random.default_rng(1))
    np.testing.assert_allclose(predict(model, X, 3), predict(model, X), atol=1e-15)
    z = predict(model, X)
    assert z.shape == (10, 3)
    assert accuracy(model, X, y) == np.mean(z.argmax(axis=1) == y)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"y": np.zeros(9, int)}, r"y: 모양이 \(10,\)"),
        ({"y": np.zeros((10, 1), int)}, r"y\.reshape\(-1\)"),
        ({"y": np.zeros(10)}, "y: 정수를 넣는다"),
        ({"batch_size": 0}, "^batch_size: 1 이상"),
        ({"rng": 0}, "^rng: "),
        ({"X": np.zeros(10)}, r"^X: 모양이 \(..., H, W\)"),
        ({"model": 3}, "^model: Module 하나"),
    ],
)
def test_bad_arguments(data, change, words):
    X, y = data
    model = small(np.random.default_rng(1))
    rng = np.random.default_rng(0)
    optimizer = SGD(model.parameters(), lr=0.1)
    given = {"model": model, "X": X, "y": y, "optimizer": optimizer, "rng": rng}
    with pytest.raises(ValueError, match=words):
        train_epoch(**given | change)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda m, X, y: predict(3, X), "^model: Module 하나"),
        (lambda m, X, y: predict(m, X[0, 0, 0]), r"^X: 모양이 \(..., H, W\)"),
        (lambda m, X, y: predict(m, X, 0), "^batch_size: 1 이상"),
        (lambda m, X, y: accuracy(m, X, y[:9]), r"^y: 모양이 \(10,\)"),
        (lambda m, X, y: accuracy(m, X, y[:, None]), r"^y: 모양이 \(10,\)"),
    ],
)
def test_bad_questions(data, call, words):
    with pytest.raises(ValueError, match=words):
        call(small(np.random.default_rng(1)), *data)


def test_usual_batches():
    """정하지 않으면 64장씩 배우고 250장씩 답한다. 없는 그림에는 빈 답을 낸다."""
    sizes = []

    class Told(nn.Module):
        def __init__(self):
            self.inner = small(np.random.default_rng(1))

        def forward(self, x):
            sizes.append(len(x))
            return self.inner(x)

    model, X, y = Told(), np.zeros((251, 1, 2, 2)), np.zeros(251, int)
    optimizer = SGD(model.parameters(), lr=0.1)
    train_epoch(model, X[:65], y[:65], optimizer, rng=np.random.default_rng(0))
    assert sizes == [64, 1]
    sizes.clear()
    assert predict(model, X).shape == (251, 3)
    assert sizes == [250, 1]
    assert predict(model, X[:0]).shape == (0, 3)
    assert predict(model, X[:2], 1).shape == (2, 3)

"""배치 정규화: PyTorch와 같은 값, 기울기, 이동 평균, 상태 사전. 페이지의 손계산."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons import nn
from lessons.cnn.batch_norm import BatchNorm2d, batch_norm, normalize
from lessons.cnn.conv.layers import Conv2d
from lessons.dl.gradcheck import gradcheck
from lessons.dl.optimizers import SGD
from lessons.dl.tensor import Tensor

SHAPES = [(4, 3, 5, 2), (2, 1, 3, 7), (7, 5), (1, 2, 2, 3)]


@pytest.fixture
def rng():
    return np.random.default_rng(6)


def inputs(rng, shape):
    C = shape[1]
    x = rng.normal(3, 2, shape)
    return x, rng.normal(size=C), rng.uniform(0.5, 2, C), *rng.normal(size=(2, C))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("training", [True, False])
def test_value_gradients_and_running_statistics_are_torch(rng, shape, training):
    x, mean, var, w, b = inputs(rng, shape)
    ours = [Tensor(a) for a in (x, w, b)]
    theirs = [torch.tensor(a, requires_grad=True) for a in (x, w, b)]
    kept = [torch.tensor(a) for a in (mean, var)]
    options = {"training": training, "momentum": 0.3, "eps": 1e-3}
    y = batch_norm(ours[0], mean, var, *ours[1:], **options)
    want = F.batch_norm(theirs[0], *kept, *theirs[1:], **options)
    assert_allclose(y.data, want.detach(), rtol=1e-11, atol=1e-12)
    assert_allclose(mean, kept[0], rtol=1e-12)
    assert_allclose(var, kept[1], rtol=1e-12)
    dy = rng.normal(size=shape)
    y.backward(dy)
    want.backward(torch.tensor(dy))
    for mine, other in zip(ours, theirs, strict=True):
        assert_allclose(mine.grad, other.grad, rtol=1e-9, atol=1e-11)


def test_defaults_are_torch(rng):
    x, mean, var, _, _ = inputs(rng, (3, 2, 4, 4))
    ours = batch_norm(x, mean, var).data
    theirs = F.batch_norm(*map(torch.tensor, (x, mean, var)))
    assert_allclose(ours, theirs, rtol=1e-12)
    kept = torch.tensor(mean), torch.tensor(var)
    batch_norm(x, mean, var, training=True)
    F.batch_norm(torch.tensor(x), *kept, training=True)
    assert_allclose(mean, kept[0], rtol=1e-12)
    assert_allclose(var, kept[1], rtol=1e-12)


@pytest.mark.parametrize("training", [True, False])
def test_the_gradient_check_passes(rng, training):
    x, mean, var, w, b = inputs(rng, (3, 2, 2, 3))

    def function(x, w, b):
        return batch_norm(x, mean.copy(), var.copy(), w, b, training)

    assert gradcheck(function, [x, w, b])


def test_the_page_by_hand():
    x = Tensor(np.array([1.0, 3, 5, 7]).reshape(4, 1))
    mean, var = np.zeros(1), np.ones(1)
    y = batch_norm(x, mean, var, training=True, eps=1e-12)
    assert_allclose(y.data.ravel(), np.array([-3, -1, 1, 3]) / np.sqrt(5))
    assert_allclose(mean, [0.4])
    assert_allclose(var, [0.9 + 20 / 3 / 10])
    y.backward(np.array([[1.0], [0], [0], [0]]))
    assert_allclose(x.grad.ravel(), np.array([0.3, -0.4, -0.1, 0.2]) / np.sqrt(5))


def test_a_normalized_batch_has_mean_zero_and_variance_one(rng):
    x = rng.normal(50, 9, (8, 3, 4, 4))
    y = batch_norm(x, None, None, training=True).data
    assert_allclose(y.mean(axis=(0, 2, 3)), 0, atol=1e-12)
    assert_allclose(y.var(axis=(0, 2, 3)), 1, rtol=1e-5)


def test_training_forgets_scale_and_offset_of_the_input(rng):
    x = rng.normal(size=(6, 2, 3, 3))
    y = batch_norm(x, None, None, training=True, eps=1e-12).data
    z = batch_norm(40 * x + 7, None, None, training=True, eps=1e-12).data
    assert_allclose(y, z, rtol=1e-9, atol=1e-9)


def test_the_training_gradient_is_flat_along_scale_and_offset(rng):
    x = Tensor(rng.normal(size=(6, 2, 3, 3)))
    y = batch_norm(x, None, None, training=True, eps=1e-12)
    y.backward(rng.normal(size=y.shape))
    assert_allclose(x.grad.sum(axis=(0, 2, 3)), 0, atol=1e-12)
    assert_allclose((x.grad * x.data).sum(axis=(0, 2, 3)), 0, atol=1e-10)


@pytest.mark.parametrize(
    "options",
    [{}, {"momentum": None}, {"affine": False}, {"track_running_stats": False},
     {"bias": False},
     {"eps": 1e-2, "momentum": 0.4}],
)  # fmt: skip
def test_the_layer_walks_with_torch(rng, options):
    mine, theirs = (
        BatchNorm2d(3, **options),
        torch.nn.BatchNorm2d(3, **options).double(),
    )
    assert repr(mine) == repr(theirs)
    assert [*mine.state_dict()] == [*theirs.state_dict()]
    for step in range(7):
        x = rng.normal(step, 2, (4, 3, 3, 2))
        for mode in (True, False):
            mine.train(mode), theirs.train(mode)
            here, there = Tensor(x), torch.tensor(x, requires_grad=True)
            y, want = mine(here), theirs(there)
            assert_allclose(y.data, want.detach(), rtol=1e-11, atol=1e-12)
            dy = rng.normal(size=x.shape)
            y.backward(dy), want.backward(torch.tensor(dy))
            assert_allclose(here.grad, there.grad, rtol=1e-9, atol=1e-11)
    for name, a in theirs.state_dict().items():
        assert_allclose(mine.state_dict()[name], a.numpy(), rtol=1e-12)


def test_the_state_goes_both_ways(rng):
    mine, theirs = BatchNorm2d(4), torch.nn.BatchNorm2d(4).double()
    mine(rng.normal(2, 3, (5, 4, 2, 2)))
    theirs.load_state_dict({k: torch.tensor(a) for k, a in mine.state_dict().items()})
    x = rng.normal(size=(2, 4, 3, 3))
    mine.eval(), theirs.eval()
    assert_allclose(mine(x).data, theirs(torch.tensor(x)).detach(), rtol=1e-12)
    assert theirs.num_batches_tracked == 1
    theirs.train()(torch.tensor(x))
    mine.load_state_dict(theirs.state_dict())
    assert mine.num_batches_tracked == 2
    assert mine.num_batches_tracked.dtype == np.int64
    assert_allclose(mine.running_var, theirs.running_var, rtol=1e-12)


def test_a_network_walks_with_torch(rng):
    mine = nn.Sequential(
        Conv2d(1, 4, 3, bias=False, rng=rng), BatchNorm2d(4), nn.ReLU(),
        nn.Flatten(), nn.Linear(4 * 4 * 4, 3, rng=rng),
    )  # fmt: skip
    theirs = torch.nn.Sequential(
        torch.nn.Conv2d(1, 4, 3, bias=False), torch.nn.BatchNorm2d(4), torch.nn.ReLU(),
        torch.nn.Flatten(), torch.nn.Linear(4 * 4 * 4, 3),
    ).double()  # fmt: skip
    theirs.load_state_dict({k: torch.tensor(a) for k, a in mine.state_dict().items()})
    X, y = rng.normal(size=(24, 1, 6, 6)), rng.integers(3, size=24)
    ours = SGD(mine.parameters(), lr=0.05, momentum=0.9)
    other = torch.optim.SGD(theirs.parameters(), lr=0.05, momentum=0.9)
    for _ in range(60):
        ours.zero_grad(), other.zero_grad()
        nn.functional.cross_entropy(mine(X), y).backward()
        F.cross_entropy(theirs(torch.tensor(X)), torch.tensor(y)).backward()
        ours.step(), other.step()
    for name, a in theirs.state_dict().items():
        assert_allclose(mine.state_dict()[name], a.numpy(), rtol=1e-6, atol=1e-8)


def test_arguments_stay_except_the_running_statistics_of_training(rng):
    x, mean, var, w, b = inputs(rng, (3, 2, 2, 2))
    before = [a.copy() for a in (x, mean, var, w, b)]
    batch_norm(x, mean, var, w, b)
    for a, same in zip((x, mean, var, w, b), before, strict=True):
        assert np.array_equal(a, same)
    batch_norm(x, mean, var, w, b, training=True)
    for i in (0, 3, 4):
        assert np.array_equal((x, mean, var, w, b)[i], before[i])
    assert not np.array_equal(mean, before[1])


def test_normalize_keeps_the_sign_of_the_shift():
    x_hat, sigma = normalize(
        np.array([[2.0, 8]]), np.array([1.0, 2]), np.array([4.0, 9]), 0
    )
    assert x_hat.tolist() == [[0.5, 2.0]] and sigma.ravel().tolist() == [2, 3]


ZEROS, ONES = np.zeros(3), np.ones(3)
TRAIN = {"training": True}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": np.ones((2, 3, 4))}, r"^x: 모양이 \(N, C, H, W\)이나 \(N, C\)"),
        ({"running_mean": None, "running_var": None}, "추론에는 둘 다"),
        ({"running_mean": None}, "추론에는 둘 다"),
        ({"running_var": None}, "추론에는 둘 다"),
        ({"running_mean": np.zeros(2)}, r"^running_mean: 모양이 \(3,\)"),
        ({"running_var": np.ones(2)}, r"^running_var: 모양이 \(3,\)"),
        ({"x": np.ones((1, 3)), **TRAIN}, "^x: 학습할 때는.*값이 둘 이상"),
        ({"running_mean": [0, 0, 0], **TRAIN}, "^running_mean: 제자리에서.*것: list"),
        ({"running_var": [1, 1, 1], **TRAIN}, "^running_var: 제자리에서.*것: list"),
        ({"weight": np.ones(2)}, r"^weight: 모양이 \(3,\)"),
        ({"bias": np.ones(4)}, r"^bias: 모양이 \(3,\)"),
        ({"training": 1}, "^training: True나"),
        ({"momentum": 1.5}, "^momentum: 0 이상 1 이하"),
        ({"eps": 0}, "^eps: 0 초과"),
    ],
)
def test_errors(change, message):
    given = {"x": np.ones((2, 3)), "running_mean": ZEROS, "running_var": ONES}
    with pytest.raises(ValueError, match=message):
        batch_norm(**given | change)


def test_two_values_are_enough_to_train():
    y = batch_norm(np.array([[1.0], [3]]), np.zeros(1), np.ones(1), training=True)
    assert_allclose(y.data.ravel(), [-1, 1], rtol=1e-5)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"num_features": 0}, "^num_features: 1 이상"),
        ({"eps": 0}, "^eps: 0 초과"),
        ({"momentum": 1.5}, "^momentum: 0 이상 1 이하"),
        ({"affine": 0}, "^affine: True나"),
        ({"track_running_stats": 0}, "^track_running_stats: True나"),
        ({"bias": 0}, "^bias: True나"),
    ],
)
def test_layer_errors(options, message):
    with pytest.raises(ValueError, match=message):
        BatchNorm2d(**{"num_features": 2} | options)


def test_layer_names_the_shape_it_wants():
    for shape in ((1, 3, 2, 2), (1, 2, 2)):
        with pytest.raises(ValueError, match=r"^x: 모양이 \(N, 2, H, W\)"):
            BatchNorm2d(2)(np.ones(shape))

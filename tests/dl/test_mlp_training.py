"""학습: 손실과 기울기, PyTorch와 걸음마다의 일치, 본문의 수."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.datasets import make_moons, make_spirals
from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import Linear, ReLU, Sequential, Sigmoid, Tanh
from lessons.dl.layers_torch import to_torch, train_torch
from lessons.dl.mlp_training import accuracy, build_mlp, logistic_loss, train


@pytest.fixture
def rng():
    return np.random.default_rng(88)


def test_loss_by_hand():
    """본문의 표: z = 2일 때 정답이 1이면 0.127, 0이면 2.127"""
    assert_allclose(logistic_loss([[2.0]], [1])[0], 0.127, atol=5e-4)
    assert_allclose(logistic_loss([[2.0]], [0])[0], 2.127, atol=5e-4)
    loss, dz = logistic_loss(np.zeros((4, 1)), np.array([0, 1, 1, 0]))
    assert_allclose(loss, np.log(2))
    assert dz.ravel().tolist() == [0.125, -0.125, -0.125, 0.125]


def test_loss_is_torch(rng):
    z, y = rng.normal(0, 4, (13, 1)), rng.integers(0, 2, 13)
    z_torch = torch.tensor(z, requires_grad=True)
    target = torch.from_numpy(y).double()[:, None]
    want = torch.nn.functional.binary_cross_entropy_with_logits(z_torch, target)
    want.backward()
    loss, dz = logistic_loss(z, y)
    assert_allclose(loss, want.item(), rtol=1e-14)
    assert_allclose(dz, z_torch.grad.numpy(), rtol=1e-12)
    slope = numerical_gradient(lambda v: logistic_loss(v, y)[0], z)
    assert_allclose(dz, slope, atol=1e-9)
    assert type(loss) is float


def test_loss_does_not_overflow():
    loss, dz = logistic_loss(np.array([[1e4], [-1e4]]), np.array([0, 1]))
    assert loss == 1e4
    assert dz.ravel().tolist() == [0.5, -0.5]


@pytest.mark.parametrize(
    ("z", "y", "message"),
    [
        (np.zeros((3, 1)), [0, 1], r"y: 모양이 \(3,\)인.*\(2,\)"),
        (np.zeros(3), [0, 1, 1], r"z: 모양이 \(N, 1\)인.*\(3,\)"),
        (np.zeros((2, 1)), [[0], [1]], r"y: 모양이 \(2,\)인.*y\.reshape\(-1\)"),
        (np.zeros((2, 1)), ["0", "1"], "y: 실수를 넣는다"),
        (np.zeros((2, 1)), [0, -1], "y: 0이나 1을 넣는다"),
        (np.zeros((2, 1)), [0, 2], r"y: 0이나 1을 넣는다. 받은 값: \[0\. 2\.\]"),
    ],
)
def test_loss_errors(z, y, message):
    with pytest.raises(ValueError, match=message):
        logistic_loss(z, y)


def test_build_mlp(rng):
    model = build_mlp([2, 5, 3, 1], Tanh, rng=rng)
    kinds = [type(layer).__name__ for layer in model.layers]
    assert kinds == ["Linear", "Tanh", "Linear", "Tanh", "Linear"]
    shapes = [layer.W.shape for layer in model.layers[::2]]
    assert shapes == [(2, 5), (5, 3), (3, 1)]
    assert model.layers[0].b.any()


def test_build_mlp_with_an_init():
    model = build_mlp([300, 400, 1], ReLU, kaiming_normal, rng=np.random.default_rng(0))
    hidden = model.layers[0]
    assert hidden.b.shape == (400,) and not hidden.b.any()
    assert_allclose(hidden.W.std(), np.sqrt(2 / 300), rtol=1e-2)


@pytest.mark.parametrize(
    ("sizes", "count"), [([2, 16, 16, 1], 337), ([2, 84, 1], 337), ([2, 128, 1], 513)]
)
def test_parameter_counts_of_the_page(rng, sizes, count):
    layers = build_mlp(sizes, ReLU, rng=rng).layers[::2]
    assert sum(layer.W.size + layer.b.size for layer in layers) == count


@pytest.mark.parametrize("activation", [Sigmoid, Tanh, ReLU])
def test_two_hundred_steps_are_torch(rng, activation):
    X, y = make_moons(60, noise=0.2, rng=rng)
    ours = build_mlp([2, 7, 5, 1], activation, rng=rng)
    theirs = to_torch(ours)
    losses = train(ours, X, y, lr=0.3, steps=200)
    assert losses.shape == (200,)
    assert_allclose(losses, train_torch(theirs, X, y, 0.3, 200), rtol=0, atol=1e-12)
    for mine, other in zip(ours.layers[::2], list(theirs)[::2], strict=True):
        assert_allclose(mine.W, other.weight.detach().numpy().T, atol=1e-11)
        assert_allclose(mine.b, other.bias.detach().numpy(), atol=1e-11)


def test_layers_without_bias_are_trained_too(rng):
    X, y = make_moons(20, rng=rng)
    model = Sequential(Linear(2, 1, bias=False, rng=rng))
    losses = train(model, X, y, lr=0.1, steps=20)
    assert losses[-1] < losses[0]
    assert model.layers[0].b is None


def test_given_weights_are_not_changed_in_place(rng):
    X, y = make_moons(20, rng=rng)
    model = Sequential(Linear(2, 1, rng=rng))
    W, b = np.ones((2, 1)), np.ones(1)
    model.layers[0].W, model.layers[0].b = W, b
    train(model, X, y, lr=0.1, steps=3)
    assert (W == 1).all() and (b == 1).all()


def test_accuracy_reads_the_sign(rng):
    model = Sequential(Linear(1, 1, bias=False, rng=rng))
    model.layers[0].W = np.ones((1, 1))
    x = np.array([[-1.0], [0.0], [1e-9], [2.0]])
    assert accuracy(model, x, np.array([0, 0, 1, 0])) == 0.75


# 본문의 수


def test_six_sigmoid_layers_do_not_move():
    X, y = make_moons(200, noise=0.1, rng=np.random.default_rng(0))
    ends = []
    for activation, init in ((Sigmoid, xavier_normal), (ReLU, kaiming_normal)):
        rng = np.random.default_rng(0)
        model = build_mlp([2, *[16] * 6, 1], activation, init, rng=rng)
        if activation is Sigmoid:
            _, dz = logistic_loss(model.forward(X), y)
            model.backward(dz)
            first, last = (abs(model.layers[i].dW).mean() for i in (0, -1))
            assert 2000 < last / first < 2600
        ends.append(train(model, X, y, lr=0.5, steps=1000)[-1])
    assert abs(ends[0] - np.log(2)) < 1e-3
    assert ends[1] < 5e-4


def test_sigmoid_gradient_shrinks_by_a_quarter_per_layer():
    rng = np.random.default_rng(0)
    X, up = rng.standard_normal((64, 128)), rng.standard_normal((64, 128))
    model = build_mlp([128] * 21, Sigmoid, xavier_normal, rng=np.random.default_rng(1))
    model.forward(X)
    model.backward(up)
    ratio = model.layers[0].dW.std() / model.layers[-1].dW.std()
    assert_allclose(ratio ** (1 / 19), 0.24, atol=5e-3)


def test_spirals_by_one_layer_and_by_two():
    X, y = make_spirals(200, noise=0.02, rng=np.random.default_rng(0))
    rates = []
    for hidden in ([84], [16, 16]):
        rng = np.random.default_rng(0)
        model = build_mlp([2, *hidden, 1], ReLU, kaiming_normal, rng=rng)
        train(model, X, y, lr=0.5, steps=2000)
        rates.append(accuracy(model, X, y))
    assert rates[0] < 0.75
    assert rates[1] == 1


def test_same_units_stay_the_same():
    X, y = make_moons(100, noise=0.1, rng=np.random.default_rng(0))

    def same(shape, rng):
        return np.full(shape, 0.3)

    model = build_mlp([2, 6, 6, 1], Tanh, same, rng=np.random.default_rng(0))
    train(model, X, y, lr=0.5, steps=200)
    for layer in model.layers[::2]:
        assert_allclose(layer.W, layer.W[:, :1] * np.ones_like(layer.W), atol=1e-12)
    assert np.ptp(model.layers[0].W, axis=0).max() > 0.1


def test_column_labels_are_never_broadcast():
    rng = np.random.default_rng(0)
    model = build_mlp([2, 1], ReLU, rng=rng)
    X = rng.standard_normal((8, 2))
    y = model.forward(X)[:, 0] > 0
    assert accuracy(model, X, y) == accuracy(model, X, y.astype(np.uint8)) == 1
    with pytest.raises(ValueError, match=r"y: 모양이 \(8,\)인.*y\.reshape\(-1\)"):
        accuracy(model, X, y[:, None])
    assert (
        logistic_loss(model.forward(X), y)[0]
        == logistic_loss(model.forward(X), y.astype(int))[0]
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lr": "0.1"}, "lr: 0 초과인 수"),
        ({"steps": 1.5}, "steps: 0 이상의 정수"),
        ({"y": [[0], [1]]}, "y: 모양이"),
        ({"X": [[1j, 0], [0, 1]]}, "x: 실수를 넣는다"),
    ],
)
def test_train_refuses_what_is_not_asked_for(options, message):
    model = build_mlp([2, 1], ReLU, rng=np.random.default_rng(0))
    good = {"X": np.ones((2, 2)), "y": [0, 1], "lr": 0.1, "steps": 1}
    with pytest.raises(ValueError, match=message):
        train(model, **good | options)
    with pytest.raises(ValueError, match="sizes: 정수를 2개 이상"):
        build_mlp([2], ReLU, rng=np.random.default_rng(0))

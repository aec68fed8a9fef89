"""층: PyTorch와 같은 값, 같은 이름, 같은 200걸음."""

from collections import OrderedDict

import numpy as np
import pytest
import torch
import torch.nn.functional as TF
from numpy.testing import assert_allclose

from lessons import nn
from lessons.datasets import load_digits
from lessons.dl import optimizers
from lessons.nn import functional as F


def generator(seed=0):
    return np.random.default_rng(seed)


STEPS = {
    "SGD": {"lr": 0.1, "momentum": 0.9, "nesterov": True},
    "Adagrad": {"lr": 0.02},
    "RMSprop": {"lr": 1e-3, "momentum": 0.5},
    "Adam": {"lr": 2e-3},
    "AdamW": {"lr": 2e-3, "weight_decay": 0.1},
}


@pytest.mark.parametrize("name", STEPS)
def test_digits_mlp_walks_200_steps_with_torch(name):
    X, y = load_digits()
    X, rng = X / 16, generator(3)
    mine = nn.Sequential(
        nn.Linear(64, 32, rng=rng),
        nn.ReLU(),
        nn.Linear(32, 16, rng=rng),
        nn.ReLU(),
        nn.Linear(16, 10, rng=rng),
    )
    theirs = torch.nn.Sequential(
        torch.nn.Linear(64, 32),
        torch.nn.ReLU(),
        torch.nn.Linear(32, 16),
        torch.nn.ReLU(),
        torch.nn.Linear(16, 10),
    ).double()
    state = mine.state_dict()
    theirs.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()})
    ours = getattr(optimizers, name)(mine.parameters(), **STEPS[name])
    other = getattr(torch.optim, name)(theirs.parameters(), **STEPS[name])
    first, last = [], []
    for _ in range(200):
        batch = rng.integers(len(X), size=32)
        ours.zero_grad()
        other.zero_grad()
        loss = F.cross_entropy(mine(X[batch]), y[batch])
        want = TF.cross_entropy(
            theirs(torch.from_numpy(X[batch])), torch.from_numpy(y[batch])
        )
        loss.backward()
        want.backward()
        assert_allclose(loss.item(), want.item(), rtol=1e-6)
        ours.step()
        other.step()
        (first if len(first) < 20 else last).append(loss.item())
    for name, value in theirs.state_dict().items():
        assert_allclose(mine.state_dict()[name], value, rtol=1e-6, atol=1e-8)
    assert np.mean(last[-20:]) < 0.6 * np.mean(first)


def test_linear_starts_as_torch_does():
    layer = nn.Linear(100, 400, rng=generator())
    torch.manual_seed(0)
    other = torch.nn.Linear(100, 400)
    for name in ("weight", "bias"):
        a, b = getattr(layer, name).data, getattr(other, name).detach().numpy()
        assert a.shape == b.shape
        assert 0.099 < abs(a).max() <= 0.1 and abs(b).max() <= 0.1
        assert_allclose(a.std(), b.std(), rtol=0.1)
        assert abs(a.mean()) < 0.01
    again = nn.Linear(100, 400, rng=generator())
    assert (again.weight.data == layer.weight.data).all()
    assert nn.Linear(2, 3, False, rng=generator()).bias is None
    assert isinstance(layer.weight, nn.Parameter) and layer.in_features == 100
    assert layer.out_features == 400


@pytest.mark.parametrize("shape", [(5,), (4, 5), (2, 3, 5)])
@pytest.mark.parametrize("bias", [True, False])
def test_linear_is_torch_forward_and_backward(shape, bias):
    rng = generator(1)
    mine = nn.Linear(5, 3, bias=bias, rng=rng)
    theirs = torch.nn.Linear(5, 3, bias=bias).double()
    state = mine.state_dict()
    theirs.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()})
    x, dz = rng.normal(size=shape), rng.normal(size=(*shape[:-1], 3))
    out = mine(x)
    out.backward(dz)
    other = theirs(torch.from_numpy(x))
    other.backward(torch.from_numpy(dz))
    assert_allclose(out.data, other.detach(), rtol=1e-13)
    for p, q in zip(mine.parameters(), theirs.parameters(), strict=True):
        assert_allclose(p.grad, q.grad, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("size", [0, -1, 2.5, True, "3"])
def test_linear_refuses_odd_sizes(size):
    with pytest.raises(ValueError, match="in_features: 1 이상의 정수"):
        nn.Linear(size, 2, rng=generator())
    with pytest.raises(ValueError, match="out_features: 1 이상의 정수"):
        nn.Linear(2, size, rng=generator())


def test_linear_needs_a_generator():
    with pytest.raises(ValueError, match=r"rng: np\.random\.default_rng"):
        nn.Linear(2, 3, rng=0)
    with pytest.raises(ValueError, match=r"^bias: True나 False"):
        nn.Linear(2, 3, 1, rng=generator())


@pytest.mark.parametrize("name", ["ReLU", "Tanh", "Sigmoid"])
def test_activations_are_torch(name):
    x = np.array([[-2.0, 0.0, 3.0], [0.5, -0.1, 40.0]])
    want = getattr(torch.nn, name)()(torch.from_numpy(x))
    assert_allclose(getattr(nn, name)()(x).data, want, rtol=1e-14)
    assert repr(getattr(nn, name)()) == f"{name}()"


@pytest.mark.parametrize("options", [{}, {"start_dim": 0}, {"end_dim": 2}])
def test_flatten_is_torch(options):
    x = np.arange(48.0).reshape(2, 3, 2, 4)
    want = torch.nn.Flatten(**options)(torch.from_numpy(x)).numpy()
    assert (nn.Flatten(**options)(x).data == want).all()
    assert nn.Flatten(**options)(x).shape == want.shape
    assert repr(nn.Flatten()) == "Flatten(start_dim=1, end_dim=-1)"


def test_sequential_is_a_list_of_layers():
    rng = generator()
    first, relu, last = nn.Linear(3, 4, rng=rng), nn.ReLU(), nn.Linear(4, 2, rng=rng)
    model = nn.Sequential(first, relu, last)
    assert len(model) == 3 and list(model) == [first, relu, last]
    assert model[0] is first and model[-1] is last
    head = model[:2]
    assert isinstance(head, nn.Sequential) and list(head) == [first, relu]
    assert list(dict(model[1:].named_children())) == ["1", "2"]
    model.append(nn.ReLU())
    assert list(dict(model.named_children())) == ["0", "1", "2", "3"]
    assert model.append(relu) is model and len(model) == 5
    assert [type(m).__name__ for m in model][-1] == "ReLU"
    assert nn.Sequential()([[1.0, -2.0]]) == [[1.0, -2.0]]
    x = rng.normal(size=(5, 3))
    assert_allclose(model[:3](x).data, last(relu(first(x))).data)
    with pytest.raises(IndexError):
        model[9]


def test_sequential_by_names():
    rng = generator()
    layers = OrderedDict(enter=nn.Linear(3, 4, rng=rng), bend=nn.ReLU())
    model = nn.Sequential(layers)
    assert list(model.state_dict()) == ["enter.weight", "enter.bias"]
    assert model[1] is layers["bend"]
    assert list(dict(model[1:].named_children())) == ["bend"]


def test_module_list_holds_layers_but_does_not_connect_them():
    layers = nn.ModuleList(nn.Linear(2, 2, rng=generator()) for _ in range(3))
    assert len(layers) == 3 and layers[1] is list(layers)[1]
    assert list(layers.state_dict())[-1] == "2.bias"
    tail = layers[1:]
    assert type(tail) is nn.ModuleList and tail[0] is layers[1] and len(tail) == 2
    with pytest.raises(NotImplementedError, match="ModuleList에 forward를 적는다"):
        layers(1)
    assert len(nn.ModuleList()) == 0


@pytest.mark.parametrize("made", [nn.Sequential, lambda layer: nn.ModuleList([layer])])
def test_only_modules_are_held(made):
    message = r"^(Sequential|ModuleList)에는 nn\.Module을 담는다.*받은 것: function"
    with pytest.raises(ValueError, match=message):
        made(lambda x: x)


def test_the_loss_is_reachable_as_in_torch():
    z = nn.Linear(3, 4, rng=generator())(np.ones((2, 3)))
    loss = nn.CrossEntropyLoss()(z, np.array([1, 3]))
    assert_allclose(loss.item(), F.cross_entropy(z, np.array([1, 3])).item())


def test_a_layer_used_twice_is_walked_twice():
    relu = nn.ReLU()
    layer = nn.Linear(2, 2, rng=generator())
    model = nn.Sequential(layer, relu, layer, relu)
    assert len(model) == 4 and list(model)[3] is relu and model[2] is layer
    assert len(model[1:]) == 3 and len([*model.parameters()]) == 2
    x = np.array([[1.0, -2.0]])
    assert_allclose(model(x).data, relu(layer(relu(layer(x)))).data)
    assert repr(layer) == "Linear(in_features=2, out_features=2, bias=True)"

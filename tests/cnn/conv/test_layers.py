"""합성곱층: PyTorch와 같은 값, 기울기, 이름, 초깃값, 200걸음."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons import nn
from lessons.cnn.conv.layers import Conv2d, ConvTranspose2d, conv2d, conv_transpose2d
from lessons.dl.gradcheck import gradcheck
from lessons.dl.optimizers import SGD
from lessons.dl.tensor import Tensor
from lessons.nn import functional as F

PAIRS = {"Conv2d": Conv2d, "ConvTranspose2d": ConvTranspose2d}
SETTINGS = [
    ("Conv2d", (3, 4, 3), {}),
    ("Conv2d", (3, 4, 3, 2, 1), {"bias": False}),
    ("Conv2d", (4, 6, (3, 2), (2, 1), (1, 0), (1, 2), 2), {}),
    ("Conv2d", (4, 4, 1), {"groups": 4}),
    ("ConvTranspose2d", (3, 4, 3), {}),
    ("ConvTranspose2d", (3, 4, 3, 2, 1, 1), {"bias": False}),
    ("ConvTranspose2d", (4, 6, (3, 2), (2, 3), (1, 0), (1, 2), 2), {"dilation": 2}),
]


def both(name, args, options):
    mine = PAIRS[name](*args, **options, rng=np.random.default_rng(0))
    theirs = getattr(torch.nn, name)(*args, **options).double()
    state = {key: torch.tensor(a) for key, a in mine.state_dict().items()}
    theirs.load_state_dict(state)
    return mine, theirs


@pytest.mark.parametrize(("name", "args", "options"), SETTINGS)
def test_layers_are_torch_forward_and_backward(name, args, options):
    mine, theirs = both(name, args, options)
    rng = np.random.default_rng(1)
    x = rng.normal(size=(2, args[0], 7, 6))
    here, there = Tensor(x), torch.tensor(x, requires_grad=True)
    y, want = mine(here), theirs(there)
    assert_allclose(y.data, want.detach(), rtol=1e-11, atol=1e-13)
    dy = rng.normal(size=y.shape)
    y.backward(dy)
    want.backward(torch.tensor(dy))
    assert_allclose(here.grad, there.grad, rtol=1e-11, atol=1e-13)
    assert [n for n, _ in mine.named_parameters()] == list(theirs.state_dict())
    for p, q in zip(mine.parameters(), theirs.parameters(), strict=True):
        assert_allclose(p.grad, q.grad, rtol=1e-11, atol=1e-12)
    assert repr(mine) == repr(theirs)


@pytest.mark.parametrize(("name", "args", "options"), SETTINGS)
def test_layers_start_as_torch_does(name, args, options):
    channels = (32, 64) if name == "Conv2d" else (64, 32)
    mine = PAIRS[name](*channels, 3, rng=np.random.default_rng(0))
    torch.manual_seed(0)
    theirs = getattr(torch.nn, name)(*channels, 3)
    for key, a in mine.state_dict().items():
        b = theirs.state_dict()[key].numpy()
        assert a.shape == b.shape and isinstance(getattr(mine, key), nn.Parameter)
        assert_allclose(abs(a).max(), abs(b).max(), rtol=0.05)
        assert_allclose(a.std(), b.std(), rtol=0.2)
        assert abs(a.mean()) < 0.2 * a.std() + 0.003
    bound = 1 / np.sqrt(32 * 9)
    assert abs(mine.weight.data).max() <= bound and abs(mine.bias.data).max() <= bound


def test_the_functions_pass_the_gradient_check():
    rng = np.random.default_rng(2)
    x, W, b = (rng.normal(size=s) for s in ((2, 4, 5, 4), (6, 2, 3, 2), 6))
    options = {"stride": (2, 1), "padding": 1, "dilation": (1, 2), "groups": 2}
    assert gradcheck(lambda x, W, b: conv2d(x, W, b, **options), [x, W, b])
    assert gradcheck(lambda x, W: conv2d(x, W), [x, rng.normal(size=(3, 4, 2, 2))])
    U = rng.normal(size=(4, 3, 3, 2))
    up = {"stride": 2, "padding": 1, "output_padding": 1, "groups": 2}
    assert gradcheck(lambda x, W, b: conv_transpose2d(x, W, b, **up), [x, U, b])
    assert gradcheck(lambda x, W: conv_transpose2d(x, W), [x, U])


def test_constants_receive_no_gradient():
    x, W = Tensor(np.ones((1, 1, 3, 3))), np.ones((1, 1, 2, 2))
    y = conv2d(x, W)
    y.backward(np.ones(y.shape))
    assert x.grad[0, 0].tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
    weight = Tensor(W)
    y = conv2d(np.ones((1, 1, 3, 3)), weight)
    y.backward(np.ones(y.shape))
    assert weight.grad.ravel().tolist() == [4] * 4
    assert not conv2d(np.ones((1, 1, 3, 3)), W, [1.0]).requires_grad
    up = conv_transpose2d(x, weight)
    weight.grad = x.grad = None
    up.backward(np.ones(up.shape))
    assert x.grad.ravel().tolist() == [4] * 9
    assert not conv_transpose2d(np.ones((1, 1, 3, 3)), W).requires_grad


def test_two_layers_walk_with_torch():
    rng = np.random.default_rng(3)
    mine = nn.Sequential(
        Conv2d(1, 4, 3, padding=1, rng=rng),
        nn.ReLU(),
        Conv2d(4, 6, 3, stride=2, rng=rng),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(6 * 3 * 3, 5, rng=rng),
    )
    theirs = torch.nn.Sequential(
        torch.nn.Conv2d(1, 4, 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.Conv2d(4, 6, 3, stride=2),
        torch.nn.ReLU(),
        torch.nn.Flatten(),
        torch.nn.Linear(6 * 3 * 3, 5),
    ).double()
    theirs.load_state_dict({k: torch.tensor(a) for k, a in mine.state_dict().items()})
    X, y = rng.normal(size=(40, 1, 8, 8)), rng.integers(5, size=40)
    ours = SGD(mine.parameters(), lr=0.05, momentum=0.9)
    other = torch.optim.SGD(theirs.parameters(), lr=0.05, momentum=0.9)
    for _ in range(200):
        batch = rng.integers(40, size=8)
        ours.zero_grad()
        other.zero_grad()
        loss = F.cross_entropy(mine(X[batch]), y[batch])
        loss.backward()
        want = torch.nn.functional.cross_entropy(
            theirs(torch.tensor(X[batch])), torch.tensor(y[batch])
        )
        want.backward()
        ours.step()
        other.step()
    assert_allclose(loss.item(), want.item(), rtol=1e-6)
    for key, value in theirs.state_dict().items():
        assert_allclose(mine.state_dict()[key], value, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("layer", PAIRS.values())
@pytest.mark.parametrize(
    ("args", "options", "message"),
    [
        ((0, 2, 3), {}, r"in_channels, out_channels\[0\]: 1 이상의 정수"),
        ((2, 2.5, 3), {}, r"in_channels, out_channels\[1\]: 1 이상의 정수"),
        ((2, 2, 0), {}, "kernel_size: 1 이상의 정수"),
        ((2, 2, 3), {"groups": 0}, "groups: 1 이상의 정수"),
        ((3, 2, 3), {"groups": 2}, r"groups: .*groups=2, 채널=\[3, 2\]"),
        ((2, 3, 3), {"groups": 2}, r"groups: .*groups=2, 채널=\[2, 3\]"),
        ((2, 2, 3), {"stride": 0}, "stride: 1 이상의 정수"),
        ((2, 2, 3), {"padding": -1}, "padding: 0 이상의 정수"),
        ((2, 2, 3), {"dilation": 0}, "dilation: 1 이상의 정수"),
        ((2, 2, 3), {"bias": "no"}, "bias: True나 False"),
        ((2, 2, 3), {"rng": 0}, r"rng: np\.random\.default_rng"),
    ],
)
def test_layers_say_what_to_mend(layer, args, options, message):
    with pytest.raises(ValueError, match=message):
        layer(*args, **{"rng": np.random.default_rng(0), **options})


def test_functions_say_what_to_mend():
    x, W = np.ones((1, 2, 3, 3)), np.ones((4, 2, 2, 2))
    for call in (conv2d, conv_transpose2d):
        with pytest.raises(ValueError, match=r"^x: 모양이 \(N, C, H, W\)"):
            call(x[0], W)
        with pytest.raises(ValueError, match=r"^weight: 모양이 \(C"):
            call(x, W[0])
    with pytest.raises(ValueError, match=r"^bias: 모양이 \(4,\)"):
        conv2d(x, W, np.ones((4, 1, 1)))
    with pytest.raises(ValueError, match="output_padding: 0 이상의 정수"):
        ConvTranspose2d(2, 2, 3, output_padding=-1, rng=np.random.default_rng(0))

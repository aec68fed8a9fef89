"""VGG16의 표와 작은 VGG: 138,357,544, 층마다의 모양, PyTorch의 것과 같은 수."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons import nn
from lessons.artifacts import load
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.lenet import lenet5
from lessons.cnn.pooling import MaxPool2d
from lessons.cnn.summary import Conv, GlobalPool, Linear, Norm, Pool, summary
from lessons.cnn.vgg import GlobalAvgPool2d, small_vgg, vgg16
from lessons.cnn.vgg_torch import VGG16

SIZE = (3, 224, 224)


def total(rows, what):
    return sum(getattr(row, what) for row in rows)


def test_vgg16_has_its_famous_number():
    rows = summary(vgg16(), SIZE)
    assert total(rows, "parameters") == 138_357_544
    assert total(rows, "macs") == 15_470_264_320
    assert sum(row.name in ("Conv", "Linear") for row in rows) == 16
    assert rows[0].shape == (64, 224, 224) and rows[0].parameters == 1792
    assert rows[-4].shape == (512, 7, 7)
    assert rows[-3].parameters == 102_764_544
    assert rows[-1].shape == (1000,)
    assert rows[0].memory == 64 * 224 * 224 * 4


def test_every_row_is_the_torch_layer():
    with torch.device("meta"):
        model = VGG16()
        x = torch.zeros(1, *SIZE)
    kinds = (torch.nn.Conv2d, torch.nn.Linear, torch.nn.MaxPool2d)
    found = []

    def look(layer, _, y):
        count = sum(p.numel() for p in layer.parameters())
        found.append((tuple(y.shape[1:]), count))

    for layer in model.modules():
        if isinstance(layer, kinds):
            layer.register_forward_hook(look)
    model.eval()(x)
    assert found == [(row.shape, row.parameters) for row in summary(vgg16(), SIZE)]
    assert sum(p.numel() for p in model.parameters()) == 138_357_544


def test_torch_vgg_with_batch_norm_and_other_sizes():
    with torch.device("meta"):
        model = VGG16(num_classes=10, batch_norm=True)
        y = model.eval()(torch.zeros(2, 3, 96, 160))
    assert y.shape == (2, 10)
    assert [*model.state_dict()][:3] == [
        "features.0.weight", "features.0.bias", "features.1.weight",
    ]  # fmt: skip
    assert "classifier.6.bias" in model.state_dict()


def test_summary_of_lenet_is_the_lenet_of_the_last_chapter():
    specs = [
        Conv(6, 5, padding=2), Pool(2, 2), Conv(16, 5), Pool(2, 2),
        Linear(120), Linear(84), Linear(10),
    ]  # fmt: skip
    rows = summary(specs, (1, 28, 28))
    model = lenet5(rng=np.random.default_rng(0))
    assert total(rows, "parameters") == sum(p.data.size for p in model.parameters())
    assert rows[3].shape == (16, 5, 5)


def test_strides_dilation_norm_and_global_pool():
    specs = [Conv(5, 3, 2, 1, 2), Norm(), Pool(3, 2, 1), GlobalPool(), Linear(4)]
    rows = summary(specs, (2, 21, 13))
    model = torch.nn.Sequential(
        torch.nn.Conv2d(2, 5, 3, 2, 1, 2), torch.nn.BatchNorm2d(5),
        torch.nn.MaxPool2d(3, 2, 1),
    )  # fmt: skip
    assert rows[2].shape == tuple(model(torch.zeros(2, 2, 21, 13)).shape[1:])
    counts = [sum(p.numel() for p in layer.parameters()) for layer in model]
    assert [row.parameters for row in rows[:3]] == counts
    assert rows[3].shape == (5,) and rows[4].parameters == 4 * 6
    assert rows[0].macs == 5 * 2 * 9 * rows[0].shape[1] * rows[0].shape[2]
    assert [row.name for row in rows] == [
        "Conv",
        "Norm",
        "Pool",
        "GlobalPool",
        "Linear",
    ]


@pytest.mark.parametrize("batch_norm", [False, True])
def test_small_vgg_is_what_it_says(batch_norm):
    model = small_vgg(
        [(3, 4), (5,)], 7, batch_norm, rng=np.random.default_rng(0)
    )  # fmt: skip
    for size in ((8, 8), (9, 14), (28, 28)):
        assert model(np.ones((2, 1, *size))).shape == (2, 7)
    kinds = [type(layer) for layer in model]
    norm = [BatchNorm2d] * batch_norm
    once = [Conv2d, *norm, nn.ReLU]
    end = [GlobalAvgPool2d, nn.Linear]
    assert kinds == [*once, *once, MaxPool2d, *once, *end]
    assert (model[0].bias is None) == batch_norm


def test_global_average_pool_is_torch():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(2, 3, 5, 4))
    y = GlobalAvgPool2d()(x)
    want = torch.nn.functional.adaptive_avg_pool2d(torch.tensor(x), 1).flatten(1)
    assert_allclose(y.data, want, rtol=1e-12)


@pytest.mark.parametrize(
    ("layers", "size", "message"),
    [
        ([Linear(3), Conv(2)], (1, 8, 8), "Conv: .*그림이 와야"),
        ([Conv(2, 5)], (1, 4, 4), "커널"),
        ([nn.ReLU()], (1, 4, 4), "layers: .*ReLU"),
        ([Conv(2)], 8, "input_size"),
        ([Conv(2)], (0, 8, 8), "input_size"),
    ],
)
def test_errors(layers, size, message):
    with pytest.raises(ValueError, match=message):
        summary(layers, size)


def test_small_vgg_errors():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"widths\[1\]"):
        small_vgg([(3,), ()], rng=rng)
    with pytest.raises(ValueError, match="batch_norm"):
        small_vgg([(3,)], batch_norm=1, rng=rng)


def test_deeper_is_not_better_within_the_page_budget():
    kept = load("cnn/depth_digits")
    fit, test = {}, {}
    for name, values in kept.items():
        runs = values[1:].reshape(3, 3)
        fit[name], _, test[name] = runs.mean(axis=0)
    for arm in ("default", "he", "norm"):
        assert test[f"{arm}_2"] > test[f"{arm}_8"] >= test[f"{arm}_16"] - 0.01
    for depth in (2, 8, 16):
        assert test[f"norm_{depth}"] > test[f"he_{depth}"] > test[f"default_{depth}"]
    assert test["norm_8"] > 0.85 > fit["norm_16"] + 0.05
    learned = {name: v[0] for name, v in kept.items() if test[name] > 0.25}
    assert all(0.01 < rate < 2.56 for rate in learned.values()), learned


@pytest.mark.parametrize("batch_norm", [False, True])
def test_small_vgg_is_torch(batch_norm):
    rng = np.random.default_rng(1)
    ours = small_vgg([(3, 4), (5,)], 6, batch_norm, rng=rng)
    t, layers, C = torch.nn, [], 1
    for i, block in enumerate([(3, 4), (5,)]):
        layers += [t.MaxPool2d(2)] if i else []
        for out in block:
            layers += [t.Conv2d(C, out, 3, padding=1, bias=not batch_norm)]
            layers += [t.BatchNorm2d(out)] if batch_norm else []
            layers, C = [*layers, t.ReLU()], out
    pool = t.Sequential(t.AdaptiveAvgPool2d(1), t.Flatten())
    theirs = t.Sequential(*layers, pool, t.Linear(C, 6)).double()
    state = {k: torch.tensor(a) for k, a in ours.state_dict().items()}
    theirs.load_state_dict(state)
    x = rng.normal(size=(2, 1, 11, 8))
    assert_allclose(ours(x).data, theirs(torch.tensor(x)).detach(), rtol=1e-10)


def test_small_vgg_by_default_has_ten_classes_and_no_norm():
    model = small_vgg([(3,)], rng=np.random.default_rng(0))
    assert model(np.ones((2, 1, 4, 4))).shape == (2, 10)
    assert not any(isinstance(layer, BatchNorm2d) for layer in model)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda rng: vgg16(0), "^num_classes: 1 이상"),
        (lambda rng: small_vgg([(3,)], 0, rng=rng), "^num_classes: 1 이상"),
        (lambda rng: small_vgg([(3,)], batch_norm=1, rng=rng), "^batch_norm: True나"),
        (lambda rng: small_vgg([(3,)], rng=0), "^rng: np"),
        (lambda rng: small_vgg(3, rng=rng), "^widths: 묶음의 목록.*받은 값: 3"),
        (
            lambda rng: GlobalAvgPool2d()(np.ones((2, 2))),
            r"^x: 모양이 \(N, C, H, W\)",
        ),
    ],
)
def test_vgg_errors(call, message):
    with pytest.raises(ValueError, match=message):
        call(np.random.default_rng(0))


@pytest.mark.parametrize(
    ("layers", "size", "message"),
    [
        ([Norm()], (3,), "^Norm: .*받은 모양: \\(3,\\)"),
        ([Pool(2, 2)], (3,), "^Pool: "),
        ([GlobalPool()], (3,), "^GlobalPool: "),
        (Conv(3), (3, 4, 4), "^layers: .*받은 것: Conv"),
        ([], (), "^input_size: 정수를 1개 이상"),
        ([], (0,), r"^input_size\[0\]: 1 이상"),
    ],
)
def test_descriptions_say_what_they_want(layers, size, message):
    with pytest.raises(ValueError, match=message):
        summary(layers, size)


def test_a_description_may_be_flat_and_a_kernel_is_three_by_default():
    assert summary([Linear(3)], (4,))[0].parameters == 15
    assert summary([Conv(2)], (1, 5, 5))[0].shape == (2, 3, 3)

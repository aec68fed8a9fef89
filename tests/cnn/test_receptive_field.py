"""수용 영역: 페이지의 손계산, 임의의 층에서 실제로 닿는 칸, 기울기로 잰 넓이."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose

from lessons import nn
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.receptive_field import influence, receptive_field, spread

CONV, POOL = (3, 1, 1, 1), (2, 2, 0, 1)
VGG = [layer for n in (2, 2, 3, 3, 3) for layer in (*[CONV] * n, POOL)]


def test_the_page_by_hand():
    assert receptive_field([]) == (1, 1, 0)
    assert receptive_field([(3, 1, 1, 1)] * 2) == (5, 1, -2)
    assert receptive_field([(3, 1, 1, 1)] * 3) == (7, 1, -3)
    assert receptive_field([(3, 1, 1, 1), (2, 2, 0, 1), (3, 1, 1, 1)]) == (8, 2, -3)
    assert receptive_field(VGG) == (212, 32, -90)
    assert receptive_field(VGG[:-1]) == (196, 16, -90)


def touched(layers, n, cell):
    """torch에서 실제로 0이 아닌 기울기가 닿는 입력의 칸"""
    x = torch.ones(1, 1, n, dtype=torch.double, requires_grad=True)
    y = x
    for kernel, stride, padding, dilation in layers:
        w = torch.ones(1, 1, kernel, dtype=torch.double)
        y = F.conv1d(y, w, stride=stride, padding=padding, dilation=dilation)
    y[0, 0, cell].backward()
    return np.flatnonzero(x.grad[0, 0])


def test_the_ends_are_where_the_gradient_ends():
    rng, seen = np.random.default_rng(6), 0
    while seen < 60:
        layers = [
            tuple(int(rng.integers(a, b)) for a, b in ((1, 5), (1, 4), (0, 3), (1, 3)))
            for _ in range(rng.integers(1, 5))
        ]
        size, jump, start = receptive_field(layers)
        n = 3 * size + 40
        cell = (n // 2 - start) // jump
        met = touched(layers, n, cell)
        assert met.min() == start + cell * jump
        assert met.max() == start + cell * jump + size - 1
        seen += 1


def test_measured_width_is_inside_the_theoretical_one():
    rng = np.random.default_rng(1)
    model = nn.Sequential(
        Conv2d(1, 3, 3, padding=1, rng=rng),
        nn.ReLU(),
        Conv2d(3, 2, 3, padding=1, rng=rng),
    )
    a = influence(model, rng.normal(size=(4, 1, 11, 9)), 5, 4)
    rows, columns = np.nonzero(a)
    assert a.shape == (11, 9)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (3, 7, 2, 6)
    assert all(p.grad is None for p in model.parameters())


def test_influence_is_the_mean_squared_gradient():
    rng = np.random.default_rng(2)
    layer = Conv2d(2, 1, 3, bias=False, rng=rng)
    a = influence(layer, rng.normal(size=(3, 2, 3, 3)), 0, 0)
    assert_allclose(a, (layer.weight.data[0] ** 2).sum(axis=0))


def test_spread():
    a = np.zeros((7, 5))
    a[3] = 4
    assert spread(a) == 0
    a[1:6] = 1
    assert_allclose(spread(a), np.sqrt(2))
    ones, field = np.ones((3, 1)), np.ones((1, 1))
    for _ in range(6):  # 고른 3×1을 n번 쌓으면 분산이 2n/3
        field = np.convolve(field.ravel(), ones.ravel())[:, None]
    assert_allclose(spread(field), np.sqrt(4))


@pytest.mark.parametrize(
    ("layers", "message"),
    [
        (3, "^layers: 층마다.*받은 것: int"),
        ([3], r"layers\[0\]"),
        ([(3, 1, 1)], r"layers\[0\].*4개"),
        ([(3, 1, 1, 1), (0, 1, 0, 1)], r"layers\[1\]의 커널"),
        ([(3, 0, 0, 1)], r"layers\[0\]의 커널"),
        ([(3, 1, -1, 1)], r"layers\[0\]"),
    ],
)
def test_errors(layers, message):
    with pytest.raises(ValueError, match=message):
        receptive_field(layers)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"model": 3}, "^model: 함수를"),
        ({"model": nn.Flatten()}, r"^model\(x\): 모양이 \(N, K, H, W\)"),
        ({"x": np.ones((4, 5))}, r"^x: 모양이 \(N, C, H, W\)"),
        ({"model": lambda x: x, "x": np.ones(4)}, r"^x: 모양이 \(N, C, H, W\)"),
        ({"x": np.full((1, 1, 4, 5), np.nan)}, "^x: "),
        ({"row": 2}, "^row: 0부터 1까지"),
        ({"column": 3}, "^column: 0부터 2까지"),
    ],
)
def test_influence_errors(change, message):
    layer = Conv2d(1, 1, 3, rng=np.random.default_rng(0))
    given = {"model": layer, "x": np.ones((1, 1, 4, 5)), "row": 0, "column": 0}
    with pytest.raises(ValueError, match=message):
        influence(**given | change)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        (np.zeros((3, 3)), "^weights: 0 이상이고 모두 0은"),
        ([[1, -1], [1, 1]], "^weights: 0 이상이고"),
        (np.ones(3), r"^weights: 모양이 \(H, W\)"),
        ([[np.nan]], "^weights: "),
    ],
)
def test_spread_errors(weights, message):
    with pytest.raises(ValueError, match=message):
        spread(weights)

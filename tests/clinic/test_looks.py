"""들여다보는 눈: torch와 같은 값, 손으로 센 값, 일부러 낸 고장."""

import numpy as np
import pytest
import torch

from lessons import nn
from lessons.clinic import looks
from lessons.clinic.patient import digit_net
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.dl.optimizers import SGD, Adam
from lessons.dl.tensor import Tensor

X = np.random.default_rng(1).normal(size=(7, 5))
Y = np.arange(7) % 3


def net():
    return digit_net((5, 4, 6, 3), rng=np.random.default_rng(0))


def learned(model):
    model.zero_grad()
    nn.functional.cross_entropy(model(X), Y).backward()
    return model


def test_grad_norms_name_each_parameter_as_the_state_does():
    model = net()
    assert looks.grad_norms(model) == dict.fromkeys(model.state_dict(), 0.0)
    learned(model)[2].bias.grad[:] = [3, 4, 0, 0, 0, 0]
    norms = looks.grad_norms(model)
    assert list(norms) == list(model.state_dict())
    assert norms["2.bias"] == 5
    assert norms["0.weight"] == pytest.approx(np.linalg.norm(model[0].weight.grad))


def test_update_ratio_is_the_step_over_the_weight():
    before, after = {"w": [3.0, 4.0], "v": [[2.0]]}, {"w": [3.0, 4.5], "v": [[1.0]]}
    assert looks.update_ratios(before, after) == {"w": 0.1, "v": 0.5}


@pytest.mark.parametrize("optimizer", [SGD, Adam])
def test_update_ratios_are_smaller_for_a_smaller_rate(optimizer):
    ratios = []
    for lr in (1e-4, 1e-2):
        model = learned(net())
        before = {k: v for k, v in model.state_dict().items() if "weight" in k}
        optimizer(model.parameters(), lr).step()
        after = {k: v for k, v in model.state_dict().items() if "weight" in k}
        ratios.append(np.array([*looks.update_ratios(before, after).values()]))
    np.testing.assert_allclose(ratios[1] / ratios[0], 100, rtol=1e-3)


def test_update_ratios_refuse_what_has_no_ratio():
    with pytest.raises(ValueError, match="한쪽에만 있는 이름: \\['v'\\]"):
        looks.update_ratios({"w": [1.0]}, {"w": [1.0], "v": [1.0]})
    with pytest.raises(ValueError, match="처음 값이 모두 0"):
        looks.update_ratios({"w": [0.0]}, {"w": [1.0]})
    with pytest.raises(ValueError, match="모양"):
        looks.update_ratios({"w": [1.0]}, {"w": [[1.0, 2.0]]})


def test_dead_units_are_those_that_no_row_lights():
    model = net()
    model[0].bias.data[:] = [-99, -99, 99, 99]
    model[2].bias.data[:] = -1e4
    assert looks.dead_units(model, X) == {"1": 0.5, "3": 1.0}


def test_a_unit_that_one_row_lights_is_alive():
    model = nn.Sequential(nn.Linear(1, 2, rng=np.random.default_rng(0)), nn.ReLU())
    model[0].weight.data[:] = [[1], [1]]
    model[0].bias.data[:] = [0, -3]
    assert looks.dead_units(model, [[-1.0], [2.0], [3.0]]) == {"1": 0.5}


@pytest.mark.parametrize("max_norm", [1e-3, 0.5, 1.0, 1e6, 0])
def test_clipping_is_torchs(max_norm):
    model = learned(net())
    theirs = [torch.nn.Parameter(torch.tensor(p.data)) for p in model.parameters()]
    for p, q in zip(model.parameters(), theirs, strict=True):
        q.grad = torch.tensor(p.grad)
    total = torch.nn.utils.clip_grad_norm_(theirs, max_norm).item()
    before = [p.grad.copy() for p in model.parameters()]
    assert looks.clip_grad_norm(model.parameters(), max_norm) == pytest.approx(total)
    for p, q, old in zip(model.parameters(), theirs, before, strict=True):
        np.testing.assert_allclose(p.grad, q.grad.numpy(), rtol=1e-12)
        assert np.all(np.abs(p.grad) <= np.abs(old))


def test_clipping_skips_what_has_no_gradient():
    model = net()
    assert looks.clip_grad_norm(model.parameters(), 1) == 0
    assert all(p.grad is None for p in model.parameters())


def test_first_bad_is_the_first():
    model = net()
    assert looks.first_bad(model, X) == ""
    model[4].bias.data[1] = np.nan
    assert looks.first_bad(model, X) == "4.bias"
    model[2].weight.data[0, 0] = np.inf
    assert looks.first_bad(model, X) == "2.weight"
    assert looks.first_bad(model, np.where(X[0, 0] == X, np.nan, X)) == "X"


def test_first_bad_finds_a_layer_that_overflows():
    model = net()
    model[0].weight.data[:] = 1e200
    model[2].weight.data[:] = 1e200
    with np.errstate(all="ignore"):
        assert looks.first_bad(model, np.abs(X)) == "2"


def test_rows_do_not_mix_unless_the_axis_is_wrong():
    class OverBatch(nn.Module):
        def forward(self, x):
            return nn.functional.softmax(x, dim=0)

    class OverRow(nn.Module):
        def forward(self, x):
            return nn.functional.softmax(x, dim=1)

    assert looks.mixed_rows(net(), X) == 0
    assert looks.mixed_rows(nn.Sequential(net(), OverRow()), X) == 0
    assert looks.mixed_rows(nn.Sequential(net(), OverBatch()), X) == 6
    with pytest.raises(ValueError, match="두 줄"):
        looks.mixed_rows(net(), X[:1])


def test_a_difference_of_rounding_is_not_mixing():
    class Rounds(nn.Module):
        """첫 줄에 따라 마지막 자리만 흔들린다."""

        def forward(self, x):
            return Tensor(np.zeros((len(x), 1)) + 1e-13 * x[0, 0])

    class Leaks(nn.Module):
        def forward(self, x):
            return Tensor(np.zeros((len(x), 1)) + 1e-11 * x[0, 0])

    assert looks.mixed_rows(Rounds(), X) == 0
    assert looks.mixed_rows(Leaks(), X) == 6


def test_two_rows_are_enough_and_the_first_is_moved_up_by_one():
    heard = []

    class Listens(nn.Module):
        def forward(self, x):
            heard.append(x)
            return Tensor(x)

    assert looks.mixed_rows(Listens(), X[:2]) == 0
    before, after = heard
    np.testing.assert_allclose(after - before, [[1.0] * 5, [0.0] * 5])


def test_a_unit_that_is_lit_a_little_is_alive():
    model = nn.Sequential(nn.Linear(1, 2, rng=np.random.default_rng(0)), nn.ReLU())
    model[0].weight.data[:] = [[0], [0]]
    model[0].bias.data[:] = [0.01, 0]
    assert looks.dead_units(model, [[1.0], [2.0]]) == {"1": 0.5}


@pytest.mark.parametrize(
    ("look", "given", "message"),
    [
        (looks.grad_norms, (X,), "^model: Module 하나를.*ndarray"),
        (looks.update_ratios, ([1.0], {}), '^before: {"이름": 값} 꼴'),
        (looks.update_ratios, ({}, [1.0]), '^after: {"이름": 값} 꼴'),
        (looks.update_ratios, ({"w": "가"}, {"w": [1.0]}), "^w: "),
        (looks.update_ratios, ({"w": [1.0]}, {"w": "가"}), "^w: "),
        (looks.update_ratios, ({"w": [0.0]}, {"w": [1.0]}), "^w: 처음 값이 모두 0"),
        (looks.dead_units, (net(), X[0]), r"^X: 모양이 \(N, D\)"),
        (looks.dead_units, (X, X), "^model: Sequential 하나를"),
        (looks.clip_grad_norm, (net().parameters(), -1), "^max_norm: 0 이상인 수"),
        (looks.clip_grad_norm, (3, 1), "^params: 매개변수의 목록"),
        (looks.first_bad, (net(), X[0]), r"^X: 모양이 \(N, D\)"),
        (looks.first_bad, (X, X), "^model: Sequential 하나를"),
        (looks.mixed_rows, (net(), X[0]), r"^X: 모양이 \(N, D\)"),
        (looks.mixed_rows, (X, X), "^model: Module 하나를"),
    ],
)
def test_what_is_wrong_is_named(look, given, message):
    with pytest.raises(ValueError, match=message):
        look(*given)


def test_a_gradient_that_is_no_number_is_named():
    model = learned(net())
    model[2].bias.grad = np.array(["가"] * 6)
    with pytest.raises(ValueError, match=r"^grad: "):
        looks.clip_grad_norm(model.parameters(), 1)


def test_batch_norm_mixes_rows_only_while_it_trains():
    class Normed(nn.Module):
        def __init__(self):
            self.norm = BatchNorm2d(5)

        def forward(self, x):
            return self.norm(np.reshape(x, (-1, 5, 1, 1))).reshape(-1, 5)

    model = nn.Sequential(Normed())
    assert looks.mixed_rows(model.train(), X) == 6
    assert looks.mixed_rows(model.eval(), X) == 0

"""상태 사전이 PyTorch와 오가고, 맞지 않는 것을 바꾸기 전에 거절하는지 본다."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_array_equal

from lessons import nn


def ours(seed=0):
    rng = np.random.default_rng(seed)
    return nn.Sequential(
        nn.Linear(3, 4, rng=rng),
        nn.Tanh(),
        nn.Sequential(nn.Linear(4, 2, bias=False, rng=rng)),
    )


def theirs():
    model = torch.nn.Sequential(
        torch.nn.Linear(3, 4),
        torch.nn.Tanh(),
        torch.nn.Sequential(torch.nn.Linear(4, 2, bias=False)),
    )
    return model.double()


def test_to_torch_and_back():
    x = np.random.default_rng(1).normal(size=(5, 3))
    mine, other = ours(), theirs()
    state = {name: torch.from_numpy(a) for name, a in mine.state_dict().items()}
    other.load_state_dict(state)
    assert_array_equal(list(state), list(mine.state_dict()))
    assert np.allclose(mine(x).data, other(torch.from_numpy(x)).detach(), rtol=1e-13)

    fresh = ours(7)
    result = fresh.load_state_dict(other.state_dict())
    assert result == ([], []) and result.missing_keys == []
    for name, a in fresh.state_dict().items():
        assert a.dtype == np.float64
        assert_array_equal(a, mine.state_dict()[name])


def test_the_dictionary_is_a_copy_and_loading_keeps_the_tensors():
    model = ours()
    kept, weight = model.state_dict(), model[0].weight
    array = weight.data
    weight.data += 1
    assert not np.allclose(kept["0.weight"], weight.data)
    model.load_state_dict(kept)
    assert model[0].weight is weight and weight.data is array
    assert_array_equal(weight.data, kept["0.weight"])
    kept["0.weight"][:] = 9
    assert not (weight.data == 9).any()


def test_tensors_and_gradients_are_accepted_as_values():
    model, other = ours(), theirs()
    model.load_state_dict(dict(other.named_parameters()))
    assert_array_equal(model[0].bias.data, other[0].bias.detach())
    twin = ours(3)
    twin.load_state_dict(dict(model.named_parameters()))
    assert_array_equal(twin[2][0].weight.data, model[2][0].weight.data)
    float32 = {name: a.astype(np.float32) for name, a in model.state_dict().items()}
    twin.load_state_dict(float32)
    assert twin[0].weight.data.dtype == np.float64


def test_buffers_travel_with_their_kind():
    class Counted(nn.Module):
        def __init__(self):
            self.register_buffer("steps", np.array(3))
            self.register_buffer("mean", [1.5])

    other = torch.nn.BatchNorm1d(1).state_dict()["num_batches_tracked"] + 8
    model = Counted()
    model.load_state_dict({"steps": other, "mean": torch.tensor([2.5])})
    assert model.steps == 8 and model.steps.dtype == np.int64
    assert model.mean.tolist() == [2.5] and model.mean.dtype == np.float64
    assert model.state_dict()["steps"].dtype == np.int64
    model.load_state_dict({"steps": 4, "mean": [1]})
    assert model.steps == 4 and model.mean.dtype == np.float64
    model.mean = np.array([1, 2], dtype=np.uint8)
    assert model.mean.dtype == np.float64
    model.register_buffer("kinds", np.array([1, 2], dtype=np.uint8))
    assert model.kinds.dtype == np.int64
    model.register_buffer("there", torch.tensor([1.5], requires_grad=True))
    assert model.there.tolist() == [1.5]


def test_strict_names_must_match_and_nothing_changes():
    model = ours()
    before = model.state_dict()
    state = {"0.weight": np.zeros((4, 3)), "0.bias": np.zeros(4), "3.gain": [1.0]}
    with pytest.raises(
        ValueError, match=r"빠진 이름: 2\.0\.weight\. 모르는 이름: 3\.gain"
    ):
        model.load_state_dict(state)
    for name, a in model.state_dict().items():
        assert_array_equal(a, before[name])
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert (missing, unexpected) == (["2.0.weight"], ["3.gain"])
    assert not model[0].weight.data.any()
    assert_array_equal(model[2][0].weight.data, before["2.0.weight"])


def test_only_what_is_wrong_is_told():
    model, state = ours(), ours().state_dict()
    with pytest.raises(ValueError, match="빠진 이름") as error:
        model.load_state_dict({k: v for k, v in state.items() if k != "0.bias"})
    assert "모르는 이름" not in str(error.value) and "모양" not in str(error.value)
    with pytest.raises(ValueError, match="모르는 이름: more") as error:
        model.load_state_dict({**state, "more": [1.0]})
    assert "빠진 이름" not in str(error.value)


@pytest.mark.parametrize("strict", [True, False])
def test_shapes_must_match_even_when_not_strict(strict):
    model, state = ours(), ours(5).state_dict()
    before = model.state_dict()
    state["0.weight"] = state["0.weight"].T
    message = r"Sequential에 .*0\.weight의 모양은 \(4, 3\)여야 하는데 \(3, 4\)가 왔다"
    with pytest.raises(ValueError, match=message):
        model.load_state_dict(state, strict=strict)
    for name, a in model.state_dict().items():
        assert_array_equal(a, before[name])


def test_a_scalar_is_not_spread_over_a_weight():
    state = {**ours().state_dict(), "0.bias": 0.0}
    with pytest.raises(ValueError, match=r"0\.bias의 모양은 \(4,\)여야 하는데 \(\)가"):
        ours().load_state_dict(state)


@pytest.mark.parametrize("state", [[1, 2], "weights.pt", None])
def test_a_state_is_a_mapping(state):
    with pytest.raises(ValueError, match=r"state_dict: 이름마다 배열이 든 dict"):
        ours().load_state_dict(state)


def test_values_are_numbers():
    state = {**ours().state_dict(), "0.bias": ["가", "나", "다", "라"]}
    with pytest.raises(ValueError, match=r"0\.bias: 실수를 넣는다"):
        ours().load_state_dict(state)


def test_shared_layers_are_saved_under_every_name():
    layer = nn.Linear(2, 2, rng=np.random.default_rng(0))
    layer.register_buffer("mean", [1.0])
    layer.register_buffer("none", None)
    layer.register_buffer("scratch", [2.0], persistent=False)
    layer.twin = layer.weight
    model = nn.Sequential(layer, nn.Sequential(layer))
    own = ["weight", "bias", "twin", "mean"]
    assert list(model.state_dict()) == [
        *(f"0.{name}" for name in own),
        *(f"1.0.{name}" for name in own),
    ]


def test_hidden_layers_are_named_with_their_box():
    model = nn.Module()
    with pytest.raises(
        ValueError,
        match=r"Module\.a: list에 담은 ReLU는 .*찾지 못한다\. nn\.Sequential",
    ):
        model.a = [[nn.ReLU()]]
    model.b = [1, {"a": (2,)}]
    assert model.b == [1, {"a": (2,)}]


def test_several_names_are_listed():
    model, state = ours(), {"a": 1, "b": 2}
    with pytest.raises(
        ValueError,
        match=r"빠진 이름: 0\.weight, 0\.bias, 2\.0\.weight\. 모르는 이름: a, b\.",
    ):
        model.load_state_dict(state)
    with pytest.raises(ValueError, match="받은 것: list"):
        model.load_state_dict([])


def test_whole_numbers_stay_whole():
    class Counted(nn.Module):
        def __init__(self):
            self.register_buffer("steps", 3)

    model = Counted()
    assert model.steps.dtype == np.int64
    with pytest.raises(ValueError, match="steps: 정수를"):
        model.load_state_dict({"steps": 1.5})
    assert model.steps == 3

"""Module이 매개변수와 층과 버퍼를 찾고, 모드를 바꾸고, 숨은 것을 거절하는지 본다."""

import copy

import numpy as np
import pytest
import torch

from lessons import nn
from lessons.dl.tensor import Tensor


class Block(nn.Module):
    """매개변수, 버퍼, 층이 모두 든 모듈"""

    def __init__(self, rng):
        self.first = nn.Linear(3, 4, rng=rng)
        self.scale = nn.Parameter([1.0, 2.0])
        self.register_buffer("mean", np.zeros(2))
        self.register_buffer("scratch", [5.0], persistent=False)
        self.register_buffer("nothing", None)
        self.register_buffer("steps", np.array(0))
        self.body = nn.Sequential(nn.ReLU(), nn.Linear(4, 2, bias=False, rng=rng))

    def forward(self, x):
        return self.body(self.first(x)) * self.scale


class TorchBlock(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(3, 4)
        self.scale = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
        self.register_buffer("mean", torch.zeros(2))
        self.register_buffer("scratch", torch.zeros(1), persistent=False)
        self.register_buffer("nothing", None)
        self.register_buffer("steps", torch.tensor(0))
        self.body = torch.nn.Sequential(
            torch.nn.ReLU(), torch.nn.Linear(4, 2, bias=False)
        )
        self.double()


@pytest.fixture
def block():
    return Block(np.random.default_rng(0))


def names(pairs):
    return [name for name, _ in pairs]


def test_everything_is_found_under_the_names_of_torch(block):
    theirs = TorchBlock()
    for way in ("parameters", "buffers", "modules", "children"):
        mine = getattr(block, f"named_{way}")()
        assert names(mine) == names(getattr(theirs, f"named_{way}")())
        assert len([*getattr(block, way)()]) == len([*getattr(theirs, way)()])
    assert list(block.state_dict()) == list(theirs.state_dict())
    assert names(block.named_parameters("net")) == names(theirs.named_parameters("net"))
    assert names(block.named_modules(prefix="net")) == names(
        theirs.named_modules(prefix="net")
    )
    own = names(block.named_parameters(recurse=False))
    assert own == ["scale"] == names(theirs.named_parameters(recurse=False))
    assert len([*block.parameters(recurse=False)]) == 1
    assert all(isinstance(p, nn.Parameter) for p in block.parameters())
    assert next(block.modules()) is block


def test_shared_things_are_counted_once(block):
    block.again = block.first
    block.tied = block.scale
    assert names(block.named_parameters()) == [
        "scale",
        "first.weight",
        "first.bias",
        "body.1.weight",
    ]
    assert names(block.named_modules()) == ["", "first", "body", "body.0", "body.1"]
    assert names(block.named_children()) == ["first", "body"]
    assert names(block.named_children(remove_duplicate=False))[-1] == "again"
    both = names(block.named_parameters(remove_duplicate=False))
    assert both.count("tied") == 1 and "again.bias" in both
    # 상태 사전에는 PyTorch처럼 이름마다 있다
    assert {"tied", "again.weight", "first.weight"} <= set(block.state_dict())


def test_train_and_eval_reach_every_module(block):
    assert block.training and all(m.training for m in block.modules())
    assert block.eval() is block
    assert [m.training for m in block.modules()] == [False] * 5
    assert block.body.train() is block.body
    assert block.body[1].training and not block.first.training
    assert block.train(False).body.training is False


def test_zero_grad_clears_or_fills(block):
    block(np.ones((2, 3))).sum().backward()
    assert all(p.grad is not None for p in block.parameters())
    block.zero_grad(set_to_none=False)
    assert all((p.grad == 0).all() for p in block.parameters())
    assert block.first.weight.grad.shape == (4, 3)
    block.zero_grad()
    assert all(p.grad is None for p in block.parameters())


def test_call_is_forward_with_options():
    class Twice(nn.Module):
        def forward(self, x, *, times=2):
            return x * times

    assert Twice()(3) == 6
    assert Twice()(3, times=5) == 15
    with pytest.raises(NotImplementedError, match=r"Module에 forward를 적는다"):
        nn.Module()(1)


def test_buffers_are_arrays_that_can_be_assigned(block):
    block.mean = [3, 4]
    assert block.mean.dtype == np.float64 and block.mean.tolist() == [3, 4]
    given = np.array([1.0, 2.0])
    block.mean = given
    block.mean += 1
    assert given.tolist() == [1, 2], "받은 배열은 고치지 않는다"
    block.steps += 1
    assert block.steps.dtype == np.int64 and block.steps == 1
    assert names(block.named_buffers()) == ["mean", "scratch", "steps"]
    block.nothing = [1.0]
    assert "nothing" in block.state_dict() and "scratch" not in block.state_dict()
    block.mean = None
    assert "mean" not in block.state_dict()
    assert nn.Module._buffers == {}, "버퍼는 모듈마다 따로다"


@pytest.mark.parametrize("name", ["mean", "first", "forward", "a.b", ""])
def test_a_buffer_needs_a_new_name(block, name):
    with pytest.raises(ValueError, match=r"버퍼의 이름은 아직 쓰지 않은 낱말"):
        block.register_buffer(name, [1.0])


def test_a_buffer_holds_numbers(block):
    with pytest.raises(ValueError, match=r"Block\.mean: 실수를 넣는다"):
        block.mean = ["가", "나"]


@pytest.mark.parametrize(
    "hide",
    [
        lambda layer: [layer],
        lambda layer: (1, layer),
        lambda layer: {"a": layer},
        lambda layer: [[{"a": (layer,)}]],
        lambda layer: {layer},
        lambda layer: [layer.weight],
    ],
)
def test_layers_in_a_list_are_refused(block, hide):
    message = r"Block\.layers: \w+에 담은 \w+는 .*찾지 못한다.*nn\.Sequential"
    with pytest.raises(ValueError, match=message):
        block.layers = hide(nn.Linear(1, 1, rng=np.random.default_rng(0)))


def test_a_layer_added_to_a_list_later_is_refused_when_searched(block):
    block.layers = []
    block.sizes = [3, (4, 5), {"a": 1}]
    block.layers.append(nn.ReLU())
    with pytest.raises(ValueError, match=r"Block\.layers: list에 담은 ReLU는"):
        list(block.parameters())


def test_a_parameter_is_replaced_only_by_a_parameter(block):
    with pytest.raises(
        ValueError, match=r"Block\.scale: 이 자리에는 Parameter 하나.*Tensor"
    ):
        block.scale = block.scale * 2
    with pytest.raises(ValueError, match=r"Block\.first: 이 자리에는 Module 하나"):
        block.first = 3
    block.scale = nn.Parameter([7.0])
    assert block.scale.data.tolist() == [7]
    block.scale = None
    block.first = None
    assert names(block.named_parameters()) == ["body.1.weight"]
    block.plain = Tensor([1.0])  # 매개변수가 아닌 텐서는 PyTorch처럼 그냥 둔다
    block.plain = 3
    assert len([*block.parameters()]) == 1


def test_a_module_cannot_hold_itself(block):
    with pytest.raises(ValueError, match=r"Block\.me: 자기를 담은 모듈"):
        block.me = block
    with pytest.raises(ValueError, match=r"Sequential\.parent: 자기를 담은 모듈"):
        block.body.parent = block


def test_repr_is_readable(block):
    assert repr(block) == (
        "Block(\n"
        "  (first): Linear(in_features=3, out_features=4, bias=True)\n"
        "  (body): Sequential(\n"
        "    (0): ReLU()\n"
        "    (1): Linear(in_features=4, out_features=2, bias=False)\n"
        "  )\n"
        ")"
    )
    assert repr(nn.Module()) == "Module()"


def test_deepcopy_and_delete(block):
    twin = copy.deepcopy(block)
    twin.first.weight.data += 1
    assert not np.allclose(twin.first.weight.data, block.first.weight.data)
    assert names(twin.named_parameters()) == names(block.named_parameters())
    del block.first
    assert names(block.named_parameters()) == ["scale", "body.1.weight"]


def test_a_parameter_is_a_leaf_of_the_graph():
    p = nn.Parameter([[1, 2]])
    assert p.data.dtype == np.float64 and p.requires_grad and p.grad is None
    out = (p * p).sum()
    out.backward()
    assert p.grad.tolist() == [[2, 4]]
    assert not isinstance(out, nn.Parameter)
    assert not nn.Parameter([1.0], requires_grad=False).requires_grad


def test_the_walk_goes_on_past_what_was_seen():
    rng = np.random.default_rng(0)
    shared = nn.Linear(2, 2, rng=rng)
    model = nn.Sequential(shared, nn.Sequential(shared), nn.Linear(2, 3, rng=rng))
    model[2].register_buffer("seen", [1.0])
    assert names(model.named_modules()) == ["", "0", "1", "2"]
    assert names(model.named_buffers()) == ["2.seen"]
    assert names(model.named_parameters()) == [
        "0.weight",
        "0.bias",
        "2.weight",
        "2.bias",
    ]
    twice = nn.Sequential(shared, shared)
    assert repr(twice).count("Linear(") == 2
    assert (
        len([*twice.children()])
        == 1
        == len([*torch.nn.Sequential(*[torch.nn.ReLU()] * 2).children()])
    )


def test_a_state_is_taken_out_and_put_back(block):
    state = block.state_dict()
    twin = Block(np.random.default_rng(9))
    keys = twin.load_state_dict(state)
    assert (keys.missing_keys, keys.unexpected_keys) == ([], [])
    x = np.ones((2, 3))
    assert (twin(x).data == block(x).data).all()
    del state["scale"]
    with pytest.raises(ValueError, match="빠진 이름: scale"):
        twin.load_state_dict(state)
    assert twin.load_state_dict({}, strict=False).missing_keys[0] == "scale"

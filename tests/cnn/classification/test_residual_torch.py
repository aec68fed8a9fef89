"""지름길의 있고 없음만 다른 두 신경망과, 기울기를 재는 것."""

import math

import pytest
import torch
from torch import nn

from lessons.cnn.classification.residual_torch import (
    Block,
    agreement,
    contestant,
    gradients,
    share,
    sprint,
)


def pictures(n=12, side=8, seed=0):
    generator = torch.Generator().manual_seed(seed)
    X = torch.randn(n, 1, side, side, generator=generator)
    return X, torch.arange(n) % 10


def test_the_skip_adds_what_came_in():
    torch.manual_seed(0)
    plain, skip = Block(4, False), Block(4, True)
    skip.load_state_dict(plain.state_dict())
    x = torch.randn(2, 4, 5, 5)
    body = plain.body(x)
    assert torch.equal(plain(x), body.relu())
    assert torch.equal(skip(x), (x + body).relu())
    with pytest.raises(ValueError, match="skip: True나 False"):
        Block(4, 1)


def test_a_block_whose_body_is_zero_is_not_there():
    block = Block(3, True).eval()
    nn.init.zeros_(block.body[4].weight)
    x = torch.rand(2, 3, 4, 4)
    assert torch.equal(block(x), x)


@pytest.mark.parametrize("depth", [4, 20, 56])
def test_depth_counts_convolutions_and_the_last_layer(depth):
    model = contestant(depth, True)
    convs = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    linear = [m for m in model.modules() if isinstance(m, nn.Linear)]
    assert len(convs) + len(linear) == depth
    assert [m.out_features for m in linear] == [10]
    assert {(m.kernel_size, m.padding, m.bias) for m in convs} == {
        ((3, 3), (1, 1), None)
    }
    assert {m.out_channels for m in convs} == {8}
    assert contestant(depth, False, width=3)[-1].in_features == 3
    assert sum(isinstance(m, nn.MaxPool2d) for m in model) == 1


def test_the_pool_stands_after_a_quarter_of_the_blocks():
    model = contestant(20, True)
    kinds = [type(m) for m in model]
    assert kinds[:3] == [nn.Conv2d, nn.BatchNorm2d, nn.ReLU]
    assert kinds.index(nn.MaxPool2d) == 3 + 9 // 4
    assert model(pictures()[0]).shape == (12, 10)


def test_both_start_from_the_same_weights():
    torch.manual_seed(3)
    with_skip = contestant(20, True)
    torch.manual_seed(3)
    without = contestant(20, False)
    for a, b in zip(with_skip.parameters(), without.parameters(), strict=True):
        assert torch.equal(a, b)
    kernel = without[3].body[0].weight
    assert kernel.std().item() == pytest.approx(math.sqrt(2 / 72), rel=0.1)


@pytest.mark.parametrize(("depth", "word"), [(3, "depth"), (2.5, "depth")])
def test_a_wrong_depth_is_told(depth, word):
    with pytest.raises(ValueError, match=f"{word}: "):
        contestant(depth, True)
    with pytest.raises(ValueError, match="width: "):
        contestant(20, True, width=0)


def test_gradients_are_those_of_backward():
    torch.manual_seed(1)
    model, (X, y) = contestant(6, True), pictures()
    found = gradients(model, X, y)
    nn.functional.cross_entropy(model(X), y).backward()
    kernels = [m.weight for m in model.modules() if isinstance(m, nn.Conv2d)]
    assert len(found) == len(kernels) == 5
    for g, w in zip(found, kernels, strict=True):
        assert torch.allclose(g, w.grad, atol=1e-6)


def test_agreement_is_the_cosine_over_all_layers():
    a = [torch.tensor([3.0, 0.0]), torch.tensor([[0.0, 4.0]])]
    b = [torch.tensor([0.0, 0.0]), torch.tensor([[0.0, 2.0]])]
    assert agreement(a, a) == pytest.approx(1)
    assert agreement(a, [-g for g in a]) == pytest.approx(-1)
    assert agreement(a, b) == pytest.approx(0.8)


def test_sprint_learns_with_its_own_draws():
    X, y = pictures(40)
    made = []
    for _ in range(2):
        torch.manual_seed(0)
        model = contestant(6, True)
        draws = torch.Generator().manual_seed(5)
        made.append(sprint(model, X, y, 0.1, steps=60, generator=draws))
    assert made[0] == made[1] and len(made[0]) == 60
    assert sum(made[0][-5:]) < 0.5 * sum(made[0][:5])
    assert share(model, X, y) > 0.6


def test_clipping_bounds_a_step():
    X, y = pictures(40)

    def moved(clip):
        torch.manual_seed(0)
        model = contestant(6, False)
        before = model[-1].weight.detach().clone()
        draws = torch.Generator().manual_seed(5)
        sprint(model, 100 * X, y, 1.0, steps=1, clip=clip, generator=draws)
        return (model[-1].weight - before).norm().item()

    assert 0 < 50 * moved(1e-3) < moved(None)


def test_share_counts_hits_in_eval_mode():
    X, y = pictures()
    model = contestant(4, True)
    expected = (model.eval()(X).argmax(dim=1) == y).sum().item() / 12
    assert share(model.train(), X, y) == pytest.approx(expected)
    assert not model.training


@pytest.mark.parametrize("clip", [None, 0.5])
def test_sprint_is_the_loop_written_out(clip):
    """네스테로프 모멘텀, 감쇠 1e-4, 올랐다 내려가는 학습률, 32장씩."""
    X, y = pictures(50)
    torch.manual_seed(2)
    ours = contestant(6, True)
    theirs = contestant(6, True)
    theirs.load_state_dict(ours.state_dict())
    generator = torch.Generator().manual_seed(4)
    found = sprint(ours.eval(), X, y, 0.3, steps=6, clip=clip, generator=generator)
    optimizer = torch.optim.SGD(
        theirs.parameters(), 0.3, momentum=0.9, weight_decay=1e-4, nesterov=True
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.3, total_steps=6)
    generator, wanted = torch.Generator().manual_seed(4), []
    theirs.train()
    for _ in range(6):
        batch = torch.randint(50, (32,), generator=generator)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(theirs(X[batch]), y[batch])
        loss.backward()
        if clip:
            norm = sum((p.grad**2).sum() for p in theirs.parameters()) ** 0.5
            for p in theirs.parameters():
                p.grad *= min(1, clip / (norm.item() + 1e-6))
        optimizer.step()
        schedule.step()
        wanted.append(loss.item())
    assert found == pytest.approx(wanted, rel=1e-4)
    assert len(set(found)) == 6


def test_two_hundred_steps_unless_said():
    X, y = pictures(4, side=4)
    draws = torch.Generator().manual_seed(0)
    assert len(sprint(contestant(4, True, 1), X, y, 0.01, generator=draws)) == 200

"""분할의 학습: 이 장의 장면, 풀어 쓴 고리와 같은 걸음, 결정성, 오류."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_array_equal
from torch.nn.functional import cross_entropy

from lessons.cnn.segmentation.training_torch import fit, predict, scenes, to_tensors
from lessons.cnn.segmentation.unet_torch import UNet
from lessons.scenes import make_scenes, to_input


def test_scenes_are_the_chapter_s():
    """한 변 48, 도형 하나에서 다섯, 변은 7에서 20, 뒤에 막대 셋, 잡음 16."""
    made = scenes(12, rng=np.random.default_rng(3))
    named = make_scenes(
        12,
        size=48,
        n_objects=(1, 5),
        sides=(7, 20),
        overlap=0.3,
        clutter=3,
        noise=16,
        rng=np.random.default_rng(3),
    )
    X, y = to_tensors(made)
    assert X.dtype == torch.float32
    assert X.shape == (12, 3, 48, 48)
    for x, labels, scene in zip(X, y, named, strict=True):
        assert_array_equal(x, to_input(scene.image).astype(np.float32)[0])
        assert_array_equal(labels, scene.semantic)


def weights(model):
    return [p.detach().clone() for p in model.parameters()]


@pytest.mark.parametrize("options", [{}, {"batch_size": 3, "loss": torch.sub}])
def test_fit_is_the_loop_written_out(options):
    """배치를 뽑고, AdamW로 걷고, 학습률을 올렸다 내린다."""
    X, y = to_tensors(scenes(6, rng=np.random.default_rng(0)))
    X, y = X[..., :8, :8], y[:, :8, :8]
    if options:
        options["loss"] = lambda z, t: 3 * cross_entropy(z, t)
    torch.manual_seed(0)
    ours, theirs = UNet(4, width=2), UNet(4, width=2)
    theirs.load_state_dict(ours.state_dict())
    ours.eval()
    fit(
        ours,
        X,
        y,
        steps=5,
        lr=0.3,
        generator=torch.Generator().manual_seed(1),
        **options,
    )
    g = torch.Generator().manual_seed(1)
    optimizer = torch.optim.AdamW(theirs.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.3, total_steps=5)
    for _ in range(5):
        batch = torch.randint(6, (options.get("batch_size", 8),), generator=g)
        z = theirs(X[batch])
        optimizer.zero_grad()
        options.get("loss", cross_entropy)(z, y[batch]).backward()
        optimizer.step()
        schedule.step()
    for a, b in zip(weights(ours), weights(theirs), strict=True):
        assert torch.equal(a, b)
    want = theirs.eval()(X).argmax(dim=1)
    assert_array_equal(predict(ours, X), want)
    assert_array_equal(predict(ours.train(), X), want)  # 배우던 신경망이어도 같다


def test_training_is_deterministic_and_learns():
    X, y = to_tensors(scenes(20, rng=np.random.default_rng(0)))
    states, losses = [], []
    for _ in range(2):
        torch.manual_seed(0)
        model = UNet(4, width=8)
        before = cross_entropy(model(X), y).item()
        g = torch.Generator().manual_seed(1)
        fit(model, X, y, steps=60, lr=0.02, generator=g)
        losses.append((before, cross_entropy(model(X), y).item()))
        states.append([p.detach().clone() for p in model.parameters()])
    assert all(torch.equal(a, b) for a, b in zip(*states, strict=True))
    assert losses[0][1] < 0.6 * losses[0][0]


G = torch.Generator()
NET = UNet(2, width=1, depth=1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: scenes(0, rng=np.random.default_rng(0)), "^N: 1 이상의"),
        (lambda: scenes(1, rng=0), "^rng: "),
        (lambda: to_tensors(None), "^made: 장면의 목록 하나"),
        (lambda: predict(None, torch.ones(1)), "^model: Module 하나"),
        (lambda: predict(NET, [1.0]), "^X: 텐서 하나"),
        (lambda: fit(None, 0, 0, steps=1, lr=1, generator=G), "^model: Module 하나"),
        (lambda: fit(NET, 0, 0, steps=0, lr=1, generator=G), "^steps: 1 이상의"),
        (lambda: fit(NET, 0, 0, steps=1, lr=0, generator=G), "^lr: 0 초과인"),
        (
            lambda: fit(NET, 0, 0, steps=1, lr=1, batch_size=0, generator=G),
            "^batch_size: 1 이상의",
        ),
        (
            lambda: fit(NET, 0, 0, steps=1, lr=1, loss="ce", generator=G),
            "^loss: 함수를",
        ),
    ],
)
def test_errors(call, words):
    with pytest.raises(ValueError, match=words):
        call()

"""Grad-CAM: 손계산, torch의 자동 미분, 전역 평균 풀링에서의 닫힌 식, 가리키기 놀이."""

import numpy as np
import pytest
import torch
from torch import nn as tnn

from lessons import nn
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.classification import grad_cam_torch
from lessons.cnn.classification.grad_cam import explain, grad_cam, pointing_game
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.vgg import GlobalAvgPool2d


@pytest.fixture
def rng():
    return np.random.default_rng(8)


def test_by_hand():
    A = [[[[1, 0], [2, 1]], [[0, 4], [0, 0]]]]
    dA = [[[[1, 1], [1, 1]], [[-0.5, -0.5], [-0.5, -0.5]]]]
    np.testing.assert_array_equal(grad_cam(A, dA), [[[1, 0], [2, 1]]])


def ours_and_torchs(rng):
    features = nn.Sequential(
        Conv2d(2, 5, 3, stride=2, padding=1, rng=rng),
        nn.ReLU(),
        Conv2d(5, 4, 3, rng=rng),
        BatchNorm2d(4),
        nn.ReLU(),
    )
    head = nn.Sequential(GlobalAvgPool2d(), nn.Linear(4, 3, rng=rng))
    for p in (*features.parameters(), *head.parameters()):
        p.data[...] = rng.normal(size=p.shape)
    model = (
        tnn.Sequential(
            tnn.Conv2d(2, 5, 3, stride=2, padding=1),
            tnn.ReLU(),
            tnn.Conv2d(5, 4, 3),
            tnn.BatchNorm2d(4),
            tnn.ReLU(),
            tnn.AdaptiveAvgPool2d(1),
            tnn.Flatten(),
            tnn.Linear(4, 3),
        )
        .double()
        .eval()
    )
    state = {k: torch.tensor(v) for k, v in features.state_dict().items()}
    rest = {
        f"7.{k.split('.')[1]}": torch.tensor(v) for k, v in head.state_dict().items()
    }
    model.load_state_dict(state | rest, strict=False)
    return features.eval(), head.eval(), model


def test_equals_torch(rng):
    for _ in range(20):
        features, head, model = ours_and_torchs(rng)
        x = rng.normal(size=(4, 2, 13, 11))
        target = rng.integers(0, 3, 4)
        for chosen in (None, target):
            cam, z = explain(features, head, x, chosen)
            other = None if chosen is None else torch.tensor(chosen)
            theirs, tz = grad_cam_torch.explain(model, model[4], torch.tensor(x), other)
            np.testing.assert_allclose(z, tz, atol=1e-12)
            np.testing.assert_allclose(cam, theirs, atol=1e-12)
            assert cam.shape == (4, 5, 4)


def test_after_global_pooling_it_is_the_heads_weights(rng):
    """식 (8.12): 머리가 전역 평균과 선형뿐이면 α는 가중치를 칸의 수로 나눈 것이다."""
    features, head, _ = ours_and_torchs(rng)
    x = rng.normal(size=(3, 2, 9, 12))
    A = features(x).data
    W = head.state_dict()["1.weight"]
    for c in range(3):
        cam, z = explain(features, head, x, [c] * 3)
        signed = np.einsum("k,nkhw->nhw", W[c], A) / A[0, 0].size
        np.testing.assert_allclose(cam, np.maximum(signed, 0), atol=1e-12)
        bias = head.state_dict()["1.bias"][c]
        np.testing.assert_allclose(signed.sum(axis=(1, 2)) + bias, z[:, c], atol=1e-9)


def test_leaves_the_model_as_it_was(rng):
    features, head, model = ours_and_torchs(rng)
    before = features.state_dict() | head.state_dict()
    explain(features, head, rng.normal(size=(2, 2, 9, 9)))
    for key, value in (features.state_dict() | head.state_dict()).items():
        np.testing.assert_array_equal(value, before[key])
    for p in (*features.parameters(), *head.parameters()):
        assert p.grad is None or not p.grad.any()
    grad_cam_torch.explain(model, model[4], torch.ones(1, 2, 9, 9).double())
    assert all(p.grad is None for p in model.parameters())
    assert not model[4]._forward_hooks


def test_hook_is_taken_off_even_when_the_model_fails(rng):
    _, _, model = ours_and_torchs(rng)
    with pytest.raises(RuntimeError):
        grad_cam_torch.explain(model, model[4], torch.ones(1, 7, 9, 9).double())
    assert not model[4]._forward_hooks


def test_pointing_game():
    cam = np.zeros((3, 4, 4))
    cam[0, 1, 2] = 1  # 한가운데는 (x, y) = (20, 12)
    cam[1, 3, 0] = 1  # (4, 28)
    boxes = [[16, 8, 24, 16], [0, 0, 8, 20], [0, 0, 32, 32]]
    assert pointing_game(cam, boxes, (32, 32)).tolist() == [True, False, False]
    assert pointing_game(cam, boxes, (32, 32), 8)[1]
    assert not pointing_game(cam, boxes, (32, 32), 7.9)[1]
    edge = [[20, 12, 30, 30]] * 3  # 변에 닿은 것도 든 것이다
    assert pointing_game(cam, edge, (32, 32))[0]
    wide = pointing_game(cam[:1], [[40, 8, 48, 16]], (32, 64))
    assert wide.tolist() == [True]  # 한 칸의 가로는 16이라 x는 40이다


def test_errors(rng):
    features, head, _ = ours_and_torchs(rng)
    with pytest.raises(ValueError, match="모양이 서로 같아야"):
        grad_cam(np.ones((1, 2, 3, 3)), np.ones((1, 2, 3, 4)))
    with pytest.raises(ValueError, match=r"^A: 모양이 \(N, C, H, W\)"):
        grad_cam(np.ones((2, 3, 3)), np.ones((1, 2, 3, 3)))
    with pytest.raises(ValueError, match=r"^dA: 모양이 \(N, C, H, W\)"):
        grad_cam(np.ones((1, 2, 3, 3)), np.ones((2, 3, 3)))
    x = np.ones((1, 2, 9, 9))
    for target in (-1, 3):
        with pytest.raises(ValueError, match=r"^target: "):
            explain(features, head, x, [target])
    with pytest.raises(ValueError, match=r"^target: 모양이 \(1,\)"):
        explain(features, head, x, [0, 1])
    with pytest.raises(ValueError, match=r"^x: 모양이 \(N, C, H, W\)"):
        explain(features, head, x[0])
    with pytest.raises(ValueError, match=r"^features: "):
        explain(lambda x: x, head, x)
    with pytest.raises(ValueError, match=r"^head: "):
        explain(features, lambda x: x, x)
    with pytest.raises(ValueError, match=r"^boxes: 모양이 \(2, 4\)"):
        pointing_game(np.ones((2, 3, 3)), np.ones((1, 4)), (9, 9))
    with pytest.raises(ValueError, match=r"^cam: 모양이 \(N, H, W\)"):
        pointing_game(np.ones((3, 3)), np.ones((1, 4)), (9, 9))
    with pytest.raises(ValueError, match=r"^size: "):
        pointing_game(np.ones((1, 3, 3)), np.ones((1, 4)), (9, 9, 9))
    with pytest.raises(ValueError, match=r"^tolerance: 0 이상"):
        pointing_game(np.ones((1, 3, 3)), np.ones((1, 4)), (9, 9), -1)

"""픽셀의 손실: 손계산, torch의 값과 자동 미분, 극단, 성질."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.segmentation.losses import dice_loss, focal_loss, pixel_cross_entropy

CLOSE = {"rtol": 1e-10, "atol": 1e-14}


def case(seed, scale=2.0):
    rng = np.random.default_rng(seed)
    N, K, H, W = rng.integers(1, 6, 4)
    return scale * rng.normal(size=(N, K, H, W)), rng.integers(0, K, (N, H, W)), rng


def torch_dice(z, y, smooth):
    p = z.softmax(dim=1)
    t = F.one_hot(y, z.shape[1]).permute(0, 3, 1, 2).double()
    both, total = (p * t).sum(dim=(0, 2, 3)), (p + t).sum(dim=(0, 2, 3))
    return 1 - ((2 * both + smooth) / (total + smooth)).mean()


def torch_focal(z, y, gamma):
    log_p = z.log_softmax(dim=1).gather(1, y[:, None])
    return -((1 - log_p.exp()) ** gamma * log_p).mean()


def compare(ours, loss, z):
    value, dz = ours
    assert_allclose(value, loss.item(), **CLOSE)
    assert_allclose(dz, torch.autograd.grad(loss, z)[0].numpy(), **CLOSE)


@pytest.mark.parametrize("seed", range(40))
def test_values_and_gradients_are_torch(seed):
    a, y, rng = case(seed)
    kept = a.copy()
    z, target = torch.tensor(a, requires_grad=True), torch.tensor(y)
    compare(pixel_cross_entropy(a, y), F.cross_entropy(z, target), z)
    weight = rng.uniform(0.1, 3, a.shape[1])
    weighed = F.cross_entropy(z, target, torch.tensor(weight))
    compare(pixel_cross_entropy(a, y, weight), weighed, z)
    smooth, gamma = rng.uniform(0.1, 2), rng.choice([0.5, 1.0, 2.0, 3.5])
    compare(dice_loss(a, y, smooth), torch_dice(z, target, smooth), z)
    compare(dice_loss(a, y), torch_dice(z, target, 1.0), z)
    if a.shape[1] > 1:  # 클래스가 하나면 torch의 (1 − p)의 거듭제곱이 NaN이 된다
        compare(focal_loss(a, y, gamma), torch_focal(z, target, gamma), z)
        compare(focal_loss(a, y), torch_focal(z, target, 2.0), z)
    assert_array_equal(a, kept)


@pytest.mark.parametrize("loss", [pixel_cross_entropy, dice_loss, focal_loss])
@pytest.mark.parametrize("wrong", [1, 1.001])
def test_numeric_gradient_agrees_and_notices_a_small_mistake(loss, wrong):
    z, y, _ = case(7)
    step = 1e-6
    dz = loss(z, y)[1]
    rng = np.random.default_rng(0)
    direction = rng.normal(size=z.shape)
    numeric = (loss(z + step * direction, y)[0] - loss(z - step * direction, y)[0]) / (
        2 * step
    )
    agrees = np.isclose((wrong * dz * direction).sum(), numeric, rtol=1e-5)
    assert agrees == (wrong == 1)


def test_page_example_by_hand():
    """확률이 0.9와 0.1인 두 픽셀. 정답은 둘 다 1번이다."""
    z = np.log([[[[0.1, 0.9]], [[0.9, 0.1]]]])
    y = np.ones((1, 1, 2), int)
    assert_allclose(pixel_cross_entropy(z, y)[0], -(np.log(0.9) + np.log(0.1)) / 2)
    assert_allclose(focal_loss(z, y)[0], -(0.01 * np.log(0.9) + 0.81 * np.log(0.1)) / 2)
    present, absent = (2 * 1.0 + 1) / (1.0 + 2 + 1), 1 / (1.0 + 1)
    assert_allclose(dice_loss(z, y)[0], 1 - (present + absent) / 2)


def test_properties():
    z, y, rng = case(5)
    assert_allclose(focal_loss(z, y, 0)[0], pixel_cross_entropy(z, y)[0])
    assert_allclose(focal_loss(z, y, 0)[1], pixel_cross_entropy(z, y)[1])
    for loss in (pixel_cross_entropy, dice_loss, focal_loss):
        value, dz = loss(z, y)
        assert_allclose(dz.sum(axis=1), 0, atol=1e-15)  # 로짓을 함께 밀어도 그대로다
        shift = rng.normal(size=(len(z), 1, *z.shape[2:]))
        assert_allclose(loss(z + shift, y)[0], value)


def test_certain_pixel_has_no_slope():
    """정답의 확률이 꼭 1이면 γ가 아무리 작아도 손실도 기울기도 0이다."""
    z = np.array([[[[1e4]], [[0.0]]]])
    for gamma in (0.0, 1e-3, 1.0, 2.0):
        value, dz = focal_loss(z, np.zeros((1, 1, 1), int), gamma)
        assert value == 0
        assert_array_equal(dz, np.zeros_like(z))


@pytest.mark.parametrize("gamma", [0.0, 0.5, 2.0])
def test_extreme_logits_stay_finite(gamma):
    z = np.zeros((1, 2, 1, 2))
    z[0, 0] = 1e4
    y = np.array([[[0, 1]]])
    for loss in (pixel_cross_entropy, dice_loss, lambda *a: focal_loss(*a, gamma)):
        value, dz = loss(z, y)
        assert np.isfinite(value)
        assert np.isfinite(dz).all()
    assert pixel_cross_entropy(z, y)[0] == 5000
    assert focal_loss(z, y, gamma)[0] == 5000


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda z, y: pixel_cross_entropy(z[0], y), r"^z: 모양이 \(N, K, H, W\)인"),
        (lambda z, y: dice_loss(z, y[[0, 0]]), r"^target: 모양이 \(1, 4, 5\)인"),
        (lambda z, y: dice_loss(z, y[:, :-1]), r"^target: 모양이 \(1, 4, 5\)인"),
        (lambda z, y: dice_loss(z, y[..., :-1]), r"^target: 모양이 \(1, 4, 5\)인"),
        (lambda z, y: focal_loss(z, y + 3), "^target: 0부터 2까지의"),
        (lambda z, y: focal_loss(z, y - 1), "^target: 0부터 2까지의"),
        (lambda z, y: pixel_cross_entropy(z, y, [1.0]), r"^weight: 모양이 \(3,\)인"),
        (lambda z, y: pixel_cross_entropy(z, y, [1, 1, -1]), "^weight: 0 이상인"),
        (lambda z, y: dice_loss(z, y, 0), "^smooth: 0 초과인"),
        (lambda z, y: focal_loss(z, y, -1), "^gamma: 0 이상인"),
    ],
)
def test_errors(call, words):
    z, y = np.zeros((1, 3, 4, 5)), np.zeros((1, 4, 5), int)
    with pytest.raises(ValueError, match=words):
        call(z, y)

"""드문 픽셀의 문제와 손실 다섯: 물체의 비율, NumPy로 적은 손실과 같은 값."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn.segmentation.losses import dice_loss, focal_loss, pixel_cross_entropy
from lessons.cnn.segmentation.tiny_torch import LOSSES, tiny
from lessons.scenes import make_scenes, to_input


def test_tiny_is_one_small_figure_in_noise():
    X, y = tiny(200, rng=np.random.default_rng(5))
    assert X.shape == (200, 3, 48, 48)
    assert y.unique().tolist() == [0, 1]
    assert y.dtype == torch.int64
    assert 0.005 < y.double().mean() < 0.015
    how = {"size": 48, "n_objects": 1, "sides": (4, 6), "clutter": 6, "noise": 40}
    made = make_scenes(200, **how, rng=np.random.default_rng(5))
    assert_array_equal(X[7], to_input(made[7].image).astype(np.float32)[0])
    assert_array_equal(y[7], made[7].semantic > 0)


def test_losses_are_the_ones_by_hand():
    rng = np.random.default_rng(6)
    z, y = 2 * rng.normal(size=(3, 2, 5, 7)), rng.integers(0, 2, (3, 5, 7))
    entropy, dice = pixel_cross_entropy(z, y)[0], dice_loss(z, y)[0]
    want = {
        "교차 엔트로피": entropy,
        "무게 1:50": pixel_cross_entropy(z, y, [1, 50])[0],
        "초점": focal_loss(z, y)[0],
        "Dice": dice,
        "둘의 합": entropy + dice,
    }
    assert list(LOSSES) == list(want)
    t, target = torch.tensor(z, dtype=torch.float32), torch.tensor(y)
    for name, loss in LOSSES.items():
        assert_allclose(loss(t, target).item(), want[name], rtol=1e-5)


def test_errors():
    with pytest.raises(ValueError, match=r"^N: 1 이상의"):
        tiny(0, rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"^rng: "):
        tiny(1, rng=0)

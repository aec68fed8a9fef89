"""LeNet: 논문의 매개변수, PyTorch와 같은 이름과 같은 답, 페이지의 학습 결과."""

import numpy as np
import pytest
import torch

from lessons.artifacts import load
from lessons.cnn import lenet_torch
from lessons.cnn.lenet import (
    C3_INPUTS,
    FASHION_MEAN,
    FASHION_STD,
    lenet5,
    small_lenet,
)
from lessons.cnn.training import accuracy
from lessons.datasets import load_fashion_mnist

# 논문의 표 I: 행은 S2의 맵, 열은 C3의 맵
TABLE = """\
X...XXX..XXXX.XX
XX...XXX..XXXX.X
XXX...XXX..X.XXX
.XXX..XXXX..X.XX
..XXX..XXXX.XX.X
...XXX..XXXX.XXX
"""


def test_c3_sees_what_the_paper_says():
    rows = [
        "".join("X" if s2 in seen else "." for seen in C3_INPUTS) for s2 in range(6)
    ]
    assert rows == TABLE.splitlines()


def test_sixty_thousand_parameters():
    c3 = sum(25 * len(seen) + 1 for seen in C3_INPUTS)
    assert c3 == 1516
    assert 6 * 26 + 12 + c3 + 32 + 120 * 401 + 84 * 121 == 60_000


def test_today_has_61_706():
    model = lenet5(rng=np.random.default_rng(0))
    assert sum(p.data.size for p in model.parameters()) == 61_706


@pytest.mark.parametrize(("name", "side"), [("lenet5", 28), ("small_lenet", 8)])
def test_same_weights_same_answer_and_gradients_as_torch(name, side):
    ours = {"lenet5": lenet5, "small_lenet": small_lenet}[name](
        7, rng=np.random.default_rng(0)
    )
    theirs = getattr(lenet_torch, name)(7).double()
    assert list(ours.state_dict()) == list(theirs.state_dict())
    ours.load_state_dict(theirs.state_dict())
    x = np.random.default_rng(1).normal(size=(3, 1, side, side))
    z, expected = ours(x), theirs(torch.tensor(x))
    np.testing.assert_allclose(z.data, expected.detach(), atol=1e-12)
    dz = np.random.default_rng(2).normal(size=z.shape)
    z.backward(dz)
    expected.backward(torch.tensor(dz))
    for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
        np.testing.assert_allclose(p.grad, q.grad, atol=1e-12)


def test_small_lenet_reads_8x8():
    model = small_lenet(3, rng=np.random.default_rng(0))
    assert model(np.zeros((2, 1, 8, 8))).shape == (2, 3)
    model = small_lenet(rng=np.random.default_rng(0))
    assert model(np.zeros((2, 1, 8, 8))).shape == (2, 10)


def test_page_results_hold():
    fashion, digits = load("cnn/lenet_fashion_run"), load("cnn/lenet_digits_run")
    assert fashion["scores"].shape == (3,) and fashion["scores"].min() >= 0.86
    assert digits["starts"].shape == (3,) and digits["starts"].min() >= 0.98
    model = lenet5(rng=np.random.default_rng(0))
    model.load_state_dict(load("cnn/lenet_fashion"))
    X, y = load_fashion_mnist(train=False)
    X = (X[:, None] / 255 - FASHION_MEAN) / FASHION_STD
    assert accuracy(model, X, y) == pytest.approx(fashion["scores"][0], abs=0.003)


def test_rate_was_chosen_inside_the_grid():
    kept = load("cnn/choose_rate")
    scores, rates = kept["scores"], kept["rates"].astype(float).round(4).tolist()
    assert 0 < scores.argmax() < len(rates) - 1
    assert scores.max() - scores[rates.index(0.005)] <= 0.02


def test_pixel_statistics_come_from_the_training_data():
    X, _ = load_fashion_mnist()
    assert X.mean() / 255 == pytest.approx(FASHION_MEAN, abs=5e-4)
    assert X.std() / 255 == pytest.approx(FASHION_STD, abs=5e-4)


@pytest.mark.parametrize("build", [lenet_torch.lenet5, lenet_torch.small_lenet])
def test_the_torch_twins_read_ten_classes_and_say_how_to_mend(build):
    assert build()[-1].out_features == 10
    with pytest.raises(ValueError, match="num_classes: 1 이상의 정수"):
        build(0)


@pytest.mark.parametrize("build", [lenet5, small_lenet])
def test_bad_requests_say_how_to_mend(build):
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="num_classes: 1 이상의 정수"):
        build(2.5, rng=rng)
    with pytest.raises(ValueError, match=r"rng: np\.random\.default_rng"):
        build(rng=0)

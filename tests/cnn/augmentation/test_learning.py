"""적은 레이블로 배우기와 GAN: 되풀이되고, 뽑는 것이 고르고, 세는 법이 맞다."""

import re

import numpy as np
import pytest
import torch

from lessons.cnn.augmentation.compose import Compose, Rotate
from lessons.cnn.augmentation.few_labels_torch import few, fit, predict_proba
from lessons.cnn.augmentation.gan_torch import (
    Discriminator,
    Generator,
    covered,
    draw,
    spread,
    train_gan,
)
from lessons.cnn.augmentation.mix import mixup
from lessons.cnn.lenet_torch import small_lenet
from lessons.datasets import load_digits


def rng(seed=0):
    return np.random.default_rng(seed)


def digits():
    X, y = load_digits()
    return X.reshape(-1, 1, 8, 8) / 16, y


def test_few():
    _, y = digits()
    picks = few(y, 7, rng=rng())
    assert np.bincount(y[picks]).tolist() == [7] * 10
    assert len(set(picks)) == 70


def test_fit_learns_and_repeats():
    X, y = digits()
    i = few(y, 10, rng=rng())
    found = []
    for options in ({}, {}, {"transform": Compose([Rotate(limit=10)])}, {"mix": mixup}):
        torch.manual_seed(0)
        model = fit(small_lenet(), X[i], y[i], epochs=15, rng=rng(), **options)
        found.append(predict_proba(model, X[:200]))
        assert (found[-1].argmax(1) == y[:200]).mean() > 0.6
    assert np.array_equal(found[0], found[1])
    assert not np.array_equal(found[0], found[2])


def test_gan_repeats():
    X, y = digits()
    made = []
    for _ in range(2):
        torch.manual_seed(0)
        G = train_gan(
            X, y, steps=3, width=8, generator=torch.Generator().manual_seed(0)
        )
        made.append(draw(G, [1, 2], generator=torch.Generator().manual_seed(1)))
    assert made[0].shape == (2, 1, 8, 8) and np.array_equal(*made)
    assert made[0].min() >= 0 and made[0].max() <= 1


def test_counters():
    X, y = digits()
    assert covered(X[:50], X[:50]) == 50
    assert covered(X[[0] * 50], X[:50]) == 1
    np.testing.assert_allclose(spread(X[[3] * 6], y[[3] * 6]), [0])
    np.testing.assert_allclose(spread(X, y)[2], X[y == 2].std(axis=0).mean())


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

X, Y, NET = np.zeros((2, 1, 8, 8)), [0, 1], small_lenet()
START = torch.Generator()
REFUSED = [
    (lambda: few([[1]], 1, rng=rng()), "y: 모양이 (N,)인 배열을 넣는다"),
    (lambda: few([], 1, rng=rng()), "y: 비었다"),
    (lambda: few(Y, 0, rng=rng()), "per_class: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: few(Y, 1, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (
        lambda: fit(NET, X[0], Y, epochs=1, rng=rng()),
        "X: 모양이 (N, C, H, W)인 배열을 넣는다",
    ),
    (lambda: fit(NET, X, [0], epochs=1, rng=rng()), "y: 모양이 (2,)인 배열을 넣는다"),
    (
        lambda: fit(NET, X, [[0, 1]], epochs=1, rng=rng()),
        "y: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: fit(NET, X, [0, 10], epochs=1, rng=rng()),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: fit(NET, X, [0, -1], epochs=1, rng=rng()),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: fit(NET, X, Y, epochs=0, rng=rng()),
        "epochs: 1 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: fit(NET, X, Y, epochs=1, lr=0, rng=rng()),
        "lr: 0 초과인 수 하나를 넣는다",
    ),
    (
        lambda: fit(NET, X, Y, epochs=1, batch_size=0, rng=rng()),
        "batch_size: 1 이상의 정수 하나를 넣는다",
    ),
    (lambda: fit(NET, X, Y, epochs=1, mix=1, rng=rng()), "mix: 함수를 넣는다"),
    (
        lambda: fit(NET, X, Y, epochs=1, transform=1, rng=rng()),
        "transform: 함수를 넣는다",
    ),
    (
        lambda: fit(NET, X, Y, epochs=1, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (lambda: fit(abs, X, Y, epochs=1, rng=rng()), "model: Module 하나를 넣는다"),
    (lambda: predict_proba(NET, X[0]), "X: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: predict_proba(abs, X), "model: Module 하나를 넣는다"),
    (lambda: Generator(0), "z: 1 이상의 정수 하나를 넣는다"),
    (lambda: Generator(width=0), "width: 1 이상의 정수 하나를 넣는다"),
    (lambda: Discriminator(0), "width: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: train_gan(X[:, :, :4], Y, steps=1, generator=START),
        "X: 모양이 (N, 1, 8, 8)인 배열을 넣는다",
    ),
    (
        lambda: train_gan(X[0], Y, steps=1, generator=START),
        "X: 모양이 (N, 1, 8, 8)인 배열을 넣는다",
    ),
    (
        lambda: train_gan(X, [0], steps=1, generator=START),
        "y: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: train_gan(X, [0, 10], steps=1, generator=START),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: train_gan(X, [0, -1], steps=1, generator=START),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: train_gan(X, Y, steps=0, generator=START),
        "steps: 1 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: train_gan(X, Y, steps=1, width=0, generator=START),
        "width: 1 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: train_gan(X, Y, steps=1, lr=0, generator=START),
        "lr: 0 초과인 수 하나를 넣는다",
    ),
    (
        lambda: train_gan(X, Y, steps=1, batch_size=1, generator=START),
        "batch_size: 2 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: train_gan(X, Y, steps=1, generator=0),
        "generator: Generator 하나를 넣는다",
    ),
    (
        lambda: draw(Generator(width=1), [[1]], generator=START),
        "y: 모양이 (N,)인 배열을 넣는다",
    ),
    (
        lambda: draw(Generator(width=1), [10], generator=START),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: draw(Generator(width=1), [-1], generator=START),
        "y: 0부터 9까지의 정수를 넣는다",
    ),
    (
        lambda: draw(Generator(width=1), [1], generator=0),
        "generator: Generator 하나를 넣는다",
    ),
    (lambda: draw(abs, [1], generator=START), "G: Generator 하나를 넣는다"),
    (lambda: spread(X[0], Y), "X: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: spread(X, [0]), "y: 모양이 (2,)인 배열을 넣는다"),
    (lambda: covered(X[0], X), "fake: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: covered(X, X[0]), "real: 모양이 (M, 1, 8, 8)인 배열을 넣는다"),
    (lambda: covered(X, X[:, :, :4]), "real: 모양이 (M, 1, 8, 8)인 배열을 넣는다"),
    (lambda: covered(X, X[..., :4]), "real: 모양이 (M, 1, 8, 8)인 배열을 넣는다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

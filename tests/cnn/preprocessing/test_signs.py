"""표지판: 이름과 색과 모양이 맞고, 어디서나 같은 그림이다. 신경망의 모양."""

import hashlib
import re

import numpy as np
import pytest
import torch

from lessons.cnn.preprocessing.signs import SIGN_SIDE, SIGNS, make_signs
from lessons.cnn.preprocessing.signs_torch import sign_net
from lessons.scenes import SHAPES


def test_names_follow_colour_and_shape():
    assert SIGNS[0] == "빨간 원" and SIGNS[5] == "초록 세모" and len(SIGNS) == 9
    assert [name.split()[0] for name in SIGNS[::3]] == ["빨간", "초록", "파란"]
    assert all(name.endswith(SHAPES[k % 3]) for k, name in enumerate(SIGNS))


def test_the_strongest_channel_of_the_middle_is_the_colour():
    images, labels = make_signs(60, rng=np.random.default_rng(3))
    assert images.shape == (60, SIGN_SIDE, SIGN_SIDE, 3) and images.dtype == np.uint8
    for image, label in zip(images, labels, strict=True):
        channels = np.sort(image.reshape(-1, 3).astype(int), axis=0)
        assert channels.shape == (SIGN_SIDE**2, 3)
        strong = image.astype(int) - image.mean(axis=2, keepdims=True)
        assert (strong[..., label // 3] > 40).mean() > 0.06
    assert len(np.unique(labels)) == 9


def test_same_seed_same_picture_and_no_pictures():
    images, labels = make_signs(5, rng=np.random.default_rng(0))
    again, _ = make_signs(5, rng=np.random.default_rng(0))
    np.testing.assert_array_equal(images, again)
    digest = hashlib.sha256(images.tobytes() + labels.tobytes()).hexdigest()
    assert digest.startswith("8b980d59163b")
    assert make_signs(0, rng=np.random.default_rng(0))[0].shape == (0, 96, 96, 3)


def test_net_takes_small_pictures():
    assert sign_net()(torch.zeros(2, 3, 32, 32)).shape == (2, 9)
    assert sign_net(4)(torch.zeros(1, 3, 32, 32)).shape == (1, 4)


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

REFUSED = [
    (
        lambda: make_signs(-1, rng=np.random.default_rng(0)),
        "N: 0 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: make_signs(1, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (lambda: sign_net(0), "num_classes: 1 이상의 정수 하나를 넣는다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

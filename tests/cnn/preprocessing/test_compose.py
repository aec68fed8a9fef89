"""값의 범위와 한 줄로 잇기: scikit-learn·torch와 같은 값, JSON을 다녀와도 같은 답."""

import json
import re
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
import torch
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from lessons.cnn.preprocessing.compose import (
    CenterCrop,
    Compose,
    Normalize,
    Resize,
    ToFloat,
)
from lessons.cnn.preprocessing.frame import center_crop
from lessons.cnn.preprocessing.normalize import channel_statistics, min_max, normalize
from lessons.cnn.preprocessing.resize import resize


@pytest.fixture
def rng():
    return np.random.default_rng(6)


def pipeline(rng):
    mean, std = channel_statistics(rng.uniform(size=(4, 3, 5, 5)))
    return Compose([Resize(12), CenterCrop(9), ToFloat(), Normalize(mean, std)])


def test_page_example():
    assert min_max([50, 60, 90]).tolist() == [0, 0.25, 1]
    mean, std = channel_statistics([[[[0, 2]]], [[[4, 6]]]])
    assert (mean.tolist(), std.tolist()) == ([3], [5**0.5])


def test_values_equal_scikit_learn_and_torch(rng):
    for _ in range(100):
        X = rng.normal(size=(rng.integers(1, 6), 3, *rng.integers(1, 7, 2)))
        flat = X.transpose(0, 2, 3, 1).reshape(-1, 3)
        if len(flat) == 1:
            continue
        scaler = StandardScaler().fit(flat)
        mean, std = channel_statistics(X)
        np.testing.assert_allclose(mean, scaler.mean_, atol=1e-12)
        np.testing.assert_allclose(std, scaler.scale_)
        ours = normalize(X, mean, std)
        theirs = (torch.tensor(X) - torch.tensor(mean)[:, None, None]) / torch.tensor(
            std
        )[:, None, None]
        np.testing.assert_allclose(ours, theirs)
        np.testing.assert_allclose(channel_statistics(ours)[0], 0, atol=1e-12)
        one = X[0, 0].reshape(-1, 1)
        expected = MinMaxScaler().fit_transform(one).ravel()
        np.testing.assert_allclose(min_max(one).ravel(), expected, atol=1e-15)
    assert min_max([4, 4]).tolist() == [0, 0]


def test_compose_walks_the_steps(rng):
    image = rng.integers(0, 256, (20, 16, 3)).astype(np.uint8)
    compose = pipeline(rng)
    x = image
    for step in compose.transforms:
        x = step(x)
    np.testing.assert_array_equal(compose(image), x)
    assert x.shape == (3, 9, 9)
    assert ToFloat()(image).shape == (3, 20, 16)
    assert ToFloat(510)(image).max() <= 0.5


def test_steps_pass_on_what_they_were_given(rng):
    image = rng.integers(0, 256, (20, 16, 3))
    for options in ({}, {"mode": "nearest"}, {"antialias": False}, {"mode": "area"}):
        same = resize(image, 9, **options)
        np.testing.assert_array_equal(Resize(9, **options)(image), same)
    np.testing.assert_array_equal(CenterCrop(9)(image), center_crop(image, 9))
    assert ToFloat()(np.full((1, 1, 1), 255)).tolist() == [[[1]]]
    assert ToFloat(2)(np.full((1, 1, 1), 255)).tolist() == [[[127.5]]]
    assert Resize(3) == Resize(3, "bilinear", True)
    given = Normalize(np.array([0.5]), np.array([0.25]))
    assert (given.mean, given.std) == ((0.5,), (0.25,))
    assert given(np.ones((1, 1, 1))).tolist() == [[[2]]]
    assert Compose((Resize(2),)).transforms == [Resize(2)]


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (Resize(2), "size"),
        (CenterCrop(2), "size"),
        (ToFloat(), "high"),
        (Normalize([0], [1]), "mean"),
    ],
)
def test_steps_do_not_change(step, name):
    with pytest.raises(FrozenInstanceError):
        setattr(step, name, 3)


def test_json_round_trip_gives_the_same_answer(rng):
    for _ in range(20):
        compose = pipeline(rng)
        again = Compose.from_json(compose.to_json())
        assert again.transforms == compose.transforms
        assert again.to_json() == compose.to_json()
        image = rng.integers(0, 256, (*rng.integers(9, 30, 2), 3))
        np.testing.assert_array_equal(again(image), compose(image))
    steps = json.loads(compose.to_json())
    assert [step["name"] for step in steps] == [
        "Resize",
        "CenterCrop",
        "ToFloat",
        "Normalize",
    ]


def test_errors():
    with pytest.raises(ValueError, match=r"name: 'Resize', .* 받은 값: 'Rotate'"):
        Compose.from_json('[{"name": "Rotate"}]')
    with pytest.raises(ValueError, match="transforms: STEPS의 단계"):
        Compose([lambda x: x])
    with pytest.raises(ValueError, match="size: 1 이상의"):
        Resize(0)
    with pytest.raises(ValueError, match="mean: 모양이 \\(3,\\)인"):
        Normalize([0.5], [0.5])(np.zeros((3, 2, 2)))
    with pytest.raises(ValueError, match=r"std: .* 이상인 수를"):
        normalize(np.zeros((1, 2, 2)), [0], [0])


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

REFUSED = [
    (lambda: min_max([]), "x: 비었다"),
    (lambda: min_max(["a"]), "x: 실수를 넣는다"),
    (
        lambda: channel_statistics(np.zeros((2, 3, 3))),
        "images: 모양이 (N, C, H, W)인 배열을 넣는다",
    ),
    (
        lambda: channel_statistics(np.full((1, 1, 2, 2), np.nan)),
        "images: NaN이나 무한대가 4개 있다",
    ),
    (
        lambda: normalize(np.zeros((2, 2)), [0], [1]),
        "images: 모양이 (..., C, H, W)인 배열을 넣는다",
    ),
    (
        lambda: normalize(np.full((1, 2, 2), np.inf), [0], [1]),
        "images: NaN이나 무한대가 4개 있다",
    ),
    (
        lambda: normalize(np.zeros((1, 2, 2)), [[0]], [1]),
        "mean: 모양이 (1,)인 배열을 넣는다",
    ),
    (
        lambda: normalize(np.zeros((2, 2, 2)), [0], [1, 1]),
        "mean: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: normalize(np.zeros((1, 2, 2)), [0], [[1]]),
        "std: 모양이 (1,)인 배열을 넣는다",
    ),
    (
        lambda: normalize(np.zeros((2, 2, 2)), [0, 0], [1]),
        "std: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: normalize(np.zeros((1, 2, 2)), [0], [0]),
        "std: 2.22507e-308 이상인 수를 넣는다",
    ),
    (lambda: Resize(0), "size: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: Resize(2, "linear"),
        "mode: 'nearest', 'nearest-exact', 'bilinear', 'bicubic', 'area' 가운데",
    ),
    (lambda: Resize(2, antialias=1), "antialias: True나 False를 넣는다"),
    (lambda: CenterCrop(0), "size: 1 이상의 정수 하나를 넣는다"),
    (lambda: ToFloat(0), "high: 0 초과인 수 하나를 넣는다"),
    (lambda: ToFloat("255"), "high: 0 초과인 수 하나를 넣는다"),
    (lambda: ToFloat()(np.zeros((2, 2))), "image: 모양이 (H, W, C)인 배열을 넣는다"),
    (lambda: Normalize(0.5, [1]), "mean: 모양이 (C,)인 배열을 넣는다"),
    (lambda: Normalize([0.5], [[1]]), "std: 모양이 (C,)인 배열을 넣는다"),
    (lambda: Normalize([np.nan], [1]), "mean: NaN이나 무한대가 1개 있다"),
    (lambda: Compose(Resize(2)), "transforms: 목록 하나를 넣는다"),
    (lambda: Compose([abs]), "transforms: STEPS의 단계 하나를 넣는다"),
    (lambda: Compose.from_json(3), "text: 글자를 넣는다"),
    (
        lambda: Compose.from_json("[{}]"),
        "name: 'Resize', 'CenterCrop', 'ToFloat', 'Normalize' 가운데 하나를 넣는다",
    ),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()

"""풀링: 페이지의 손계산, PyTorch와 같은 값과 기울기, 오류."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lessons.cnn.pooling import (
    AvgPool2d,
    MaxPool2d,
    avg_pool2d,
    max_pool2d,
    windows,
    winners,
)
from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor

PAGE = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])[None, None]
SETTINGS = [
    # 모양, 창, 스트라이드, 패딩, 팽창
    ((2, 3, 8, 8), 2, None, 0, 1),
    ((2, 3, 7, 9), 2, None, 0, 1),
    ((1, 2, 7, 11), (3, 2), (2, 1), 1, 1),
    ((3, 1, 11, 8), 3, 2, 1, 2),
    ((1, 1, 5, 6), (5, 6), None, (2, 3), 1),
    ((2, 2, 6, 5), 1, 2, 0, 1),
]


def test_page_example():
    assert max_pool2d(PAGE, 2)[0, 0].tolist() == [[4, 2], [2, 7]]
    assert avg_pool2d(PAGE, 2)[0, 0].tolist() == [[2.5, 1], [1, 5]]
    assert max_pool2d(PAGE, 3, stride=1)[0, 0].tolist() == [[5, 6], [7, 7]]


@pytest.mark.parametrize("setting", SETTINGS)
def test_max_matches_torch_forward_and_backward(setting):
    shape, *options = setting
    rng = np.random.default_rng(0)
    x = rng.integers(-3, 4, size=shape).astype(float)  # 같은 값이 많다
    theirs = torch.tensor(x, requires_grad=True)
    expected = F.max_pool2d(theirs, *options)
    np.testing.assert_array_equal(max_pool2d(x, *options), expected.detach())
    ours, dy = Tensor(x), rng.normal(size=expected.shape)
    y = MaxPool2d(*options)(ours)
    np.testing.assert_array_equal(y.data, expected.detach())
    y.backward(dy)
    expected.backward(torch.tensor(dy))
    np.testing.assert_allclose(ours.grad, theirs.grad, atol=1e-14)


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s[-1] == 1])
def test_average_matches_torch_forward_and_backward(setting):
    shape, *options, _ = setting
    rng = np.random.default_rng(1)
    x = rng.normal(size=shape)
    theirs = torch.tensor(x, requires_grad=True)
    expected = F.avg_pool2d(theirs, *options)
    np.testing.assert_allclose(avg_pool2d(x, *options), expected.detach(), atol=1e-14)
    ours, dy = Tensor(x), rng.normal(size=expected.shape)
    y = AvgPool2d(*options)(ours)
    np.testing.assert_allclose(y.data, expected.detach(), atol=1e-14)
    y.backward(dy)
    expected.backward(torch.tensor(dy))
    np.testing.assert_allclose(ours.grad, theirs.grad, atol=1e-14)


@pytest.mark.parametrize("layer", [MaxPool2d(2), AvgPool2d(3, stride=2, padding=1)])
def test_gradient_is_checked_numerically(layer):
    x = Tensor(np.random.default_rng(2).normal(size=(1, 2, 6, 6)))
    assert gradcheck(lambda t: (layer(t) ** 2).sum(), x)


def test_uint8_pictures_do_not_wrap():
    x = np.full((1, 1, 2, 2), 200, np.uint8)
    assert avg_pool2d(x, 2).item() == 200 == max_pool2d(x, 2).item()


def test_padding_never_wins_and_arguments_stay():
    x = -np.ones((1, 1, 2, 2))
    x.flags.writeable = False
    assert (max_pool2d(x, 2, padding=1) == -1).all()
    assert avg_pool2d(x, 2, padding=1)[0, 0].tolist() == [[-0.25] * 2] * 2


def test_nan_is_not_hidden():
    x = np.array([[[[1.0, np.nan], [2, 3]]]])
    assert np.isnan(max_pool2d(x, 2)).all()
    assert np.isnan(MaxPool2d(2)(x).data).all()


def test_relu_and_max_may_be_swapped():
    x = np.random.default_rng(3).normal(size=(2, 3, 6, 6))
    swapped = max_pool2d(np.maximum(x, 0), 2)
    np.testing.assert_array_equal(np.maximum(max_pool2d(x, 2), 0), swapped)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda x: max_pool2d(x[0, 0], 2),
            r"^x: 모양이 \(N, C, H, W\).*x\[None",
        ),
        (lambda x: max_pool2d(x, 0), "kernel_size: 1 이상"),
        (lambda x: max_pool2d(x, 2, 0), "stride: 1 이상"),
        (lambda x: max_pool2d(x, 2, dilation=0), "dilation: 1 이상"),
        (lambda x: avg_pool2d(x, 2, padding=-1), "padding: 0 이상"),
        (lambda x: max_pool2d(x, 2, padding=2), "창 2×2의 절반"),
        (lambda x: avg_pool2d(x, 9), "커널이 덮는 길이"),
        (lambda x: max_pool2d(x, 2.0), "kernel_size: 정수 하나나"),
    ],
)
def test_bad_settings_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call(np.zeros((1, 1, 4, 4)))


def test_layers_show_their_settings():
    assert repr(MaxPool2d(2)) == "MaxPool2d(kernel_size=2, stride=2)"
    assert repr(AvgPool2d(3, 1)) == "AvgPool2d(kernel_size=3, stride=1)"


@pytest.mark.parametrize("layer", [MaxPool2d, AvgPool2d])
@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"kernel_size": 0}, "^kernel_size: 1 이상"),
        ({"kernel_size": 2, "stride": 0}, "^stride: 1 이상"),
        ({"kernel_size": 2, "padding": 2}, "^padding: 창 2×2의 절반"),
        ({"kernel_size": (2, 4), "padding": (0, 3)}, "^padding: 창 2×4의 절반"),
        ({"kernel_size": (4, 2), "padding": (3, 0)}, "^padding: 창 4×2의 절반"),
    ],
)
def test_layers_say_how_to_mend(layer, options, words):
    with pytest.raises(ValueError, match=words):
        layer(**options)(np.ones((1, 1, 6, 6)))
    with pytest.raises(ValueError, match=r"^x: 모양이 \(N, C, H, W\)"):
        layer(2)(np.ones((4, 4)))


def test_windows_check_their_settings():
    x = np.ones((1, 1, 4, 4))
    for settings, words in (
        ((0, 1), "^kernel_size: 1 이상"),
        ((2, 0), "^stride: 1 이상"),
        ((2, 1, 0), "^dilation: 1 이상"),
    ):
        with pytest.raises(ValueError, match=words):
            next(windows(x, *settings))


def test_the_first_of_equals_wins_once():
    views = np.array([[[[[1.0, 5]]]], [[[[7, 5]]]], [[[[7, 2]]]]])
    won = [*winners(views, views.max(axis=0))]
    assert np.ravel(won).tolist() == [False, True, True, False, False, False]


def test_no_padding_unless_asked():
    x = np.random.default_rng(4).normal(size=(1, 2, 4, 4))
    for layer, same in ((MaxPool2d(2), max_pool2d), (AvgPool2d(2), avg_pool2d)):
        np.testing.assert_array_equal(layer(x).data, same(x, 2, 2, 0))

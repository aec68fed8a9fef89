"""행렬 곱으로 하는 합성곱: 반복문과 PyTorch와 같은 값, 두 기울기, 메모리, 오류."""

import tracemalloc

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.testing import assert_allclose, assert_array_equal

from lessons.cnn import convolution
from lessons.cnn.conv import plan as plans
from lessons.cnn.conv.fast import backward_plan, conv2d, conv2d_input, conv2d_weight

NAMES = ("stride", "padding", "dilation", "groups")


def random_case(seed):
    """정사각형이 아니고 선택 사항이 섞인 설정 하나"""
    rng = np.random.default_rng(seed)
    groups = int(rng.choice([1, 1, 2, 3]))
    c_in, c_out = groups * rng.integers(1, 4, 2)
    kernel, stride, dilation = rng.integers(1, [[5], [4], [4]], (3, 2))
    padding = rng.integers(0, 4, 2)
    span = dilation * (kernel - 1) + 1
    size = np.maximum(span - 2 * padding, 1) + rng.integers(0, 9, 2)
    N = int(rng.integers(1, 5))
    x = rng.normal(size=(N, c_in, *size))
    W = rng.normal(size=(c_out, c_in // groups, *kernel))
    options = [tuple(map(int, a)) for a in (stride, padding, dilation)]
    return (
        x,
        W,
        rng.normal(size=c_out),
        dict(zip(NAMES, [*options, groups], strict=True)),
    )


def torch_grads(x, W, b, options, rng):
    x, W, b = (torch.tensor(a, requires_grad=True) for a in (x, W, b))
    y = F.conv2d(x, W, b, **options)
    dy = torch.tensor(rng.normal(size=y.shape))
    dx, dW, _ = torch.autograd.grad(y, (x, W, b), dy)
    return y.detach().numpy(), dy.numpy(), dx.numpy(), dW.numpy()


@pytest.mark.parametrize("limit", [1, 3000, plans.LIMIT])
@pytest.mark.parametrize("seed", range(40))
def test_random_settings_are_torch(seed, limit, monkeypatch):
    """토막이 한 행이든, 몇 행이든, 배치 전체든 값은 같다."""
    monkeypatch.setattr(plans, "LIMIT", limit)
    x, W, b, options = random_case(seed)
    rng = np.random.default_rng(seed)
    y, dy, dx, dW = torch_grads(x, W, b, options, rng)
    kept = [a.copy() for a in (x, W, b, dy)]
    close = {"rtol": 1e-11, "atol": 1e-12}
    assert_allclose(conv2d(x, W, b, **options), y, **close)
    assert_allclose(conv2d_input(x.shape, W, dy, **options), dx, **close)
    assert_allclose(conv2d_weight(x, W.shape, dy, **options), dW, **close)
    for before, after in zip(kept, (x, W, b, dy), strict=True):
        assert_array_equal(before, after)


def test_the_loops_of_the_last_chapter_give_the_same():
    x, W, b, options = random_case(3)
    assert_allclose(conv2d(x, W, b, **options), convolution.conv2d(x, W, b, **options))
    assert_allclose(conv2d(x, W, None, **options), conv2d(x, W, 0 * b, **options))


@pytest.mark.parametrize("seed", range(10))
def test_gradients_are_adjoints(seed):
    """⟨conv(x), y⟩ = ⟨x, conv_input(y)⟩ = ⟨W, conv_weight(y)⟩"""
    x, W, _, options = random_case(seed)
    y = conv2d(x, W, **options)
    dy = np.random.default_rng(seed).normal(size=y.shape)
    want = (y * dy).sum()
    assert_allclose((x * conv2d_input(x.shape, W, dy, **options)).sum(), want)
    assert_allclose((W * conv2d_weight(x, W.shape, dy, **options)).sum(), want)


def test_defaults_are_those_of_torch():
    rng = np.random.default_rng(0)
    x, W = rng.normal(size=(2, 3, 6, 5)), rng.normal(size=(4, 3, 3, 2))
    y, dy, dx, dW = torch_grads(x, W, np.zeros(4), {}, rng)
    assert_allclose(conv2d(x, W), y, rtol=1e-12, atol=1e-13)
    assert_allclose(conv2d_input(x.shape, W, dy), dx, rtol=1e-12, atol=1e-13)
    assert_allclose(conv2d_weight(x, W.shape, dy), dW, rtol=1e-12, atol=1e-13)
    positional = conv2d(x, W, None, 2, 1, 2, 1)
    want = F.conv2d(torch.tensor(x), torch.tensor(W), None, 2, 1, 2, 1)
    assert_allclose(positional, want, rtol=1e-12, atol=1e-13)


def test_small_integers_do_not_wrap():
    x = np.full((1, 1, 3, 3), 200, np.uint8)
    W = np.ones((1, 1, 3, 3), np.uint8)
    assert conv2d(x, W).item() == 1800
    assert conv2d_weight(x, W.shape, [[[[2]]]])[0, 0, 0, 0] == 400
    assert conv2d_input((1, 1, 3, 3), 200 * W, [[[[2]]]]).max() == 400


def test_an_empty_batch_stays_empty():
    W = np.ones((2, 3, 3, 3))
    assert conv2d(np.empty((0, 3, 5, 5)), W, padding=1).shape == (0, 2, 5, 5)
    assert not conv2d_weight(
        np.empty((0, 3, 5, 5)), W.shape, np.empty((0, 2, 3, 3))
    ).any()
    assert conv2d_input((0, 3, 5, 5), W, np.empty((0, 2, 3, 3))).shape == (0, 3, 5, 5)


def test_columns_stay_within_the_limit():
    """열을 한꺼번에 만들면 74 MB인 그림에서, 입력과 출력 말고는 7 MB도 쓰지 않는다."""
    x, W = np.ones((2, 16, 180, 180)), np.ones((4, 16, 3, 3))
    dy = np.ones((2, 4, 178, 178))
    whole = 8 * 2 * 16 * 9 * 178 * 178
    assert whole > 70e6
    for run, kept in (
        (lambda: conv2d(x, W), dy.nbytes),
        (lambda: conv2d_weight(x, W.shape, dy), W.nbytes),
        (lambda: conv2d_input(x.shape, W, dy, stride=1), x.nbytes + 1.05 * dy.nbytes),
        (lambda: conv2d_input((2, 16, 357, 357), W, dy, stride=2), 2 * 16 * 357**2 * 8),
    ):
        tracemalloc.start()
        run()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak - kept < 3.2 * plans.LIMIT


def test_a_point_kernel_copies_no_columns():
    x, W = np.ones((4, 64, 32, 32)), np.ones((2, 64, 1, 1))
    tracemalloc.start()
    y = conv2d(x, W)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (y == 64).all() and peak < 3 * y.nbytes < x.nbytes / 8


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": np.ones((3, 5, 5))}, r"x: 모양이 \(N, C, H, W\).*x\[None\]"),
        ({"x": np.ones((5, 5))}, r"x: 모양이 \(N, C, H, W\).*x\[None, None\]"),
        ({"x": [["가"]]}, r"x: 실수를 넣는다"),
        ({"W": np.ones((3, 3))}, r"W: 모양이 \(C_out, C_in, kh, kw\)"),
        ({"W": np.ones((4, 3, 2, 2))}, r"W: .*\(출력 채널, 2 / groups, kh, kw\)"),
        ({"groups": 3}, r"groups=3"),
        ({"W": np.ones((3, 1, 2, 2)), "groups": 2}, r"W \(3, 1, 2, 2\), groups=2"),
        ({"W": np.ones((0, 2, 2, 2))}, r"W \(0, 2, 2, 2\)"),
        ({"groups": 0}, "groups: 1 이상의 정수"),
        ({"stride": 0}, "stride: 1 이상의 정수"),
        ({"padding": -1}, "padding: 0 이상의 정수"),
        ({"dilation": (1, 0)}, "dilation: 1 이상의 정수"),
        ({"stride": (1, 2, 3)}, r"stride: .*\(세로, 가로\)"),
        ({"b": np.ones((4, 1))}, r"b: 모양이 \(4,\)"),
        ({"W": np.ones((4, 2, 7, 2))}, "커널이 덮는 길이"),
    ],
)
def test_errors_say_what_to_mend(change, message):
    right = {"x": np.ones((1, 2, 5, 5)), "W": np.ones((4, 2, 2, 2))}
    conv2d(**right)
    with pytest.raises(ValueError, match=message):
        conv2d(**{**right, **change})


def test_gradients_say_what_to_mend():
    x, W, dy = np.ones((1, 2, 5, 5)), np.ones((4, 2, 2, 2)), np.ones((1, 4, 4, 4))
    for wrong in (dy[:, :3], dy[:, :, :3], dy[..., :3], np.ones((2, 4, 4, 4))):
        for call in (
            lambda dy: conv2d_weight(x, W.shape, dy),
            lambda dy: conv2d_input(x.shape, W, dy),
        ):
            with pytest.raises(ValueError, match=r"grad_output: 모양이 \(1, 4, 4, 4\)"):
                call(wrong)
    with pytest.raises(ValueError, match="weight_size: 정수를 4개"):
        conv2d_weight(x, (4, 2, 2), dy)
    with pytest.raises(ValueError, match="input_size: 정수를 4개"):
        conv2d_input((2, 5, 5), W, dy)
    with pytest.raises(ValueError, match=r"weight_size\[3\]: 1 이상"):
        conv2d_weight(x, (4, 2, 2, 0), dy)
    with pytest.raises(ValueError, match=r"x: 모양이 \(N, C, H, W\)"):
        conv2d_weight(x[0], W.shape, dy)
    with pytest.raises(ValueError, match=r"W: 모양이 \(C_out, C_in, kh, kw\)"):
        conv2d_input(x.shape, W[0], dy)


@pytest.mark.parametrize(
    ("c_out", "stride", "padding", "turned"),
    [
        (4, 1, 1, True),  # 출력 채널이 입력의 두 배까지
        (5, 1, 1, False),
        (4, (1, 2), 1, False),
        (4, (2, 1), 1, False),
        (4, 1, 2, True),  # 패딩이 K - 1까지
        (4, 1, (2, 3), False),
        (4, 1, (3, 0), False),
        (4, 1, 0, True),
    ],
)
def test_the_short_way_is_taken_when_it_pays(c_out, stride, padding, turned):
    p = plans.plan((1, 2, 8, 9), (c_out, 2, 3, 3), stride, padding, 1, 1)
    assert (backward_plan(p) is not None) == turned
    assert backward_plan(p._replace(out=(2, 2))) is None  # 남는 칸이 있는 전치 합성곱

"""기울기 검사: 맞는 것은 통과하고, 0.1% 틀린 것은 걸린다."""

import numpy as np
import pytest
import torch

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor


def square(x, factor=2.0):
    return Tensor.from_op(x.data**2, [x], lambda dy: [dy * factor * x.data])


@pytest.mark.parametrize("shape", [(), (1,), (5,), (2, 3)])
@pytest.mark.parametrize("factor", [2.002, 1.998, -2.0, 0.0, np.nan])
def test_a_tenth_of_a_percent_is_rejected(shape, factor):
    x = np.random.default_rng(1).uniform(0.1, 2, shape)
    assert gradcheck(square, [x]) is True
    assert gradcheck(lambda x: square(x, factor), [x], raise_exception=False) is False
    with pytest.raises(ValueError, match=r"기울기가 다르다. 역전파 .*, 수치 미분 "):
        gradcheck(lambda x: square(x, factor), [x])


def test_torch_defaults_let_a_tenth_of_a_percent_by():
    """본문의 말: PyTorch의 기본값 rtol=1e-3은 0.1% 오류를 눈감아 준다."""

    class Square(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x**2

        @staticmethod
        def backward(ctx, dy):
            return dy * 2.002 * ctx.saved_tensors[0]

    x = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(Square.apply, (x,))
    strict = {"rtol": 1e-5, "raise_exception": False}
    assert not torch.autograd.gradcheck(Square.apply, (x,), **strict)


def test_message_names_the_input_and_the_place():
    def f(a, b):
        def backward(dz):
            wrong = dz * a.data
            wrong[1, 2] *= 1.01
            return [dz * b.data, wrong]

        return Tensor.from_op(a.data * b.data, [a, b], backward)

    a, b = np.random.default_rng(0).uniform(1, 2, (2, 2, 3))
    with pytest.raises(ValueError, match=r"^inputs\[1\]\[1, 2\]의 기울기가 다르다"):
        gradcheck(f, [a, b])


@pytest.mark.parametrize(("error", "passes"), [(0.9e-5, True), (1.1e-5, False)])
def test_rtol_is_one_in_a_hundred_thousand(error, passes):
    x = np.array([100.0, 300.0])

    def f(x):
        return Tensor.from_op(2 * x.data, [x], lambda dy: [dy * 2 * (1 + error)])

    assert gradcheck(f, [x], atol=1e-8, eps=1e-2, raise_exception=False) is passes
    assert gradcheck(f, [x], atol=1e-8, eps=1e-2, rtol=1e-4)


@pytest.mark.parametrize(("error", "passes"), [(0.5e-7, True), (2e-7, False)])
def test_atol_is_for_gradients_near_zero(error, passes):
    def f(x):
        return Tensor.from_op(0 * x.data, [x], lambda dy: [np.full(2, error)])

    assert gradcheck(f, [np.ones(2)], raise_exception=False) is passes
    assert gradcheck(f, [np.ones(2)], atol=1e-6)


def test_eps_is_the_step():
    seen = []

    def f(x):
        seen.append(x.data[0])
        return x * 1

    gradcheck(f, [np.zeros(1)])
    assert max(seen) == 1e-6
    gradcheck(f, [np.zeros(1)], eps=1e-4)
    assert max(seen) == 1e-4


def test_a_sum_that_hides_the_error_does_not_hide_it():
    def softmax(z):
        p = np.exp(z.data)
        p /= p.sum(axis=1, keepdims=True)

        def backward(dp):
            return [p * (dp - dp.mean(axis=1, keepdims=True))]

        return Tensor.from_op(p, [z], backward)

    z = np.random.default_rng(0).standard_normal((2, 3))
    assert gradcheck(lambda z: softmax(z).sum(), [z])
    for seed in range(5):
        rng = np.random.default_rng(seed)
        assert not gradcheck(softmax, [z], raise_exception=False, rng=rng)


def test_one_output_may_be_lost_among_many():
    def f(x):
        def backward(dy):
            dy = dy.copy()
            dy[3] = 0
            return [dy]

        return Tensor.from_op(x.data, [x], backward)

    assert not gradcheck(f, [np.ones(5)], raise_exception=False)


def test_an_unused_input_has_no_gradient():
    assert gradcheck(lambda a, b: a * 2, [np.ones(2), np.ones(3)])
    forgotten = lambda a, b: a * b.detach(), [np.ones(2), np.ones(2)]
    assert not gradcheck(*forgotten, raise_exception=False)
    with pytest.raises(ValueError, match=r"inputs\[1\].* 역전파 0, 수치 미분 1"):
        gradcheck(*forgotten)


def test_tensors_are_taken_and_not_touched():
    x = Tensor([1.0, 2.0])
    assert gradcheck(lambda x: (x * x).sum(), [x])
    assert x.grad is None
    assert x.data.tolist() == [1, 2]


@pytest.mark.parametrize("wrap", [np.array, Tensor, torch.tensor])
def test_one_array_or_tensor_is_one_input_like_torch(wrap):
    assert gradcheck(lambda x: (x * x).sum(), wrap([[1.0, 2.0], [3.0, 4.0]]))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"func": 3}, "func: 함수를 넣는다"),
        ({"func": lambda x: x.data}, "func의 답: Tensor 하나.*ndarray"),
        ({"inputs": ["열"]}, "data: 실수를 넣는다"),
        ({"eps": 0}, "h: 0 초과인 수"),
        ({"atol": -1}, "atol: 0 이상인 수"),
        ({"rtol": "작게"}, "rtol: 0 이상인 수"),
        ({"rng": 0}, "rng: np"),
    ],
)
def test_errors(options, message):
    good = {"func": lambda x: x * x, "inputs": [np.ones(2)]}
    with pytest.raises(ValueError, match=message):
        gradcheck(**good | options)


def test_outputs_are_weighted_between_one_and_two():
    seen = []

    def f(x):
        return Tensor.from_op(x.data, [x], lambda dy: [seen.append(dy) or dy])

    x = np.ones(200)
    gradcheck(f, [x])
    gradcheck(f, [x])
    gradcheck(f, [x], rng=np.random.default_rng(5))
    assert 1 <= seen[0].min() < 1.05 < 1.95 < seen[0].max() <= 2
    assert (seen[0] == np.random.default_rng(0).uniform(1, 2, 200)).all()
    assert (seen[0] == seen[1]).all()
    assert (seen[0] != seen[2]).any()


def test_no_difference_passes_without_any_tolerance():
    assert gradcheck(lambda a: a * 0, [np.ones(3)], atol=0, rtol=0)

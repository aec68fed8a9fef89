"""텐서 자동 미분: PyTorch와의 일치, 브로드캐스팅, 깊은 그래프, 되풀이한 backward()."""

import inspect
import weakref

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal

from lessons.dl.autograd import topological_order, unbroadcast
from lessons.dl.tensor import Tensor, apply, as_tensor
from lessons.dl.value import Value

SHAPES = [(), (1,), (5,), (4, 5), (4, 1), (1, 5), (3, 1, 5), (3, 4, 1), (3, 4, 5)]
FULL = (3, 4, 5)
CLOSE = {"rtol": 1e-12, "atol": 1e-12}


# 같은 식을 두 번 짓기: NumPy 텐서로, torch로


def full(a, zeros):
    return a + zeros


BINARY = [
    lambda a, b, z: a + b,
    lambda a, b, z: a - b,
    lambda a, b, z: a * b,
    lambda a, b, z: a / (b * b + 1),
    lambda a, b, z: full(a, z) @ full(b, z).transpose(-1, -2) @ full(a, z) / 20,
    lambda a, b, z: (full(a, z)[:, 1] @ full(b, z)[0, 2] / 5).reshape(3, 1, 1),
]
UNARY = [
    lambda a, z: -a,
    lambda a, z: 2 - a,
    lambda a, z: 3 / (a * a + 2),
    lambda a, z: a.tanh(),
    lambda a, z: a.sigmoid(),
    lambda a, z: a.relu(),
    lambda a, z: a.tanh().exp(),
    lambda a, z: (a * a + 1).log(),
    lambda a, z: (a * a + 0.5) ** 1.7,
    lambda a, z: a.tanh() ** 3,
    lambda a, z: full(a, z).sum(axis=1, keepdims=True) / 4,
    lambda a, z: full(a, z).mean(axis=(0, 2), keepdims=True),
    lambda a, z: full(a, z).mean(axis=-1).reshape(3, 4, 1),
    lambda a, z: full(a, z).sum(axis=(0, 1)).reshape((1, 5)) / 12,
    lambda a, z: full(a, z)[..., 1:4].mean(),
    lambda a, z: full(a, z)[[0, 2, 2], 1][:, None, :].mean(axis=0, keepdims=True),
    lambda a, z: full(a, z).reshape(12, -1).T.mean(axis=0).reshape(3, 4, 1),
]


def random_program(rng, leaves, steps):
    """(연산, 첫째, 둘째) 목록. 수는 앞에서 만든 값의 자리다."""
    program = []
    for i in range(leaves, leaves + steps):
        binary = rng.random() < 0.5
        table = BINARY if binary else UNARY
        op = table[rng.integers(len(table))]
        operands = rng.integers(i, size=2 if binary else 1)
        program.append((op, operands))
    return program


def run(program, leaves, zeros):
    values = list(leaves)
    for op, operands in program:
        values.append(op(*(values[j] for j in operands), zeros))
    return values


@pytest.mark.parametrize("seed", range(60))
def test_random_graph_is_torch_autograd(seed):
    rng = np.random.default_rng(seed)
    arrays = [rng.standard_normal(SHAPES[i]) for i in rng.integers(9, size=4)]
    program = random_program(rng, len(arrays), 12)

    ours = [Tensor(a) for a in arrays]
    theirs = [torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in arrays]
    out = run(program, ours, np.zeros(FULL))
    expected = run(program, theirs, torch.zeros(FULL, dtype=torch.float64))

    upstream = [rng.standard_normal(v.shape) for v in out[4:]]
    sum((v * u).sum() for v, u in zip(out[4:], upstream, strict=True)).backward()
    sum(
        (v * torch.tensor(u)).sum() for v, u in zip(expected[4:], upstream, strict=True)
    ).backward()

    for got, want in zip(out, expected, strict=True):
        assert got.shape == want.shape
        assert_allclose(got.data, want.detach(), rtol=1e-11, atol=1e-11)
    for got, want in zip(ours, theirs, strict=True):
        if want.grad is None:
            assert got.grad is None
            continue
        scale = max(1, abs(want.grad).max().item())
        assert got.grad.shape == got.data.shape
        assert_allclose(got.grad / scale, want.grad / scale, **CLOSE)


OPERATIONS = {
    "@ 행렬": (lambda a, b: a @ b, [(3, 4), (4, 2)]),
    "@ 묶음": (lambda a, b: a @ b, [(2, 1, 3, 4), (5, 4, 2)]),
    "@ 왼쪽이 벡터": (lambda a, b: a @ b, [(4,), (4, 2)]),
    "@ 왼쪽이 벡터, 묶음": (lambda a, b: a @ b, [(4,), (3, 4, 2)]),
    "@ 오른쪽이 벡터": (lambda a, b: a @ b, [(3, 4), (4,)]),
    "@ 오른쪽이 벡터, 묶음": (lambda a, b: a @ b, [(2, 3, 4), (4,)]),
    "@ 벡터끼리": (lambda a, b: a @ b, [(4,), (4,)]),
    "*": (lambda a, b: a * b, [(3, 1), (2, 1, 4)]),
    "/": (lambda a, b: a / b, [(3, 1), (4,)]),
    "- 수": (lambda a, b: (a - 2) * (5 - b), [(), (1, 2)]),
    "** 음수": (lambda a: a**-2, [(3,)]),
    "** 1": (lambda a: a**1, [(3,)]),
    "log": (lambda a: (a * a).log(), [(2, 3)]),
    "sum 전부": (lambda a: a.sum(), [(2, 3)]),
    "sum 축": (lambda a: a.sum(axis=1), [(2, 3, 4)]),
    "sum 두 축": (lambda a: a.sum(axis=(0, -1)), [(2, 3, 4)]),
    "sum 축, 길이 1인 축": (lambda a: a.sum(axis=1), [(1, 3)]),
    "mean 전부": (lambda a: a.mean(), [(2, 3)]),
    "mean 축": (lambda a: a.mean(axis=0), [(2, 3)]),
    "max 전부": (lambda a: a.amax() if torch.is_tensor(a) else a.max(), [(2, 3)]),
    "max 축": (
        lambda a: a.amax(axis=1) if torch.is_tensor(a) else a.max(axis=1),
        [(2, 3, 4)],
    ),
    "max 축, 길이 1인 축": (
        lambda a: a.amax(axis=1) if torch.is_tensor(a) else a.max(axis=1),
        [(1, 3)],
    ),
    "max 두 축": (
        lambda a: (a.amax if torch.is_tensor(a) else a.max)((0, 2), keepdims=True),
        [(2, 3, 4)],
    ),
    "reshape -1": (lambda a: a.reshape(-1, 2), [(2, 3, 2)]),
    "transpose": (lambda a: a.transpose(0, 2), [(2, 3, 4)]),
    "T": (lambda a: a.T, [(2, 3)]),
    "되풀이해 고르기": (lambda a: a[[0, 1, 0, 0]], [(2, 3)]),
    "짝지어 고르기": (lambda a: a[[0, 1, 1], [2, 0, 0]], [(2, 3)]),
    "걸러 고르기": (lambda a: a[:, ::2], [(2, 3)]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_is_torch(name):
    f, shapes = OPERATIONS[name]
    rng = np.random.default_rng(len(name))
    ours = [Tensor(rng.standard_normal(shape)) for shape in shapes]
    theirs = [torch.tensor(t.data, requires_grad=True) for t in ours]
    out, want = f(*ours), f(*theirs)
    assert out.shape == want.shape
    assert_allclose(out.data, want.detach(), **CLOSE)
    upstream = rng.standard_normal(out.shape)
    out.backward(upstream)
    want.backward(torch.tensor(upstream))
    for x, y in zip(ours, theirs, strict=True):
        assert_allclose(x.grad, y.grad, **CLOSE)


# 페이지의 말


def test_a_ten_thousand_term_sum_has_no_recursion_limit():
    x = Tensor([1.0, 2.0])
    total = x
    for _ in range(9_999):
        total = total + x
    total.sum().backward()
    assert x.grad.tolist() == [10_000, 10_000]


def test_a_deep_graph_is_released_without_recursion():
    """브라우저의 파이썬은 깊은 사슬을 지우다 스택이 찬다. 한 겹씩 놓아야 한다."""
    depths = []

    class Watched(Tensor):
        def __del__(self):
            depths.append(len(inspect.stack(0)))
            super().__del__()

    x = Watched(1.0)
    total = x
    for _ in range(50):
        total = Watched.from_op(total.data, (total,), lambda dz: (dz,))
    first = weakref.ref(total.parents[0])
    total.backward()
    assert x.grad == 1
    del total
    assert first() is None
    assert len(depths) == 50
    assert max(depths) <= min(depths) + 3
    assert Watched._released == []


def test_each_dropped_graph_is_released_at_once():
    for _ in range(2):
        x = Tensor(1.0)
        y, held = x * 2, weakref.ref(x)
        del x, y
        assert held() is None


def test_a_shared_part_outlives_the_rest():
    x = Tensor([1.0, 2.0])
    z = x * x
    loss = (z + 1).sum()
    loss.backward()
    del loss
    x.grad = None
    z.sum().backward()
    assert x.grad.tolist() == [2, 4]


def test_second_backward_accumulates_in_leaves_only():
    x = Tensor([1.0, 2.0, 3.0])
    z = x * x
    loss = z.sum()
    loss.backward()
    first = x.grad
    assert first.tolist() == [2, 4, 6]
    loss.backward()
    assert x.grad is first
    assert x.grad.tolist() == [4, 8, 12]
    assert z.grad.tolist() == [1, 1, 1]
    assert loss.grad == 1

    y = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    other = (y * y).sum()
    other.backward(retain_graph=True)
    other.backward()
    assert_array_equal(x.grad, y.grad)


def test_backward_of_two_losses_adds_up():
    x = Tensor([1.0, 2.0])
    (3 * x).sum().backward()
    (x * x).sum().backward()
    assert x.grad.tolist() == [5, 7]
    x.grad = None
    (3 * x).sum().backward()
    assert x.grad.tolist() == [3, 3]


def test_backward_of_a_leaf_accumulates_too():
    x = Tensor(2.0)
    x.backward()
    x.backward()
    assert x.grad == 2


def test_paths_add_where_they_meet():
    x = Tensor(3.0)
    y = x * x
    (y * x + y).backward()
    assert x.grad == 3 * 3**2 + 2 * 3


def test_gradients_do_not_share_memory():
    a, b = Tensor([1.0, 2.0]), Tensor([3.0, 4.0])
    upstream = np.array([1.0, 1.0])
    (a + b).backward(upstream)
    a.grad *= 10
    assert b.grad.tolist() == [1, 1]
    assert upstream.tolist() == [1, 1]
    c = Tensor(np.ones((2, 2)))
    c.sum().backward()
    c.grad[0, 0] = 7
    assert c.grad.tolist() == [[7, 1], [1, 1]]


def test_ndarray_on_either_side_is_a_constant():
    a = np.array([[1.0, 2.0], [3.0, 4.0]])
    x = Tensor([[1.0, 0.0], [2.0, 1.0]])
    for out, slope in [
        (a + x, np.ones((2, 2))),
        (a - x, -np.ones((2, 2))),
        (a * x, a),
        (a / (x + 1), -a / (x.data + 1) ** 2),
        (a @ x, a.T @ np.ones((2, 2))),
        (x @ a, np.ones((2, 2)) @ a.T),
        (np.float64(3) * x, np.full((2, 2), 3)),
        (range(1, 3) + x, np.ones((2, 2))),
    ]:
        assert isinstance(out, Tensor)
        x.grad = None
        out.sum().backward()
        assert_allclose(x.grad, slope)


def test_constants_get_no_gradient_and_keep_no_graph():
    X, W = Tensor([[1.0, 2.0]], requires_grad=False), Tensor([[1.0], [2.0]])
    out = X @ W
    out.sum().backward()
    assert X.grad is None
    assert W.grad.tolist() == [[1], [2]]
    frozen = (X * 2).sum()
    assert not frozen.requires_grad
    assert frozen.parents == ()
    assert not (W.detach() * 2).requires_grad
    assert W.detach().requires_grad is as_tensor(2.0).requires_grad is False
    assert W.requires_grad
    assert out.requires_grad


def test_data_is_float64_and_copied():
    data = np.array([1, 2, 3])
    x = Tensor(data)
    assert x.data.dtype == np.float64
    assert Tensor(np.float32(1)).data.dtype == np.float64
    assert Tensor(True).item() == 1.0
    source = np.array([1.0, 2.0])
    y = Tensor(source)
    y.data += 1
    assert source.tolist() == [1, 2]
    assert y.grad is None
    assert (x / 2).data.tolist() == [0.5, 1, 1.5]
    assert repr(Tensor([1, 2])) == "Tensor(array([1., 2.]))"


def test_rows_can_be_looped_over():
    x = Tensor([[1.0, 2.0], [3.0, 4.0]])
    total = sum(row.sum() * (i + 1) for i, row in enumerate(x))
    total.backward()
    assert x.grad.tolist() == [[1, 1], [2, 2]]


def test_detach_stops_the_gradient():
    x = Tensor([1.0, 2.0])
    (x * x.detach()).sum().backward()
    assert x.grad.tolist() == [1, 2]


# 꺾인 곳과 끝


def test_relu_at_zero_has_no_gradient_like_torch():
    x = Tensor([-1.0, 0.0, 2.0])
    x.relu().sum().backward()
    y = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
    y.relu().sum().backward()
    assert x.grad.tolist() == y.grad.tolist() == [0, 0, 1]


def test_max_shares_its_gradient_among_ties_like_amax():
    x = Tensor([[1.0, 4.0, 4.0], [2.0, 0.0, 1.0]])
    (x.max(axis=1) * np.array([1.0, 3.0])).sum().backward()
    assert x.grad.tolist() == [[0, 0.5, 0.5], [3, 0, 0]]
    y = torch.tensor(x.data, requires_grad=True)
    (y.amax(1) * torch.tensor([1.0, 3.0])).sum().backward()
    assert_array_equal(x.grad, y.grad)


def test_zeroth_power_is_a_constant():
    x = Tensor([0.0, 2.0])
    (x**0).backward([0, 3])
    assert x.grad.tolist() == [0, 0]


def test_sigmoid_and_tanh_at_extremes():
    x = Tensor([-800.0, -40.0, 0.0, 40.0, 800.0])
    y = x.sigmoid()
    assert_allclose(y.data, torch.tensor(x.data).sigmoid(), rtol=1e-14)
    y.sum().backward()
    assert x.grad[2] == 0.25
    assert np.isfinite(x.grad).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_unbroadcast_is_the_adjoint_of_broadcasting(shape):
    rng = np.random.default_rng(len(shape))
    x, dz = rng.standard_normal(shape), rng.standard_normal(FULL)
    back = unbroadcast(dz, shape)
    assert back.shape == shape
    assert_allclose((np.broadcast_to(x, FULL) * dz).sum(), (x * back).sum())


def test_topological_order_puts_inputs_first_and_once():
    x = Tensor(1.0)
    y = x * x
    z = (y + x) * y
    order = topological_order(z)
    assert order[0] is x
    assert order[-1] is z
    assert len(order) == len(set(order)) == 4
    for node in order:
        assert all(order.index(p) < order.index(node) for p in node.parents)


# 새 연산


def test_from_op_adds_an_operation():
    def cube(x):
        return Tensor.from_op(x.data**3, [x], lambda dz: [dz * 3 * x.data**2])

    x = Tensor([1.0, 2.0])
    (2 * cube(x)).sum().backward()
    assert x.grad.tolist() == [6, 24]


def test_from_op_may_leave_an_input_out():
    x, w = Tensor([1.0, 2.0]), Tensor([3.0, 4.0])
    out = Tensor.from_op(x.data * w.data, (x, w), lambda dz: (dz * w.data, None))
    out.sum().backward()
    assert x.grad.tolist() == [3, 4]
    assert w.grad.tolist() == [0, 0]


def test_from_op_unbroadcasts_and_counts_its_gradients():
    b = Tensor(2.0)
    Tensor.from_op(np.full(3, 2.0), (b,), lambda dz: (dz,)).backward([1, 2, 3])
    assert b.grad == 6
    with pytest.raises(ValueError, match="입력 2개, 기울기 1개"):
        Tensor.from_op(1.0, (b, b), lambda dz: (dz,)).backward()


def test_a_turned_gradient_is_refused():
    a = Tensor(np.ones((2, 3)))
    out = Tensor.from_op(np.ones((3, 2)), [a], lambda dz: [dz])
    with pytest.raises(ValueError, match=r"grad: \(2, 3\)에서 퍼진.*\(3, 2\)"):
        out.backward(np.ones((3, 2)))
    with pytest.raises(ValueError, match=r"grad: \(3,\)에서 퍼진.*\(\)"):
        unbroadcast(np.float64(1), (3,))


@pytest.mark.parametrize(("inputs", "word"), [(1, "longer"), (3, "shorter")])
def test_an_operation_has_one_backward_for_each_input(inputs, word):
    def op(*arrays):
        return arrays[0], lambda dz: dz, lambda dz: dz

    out = apply(op, *[Tensor(1.0)] * inputs)
    with pytest.raises(ValueError, match=f"is {word} than"):
        out.backward()


def test_from_op_of_constants_keeps_nothing():
    c = Tensor(1.0, requires_grad=False)
    out = Tensor.from_op(2.0, (c,), lambda dz: (dz,))
    assert not out.requires_grad
    assert out.parents == ()
    assert out._backward is None


# 오류


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: Tensor("열"), "data: 실수를 넣는다. 받은 자료형: 글자"),
        (lambda: Tensor([[1, 2], [3]]), "data: .*줄마다 길이"),
        (lambda: Tensor(Tensor([1.0])), r"data: .*\.data를 넣는다"),
        (lambda: Tensor([1 + 2j]), "data: 실수를 넣는다. 받은 자료형: 복소수"),
        (lambda: Tensor(10**400), "data: 수의 배열로 바꿀 수 없다"),
        (lambda: Tensor(np.array(["2020-01-01"], "M8[D]")), "받은 자료형: 날짜"),
        (lambda: Tensor([1.0], requires_grad=0), "requires_grad: True나 False"),
        (lambda: Tensor([1.0]) + None, "data: 수가 아닌 것이 1개"),
        (lambda: Tensor([1.0]).backward(Tensor([1.0])), r"gradient\.data를 넣는다"),
        (lambda: Tensor([1.0, 2.0])[2], r"getitem: .*받은 모양: \(2,\)"),
        (lambda: Tensor([1.0, 2.0]).sum(axis="a"), "reduce_sum: "),
        (lambda: Tensor([1.0, 2.0]).item(), r"item: 값이 하나여야 한다.*\(2,\)"),
        (lambda: Tensor([]).max(), r"reduce_max: .*받은 모양: \(0,\)"),
        (lambda: 2 ** Tensor([1.0]), r"지수: .*\(x \* log\(2\)\)\.exp\(\)"),
        (lambda: Tensor([1.0]) ** "2", "지수: 유한한 수 하나를 넣는다"),
        (lambda: Tensor([1, 2]).backward(), r"gradient를 넣는다. 이 값의 모양: \(2,\)"),
        (lambda: Tensor([1, 2]).backward([1.0]), r"gradient: 모양이 \(2,\)인.*\(1,\)"),
        (lambda: Tensor(1, False).backward(), "상수만으로 셈한 값이다"),
        (lambda: Tensor([1, 2]) + np.ones(3), r"add: .*받은 모양: \(2,\), \(3,\)"),
        (lambda: np.ones((2, 3)) @ Tensor(np.ones((2, 3))), r"matmul: .*\(2, 3\), \("),
        (lambda: Tensor(np.ones(6)).reshape(4, 2), r"reshape: .*받은 모양: \(6,\)"),
        (lambda: Tensor([1, 2]).T, r"transpose: .*받은 모양: \(2,\)"),
        (lambda: Tensor([1, 2]).sum(axis=1), r"reduce_sum: .*받은 모양: \(2,\)"),
        (lambda: Tensor([1, 2]) ** Tensor(2), "지수: 유한한 수 하나를 넣는다. .*Ten"),
    ],
)
def test_errors(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_a_0d_tensor_is_no_container_like_torch():
    for three in (Tensor(3.0), torch.tensor(3.0)):
        for take in (sum, list, iter):
            with pytest.raises(TypeError, match=r"0-d|0차원"):
                take(three)


def test_division_by_a_tiny_number_does_not_underflow():
    a, b = Tensor([1e-200, 3.0]), Tensor([1e-200, 2.0])
    (a / b).sum().backward()
    assert_allclose(a.grad, [1e200, 0.5])
    assert_allclose(b.grad, [-1e200, -0.75])
    c = Tensor(2.0)
    (1e-300 / c * 1e300).backward()
    assert_allclose(c.grad, -0.25)


def test_nan_goes_through_relu_like_torch():
    x = Tensor([np.nan, -1.0, 0.0, 1.0])
    y = torch.tensor(x.data, requires_grad=True)
    upstream = [2.0, np.inf, 3.0, 4.0]
    x.relu().backward(upstream)
    y.relu().backward(torch.tensor(upstream, dtype=torch.float64))
    assert_array_equal(x.relu().data, y.relu().detach())
    assert_array_equal(x.grad, y.grad)


def test_mean_of_no_rows_is_no_mean():
    assert Tensor(np.zeros((0, 3))).mean(axis=1).shape == (0,)


def test_small_integers_do_not_wrap():
    x = Tensor(np.array([0, 250], np.uint8))
    assert (x - np.array([10, 200], np.uint8)).data.tolist() == [-10, 50]
    assert (np.array([10, 200], np.uint8) - x).data.tolist() == [10, -50]
    assert ((x + x) * x).data.tolist() == [0, 125_000]
    out = Tensor.from_op(np.uint8(3), [x], lambda dz: [np.array([200, 100], np.uint8)])
    (out * 1).backward()
    (out * 1).backward()
    assert x.grad.tolist() == [400, 200]


def test_methods_are_written_out():
    for cls in (Tensor, Value):
        for name, method in vars(cls).items():
            assert "lambda" not in getattr(method, "__qualname__", ""), name
    assert list(inspect.signature(Tensor.__add__).parameters) == ["self", "other"]


def test_one_value_of_any_shape_needs_no_gradient():
    x = Tensor([[3.0]])
    (x * x).backward()
    assert x.grad.tolist() == [[6]]


def test_numpy_functions_refuse_a_tensor():
    with pytest.raises(TypeError, match="does not support ufuncs"):
        np.exp(Tensor(1.0))

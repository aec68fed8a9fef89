"""스칼라 자동 미분: 손으로 한 셈, PyTorch, 깊은 그래프, 되풀이한 backward()."""

import math
import operator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.dl.gradient_descent import himmelblau, numerical_gradient
from lessons.dl.value import Value, topological_order

# 같은 식을 두 번 짓기: Value로, torch로

BINARY = [
    operator.add,
    operator.sub,
    operator.mul,
    lambda a, b: a / (b * b + 1),
    lambda a, b: (a - b) / (a.exp() + 0.5),
]
UNARY = [
    operator.neg,
    lambda a: 2.5 + a,
    lambda a: 2.5 - a,
    lambda a: a - 2.5,
    lambda a: 3 * a,
    lambda a: a / 4,
    lambda a: 3 / (a * a + 2),
    lambda a: a.tanh(),
    lambda a: a.relu(),
    lambda a: a.tanh().exp(),
    lambda a: (a * a + 0.5).log(),
    lambda a: (a * a + 0.5) ** 1.7,
    lambda a: (a * a + 0.5) ** -0.5,
    lambda a: a.tanh() ** 3,
]


def random_program(rng, leaves, steps):
    """(연산, 입력의 자리) 목록. 앞에서 만든 값을 여러 번 쓸 수 있다."""
    program = []
    for i in range(leaves, leaves + steps):
        n = int(rng.integers(1, 3))
        table = (UNARY, BINARY)[n - 1]
        program.append((table[rng.integers(len(table))], rng.integers(i, size=n)))
    return program


def run(program, leaves):
    values = list(leaves)
    for op, operands in program:
        value = op(*(values[j] for j in operands))
        values.append(value if abs(value.data) < 20 else value.tanh())
    return values


@pytest.mark.parametrize("seed", range(150))
def test_random_expression_is_torch_autograd(seed):
    rng = np.random.default_rng(seed)
    numbers = rng.normal(size=4)
    program = random_program(rng, len(numbers), 15)
    ours = run(program, [Value(a) for a in numbers])
    leaves = [torch.tensor(a, dtype=torch.float64).requires_grad_() for a in numbers]
    theirs = run(program, leaves)

    upstream = rng.normal()
    ours[-1].backward(upstream)
    if theirs[-1].requires_grad:
        for value in theirs:
            value.retain_grad()
        theirs[-1].backward(torch.tensor(upstream, dtype=torch.float64))
    for got, want in zip(ours, theirs, strict=True):
        assert_allclose(got.data, want.item(), rtol=1e-12, atol=1e-12)
        if want.grad is None:
            assert got.grad is None
        else:
            assert_allclose(got.grad, want.grad.item(), rtol=1e-10, atol=1e-10)


def test_himmelblau_runs_on_values():
    x = np.array([Value(-1.5), Value(2.25)])
    himmelblau(x).backward()
    y = torch.tensor([-1.5, 2.25], dtype=torch.float64, requires_grad=True)
    himmelblau(y).backward()
    assert_allclose([v.grad for v in x], y.grad)


OPERATIONS = {
    "add": (lambda a, b: a + b, (1.5, -2.0), -0.5, (1, 1)),
    "subtract": (lambda a, b: a - b, (1.5, -2.0), 3.5, (1, -1)),
    "multiply": (lambda a, b: a * b, (1.5, -2.0), -3, (-2, 1.5)),
    "divide": (lambda a, b: a / b, (1.5, -2.0), -0.75, (-0.5, -0.375)),
    "negative": (lambda a: -a, (1.5,), -1.5, (-1,)),
    "power": (lambda a: a**3, (-2.0,), -8, (12,)),
    "power -2": (lambda a: a**-2, (2.0,), 0.25, (-0.25,)),
    "power 1 at 0": (lambda a: a**1, (0.0,), 0, (1,)),
    "power 2 at 0": (lambda a: a**2, (0.0,), 0, (0,)),
    "power 0 at 0": (lambda a: a**0, (0.0,), 1, (0,)),
    "power 1.5": (lambda a: a**1.5, (4.0,), 8, (3,)),
    "exp": (lambda a: a.exp(), (0.0,), 1, (1,)),
    "log": (lambda a: a.log(), (2.0,), math.log(2), (0.5,)),
    "tanh": (lambda a: a.tanh(), (0.5,), math.tanh(0.5), (1 - math.tanh(0.5) ** 2,)),
    "relu +": (lambda a: a.relu(), (0.5,), 0.5, (1,)),
    "relu 0": (lambda a: a.relu(), (0.0,), 0, (0,)),
    "relu -": (lambda a: a.relu(), (-0.5,), 0, (0,)),
    "2 -": (lambda a: 2 - a, (5.0,), -3, (-1,)),
    "2 /": (lambda a: 2 / a, (4.0,), 0.5, (-0.125,)),
    "2 +": (lambda a: 2 + a, (4.0,), 6, (1,)),
    "2 *": (lambda a: 2 * a, (4.0,), 8, (2,)),
    "np.float64 *": (lambda a: np.float64(2) * a, (4.0,), 8, (2,)),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation(name):
    f, numbers, result, slopes = OPERATIONS[name]
    inputs = [Value(a) for a in numbers]
    out = f(*inputs)
    assert isinstance(out, Value)
    assert type(out.data) is float
    assert_allclose(out.data, result, rtol=1e-14)
    out.backward(3)
    assert_allclose([v.grad for v in inputs], np.multiply(slopes, 3), rtol=1e-14)
    assert [v.data for v in inputs] == list(numbers)


# 페이지의 말


def neuron():
    x, w, b, y = Value(2), Value(3), Value(1), Value(2)
    u = w * x
    z = u + b
    r = z - y
    return x, w, b, y, u, z, r, r * r


def test_page_neuron_by_hand():
    values = neuron()
    assert [v.data for v in values] == [2, 3, 1, 2, 6, 7, 5, 25]
    values[-1].backward()
    assert [v.grad for v in values] == [30, 20, 10, -10, 10, 10, 10, 1]


def test_page_neuron_nudged():
    x, w, b, y = 2, 3.01, 1, 2
    assert_allclose((w * x + b - y) ** 2 - 25, 0.2004)


def test_page_paths_add_where_they_meet():
    a, b = Value(3), Value(-1)
    s = a + b
    L = s * a
    L.backward()
    assert (s.data, L.data) == (2, 6)
    assert (a.grad, b.grad, s.grad) == (5, 3, 3)
    assert a.grad == 2 * a.data + b.data


def test_gradient_is_the_numerical_one():
    numbers = np.array([2.0, 3.0, 1.0, 2.0])
    values = neuron()
    values[-1].backward()
    slopes = numerical_gradient(
        lambda v: (v[1] * v[0] + v[2] - v[3]) ** 2, numbers, 1e-5
    )
    assert_allclose([v.grad for v in values[:4]], slopes, rtol=1e-8)


@pytest.mark.parametrize("terms", [10_000, 100_000])
def test_a_ten_thousand_term_sum_has_no_recursion_limit(terms):
    x = Value(0.5)
    total = Value(0)
    for _ in range(terms):
        total = total + x
    total.backward()
    assert total.data == terms / 2
    assert x.grad == terms


def test_a_recursive_order_would_fail():
    def recursive(node, order, seen):
        if node not in seen:
            seen.add(node)
            for parent in node.parents:
                recursive(parent, order, seen)
            order.append(node)
        return order

    x = total = Value(1)
    for _ in range(100):
        total = total + x
    assert len(recursive(total, [], set())) == len(topological_order(total)) == 101
    for _ in range(9_900):
        total = total + x
    with pytest.raises(RecursionError):
        recursive(total, [], set())
    assert len(topological_order(total)) == 10_001


def test_many_paths_cost_one_visit_each():
    x = y = Value(1)
    for _ in range(60):
        y = y + y
    assert len(topological_order(y)) == 61
    y.backward()
    assert x.grad == 2**60


def test_second_backward_accumulates_in_leaves_only_like_torch():
    x = Value(3)
    z = x * x
    loss = z * 2
    for times in (1, 2, 3):
        loss.backward()
        assert x.grad == 12 * times
        assert z.grad == 2
        assert loss.grad == 1

    y = torch.tensor(3.0, requires_grad=True)
    other = y * y * 2
    for _ in range(3):
        other.backward(retain_graph=True)
    assert y.grad == x.grad
    x.grad = None
    loss.backward()
    assert x.grad == 12


def test_page_gathering_inside_would_give_36():
    x = Value(3)
    z = x * x
    L = 2 * z
    for _ in range(2):
        L.grad = 1.0
        for node in reversed(topological_order(L)):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad = (parent.grad or 0) + node.grad * slope
    assert x.grad == 36


def test_two_losses_add_up_in_a_shared_leaf():
    x = Value(3)
    shared = x * x
    (shared * 2).backward()
    (shared + x).backward()
    assert x.grad == 12 + 7
    assert shared.grad == 1


def test_backward_of_a_leaf_accumulates_too():
    x = Value(2)
    assert x.grad is None
    x.backward()
    x.backward(0.5)
    assert x.grad == 1.5


def test_values_outside_the_graph_are_left_alone():
    x, other = Value(2), Value(3)
    used, unused = x * 2, x * other
    used.backward()
    assert x.grad == 2
    assert other.grad is None
    assert unused.grad is None


def test_slopes_are_those_of_the_forward_pass():
    w, x = Value(3), Value(2)
    u = w * x
    w.data = 100.0
    u.backward()
    assert x.grad == 3


def test_topological_order_puts_inputs_first_and_once():
    x = Value(1)
    y = x * x
    z = (y + x) * y
    order = topological_order(z)
    assert order[0] is x
    assert order[-1] is z
    assert len(order) == len(set(order)) == 4
    for node in order:
        assert all(order.index(p) < order.index(node) for p in node.parents)


def test_from_op_adds_an_operation():
    x = Value(2)
    cube = Value.from_op(x.data**3, [x], [3 * x.data**2])
    (2 * cube).backward()
    assert x.grad == 24
    assert cube.parents == (x,)
    assert cube.slopes == (12.0,)


def test_division_by_a_tiny_number_does_not_underflow():
    a, b = Value(1e-200), Value(1e-200)
    (a / b).backward()
    assert_allclose([a.grad, b.grad], [1e200, -1e200])


def test_nan_goes_through_relu():
    x = Value(math.nan)
    y = x.relu()
    y.backward()
    assert math.isnan(y.data)
    assert x.grad == 1  # PyTorch와 같다


def test_numbers_of_every_kind_become_float():
    for three in (3, np.uint8(3), np.float32(3), np.array(3), torch.tensor(3.0)):
        value = Value(three) * three
        assert value.data == 9 and type(value.data) is float


def test_the_sigmoid_of_the_exercise_never_overflows():
    name = "snippets/dl/12-backpropagation-1/exercises/3-sigmoid/solution.py"
    space = {}
    exec((Path(__file__).parents[2] / name).read_text(encoding="utf-8"), space)
    for z, y in ((-800.0, 0), (800.0, 1), (0.0, 0.5), (-1.5, 1 / (1 + math.exp(1.5)))):
        assert_allclose(space["sigmoid"](Value(z)).data, y, rtol=1e-15)


def test_a_value_shows_its_number():
    assert repr(Value(3)) == "Value(3.0)"
    assert type(Value(np.int64(3)).data) is float
    assert Value(1).parents == Value(1).slopes == ()


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: Value("3"), "data: 수 하나를 넣는다. 받은 값: '3'"),
        (lambda: Value([1.0]), r"data: 수 하나를 넣는다. 받은 값: \[1\.0\]"),
        (lambda: Value(Value(1)), r"수 하나를 넣는다. 받은 값: Value\(1\.0\)"),
        (lambda: Value(1) + np.ones(2), "수 하나를 넣는다. 받은 값: array"),
        (lambda: Value(10**400), "data: 수 하나를 넣는다. 받은 값: 1000"),
        (lambda: Value(1j), "data: 수 하나를 넣는다. 받은 값: 1j"),
        (lambda: Value(2) ** Value(2), "지수: 유한한 수 하나를 넣는다.*Value"),
        (lambda: 2 ** Value(2), r"지수: .*\(x \* log\(2\)\)\.exp\(\)"),
        (lambda: Value(2).backward("1"), "gradient: 수 하나를 넣는다"),
        (lambda: Value.from_op(1, [Value(1)], ["1"]), "slopes: 수 하나를 넣는다"),
        (lambda: Value(1) / 0, r"divide: 셈하고 미분할 수.* 받은 값: 1.0, 0.0"),
        (lambda: Value(-1).log(), r"log: .*받은 값: -1.0"),
        (lambda: Value(0).log(), r"log: .*받은 값: 0.0"),
        (lambda: Value(-4) ** 0.5, r"power: .*받은 값: -4.0"),
        (lambda: Value(0) ** 0.5, r"power: .*받은 값: 0.0"),
        (lambda: Value(0) ** -1, r"power: .*받은 값: 0.0"),
        (lambda: Value(1000).exp(), r"exp: .*받은 값: 1000.0"),
        (lambda: Value.from_op(1, [Value(1)], []), "입력 1, 국소 미분 0"),
    ],
)
def test_errors(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_gradient_of_a_chain_dies_faster_when_tanh_is_fed_twice_as_much():
    """연습 5의 수: 값이 머무는 자리에서 배율이 정해진다."""
    grads = {}
    for name, layer in {
        "tanh": lambda h: h.tanh(),
        "twice": lambda h: (h * 2).tanh(),
        "relu": lambda h: h.relu(),
        "shortcut": lambda h: h + 0.01 * h.tanh(),
    }.items():
        x = h = Value(0.5)
        for _ in range(50):
            h = layer(h)
        h.backward()
        grads[name] = x.grad
    assert grads["twice"] < 1e-30 < 0.01 < grads["tanh"] < 0.05
    assert grads["relu"] == 1 and 0.5 < grads["shortcut"] < 2


def test_the_two_path_graph_is_ordered_as_the_page_traces_it():
    a, b = Value(3), Value(-1)
    s = a + b
    L = s * a
    assert topological_order(L) == [a, b, s, L]


def test_help_knows_every_operator():
    for name in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv"):
        method = getattr(Value, f"__{name}__")
        assert method.__code__.co_name.startswith("__") and "other" in (
            method.__code__.co_varnames
        )

"""경사 하강법: 페이지의 손계산, PyTorch와의 일치, 2/L 경계, 수치 미분의 오차."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.dl.gradient_descent import (
    gradient_descent,
    himmelblau,
    himmelblau_grad,
    numerical_gradient,
    quadratic,
    quadratic_grad,
)
from lessons.dl.gradient_descent_torch import autograd_gradient, sgd_path
from lessons.dl.tensor import Tensor

BOWL = np.diag([1.0, 10.0])
TILTED = np.array([[5.5, 4.5], [4.5, 5.5]])
SADDLE = np.diag([2.0, -2.0])


def spd(rng, eigenvalues):
    """주어진 고윳값을 갖는 무작위 대칭 행렬."""
    D = len(eigenvalues)
    Q, _ = np.linalg.qr(rng.standard_normal((D, D)))
    A = Q * eigenvalues @ Q.T
    return (A + A.T) / 2


def grad_of(A):
    return lambda x: quadratic_grad(x, A)


# 페이지의 손계산


def test_three_steps_by_hand():
    path = gradient_descent(lambda x: 2 * x, 4.0, lr=0.25, steps=3)
    assert path.tolist() == [4, 2, 1, 0.5]


@pytest.mark.parametrize(
    ("direction", "slope"),
    [
        ((1, 0), 3),
        ((0, 1), 4),
        ((0.8, 0.6), 4.8),
        ((0.6, 0.8), 5),
        ((0.8, -0.6), 0),
        ((-0.6, -0.8), -5),
    ],
)
def test_slope_in_a_direction(direction, slope):
    g = numerical_gradient(lambda x: 1.5 * x[0] ** 2 + 2 * x[1] ** 2, [1.0, 1.0])
    assert_allclose(g, [3, 4], atol=1e-9)
    assert_allclose(g @ direction, slope, atol=1e-9)


@pytest.mark.parametrize(
    ("lr", "x10"),
    [(0.05, 1.3947), (0.45, 0), (0.5, 0), (0.9, 0.4295), (1, 4), (1.05, 10.3750)],
)
def test_rates_in_the_table(lr, x10):
    path = gradient_descent(lambda x: 2 * x, 4.0, lr=lr, steps=10)
    assert_allclose(path[-1], x10, atol=5e-5)


def test_difference_quotients_of_a_cube():
    h = 0.1
    assert_allclose(((1 + h) ** 3 - 1) / h, 3.31)
    assert_allclose(numerical_gradient(lambda x: x**3, 1.0, h=h), 3.01)


@pytest.mark.parametrize(("v", "times"), [([1, 1], 10), ([1, -1], 1)])
def test_tilted_bowl_stretches_its_eigenvectors(v, times):
    assert (quadratic_grad(np.array(v), TILTED) == times * np.array(v)).all()


def test_tilted_bowl_is_its_written_out_polynomial():
    x1, x2 = x = np.array([0.3, -1.7])
    polynomial = (5.5 * x1**2 + 9 * x1 * x2 + 5.5 * x2**2) / 2
    assert_allclose(quadratic(x, TILTED), polynomial)


def test_bound_of_the_opening_question():
    x = np.array([1.0, 2.0, 3.0])
    curvature = 2 * np.mean(x**2)
    assert_allclose(2 / curvature, 3 / 14)

    def loss_grad(w):
        return 2 * np.mean(x * (w * x - 2 * x))

    ends = [gradient_descent(loss_grad, 0.0, lr)[-1] for lr in (0.20, 0.22)]
    assert_allclose(ends, [2, -359.0878], atol=5e-5)


@pytest.mark.parametrize(("x2", "steps"), [(1e-6, 80), (1e-2, 30)])
def test_steps_to_leave_the_saddle(x2, steps):
    path = gradient_descent(grad_of(SADDLE), [1.8, x2], lr=0.1, steps=90)
    assert np.argmax(abs(path[:, 1]) > 2) == steps


def test_numbers_of_exercise_and_quiz():
    def walk(lr):
        return gradient_descent(lambda x: 2 * x, 3.0, lr, steps=3)

    assert walk(0.25).tolist() == [3, 1.5, 0.75, 0.375]
    assert walk(0.5)[1] == 0
    assert gradient_descent(lambda x: -2 * x, 3.0, 0.25, 3)[-1] == 10.125
    assert gradient_descent(lambda x: x, 3.0, 0.25, 3)[-1] == 1.265625
    for lr, factor in ((0.1, 0.6), (0.4, -0.6), (0.5, -1), (0.6, -1.4)):
        assert_allclose(gradient_descent(lambda x: 4 * x, 1.0, lr, 1)[1], factor)
    curvatures = np.array([0.1, 1, 50])
    assert_allclose(2 / curvatures.sum(), 0.039, atol=5e-4)
    assert_allclose(1 - 20 * 50, -999)
    assert_allclose(1 - 0.04 * 0.1, 0.996)


def test_best_rate_of_the_exercise():
    path = gradient_descent(grad_of(BOWL), [1.0, 1.0], lr=2 / 11, steps=35)
    distance = np.linalg.norm(path, axis=1) / np.linalg.norm(path[0])
    assert_allclose(distance[1:] / distance[:-1], 9 / 11)
    assert distance[34] > 1e-3 >= distance[35]


# 2/L 경계


@pytest.mark.parametrize("seed", range(5))
def test_path_is_the_closed_form(seed):
    rng = np.random.default_rng(seed)
    A = spd(rng, rng.uniform(0.3, 8, 7))
    x0 = rng.standard_normal(7)
    eigenvalues, V = np.linalg.eigh(A)
    for ratio in (0.3, 1.0, 1.9):
        lr = ratio / eigenvalues[-1]
        path = gradient_descent(grad_of(A), x0, lr=lr, steps=50)
        t = np.arange(51)[:, None]
        closed = ((1 - lr * eigenvalues) ** t * (V.T @ x0)) @ V.T
        assert_allclose(path, closed, rtol=0, atol=1e-12)


@pytest.mark.parametrize("delta", [1e-2, 1e-4, 1e-6])
@pytest.mark.parametrize("seed", range(3))
def test_divergence_starts_exactly_past_two_over_L(seed, delta):
    rng = np.random.default_rng(seed)
    eigenvalues = np.array([0.4, 1.1, 2.9, 6.3, 7.7])
    A = spd(rng, eigenvalues)
    x0 = rng.standard_normal(5)
    late = {}
    for sign in (-1, 1):
        lr = 2 / 7.7 * (1 + sign * delta)
        path = gradient_descent(grad_of(A), x0, lr=lr, steps=400)
        late[sign] = np.linalg.norm(path[[300, 400]], axis=1)
    assert late[-1][1] < late[-1][0]
    assert late[1][1] > late[1][0]
    for sign in (-1, 1):
        growth = (1 + 2 * sign * delta) ** 100
        assert_allclose(late[sign][1] / late[sign][0], growth, rtol=1e-9)


def test_at_the_bound_it_bounces_forever():
    path = gradient_descent(grad_of(BOWL), [0.0, 1.0], lr=0.2, steps=1000)
    assert (path[:, 1] == np.where(np.arange(1001) % 2, -1, 1)).all()


def test_axes_of_the_bowl_do_not_mix():
    path = gradient_descent(grad_of(BOWL), [4.0, 1.0], lr=0.18, steps=12)
    t = np.arange(13)
    closed = np.stack([4 * 0.82**t, (-0.8) ** t], axis=1)
    assert_allclose(path, closed, rtol=1e-12)


# PyTorch와의 일치


@pytest.mark.parametrize("shape", [(), (1,), (5,), (2, 3), (2, 1, 7)])
def test_numerical_gradient_is_autograd(shape):
    rng = np.random.default_rng(len(shape))
    x, weight = rng.standard_normal(shape), rng.standard_normal(shape)

    def f(v):
        return (weight * np.tanh(v) + v**3 * weight**2).sum()

    def f_torch(v):
        w = torch.from_numpy(np.asarray(weight))
        return (w * torch.tanh(v) + v**3 * w**2).sum()

    got = numerical_gradient(f, x)
    assert got.shape == shape
    assert_allclose(got, autograd_gradient(f_torch, x), rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize(
    ("f", "grad"),
    [
        (himmelblau, himmelblau_grad),
        (lambda x: quadratic(x, TILTED), grad_of(TILTED)),
        (lambda x: quadratic(x, SADDLE), grad_of(SADDLE)),
    ],
    ids=["himmelblau", "기울어진 그릇", "안장"],
)
@pytest.mark.parametrize("seed", range(3))
def test_gradients_by_hand_are_numerical(f, grad, seed):
    x = np.random.default_rng(seed).uniform(-4, 4, 2)
    assert_allclose(grad(x), numerical_gradient(f, x), rtol=1e-7, atol=1e-7)


def test_numerical_gradient_rejects_a_tenth_of_a_percent():
    x = np.array([1.0, 2.0])
    g = numerical_gradient(himmelblau, x)
    assert_allclose(g, [-36, -32], rtol=1e-7)
    assert not np.allclose(g, 1.001 * himmelblau_grad(x), rtol=1e-7)


@pytest.mark.parametrize("x0", [[1.0, 2.0], [-0.5, 0.0], [-1.0, -1.5]])
def test_path_is_torch_sgd(x0):
    ours = gradient_descent(himmelblau_grad, x0, lr=0.01, steps=200)
    theirs = sgd_path(himmelblau, x0, lr=0.01, steps=200)
    assert ours.shape == (201, 2)
    assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_default_rate_is_torch_default():
    ours = gradient_descent(himmelblau_grad, [1.0, 2.0])
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x])
    himmelblau(x).backward()
    optimizer.step()
    assert_allclose(ours[1], x.detach().numpy(), rtol=1e-14)


def test_torch_path_has_the_same_defaults():
    ours = gradient_descent(himmelblau_grad, [1.0, 2.0])
    theirs = sgd_path(himmelblau, [1.0, 2.0])
    assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_autograd_of_a_list_is_in_double_precision():
    got = autograd_gradient(lambda x: (x**3).sum(), [0.1, -0.2])
    assert_allclose(got, [0.03, 0.12], rtol=1e-14)


def test_path_keeps_the_shape_of_any_array():
    x0 = np.arange(6.0).reshape(2, 3)
    path = gradient_descent(lambda x: x, x0, lr=0.5, steps=4)
    assert path.shape == (5, 2, 3)
    assert_allclose(path[-1], x0 / 16)


# 성질


def test_every_start_ends_in_a_valley_of_himmelblau():
    valleys = [[3, 2], [-2.805118, 3.131313], [3.584428, -1.848127]]
    valleys.append([-3.779310, -3.283186])
    for start, valley in zip(
        ([0, 0], [-0.5, 0], [0, -2], [-1, -1.5]), valleys, strict=True
    ):
        end = gradient_descent(himmelblau_grad, start, lr=0.01, steps=200)[-1]
        assert_allclose(end, valley, atol=1e-5)
        assert himmelblau(end) < 1e-9


def test_below_one_over_L_the_height_never_rises():
    rng = np.random.default_rng(3)
    A = spd(rng, [0.1, 2, 9])
    path = gradient_descent(grad_of(A), rng.standard_normal(3), lr=1 / 9, steps=60)
    assert (np.diff(quadratic(path.T, A)) <= 0).all()


def test_many_points_at_once():
    points = np.random.default_rng(1).standard_normal((2, 9))
    for f in (himmelblau, lambda x: quadratic(x, TILTED)):
        assert_allclose(f(points), [f(x) for x in points.T])


@pytest.mark.parametrize(("power", "h"), [(1, 1e-1), (1, 1e-2), (2, 1e-1), (2, 1e-2)])
def test_truncation_error_shrinks_with_its_power(power, h):
    def error(h):
        if power == 1:
            return abs(((1 + h) ** 3 - 1) / h - 3)
        return abs(numerical_gradient(lambda x: x**3, 1.0, h=h) - 3)

    assert_allclose(np.log10(error(h) / error(h / 10)), power, atol=0.02)


def test_rounding_error_grows_when_h_is_too_small():
    errors = [
        abs(numerical_gradient(lambda x: x * x * x, 1.0, h=h) - 3)
        for h in (1e-1, 1e-5, 1e-13)
    ]
    assert errors[1] < 1e-9 < errors[2] < errors[0]
    eps = np.finfo(float).eps
    assert_allclose(np.cbrt(eps / 2), 4.8e-6, rtol=0.01)
    assert_allclose(np.sqrt(eps / 3), 8.6e-9, rtol=0.01)


def test_positive_curvature_everywhere_gets_rare():
    """2차원의 확률은 (2 - √2)/4이고, 차원이 오를수록 줄어든다."""
    rng = np.random.default_rng(0)
    fractions = []
    for D in range(1, 6):
        M = rng.standard_normal((20_000, D, D))
        eigenvalues = np.linalg.eigvalsh((M + M.swapaxes(1, 2)) / 2)
        fractions.append((eigenvalues > 0).all(axis=1).mean())
    assert_allclose(fractions[0], 0.5, atol=0.015)
    assert_allclose(fractions[1], (2 - np.sqrt(2)) / 4, atol=0.01)
    assert (np.diff(fractions) < 0).all()


def test_numerical_gradient_costs_two_calls_per_element():
    seen = []
    numerical_gradient(lambda x: seen.append(x) or (x * x).sum(), np.ones((28, 28)))
    assert len(seen) == 1568


# 오류


def test_arguments_are_not_changed():
    x = np.array([1.0, 2.0])
    numerical_gradient(himmelblau, x)
    gradient_descent(himmelblau_grad, x, lr=0.01, steps=3)
    assert x.tolist() == [1, 2]


def test_integers_are_walked_as_reals():
    assert_allclose(numerical_gradient(lambda x: (x**2).sum(), [3, 4]), [6, 8])
    assert gradient_descent(lambda x: x, [1, 1], lr=0.5, steps=1)[-1].tolist() == [
        0.5,
        0.5,
    ]


def square(x):
    return (x * x).sum()


@pytest.mark.parametrize(
    ("f", "x", "h", "message"),
    [
        (square, [np.nan], 1e-5, "x: NaN이나 무한대가 1개"),
        (square, [], 1e-5, "x: 비었다"),
        (square, [1.0], 0.0, "h: 0 초과인 수 하나를 넣는다. 받은 값: 0.0"),
        (square, [1.0], np.nan, "h: 0 초과인 수 하나를 넣는다. 받은 값: nan"),
        (square, [1.0], np.inf, "h: 0 초과인 수 하나를 넣는다. 받은 값: inf"),
        (square, [1.0], 1e-17, "h: 너무 작아 x [+] h가 x와 같다"),
        # 1의 아래쪽은 눈금이 두 배 촘촘해서 x - h는 x와 다르다.
        (square, [1.0], 1e-16, "h: 너무 작아 x [+] h가 x와 같다"),
        (lambda x: x, [1.0, 2.0], 1e-5, r"f\(x\): 모양이 \(\)인 배열.*\(2,"),
        (lambda x: np.inf * x[0], [1.0], 1e-5, "f의 기울기: NaN이나 무한대가"),
    ],
)
def test_numerical_gradient_errors(f, x, h, message):
    with np.errstate(invalid="ignore"), pytest.raises(ValueError, match=message):
        numerical_gradient(f, x, h)


@pytest.mark.parametrize(
    ("grad", "x0", "lr", "message"),
    [
        (square, [1.0, 2.0], 0.1, r"x \(2,\), 기울기 \(\)"),
        (lambda x: x, [np.inf], 0.1, "x0: NaN이나 무한대가 1개"),
        (lambda x: x, [1.0], 0.0, "lr: 0 초과인 수 하나를 넣는다. 받은 값: 0.0"),
        (lambda x: x, [1.0], -0.1, "받은 값: -0.1"),
        (lambda x: x, [1.0], np.inf, "받은 값: inf"),
        (lambda x: 2 * x, 4.0, 1.05, "7426걸음에서 x가 유한하지 않다.*받은 lr: 1.05"),
        (lambda x: x * np.nan, [1.0], 0.1, "1걸음에서 x가 유한하지 않다"),
        (lambda x: x**40 - x**50, [1e10], 0.1, "1걸음에서 x가 유한하지 않다"),
    ],
)
def test_gradient_descent_errors(grad, x0, lr, message):
    with pytest.raises(ValueError, match=message):
        gradient_descent(grad, x0, lr=lr, steps=10_000)


def test_asymmetric_matrix_is_refused():
    with pytest.raises(ValueError, match="A: 대칭이어야 한다"):
        quadratic_grad(np.ones(2), np.array([[1.0, 2.0], [0.0, 1.0]]))


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.int16])
def test_small_integers_do_not_wrap(kind):
    x, A = np.array([3, 2], kind), np.array([[100, 7], [7, 90]], kind)
    assert himmelblau(np.array([13, 14], kind)) == himmelblau([13.0, 14.0]) == 70_388
    assert himmelblau_grad(x * 5).tolist() == himmelblau_grad(x * 5.0).tolist()
    assert quadratic(x, A) == 672
    assert quadratic_grad(x, A).tolist() == [314, 201]


def test_what_remembers_its_graph_stays_itself():
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    x = Tensor([1.0, -2.0])
    quadratic(x, A).backward()
    assert x.grad.tolist() == quadratic_grad(x.data, A).tolist()
    t = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    quadratic(t, torch.tensor(A)).backward()
    assert t.grad.tolist() == x.grad.tolist()


@pytest.mark.parametrize("points", [[1.0, -2.0], [[1.0, 0.5, 3.0], [-2.0, 4.0, 0.25]]])
def test_torch_and_numpy_meet_in_a_bowl(points):
    A, want = [[2.0, 1.0], [1.0, 3.0]], quadratic(points, [[2.0, 1.0], [1.0, 3.0]])
    double = {"dtype": torch.float64, "requires_grad": True}
    x, curve = torch.tensor(points, **double), torch.tensor(A, **double)
    for given in (A, np.array(A), np.array(A, np.uint8), torch.tensor(A), curve):
        height = quadratic(x, given)
        assert height.detach().numpy().tolist() == want.tolist()
        (slope,) = torch.autograd.grad(height.sum(), x)
        assert slope.tolist() == quadratic_grad(points, A).tolist()
    for given in (points, np.array(points), torch.tensor(points)):
        height = quadratic(given, curve)
        assert height.dtype == torch.float64
        (slope,) = torch.autograd.grad(height.sum(), curve)
        columns = np.reshape(points, (2, -1))
        assert_allclose(slope, columns @ columns.T / 2)
    single = torch.tensor(points)
    assert quadratic(single, np.array(A)).dtype == torch.float32
    for a, b in ((single, curve), (x, torch.tensor(A))):  # 넓은 쪽으로
        assert quadratic(a, b).dtype == torch.float64


def test_two_kinds_of_graph_do_not_mix():
    ours, theirs = Tensor([1.0, 2.0]), torch.tensor([1.0, 2.0])
    for name, x, A in (("x", ours, torch.eye(2)), ("A", theirs, Tensor(np.eye(2)))):
        with pytest.raises(ValueError, match=f"{name}: torch의 텐서와 이 책의 Tensor"):
            quadratic(x, A)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: himmelblau([1.0, 2.0, 3.0]), r"x: 모양이 \(2,\)이나 \(2, N\)인"),
        (lambda: himmelblau_grad([[1.0], [2.0], [3.0]]), r"x: 모양이 \(2,\)이나"),
        (lambda: himmelblau(["1", "2"]), "x: 실수를 넣는다"),
        (lambda: quadratic([1.0, 2.0], np.eye(3)), r"A: 모양이 \(2, 2\)인"),
        (lambda: quadratic_grad([1.0, 2.0], np.ones((2, 3))), r"A: 모양이 \(2, 2\)인"),
        (lambda: quadratic([1j, 0], np.eye(2)), "x: 실수를 넣는다"),
        (lambda: numerical_gradient(3, [1.0]), "f: 함수를 넣는다"),
        (lambda: numerical_gradient(lambda x: "높이", [1.0]), r"f\(x\): 실수를 넣는다"),
        (lambda: numerical_gradient(square, ["1"]), "x: 실수를 넣는다"),
        (lambda: gradient_descent(3, [1.0]), "grad: 함수를 넣는다"),
        (lambda: gradient_descent(square, [1.0], steps=2.5), "steps: 0 이상의 정수"),
        (lambda: gradient_descent(square, [1.0], steps=-1), "steps: 0 이상의 정수"),
        (lambda: gradient_descent(lambda x: "a", [1.0]), r"grad\(x\): 실수를 넣는다"),
        (lambda: autograd_gradient(torch.sum, ["1"]), "x: 실수를 넣는다"),
        (lambda: sgd_path(torch.sum, [1.0], lr="빠르게"), "lr: 0 초과인 수"),
        (lambda: sgd_path(torch.sum, [1.0], steps=1.5), "steps: 0 이상의 정수"),
    ],
)
def test_what_is_not_asked_for_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_no_step_is_the_start():
    assert gradient_descent(square, [1.0, 2.0], steps=0).tolist() == [[1, 2]]


def frequency(length, per=12):
    t = np.linspace(0, length, per * length)
    return (
        lambda w: np.mean((np.sin(w * t) - np.sin(3 * t)) ** 2),
        lambda w: np.mean(2 * (np.sin(w * t) - np.sin(3 * t)) * np.cos(w * t) * t),
    )


@pytest.mark.parametrize(("start", "stuck"), [(1, True), (2.5, False), (5, True)])
def test_a_worse_local_minimum_holds_whoever_starts_beside_it(start, stuck):
    loss, grad = frequency(5)
    end = gradient_descent(grad, float(start), lr=0.02, steps=500)[-1]
    assert abs(grad(end)) < 1e-8
    assert loss(end) < min(loss(end - 0.05), loss(end + 0.05))
    assert (loss(end) > 0.5) == stuck


def test_short_records_lead_into_the_valley_of_long_ones():
    w = 5.0
    for length in (1, 2, 5, 10, 20):
        lr = 0.5 / np.mean(np.linspace(0, length, 12 * length) ** 2)
        w = gradient_descent(frequency(length)[1], w, lr=lr, steps=2000)[-1]
    assert abs(w - 3) < 1e-6


def test_zero_curvature_decides_nothing():
    """원점의 기울기와 헤세 행렬이 같은데 하나는 최솟값이고 하나는 아니다."""
    flat, slope = (lambda x: x[0] ** 4 + x[1] ** 2), (lambda x: x[0] ** 3 + x[1] ** 2)
    around = 0.1 * np.stack(
        [np.cos(np.arange(0, 6.3, 0.1)), np.sin(np.arange(0, 6.3, 0.1))]
    )
    assert (flat(around) > 0).all() and slope(around).min() < 0

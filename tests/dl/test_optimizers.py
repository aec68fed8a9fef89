"""옵티마이저: PyTorch와 200걸음, 페이지의 손계산, 식이 말하는 성질, 오류."""

import itertools

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.dl import optimizers
from lessons.dl.optimizers import (
    SGD,
    Adagrad,
    Adam,
    AdamW,
    Optimizer,
    Parameter,
    RMSprop,
)
from lessons.dl.tensor import Tensor

OURS = {cls.__name__: cls for cls in (SGD, Adagrad, RMSprop, Adam, AdamW)}
SHAPES = [(), (3,), (2, 5), (2, 1, 3)]
SETTINGS = [
    ("SGD", {}),
    ("SGD", {"lr": 0.03, "weight_decay": 0.2}),
    ("SGD", {"lr": 0.03, "momentum": 0.9}),
    ("SGD", {"lr": 0.03, "momentum": 0.7, "dampening": 0.3, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.02, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.003, "momentum": 0.5, "weight_decay": 0.3, "maximize": True}),
    ("SGD", {"lr": 0.0, "momentum": 0.9}),
    ("Adagrad", {}),
    ("Adagrad", {"lr": 0.3, "lr_decay": 0.07, "weight_decay": 0.2}),
    ("Adagrad", {"lr": 0.2, "initial_accumulator_value": 0.7, "eps": 0.3}),
    ("Adagrad", {"lr": 0.1, "weight_decay": 0.2, "maximize": True}),
    ("RMSprop", {}),
    ("RMSprop", {"lr": 0.05, "alpha": 0.8, "eps": 0.1, "weight_decay": 0.2}),
    ("RMSprop", {"lr": 0.02, "momentum": 0.6}),
    ("RMSprop", {"lr": 0.02, "alpha": 0.9, "centered": True}),
    ("RMSprop", {"momentum": 0.9, "centered": True, "maximize": True}),
    ("RMSprop", {"alpha": 0.0}),
    ("Adam", {}),
    ("Adam", {"lr": 0.05, "betas": (0.7, 0.95), "eps": 0.2, "weight_decay": 0.3}),
    ("Adam", {"lr": 0.03, "amsgrad": True, "betas": (0.8, 0.7)}),
    ("Adam", {"lr": 0.03, "betas": (0.0, 0.0), "maximize": True}),
    ("Adam", {"lr": 0.02, "weight_decay": 0.3, "amsgrad": True, "maximize": True}),
    ("AdamW", {}),
    ("AdamW", {"lr": 0.05, "betas": (0.7, 0.95), "eps": 0.2, "weight_decay": 0.3}),
    ("AdamW", {"lr": 0.03, "weight_decay": 0.0}),
    ("AdamW", {"lr": 0.03, "amsgrad": True, "betas": (0.8, 0.7), "maximize": True}),
]


def changing_gradients(rng, steps=200):
    """크기가 자리마다, 걸음마다 다른 기울기. 때때로 어떤 것은 없다."""
    scale = [10.0 ** rng.uniform(-2, 2, shape) for shape in SHAPES]
    for t in range(steps):
        grads = [s * rng.standard_normal(np.shape(s)) * (1 + t % 7) for s in scale]
        if t % 5 == 3:
            grads[t % len(grads)] = None
        yield grads


@pytest.mark.parametrize(("name", "options"), SETTINGS, ids=str)
def test_same_as_torch_for_200_steps(name, options):
    rng = np.random.default_rng(11)
    starts = [rng.standard_normal(shape) for shape in SHAPES]
    ours = [Parameter(np.array(w)) for w in starts]
    theirs = [torch.nn.Parameter(torch.tensor(w)) for w in starts]
    mine = OURS[name](iter(ours), **options)
    yours = getattr(torch.optim, name)(theirs, **options)
    for grads in changing_gradients(rng):
        for p, q, g in zip(ours, theirs, grads, strict=True):
            p.grad = g
            q.grad = None if g is None else torch.tensor(g)
        mine.step()
        yours.step()
        for p, q in zip(ours, theirs, strict=True):
            assert_allclose(p.data, q.detach().numpy(), rtol=0, atol=1e-10)


def test_the_comparison_notices_a_tenth_of_a_percent():
    ends = []
    for beta2 in (0.999, 0.998):
        rng = np.random.default_rng(11)
        p = Parameter(np.ones(3))
        optimizer = Adam([p], betas=(0.9, beta2))
        for grads in changing_gradients(rng):
            p.grad = grads[1]
            optimizer.step()
        ends.append(p.data)
    assert abs(ends[0] - ends[1]).max() > 1e-6


# 페이지의 손계산


def walk(optimizer, p, grads):
    path = [p.data.copy()]
    for g in grads:
        p.grad = np.asarray(g(p.data) if callable(g) else g, dtype=float)
        optimizer.step()
        path.append(p.data.copy())
    return np.array(path)


def test_momentum_by_hand():
    p = Parameter(8.0)
    path = walk(SGD([p], lr=0.25, momentum=0.5), p, [lambda w: 2 * w] * 4)
    assert path.tolist() == [8, 4, 0, -2, -2]


def test_momentum_under_a_constant_slope_reaches_ten_times_the_step():
    p = Parameter(0.0)
    path = walk(SGD([p], lr=0.1, momentum=0.9), p, [1.0] * 300)
    steps = -np.diff(path)
    assert_allclose(steps[:3], [0.1, 0.19, 0.271])
    assert_allclose(steps, 0.1 * (1 - 0.9 ** np.arange(1, 301)) / 0.1)
    assert_allclose(steps[-1], 1.0)


@pytest.mark.parametrize("g", [1e-3, 0.5, 1000.0, -7.0])
def test_first_step_of_adam_is_the_rate_whatever_the_slope(g):
    p = Parameter(0.0)
    assert_allclose(walk(Adam([p], lr=0.01, eps=0), p, [g])[-1], -0.01 * np.sign(g))
    p = Parameter(0.0)
    path = walk(Adam([p], lr=0.01, eps=0), p, [g] * 500)
    assert_allclose(np.diff(path), -0.01 * np.sign(g))


def test_without_bias_correction_the_first_step_is_three_times_larger():
    assert_allclose((1 - 0.9) / np.sqrt(1 - 0.999), np.sqrt(10))
    t = np.arange(1, 6000)
    times = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    assert_allclose(times[0], 3.1623, atol=5e-5)
    assert t[times.argmax()] == 12
    assert_allclose(times.max(), 6.57, atol=0.005)
    assert times[999] > 1.25 and times[-1] < 1.01


def test_adagrad_walks_like_the_root_of_t():
    p = Parameter(0.0)
    path = walk(Adagrad([p], lr=1.0, eps=0), p, [3.0] * 1000)
    assert_allclose(-np.diff(path), 1 / np.sqrt(np.arange(1, 1001)))
    assert_allclose(-path[-1], 2 * np.sqrt(1000), rtol=0.03)


def test_rmsprop_keeps_walking():
    p = Parameter(0.0)
    path = walk(RMSprop([p], lr=0.1, alpha=0.9, eps=0), p, [3.0] * 1000)
    assert_allclose(-np.diff(path)[-1], 0.1)


# 페이지의 결과


def reddi(amsgrad, C=3, lr=0.1, rounds=1000):
    """f(x) = Cx가 세 번에 한 번, 나머지는 -x. 구간 [-1, 1]."""
    p = Parameter(0.0)
    betas = (0, 1 / (1 + C * C))
    optimizer = Adam([p], lr=lr, betas=betas, amsgrad=amsgrad)
    for t, g in enumerate([C, -1, -1] * rounds, start=1):
        optimizer.lr = lr / np.sqrt(t)
        p.grad = np.array(float(g))
        optimizer.step()
        np.clip(p.data, -1, 1, out=p.data)
    return float(p.data)


@pytest.mark.parametrize("C", [3, 4, 10])
def test_reddi_counterexample(C):
    assert reddi(False, C=C) == 1
    assert_allclose(reddi(True, C=C), -1, atol=0.06)


def test_reddi_is_the_same_in_torch():
    for amsgrad in (False, True):
        x = torch.nn.Parameter(torch.zeros((), dtype=torch.float64))
        o = torch.optim.Adam([x], lr=0.1, betas=(0.0, 0.1), amsgrad=amsgrad)
        for t, g in enumerate([3, -1, -1] * 1000, start=1):
            o.param_groups[0]["lr"] = 0.1 / np.sqrt(t)
            x.grad = torch.tensor(float(g), dtype=torch.float64)
            o.step()
            with torch.no_grad():
                x.clamp_(-1, 1)
        assert_allclose(x.item(), reddi(amsgrad), atol=1e-10)


def tilted(make, lr, memory=0, limit=400):
    """높이가 백만분의 1 아래에 머물기 시작하는 걸음."""
    A = np.array([[25.5, 24.5], [24.5, 25.5]])
    w, arrived = Parameter([-4.0, 2.0]), 1
    optimizer = make([w], lr, memory)
    for t in range(1, limit + 1):
        w.grad = A @ w.data
        optimizer.step()
        height = w.data @ A @ w.data / 2
        if height > 1e12:
            return limit + 1
        arrived = t + 1 if height > 1e-6 else arrived
    return arrived


VALLEY = {
    "sgd": (lambda p, lr, _: SGD(p, lr), 0, 0.0316, 250),
    "momentum": (lambda p, lr, mu: SGD(p, lr, momentum=mu), 0.6, 0.0501, 42),
    "adagrad": (lambda p, lr, _: Adagrad(p, lr), 0, 2.0, 298),
    "rmsprop": (lambda p, lr, _: RMSprop(p, lr), 0, 0.0501, 360),
    "adam": (lambda p, lr, b: Adam(p, lr, betas=(b, 0.999)), 0.7, 0.794, 76),
}


@pytest.mark.parametrize("name", VALLEY)
def test_best_rate_of_the_valley_is_inside_its_grid(name):
    """세 배 작아도, 세 배 커도 더 늦다."""
    make, memory, lr, steps = VALLEY[name]
    assert tilted(make, lr, memory) == steps
    for times in (1 / 3, 3):
        assert 0.01 < lr * times < 10
        assert tilted(make, lr * times, memory) > steps
    if memory:
        for other in (memory - 0.2, memory + 0.2):
            assert tilted(make, lr, other) > steps


def test_adagrad_on_an_axis_aligned_ravine_likes_any_large_rate():
    A = np.diag([1.0, 50.0])
    heights = []
    for lr in (0.5, 2.0, 10.0, 50.0, 1000.0):
        w = Parameter([-4.0, 2.0])
        path = walk(Adagrad([w], lr), w, [lambda w: A @ w] * 10)
        heights.append(path[-1] @ A @ path[-1])
    assert heights == sorted(heights, reverse=True)


def test_momentum_makes_l2_overshoot_zero():
    for momentum, want in ((0, 0.95**20), (0.9, -0.121)):
        p = Parameter(1.0)
        o = SGD([p], lr=0.1, momentum=momentum, weight_decay=0.5)
        assert_allclose(walk(o, p, [0.0] * 20)[-1], want, atol=5e-4)


@pytest.mark.parametrize("kappa", [4.0, 50.0])
def test_best_momentum_has_roots_of_size_root_mu(kappa):
    """연습 5: 모든 곡률에서 두 근의 크기가 √μ이다."""
    root = (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)
    mu, lr = root**2, (1 - root) ** 2
    for a in np.linspace(1, kappa, 7):
        sizes = abs(np.roots([1, -(1 + mu - lr * a), mu]))
        assert_allclose(sizes, root, atol=1e-6)


# 성질


@pytest.mark.parametrize("cls", [SGD, Adagrad, RMSprop, Adam])
def test_weight_decay_is_the_l2_gradient(cls):
    rng = np.random.default_rng(0)
    grads = rng.standard_normal((50, 4))
    ends = []
    for by_hand in (False, True):
        p = Parameter(np.ones(4))
        o = cls([p], lr=0.05, weight_decay=0 if by_hand else 0.3)
        for g in grads:
            p.grad = g + 0.3 * p.data if by_hand else g
            o.step()
        ends.append(p.data)
    assert_allclose(*ends, atol=1e-12)


def test_sgd_decay_shrinks_the_weight_and_adam_does_not():
    p = Parameter(2.0)
    assert_allclose(walk(SGD([p], lr=0.1, weight_decay=0.5), p, [0.0])[-1], 2 * 0.95)
    p = Parameter(2.0)
    assert_allclose(walk(AdamW([p], lr=0.1, weight_decay=0.5), p, [0.0])[-1], 2 * 0.95)
    p = Parameter(2.0)
    assert_allclose(walk(Adam([p], lr=0.1, weight_decay=0.5), p, [0.0])[-1], 1.9)


@pytest.mark.parametrize("cls", [Adagrad, RMSprop, Adam])
@pytest.mark.parametrize("times", [1e-3, 1e3])
def test_scale_of_the_gradient_does_not_matter(cls, times):
    grads = np.random.default_rng(1).standard_normal((60, 3))
    paths = []
    for c in (1, times):
        p = Parameter(np.zeros(3))
        paths.append(walk(cls([p], lr=0.1, eps=0), p, grads * c))
    assert_allclose(*paths, atol=1e-12)


def test_momentum_needs_the_root_of_the_condition_number():
    """곡률 1과 100: 거리를 백만분의 1로 줄이는 걸음."""
    A, kappa = np.array([1.0, 100.0]), 100
    r = np.sqrt(kappa)
    best = {
        "SGD": {"lr": 2 / (kappa + 1)},
        "momentum": {"lr": 4 / (r + 1) ** 2, "momentum": ((r - 1) / (r + 1)) ** 2},
    }
    steps = {}
    for name, options in best.items():
        p = Parameter([1.0, 1.0])
        path = walk(SGD([p], **options), p, [lambda w: A * w] * 1000)
        far = np.linalg.norm(path, axis=1) > 1e-6 * np.linalg.norm(path[0])
        steps[name] = 1 + np.flatnonzero(far)[-1]
    assert steps == {"SGD": 691, "momentum": 93}


@pytest.mark.parametrize(
    ("nesterov", "limit"), [(False, 2 * 1.9 / 50), (True, 2 * 1.9 / 2.8 / 50)]
)
def test_nesterov_bears_a_smaller_rate(nesterov, limit):
    """곡률 50, 모멘텀 0.9에서 발산이 시작되는 학습률."""
    for ratio, shrinks in ((0.99, True), (1.01, False)):
        p = Parameter(1.0)
        optimizer = SGD([p], lr=ratio * limit, momentum=0.9, nesterov=nesterov)
        path = abs(walk(optimizer, p, [lambda w: 50 * w] * 800))
        assert (path[-100:].max() < path[300:400].max()) == shrinks


def test_two_steps_of_the_exercise():
    ends = {}
    for name, make in {
        "sgd": lambda p: SGD(p, lr=0.1),
        "momentum": lambda p: SGD(p, lr=0.1, momentum=0.5),
        "adagrad": lambda p: Adagrad(p, lr=0.1, eps=0),
    }.items():
        p = Parameter(1.0)
        ends[name] = walk(make([p]), p, [4.0, -4.0])[1:]
    assert_allclose(ends["sgd"], [0.6, 1.0])
    assert_allclose(ends["momentum"], [0.6, 0.8])
    assert_allclose(ends["adagrad"], [0.9, 0.971], atol=5e-4)


def test_numbers_of_the_quiz():
    p = Parameter(0.0)
    path = walk(SGD([p], lr=0.01, momentum=0.9), p, [2.0] * 400)
    assert_allclose(path[-2] - path[-1], 0.2)
    for cls, want in ((AdamW, 4.9995), (Adam, 4.999)):
        p = Parameter(5.0)
        assert_allclose(walk(cls([p], lr=1e-3, weight_decay=0.1), p, [0.0])[-1], want)
    alternating = np.array([1.0, -1.0] * 200)
    p = Parameter(0.0)
    path = walk(SGD([p], lr=1.0, momentum=0.9), p, alternating)
    assert_allclose(abs(np.diff(path))[-1], 1 / 1.9)


def test_centered_rmsprop_stays_finite_under_a_constant_slope():
    p = Parameter(0.0)
    path = walk(RMSprop([p], centered=True, alpha=0.5), p, [0.1] * 300)
    assert np.isfinite(path).all()


def test_parameters_are_changed_in_place_and_gradients_are_not():
    data, grad = np.ones(3), np.arange(3.0)
    for cls, options in itertools.product(OURS.values(), [{}, {"maximize": True}]):
        p = Parameter(data, grad)
        optimizer = cls([p], weight_decay=0.1, **options)
        before = data.copy()
        optimizer.step()
        assert p.data is data and (data != before).any()
        assert p.grad is grad and grad.tolist() == [0, 1, 2]


def test_buffer_does_not_follow_the_gradient_array():
    g = np.ones(2)
    p = Parameter(np.zeros(2), g)
    optimizer = SGD([p], lr=1.0, momentum=0.5)
    optimizer.step()
    g[:] = 0
    optimizer.step()
    assert_allclose(p.data, [-1.5, -1.5])


def test_parameter_takes_numbers_and_integers():
    assert Parameter([1, 2]).data.dtype == np.float64
    assert Parameter(3).grad is None
    grad = np.ones(2)
    assert Parameter([1.0, 2.0], grad).grad is grad


def test_skipped_parameter_keeps_its_own_clock():
    p, q = Parameter([1.0]), Parameter([1.0])
    optimizer = Adam([p, q], lr=0.1, eps=0)
    for t in range(5):
        p.grad, q.grad = np.array([2.0]), np.array([2.0]) if t >= 3 else None
        optimizer.step()
    assert [s["t"] for s in optimizer.state] == [5, 2]
    assert_allclose([p.data[0], q.data[0]], [0.5, 0.8])


def test_a_parameter_added_later_is_not_passed_over():
    optimizer = SGD([Parameter(1.0)])
    optimizer.params.append(Parameter(1.0, np.array(1.0)))
    with pytest.raises(ValueError, match="is shorter than"):
        optimizer.step()


def test_zero_grad():
    p = Parameter(np.ones((2, 3)), np.ones((2, 3)))
    optimizer = SGD([p])
    optimizer.zero_grad(set_to_none=False)
    assert p.grad.shape == (2, 3) and not p.grad.any()
    optimizer.zero_grad()
    assert p.grad is None


def test_any_object_with_data_and_grad_will_do():
    class Tensor:
        data, grad = np.array([1.0]), np.array([2.0])

    SGD([Tensor], lr=0.5).step()
    assert Tensor.data[0] == 0


def test_star_brings_every_name():
    assert {*optimizers.__all__} == {*OURS, "Optimizer", "Parameter"}


def test_base_has_no_rule():
    with pytest.raises(NotImplementedError):
        Optimizer([Parameter(1.0, np.array(1.0))], 0.1, 0.0, False).step()


# 오류


@pytest.mark.parametrize(
    ("cls", "name"),
    [(cls, name) for cls in OURS.values() for name in ("lr", "weight_decay")]
    + [(cls, "eps") for cls in (Adagrad, RMSprop, Adam, AdamW)]
    + [(SGD, "momentum"), (RMSprop, "momentum"), (RMSprop, "alpha")]
    + [(Adagrad, "lr_decay"), (Adagrad, "initial_accumulator_value")],
)
@pytest.mark.parametrize("value", [-1e-9, np.nan, np.inf])
def test_numbers_out_of_range(cls, name, value):
    limit = "0 이상 1 미만인" if name == "alpha" else "0 이상인"
    message = f"^{name}: {limit} 수 하나를 넣는다. 받은 값: {value}\\.$"
    with pytest.raises(ValueError, match=message):
        cls([Parameter(1.0)], **{name: value})


@pytest.mark.parametrize("cls", [Adam, AdamW])
@pytest.mark.parametrize(
    ("betas", "name"),
    [((1.0, 0.9), "beta1"), ((-0.1, 0.9), "beta1"), ((0.9, 1.0), "beta2")],
)
def test_betas_out_of_range(cls, betas, name):
    with pytest.raises(ValueError, match=f"^{name}: 0 이상 1 미만인 수"):
        cls([Parameter(1.0)], betas=betas)


def test_alpha_of_one_never_learns_so_it_is_refused():
    with pytest.raises(ValueError, match="alpha: 0 이상 1 미만인 수"):
        RMSprop([Parameter(1.0)], alpha=1.0)


def test_range_allows_its_ends():
    p = [Parameter(1.0)]
    SGD(p, lr=0, momentum=0, weight_decay=1e300)
    Adam(p, betas=(0, 0.999), eps=0)


@pytest.mark.parametrize(
    "options", [{}, {"momentum": 0.9, "dampening": 0.1}, {"dampening": 0.1}]
)
def test_nesterov_needs_momentum(options):
    with pytest.raises(ValueError, match="nesterov는 momentum이 0보다 크고"):
        SGD([Parameter(1.0)], nesterov=True, **options)


def test_empty_parameters():
    with pytest.raises(ValueError, match="params: 비었다"):
        Adam([])


def test_gradient_of_another_shape():
    with pytest.raises(ValueError, match=r"data \(2, 3\), grad \(3,\)"):
        Parameter(np.ones((2, 3)), np.ones(3))
    p = Parameter(np.ones((2, 3)))
    p.grad = np.ones(3)
    with pytest.raises(ValueError, match=r"data \(2, 3\), grad \(3,\)"):
        SGD([p]).step()


ALL = [SGD, Adagrad, RMSprop, Adam, AdamW]


@pytest.mark.parametrize("cls", ALL)
@pytest.mark.parametrize("alone", [Tensor([1.0, 2.0]), Parameter([1.0]), np.ones(2), 3])
def test_a_tensor_is_not_a_list_of_parameters(cls, alone):
    with pytest.raises(ValueError, match=r"params: 매개변수의 목록.*\[ \]로 감싼다"):
        cls(alone)


@pytest.mark.parametrize("cls", ALL)
def test_a_parameter_given_twice_is_refused(cls):
    w = Tensor([1.0, 2.0])
    with pytest.raises(ValueError, match="params: 같은 매개변수가 두 번 있다"):
        cls([w, Tensor([3.0]), w])
    cls([w, Tensor([1.0, 2.0])])


@pytest.mark.parametrize(
    "bad",
    [1.0, np.ones(2), "w", torch.ones(2, requires_grad=True), {"params": []}, None],
)
def test_what_cannot_be_changed_is_refused(bad):
    with pytest.raises(ValueError, match=r"params\[1\]: Tensor나 Parameter처럼"):
        SGD([Parameter(1.0), bad])
    with pytest.raises(ValueError, match=r"params\[0\]: .*고칠 수 있는"):
        SGD([Parameter(np.broadcast_to(1.0, (2,)))])


def test_a_generator_of_parameters_is_read_once():
    p = Parameter(1.0, 2.0)
    SGD((q for q in [p]), lr=0.25).step()
    assert p.data == 0.5


@pytest.mark.parametrize("cls", ALL)
def test_small_integer_gradients_do_not_wrap(cls):
    p, q = Parameter([1.0, 1.0]), Parameter([1.0, 1.0])
    p.grad, q.grad = np.array([200, 3], np.uint8), np.array([200.0, 3.0])
    for w in (p, q):
        cls([w], maximize=True).step()
    assert p.data.tolist() == q.data.tolist()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: SGD(p, lr="0.1"), "lr: 0 이상인 수"),
        (lambda p: SGD(p, lr=True), "lr: 0 이상인 수"),
        (lambda p: SGD(p, dampening=np.nan), "dampening: 유한한 수"),
        (lambda p: SGD(p, nesterov=1), "nesterov: True나 False"),
        (lambda p: SGD(p, maximize="no"), "maximize: True나 False"),
        (lambda p: Adam(p, betas=0.9), r"betas: 모양이 \(2,\)인"),
        (lambda p: Adam(p, betas=(0.9, 0.99, 0.999)), r"betas: 모양이 \(2,\)인"),
        (lambda p: Adam(p, amsgrad=None), "amsgrad: True나 False"),
        (lambda p: RMSprop(p, centered=1), "centered: True나 False"),
        (lambda p: Parameter("1"), "data: 실수를 넣는다"),
        (lambda p: Parameter(1.0, 1j), "grad: 실수를 넣는다"),
    ],
)
def test_what_is_not_asked_for_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make([Parameter(1.0)])


def test_a_gradient_that_is_no_number_is_refused():
    p = Parameter(1.0)
    p.grad = "2"
    with pytest.raises(ValueError, match="grad: 실수를 넣는다"):
        SGD([p]).step()

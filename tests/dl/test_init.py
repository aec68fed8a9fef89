"""초깃값: torch.nn.init과 같은 분포, 층을 지나도 그대로인 크기."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.dl.init import (
    calculate_gain,
    fans,
    kaiming_normal,
    kaiming_uniform,
    xavier_normal,
    xavier_uniform,
)

SHAPE = (300, 500)
CASES = [
    ("xavier", {}),
    ("xavier", {"gain": 5 / 3}),
    ("kaiming", {}),
    ("kaiming", {"a": 0.7}),
    ("kaiming", {"mode": "fan_out"}),
    ("kaiming", {"nonlinearity": "relu"}),
    ("kaiming", {"nonlinearity": "tanh", "mode": "fan_out"}),
    ("kaiming", {"nonlinearity": "linear"}),
]
OURS = {
    "xavier_uniform": xavier_uniform,
    "xavier_normal": xavier_normal,
    "kaiming_uniform": kaiming_uniform,
    "kaiming_normal": kaiming_normal,
}


def torch_weight(name, options):
    """PyTorch의 가중치는 (fan_out, fan_in)이다."""
    generator = torch.Generator().manual_seed(0)
    W = torch.empty(SHAPE[::-1], dtype=torch.float64)
    return getattr(torch.nn.init, f"{name}_")(W, **options, generator=generator)


@pytest.mark.parametrize(("kind", "options"), CASES)
def test_uniform_has_the_bounds_of_torch(kind, options):
    rng = np.random.default_rng(0)
    ours = OURS[f"{kind}_uniform"](SHAPE, **options, rng=rng)
    theirs = torch_weight(f"{kind}_uniform", options).numpy()
    assert ours.shape == SHAPE
    for pick in (np.min, np.max):
        assert_allclose(pick(ours), pick(theirs), rtol=2e-4)
    assert_allclose(ours.std(), theirs.std(), rtol=5e-3)
    assert abs(ours.mean()) < 4 * ours.std() / np.sqrt(ours.size)


@pytest.mark.parametrize(("kind", "options"), CASES)
def test_normal_has_the_spread_of_torch(kind, options):
    rng = np.random.default_rng(0)
    ours = OURS[f"{kind}_normal"](SHAPE, **options, rng=rng)
    theirs = torch_weight(f"{kind}_normal", options).numpy()
    assert ours.shape == SHAPE
    assert_allclose(ours.std(), theirs.std(), rtol=6e-3)
    assert abs(ours.mean()) < 4 * ours.std() / np.sqrt(ours.size)
    assert abs(ours).max() > 4 * ours.std()
    assert_allclose((abs(ours) < ours.std()).mean(), 0.6827, atol=5e-3)


@pytest.mark.parametrize("name", ["xavier_uniform", "kaiming_uniform"])
def test_uniform_bound_is_exact(name):
    class Ends(np.random.Generator):
        """뽑는 대신 받은 두 끝을 돌려주는 난수기"""

        def uniform(self, low, high, shape):
            return low, high, shape

    low, high, shape = OURS[name]((3, 7), rng=Ends(np.random.PCG64(0)))
    want = {"xavier_uniform": np.sqrt(6 / 10), "kaiming_uniform": np.sqrt(6 / 3)}[name]
    assert_allclose([low, high], [-want, want], rtol=1e-15)
    assert shape == (3, 7)


@pytest.mark.parametrize(
    ("name", "options", "std"),
    [
        ("xavier_normal", {}, np.sqrt(2 / 10)),
        ("xavier_normal", {"gain": 3.0}, 3 * np.sqrt(2 / 10)),
        ("kaiming_normal", {}, np.sqrt(2 / 3)),
        ("kaiming_normal", {"mode": "fan_out"}, np.sqrt(2 / 7)),
        ("kaiming_normal", {"a": np.sqrt(5)}, np.sqrt(1 / 9)),
        ("kaiming_normal", {"a": 9.0, "nonlinearity": "relu"}, np.sqrt(2 / 3)),
    ],
)
def test_normal_std_is_exact(name, options, std):
    class Std(np.random.Generator):
        def normal(self, mean, std, shape):
            return mean, std, shape

    mean, got, shape = OURS[name]((3, 7), **options, rng=Std(np.random.PCG64(0)))
    assert (mean, shape) == (0, (3, 7))
    assert_allclose(got, std, rtol=1e-15)


@pytest.mark.parametrize("name", ["linear", "sigmoid", "tanh", "relu", "leaky_relu"])
def test_gain_is_torch_gain(name):
    assert_allclose(calculate_gain(name), torch.nn.init.calculate_gain(name))
    for param in (0, 0.2, np.sqrt(5)):
        want = torch.nn.init.calculate_gain(name, float(param))
        assert_allclose(calculate_gain(name, param), want)
    assert type(calculate_gain(name)) is float


def test_relu_halves_the_mean_square():
    """식 (8.11)과 그림의 0.83: z가 정규 분포일 때 h²의 평균과 h의 표준편차"""
    z = np.random.default_rng(0).standard_normal(2_000_000)
    h = np.maximum(z, 0)
    assert_allclose((h**2).mean(), 0.5, rtol=5e-3)
    assert_allclose(h.mean(), 1 / np.sqrt(2 * np.pi), rtol=5e-3)
    assert_allclose(h.std(), np.sqrt(0.5) * np.sqrt(1 - 1 / np.pi), rtol=5e-3)


def test_a_unit_adds_the_variances_of_its_inputs():
    """식 (8.10): Var(z) = fan_in · Var(w) · E[h²]"""
    rng = np.random.default_rng(0)
    h = rng.uniform(-1, 3, 50)
    z = h @ rng.normal(0, 0.3, (50, 200_000))
    assert_allclose(z.var(), 50 * 0.09 * (h**2).mean(), rtol=1e-2)


def thirty(init, rng, n=256):
    h = rng.standard_normal((64, n))
    for _ in range(30):
        h = np.maximum(h @ init((n, n), rng=rng), 0)
    return h.std()


def test_thirty_layers():
    """본문의 결과: Xavier 2.5e-5, He 0.81. 식으로는 2.5e-5와 0.83"""
    runs = [np.random.default_rng(run) for run in range(24)]
    he = np.array([thirty(kaiming_normal, rng) for rng in runs])
    typical = np.sqrt((he**2).mean())
    assert_allclose(typical, 0.81, atol=5e-3)
    assert_allclose(typical, np.sqrt(1 - 1 / np.pi), rtol=0.1)
    xavier = thirty(xavier_normal, np.random.default_rng(0))
    assert_allclose(he[0] / xavier, 2**15, rtol=1e-9)
    assert_allclose(2**-15 * np.sqrt(1 - 1 / np.pi), 2.5e-5, atol=5e-7)


def test_backward_wants_fan_out():
    """식 (8.13): dh의 크기는 fan_out이 정한다"""
    rng = np.random.default_rng(0)
    shape = (400, 100)
    dz = rng.standard_normal((200, 100))
    for mode, size in (("fan_in", 100 / 400), ("fan_out", 1.0)):
        W = kaiming_normal(shape, mode=mode, nonlinearity="linear", rng=rng)
        assert_allclose(((dz @ W.T) ** 2).mean(), size, rtol=0.05)
    xavier = xavier_normal(shape, rng=rng)
    assert_allclose(((dz @ xavier.T) ** 2).mean(), 100 * 2 / 500, rtol=0.05)


def test_same_seed_same_weights():
    for init in OURS.values():
        a, b = (init((4, 5), rng=np.random.default_rng(3)) for _ in range(2))
        assert (a == b).all()


def test_fans_read_rows_then_columns():
    assert fans((1, 3)) == (1, 3)


@pytest.mark.parametrize("shape", [(3,), (3, 4, 5), (0, 4), (4, 0), (-1, 2)])
def test_shape_errors(shape):
    message = r"^shape(\[\d\])?: (정수를 2개|1 이상의 정수 하나를) 넣는다"
    for init in OURS.values():
        with pytest.raises(ValueError, match=message):
            init(shape, rng=np.random.default_rng(0))


def test_name_errors():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"mode: 'fan_in', 'fan_out' 가운데.*'in'"):
        kaiming_normal((2, 3), mode="in", rng=rng)
    with pytest.raises(
        ValueError,
        match="nonlinearity: 'linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu'",
    ):
        kaiming_uniform((2, 3), nonlinearity="gelu", rng=rng)
    with pytest.raises(ValueError, match="받은 값: 'swish'"):
        calculate_gain("swish")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"shape": 3}, "shape: 정수의 목록"),
        ({"shape": (2.5, 3)}, r"shape\[0\]: 1 이상의 정수"),
        ({"rng": 0}, "rng: np"),
        ({"a": "1"}, "param: 유한한 수"),
        ({"mode": None}, "mode: "),
        ({"nonlinearity": 3}, "nonlinearity: "),
    ],
)
@pytest.mark.parametrize("init", [kaiming_normal, kaiming_uniform])
def test_what_is_not_asked_for_is_refused(init, options, message):
    good = {"shape": (2, 3), "rng": np.random.default_rng(0)}
    with pytest.raises(ValueError, match=message):
        init(**good | options)

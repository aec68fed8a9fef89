"""우리 데이터가 scikit-learn의 것과 같은가."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sklearn import datasets as oracle

from lessons import datasets

NAMES = ["load_digits", "load_iris", "load_breast_cancer", "load_diabetes"]


@pytest.mark.parametrize("name", NAMES)
def test_same_as_scikit_learn(name):
    X, y = getattr(datasets, name)()
    X_oracle, y_oracle = getattr(oracle, name)(return_X_y=True)
    np.testing.assert_allclose(X, X_oracle, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(y, y_oracle)
    assert (X.dtype, y.dtype) == (X_oracle.dtype, y_oracle.dtype)


@pytest.mark.parametrize("name", NAMES[:3])
def test_unscaled_values_are_exact(name):
    X, _ = getattr(datasets, name)()
    np.testing.assert_array_equal(X, getattr(oracle, name)().data)


def test_raw_diabetes_is_exact():
    X, _ = datasets.load_diabetes(scaled=False)
    np.testing.assert_array_equal(X, oracle.load_diabetes(scaled=False).data)


def test_each_call_returns_fresh_arrays():
    X, y = datasets.load_digits()
    X[:], y[:] = -1, -1
    again, labels = datasets.load_digits()
    assert again.min() == 0 and labels.min() == 0


def test_numpy_is_enough():
    code = (
        "import sys; from lessons import datasets as d; "
        f"[getattr(d, n)() for n in {NAMES}]; "
        "print(sorted({'sklearn', 'scipy', 'torch'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_data_stays_small_and_has_its_source_written():
    files = sorted(datasets.DATA.glob("*.npz"))
    readme = Path(datasets.DATA, "README.md").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in files) < 100_000
    assert [file.name for file in files if f"`{file.name}`" not in readme] == []


@pytest.mark.parametrize("n_samples", [100, 7, 1, (5, 8)])
def test_moons_are_scikit_learn_moons(n_samples):
    rng = np.random.default_rng(0)
    X, y = datasets.make_moons(n_samples, shuffle=False, rng=rng)
    X_oracle, y_oracle = oracle.make_moons(n_samples, shuffle=False)
    np.testing.assert_allclose(X, X_oracle, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(y, y_oracle)
    assert X.dtype == np.float64 and y.dtype == y_oracle.dtype


def test_spirals_wind_out_from_the_middle():
    rng = np.random.default_rng(0)
    X, y = datasets.make_spirals((50, 40), turns=2, shuffle=False, rng=rng)
    assert [np.count_nonzero(y == k) for k in (0, 1)] == [50, 40]
    for k, start in ((0, 0.0), (1, np.pi)):
        arm = X[y == k]
        radius, angle = np.hypot(*arm.T), np.unwrap(np.arctan2(*arm.T[::-1]))
        np.testing.assert_allclose(radius, np.linspace(0.1, 1, len(arm)), atol=1e-12)
        turned = np.linspace(0, 4 * np.pi, len(arm))
        np.testing.assert_allclose(angle - angle[0], turned, atol=1e-9)
        np.testing.assert_allclose(np.cos(angle[0]), np.cos(start), atol=1e-12)


def test_spirals_turn_once_and_a_half_by_default():
    rng = np.random.default_rng(0)
    ours = datasets.make_spirals(shuffle=False, rng=rng)
    asked = datasets.make_spirals(100, turns=1.5, shuffle=False, rng=rng)
    assert all((a == b).all() for a, b in zip(ours, asked, strict=True))


@pytest.mark.parametrize("make", [datasets.make_moons, datasets.make_spirals])
def test_points_are_shuffled_and_shaken(make):
    plain, y_plain = make(shuffle=False, rng=np.random.default_rng(0))
    X, y = make(rng=np.random.default_rng(0))
    assert len(y) == 100 and not (y == y_plain).all()
    order, order_plain = np.lexsort(X.T), np.lexsort(plain.T)
    np.testing.assert_array_equal(X[order], plain[order_plain])
    np.testing.assert_array_equal(y[order], y_plain[order_plain])
    far = 4000, np.random.default_rng(1)
    shaken, _ = make(far[0], shuffle=False, noise=0.2, rng=far[1])
    still, _ = make(far[0], shuffle=False, rng=far[1])
    np.testing.assert_allclose((shaken - still).std(), 0.2, rtol=0.03)
    np.testing.assert_allclose((shaken - still).mean(), 0, atol=0.01)
    again, _ = make(rng=np.random.default_rng(0))
    np.testing.assert_array_equal(X, again)


@pytest.mark.parametrize("n_samples", [(1, 2, 3), (-1, 4), -2])
def test_number_of_points_is_checked(n_samples):
    with pytest.raises(ValueError, match="n_samples는 음이 아닌 수 하나나 둘"):
        datasets.make_moons(n_samples, rng=np.random.default_rng(0))

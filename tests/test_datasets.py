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

"""무작위 특성: SciPy의 최소제곱과 scikit-learn의 릿지, 가장 짧은 해, 이중 하강."""

import numpy as np
import pytest
import scipy.linalg
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.linear_model import Ridge

from lessons.cnn.overfitting.random_features import least_norm, random_features


def test_by_hand():
    assert_array_equal(random_features([[1, 2]], [[1, -1, 0], [1, 0, -1]]), [[3, 0, 0]])
    # w1 + w2 = 2의 해 가운데 가장 짧은 것은 (1, 1)이다
    assert_allclose(least_norm([[1, 1]], [[2]]), [[1], [1]])
    assert_allclose(least_norm([[1, 1]], [[2]], 2), [[0.5], [0.5]])


@pytest.mark.parametrize("shape", [(7, 3), (5, 5), (4, 11), (1, 6), (6, 1)])
def test_is_scipy_and_ridge(shape):
    rng = np.random.default_rng(0)
    Phi, Y = rng.normal(size=shape), rng.normal(size=(shape[0], 2))
    assert_allclose(least_norm(Phi, Y), scipy.linalg.lstsq(Phi, Y)[0], atol=1e-10)
    theirs = Ridge(0.3, fit_intercept=False).fit(Phi, Y).coef_.reshape(2, -1).T
    assert_allclose(least_norm(Phi, Y, 0.3), theirs, atol=1e-8)


def test_rank_deficient_and_zero():
    rng = np.random.default_rng(1)
    Phi = rng.normal(size=(6, 2)) @ rng.normal(size=(2, 8))
    Y = rng.normal(size=(6, 1))
    assert_allclose(least_norm(Phi, Y), np.linalg.pinv(Phi) @ Y, atol=1e-10)
    assert_array_equal(least_norm(np.zeros((3, 2)), np.ones((3, 1))), np.zeros((2, 1)))


def test_shortest_of_all_solutions():
    rng = np.random.default_rng(2)
    Phi, Y = rng.normal(size=(4, 9)), rng.normal(size=(4, 1))
    w = least_norm(Phi, Y)
    assert_allclose(Phi @ w, Y, atol=1e-12)
    idle = scipy.linalg.null_space(Phi) @ rng.normal(size=(5, 20))
    assert (np.linalg.norm(w + idle, axis=0) > np.linalg.norm(w)).all()


def test_norm_peaks_at_interpolation():
    rng = np.random.default_rng(3)
    X, Y = rng.normal(size=(40, 10)), rng.normal(size=(40, 1))
    Phi = random_features(X, rng.normal(size=(10, 400)))
    lengths = [np.linalg.norm(least_norm(Phi[:, :p], Y)) for p in (10, 40, 400)]
    assert lengths[1] > 5 * max(lengths[0], lengths[2])


def test_errors():
    with pytest.raises(ValueError, match=r"^W: 모양이"):
        random_features([[1, 2]], [[1.0]])
    with pytest.raises(ValueError, match=r"^W: 모양이 \(1, P\)"):
        random_features([[1.0]], [1.0])
    with pytest.raises(ValueError, match=r"^X: 모양이 \(N, D\)"):
        random_features([1.0], [[1.0]])
    with pytest.raises(ValueError, match=r"^Phi: 모양이 \(N, P\)"):
        least_norm([1.0], [[1.0]])
    with pytest.raises(ValueError, match=r"^Y: 모양이 \(1, K\)"):
        least_norm([[1.0]], [[1.0], [2.0]])
    with pytest.raises(ValueError, match=r"^alpha: 0 이상인 수"):
        least_norm([[1.0]], [[1.0]], -1)

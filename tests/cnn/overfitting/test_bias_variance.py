"""편향과 분산: 손계산, 더하면 오차, 몬테카를로. 구간은 SciPy의 t 분포와 같다."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from lessons.cnn.overfitting.bias_variance import T975, bias_variance, mean_interval


def test_by_hand():
    """참값 2에 1, 4, 4라 답했다: 편향² 1, 분산 2, 오차 (1 + 4 + 4)/3 = 3"""
    bias, variance = bias_variance([[1], [4], [4]], [2])
    assert (bias, variance) == pytest.approx((1, 2))


@pytest.mark.parametrize("shape", [(1, 5), (7, 3), (4, 6, 10)])
def test_they_add_up(shape):
    rng = np.random.default_rng(0)
    Y_hat, f = rng.normal(size=shape), rng.normal(size=shape[1:])
    bias, variance = bias_variance(Y_hat, f)
    assert bias + variance == pytest.approx(((Y_hat - f) ** 2).mean(), rel=1e-12)
    assert variance == pytest.approx(Y_hat.var(axis=0).mean(), abs=1e-15)


def test_mean_of_members_keeps_bias():
    rng = np.random.default_rng(1)
    Y_hat, f = rng.normal(size=(20, 9)), rng.normal(size=9)
    bias, _ = bias_variance(Y_hat, f)
    again = bias_variance(Y_hat.mean(axis=0)[None], f)
    assert again == pytest.approx((bias, 0))


@pytest.mark.parametrize("S", range(2, 11))
def test_interval_is_scipy(S):
    values = np.random.default_rng(S).normal(3, 2, S)
    mean, half = mean_interval(values)
    low, high = stats.t.interval(0.95, S - 1, values.mean(), stats.sem(values))
    assert_allclose([mean - half, mean + half], [low, high], atol=2e-3)


def test_table_of_t():
    assert_allclose(T975, stats.t.ppf(0.975, np.arange(1, 10)), atol=5e-4)


def test_interval_by_hand():
    """1, 2, 3: 표준편차 1, 반 너비 4.303 / √3"""
    assert mean_interval([1, 2, 3]) == pytest.approx((2, 2.4843), abs=1e-4)


def test_errors():
    with pytest.raises(ValueError, match="2개부터 10개까지"):
        mean_interval([1])
    with pytest.raises(ValueError, match="받은 개수: 11"):
        mean_interval(np.arange(11))
    with pytest.raises(ValueError, match=r"^f: 모양이"):
        bias_variance([[1, 2]], [1])
    with pytest.raises(ValueError, match=r"^f: 모양이 \(1, 2\)"):
        bias_variance([[[1, 2]]], [1, 2])
    with pytest.raises(ValueError, match=r"^Y_hat: 모양이 \(S, N\)이나 \(S, N, K\)"):
        bias_variance([1], [1])
    with pytest.raises(ValueError, match=r"^values: 모양이 \(S,\)"):
        mean_interval([[1, 2]])
    with pytest.raises(ValueError, match="비었다"):
        bias_variance(np.zeros((0, 3)), [1, 2, 3])

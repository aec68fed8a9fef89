"""드문 것을 만든 데이터: 수와 비율, 그리고 학습에서만 배운 특성."""

import numpy as np
import pytest

from lessons.cnn.imbalance.rare import rare_pictures, two_clouds


def test_clouds():
    X, y = two_clouds(4000, 40, rng=np.random.default_rng(0))
    assert X.shape == (4040, 2) and np.bincount(y).tolist() == [4000, 40]
    np.testing.assert_allclose(X[:4000].mean(axis=0), [0, 0], atol=0.06)
    np.testing.assert_allclose(X[4000:].mean(axis=0), [1.5, 1.2], atol=0.5)


def test_pictures():
    parts = rare_pictures(0, rng=np.random.default_rng(0))
    sizes = {n: np.bincount(y).tolist() for n, (_, y, _) in parts.items()}
    assert sizes == {"train": [3000, 30], "valid": [2400, 24], "test": [900, 100]}
    for X, y, w in parts.values():
        assert X.shape == (len(y), 30)
        assert w[y == 0].sum() == pytest.approx(100 * w[y == 1].sum())
    np.testing.assert_allclose(parts["train"][0].mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(parts["train"][0].std(axis=0, ddof=1), 1)
    assert abs(parts["test"][0].mean(axis=0)).max() > 0.01


RNG = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: two_clouds(0, 1, rng=RNG), r"^n_negative: 1 이상의"),
        (lambda: two_clouds(1, 0, rng=RNG), r"^n_positive: 1 이상의"),
        (lambda: two_clouds(1, 1, rng=0), r"^rng: "),
        (lambda: rare_pictures(-1, rng=RNG), r"^target: 0부터 9까지의"),
        (lambda: rare_pictures(10, rng=RNG), r"^target: 0부터 9까지의"),
        (lambda: rare_pictures(1, rng=0), r"^rng: "),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

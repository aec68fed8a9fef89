"""정상의 주성분으로 그려 내지 못한 것: 정의와 같고, 정상의 비율을 지킨다."""

import numpy as np
import pytest

from lessons.cnn.imbalance.anomaly import PCADetector


def test_score_is_the_squared_distance_to_the_plane():
    rng = np.random.default_rng(25)
    for _ in range(100):
        N, D = int(rng.integers(4, 30)), int(rng.integers(2, 7))
        K = int(rng.integers(1, min(N - 1, D) + 1))
        X = rng.normal(size=(N, D)) @ rng.normal(size=(D, D))
        new = rng.normal(size=(9, D))
        V = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)[2][:K]
        gap = (new - X.mean(axis=0)) @ (np.eye(D) - V.T @ V)
        score = PCADetector(K).fit(X).score_samples(new)
        np.testing.assert_allclose(score, -(gap**2).sum(axis=1), rtol=1e-8, atol=1e-9)


def test_points_on_the_plane_are_normal():
    rng = np.random.default_rng(26)
    plane = rng.normal(size=(2, 5))
    model = PCADetector(2).fit(rng.normal(size=(30, 2)) @ plane)
    on, off = rng.normal(size=(10, 2)) @ plane, rng.normal(size=(10, 5))
    assert (model.score_samples(on) > -1e-12).all()
    assert (model.score_samples(off) < -1e-3).all()


def test_calibrated_on_normals():
    rng = np.random.default_rng(27)
    X = rng.normal(size=(1000, 4))
    model = PCADetector(2, contamination=0.1).fit(X[:500]).calibrate(X[500:])
    assert (model.predict(X[500:]) == -1).mean() == pytest.approx(0.1, abs=0.003)
    assert set(model.predict(X)) == {1, -1}


def test_a_score_at_the_threshold_is_normal():
    model = PCADetector(1).fit([[0.0, 0], [2, 0], [4, 1]]).calibrate([[1.0, 3]])
    assert model.predict([[1.0, 3]]).tolist() == [1]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: PCADetector(contamination=0), r"^contamination: 0 초과 1 미만"),
        (lambda: PCADetector(contamination=1), r"^contamination: 0 초과 1 미만"),
        (lambda: PCADetector().score_samples([[1.0, 2.0]]), r"^PCADetector: 아직"),
        (lambda: PCADetector().predict([[1.0, 2.0]]), r"^PCADetector: calibrate"),
        (
            lambda: (
                PCADetector(1).fit([[0.0, 1], [2, 3], [1, 5]]).score_samples([[1.0]])
            ),
            r"^X: 모양이",
        ),
        (
            lambda: (
                PCADetector(1).fit([[0.0, 1], [2, 3], [1, 5]]).score_samples([1.0, 2.0])
            ),
            r"^X: 모양이",
        ),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

"""칼만 필터: 페이지의 손계산, filterpy와 같은 값, 한꺼번에 푼 최소제곱, 문턱값."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import chi2

from lessons.cnn.tracking.kalman import (
    GATE_95,
    KalmanFilter,
    gate,
    mahalanobis,
    predict,
    update,
)


def spd(rng, n):
    A = rng.normal(size=(n, n))
    return A @ A.T + 0.5 * np.eye(n)


def draw(rng):
    D, M = int(rng.integers(1, 8)), int(rng.integers(1, 5))
    system = {"F": rng.normal(size=(D, D)) / 2, "Q": spd(rng, D)}
    system |= {"H": rng.normal(size=(M, D)), "R": spd(rng, M)}
    return D, M, {"x": rng.normal(size=D), "P": spd(rng, D), **system}


def test_the_page_by_hand():
    """10±2로 예측하고 13±√2로 재면 2/3만 따라가 12가 된다."""
    x, P = update([10], [[4]], [13], [[2]], [[1]])
    assert_allclose((x[0], P[0, 0]), (12, 4 / 3))
    F = [[1, 1], [0, 1]]
    x, P = predict([0, 2], [[1, 0], [0, 1]], F, np.zeros((2, 2)))
    assert_allclose(x, [2, 2])
    assert_allclose(P, [[2, 1], [1, 1]])
    x, P = update(x, P, [5], [[1]], [[1, 0]])
    assert_allclose(x, [4, 3])
    assert_allclose(P, [[2 / 3, 1 / 3], [1 / 3, 2 / 3]])


def test_the_same_as_filterpy_over_many_steps():
    filterpy = pytest.importorskip("filterpy.kalman")
    rng = np.random.default_rng(1)
    for _ in range(100):
        D, M, system = draw(rng)
        ours, theirs = KalmanFilter(D, M), filterpy.KalmanFilter(D, M)
        for name, value in system.items():
            setattr(ours, name, value)
            setattr(theirs, name, value[:, None] if name == "x" else value)
        for _ in range(20):
            for kf in (ours, theirs):
                kf.predict()
            z = rng.normal(size=M)
            far = mahalanobis(ours.x, ours.P, z, ours.R, ours.H)
            for kf in (ours, theirs):
                kf.update(z)
            assert_allclose(ours.x, theirs.x[:, 0], rtol=1e-7, atol=1e-9)
            assert_allclose(ours.P, theirs.P, rtol=1e-7, atol=1e-9)
            expected = (theirs.y.T @ theirs.SI @ theirs.y).item()
            assert_allclose(far, expected, rtol=1e-7)


def test_the_last_state_is_the_least_squares_answer():
    """모든 걸음을 한 번에 놓고 푼 가중 최소제곱의 마지막 상태와 같다."""
    rng = np.random.default_rng(2)
    for _ in range(20):
        D, M, s = draw(rng)
        kf, steps = KalmanFilter(D, M), 6
        for name, value in s.items():
            setattr(kf, name, value)
        A = np.zeros((steps * (D + M) + D, (steps + 1) * D))
        weight, b = np.zeros((len(A), len(A))), np.zeros(len(A))
        A[:D, :D], b[:D], weight[:D, :D] = np.eye(D), s["x"], np.linalg.inv(s["P"])
        at = D
        for t in range(1, steps + 1):
            here = slice(t * D, (t + 1) * D)
            A[at : at + D, (t - 1) * D : t * D] = -s["F"]
            A[at : at + D, here] = np.eye(D)
            weight[at : at + D, at : at + D] = np.linalg.inv(s["Q"])
            at += D
            z = rng.normal(size=M)
            A[at : at + M, here], b[at : at + M] = s["H"], z
            weight[at : at + M, at : at + M] = np.linalg.inv(s["R"])
            at += M
            kf.predict()
            kf.update(z)
        precision = A.T @ weight @ A
        states = np.linalg.solve(precision, A.T @ weight @ b)
        assert_allclose(kf.x, states[-D:], rtol=1e-6, atol=1e-8)
        assert_allclose(kf.P, np.linalg.inv(precision)[-D:, -D:], rtol=1e-6, atol=1e-8)


def test_many_at_once_is_one_by_one():
    rng = np.random.default_rng(3)
    D, M, s = draw(rng)
    x, P = rng.normal(size=(5, D)), np.stack([spd(rng, D) for _ in range(5)])
    z = rng.normal(size=(5, M))
    xs, Ps = predict(x, P, s["F"], s["Q"])
    far = mahalanobis(xs, Ps, z, s["R"], s["H"])
    xs, Ps = update(xs, Ps, z, s["R"], s["H"])
    for k in range(5):
        one = predict(x[k], P[k], s["F"], s["Q"])
        assert_allclose(far[k], mahalanobis(*one, z[k], s["R"], s["H"]))
        one = update(*one, z[k], s["R"], s["H"])
        for together, alone in zip((xs, Ps), one, strict=True):
            assert_allclose(together[k], alone, rtol=1e-9, atol=1e-12)


def test_the_gate_holds_95_of_100():
    for dim, limit in GATE_95.items():
        assert abs(limit - chi2.ppf(0.95, dim)) < 1e-4
        assert gate([limit - 0.01, limit + 0.01], dim).tolist() == [True, False]
    rng = np.random.default_rng(4)
    _, M, s = draw(rng)
    S = s["H"] @ s["P"] @ s["H"].T + s["R"]
    z = s["H"] @ s["x"] + rng.normal(size=(20_000, M)) @ np.linalg.cholesky(S).T
    far = mahalanobis(s["x"], s["P"], z, s["R"], s["H"])
    assert abs(gate(far, M).mean() - 0.95) < 0.01


def test_measuring_never_makes_it_less_certain():
    rng = np.random.default_rng(5)
    for _ in range(50):
        _, M, s = draw(rng)
        _, P = update(s["x"], s["P"], rng.normal(size=M), s["R"], s["H"])
        assert np.linalg.eigvalsh(s["P"] - P).min() > -1e-9


def test_a_new_filter_knows_nothing_yet():
    kf = KalmanFilter(3, 2)
    assert kf.x.tolist() == [0, 0, 0] and kf.H.tolist() == [[0] * 3] * 2
    for matrix, size in ((kf.P, 3), (kf.F, 3), (kf.Q, 3), (kf.R, 2)):
        assert (matrix == np.eye(size)).all()


def test_the_edge_of_the_gate_is_inside():
    assert list(GATE_95) == [1, 2, 3, 4]
    for dim, limit in GATE_95.items():
        assert gate([limit, np.nextafter(limit, 99)], dim).tolist() == [True, False]


ONE, WIDE = [[1]], [[1, 0]]


@pytest.mark.parametrize(
    "call, words",
    [
        (lambda: predict(1, ONE, ONE, ONE), r"^x: 모양이 \(\.\.\., D\)"),
        (lambda: predict([1], [1], ONE, ONE), r"^P: 모양이 \(\.\.\., 1, 1\)"),
        (lambda: predict([1], np.eye(2), ONE, ONE), r"^P: 모양이 \(\.\.\., 1, 1\)"),
        (lambda: predict([1], ONE, np.eye(2), ONE), r"^F: 모양이 \(1, 1\)"),
        (lambda: predict([1], ONE, ONE, [1]), r"^Q: 모양이 \(1, 1\)"),
        (lambda: predict([1], ONE, ONE, [[np.nan]]), r"^Q: NaN이나"),
        (lambda: update([1], ONE, [1], ONE, [1]), r"^H: 모양이 \(M, 1\)"),
        (lambda: update([1], ONE, [1], ONE, WIDE), r"^H: 모양이 \(M, 1\)"),
        (lambda: update([1], ONE, [1], [1], ONE), r"^R: 모양이 \(1, 1\)"),
        (lambda: update([1], ONE, [1], np.eye(2), ONE), r"^R: 모양이 \(1, 1\)"),
        (lambda: update([1], ONE, [1, 2], ONE, ONE), r"^z: 모양이 \(\.\.\., 1\)"),
        (lambda: gate(["가"], 1), r"^distance: 실수를"),
        (lambda: gate([1], 0), r"^dim_z: 1부터 4까지"),
        (lambda: gate([1], 5), r"^dim_z: 1부터 4까지"),
        (lambda: KalmanFilter(0, 1), r"^dim_x: 1 이상"),
        (lambda: KalmanFilter(1, 0), r"^dim_z: 1 이상"),
    ],
)
def test_what_is_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()

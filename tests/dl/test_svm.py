"""선형 SVM: 페이지의 다섯 점, SVC(kernel="linear")와의 일치, 최적 조건, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.svm import SVC

from lessons.dl.interior_point import interior_point
from lessons.dl.svm import LinearSVC, hinge_objective

X5 = np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]])
Y5 = np.array([-1, -1, -1, 1, 1])


def cloud(seed, N=47, D=3):
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((N, D))
    return X, (X[:, 0] + 0.7 * rng.standard_normal(N) > 0.3).astype(int)


# 페이지의 숫자


def test_five_points():
    svm = LinearSVC(C=1000).fit(X5, Y5)
    assert_allclose(svm.coef_, [[1, 0]], atol=1e-6)
    assert_allclose(svm.intercept_, [-2], atol=1e-6)
    assert_allclose(svm.margin_, 2, atol=1e-6)
    assert svm.support_.tolist() == [0, 1, 3]
    assert_allclose(svm.support_vectors_, X5[[0, 1, 3]])
    assert_allclose(svm.dual_coef_, [[-0.25, -0.25, 0.5]], atol=1e-6)
    scores = Y5 * svm.decision_function(X5)
    assert_allclose(scores, [1, 1, 2, 1, 3], atol=1e-6)
    gaps = np.linalg.norm(X5[[0, 1]] - X5[3], axis=1)
    assert_allclose(gaps, np.sqrt(8))


def test_two_points_make_the_road_between_them():
    svm = LinearSVC(C=1000).fit([[0.0, 1], [3, 5]], [0, 1])
    assert_allclose(svm.margin_, 5, atol=1e-6)
    assert_allclose(svm.coef_, [[6 / 25, 8 / 25]], atol=1e-7)


def test_objective_by_hand():
    w, X = np.array([1.0, 0]), np.array([[3.0, 2], [1, 0], [2.5, 0]])
    s = np.array([1.0, -1, -1])
    assert_allclose(hinge_objective(w, -2, X, s), 0.5 + 1.5)
    assert_allclose(hinge_objective(w, -2, X, s, C=10), 0.5 + 15)


# SVC와의 일치


@pytest.mark.parametrize("C", [0.1, 1, 30])
@pytest.mark.parametrize("seed", range(4))
def test_is_svc_with_a_linear_kernel(seed, C):
    """libsvm은 커널을 단정도로 담아 두므로 그만큼만 같다. 정확함은 아래에서 잰다."""
    X, y = cloud(seed, N=41 + seed, D=1 + seed)
    ours = LinearSVC(C=C).fit(X, y)
    theirs = SVC(kernel="linear", C=C, tol=1e-12).fit(X, y)
    alpha = abs(theirs.dual_coef_[0])
    close = {"atol": 2e-6 * max(1, C)}
    assert_allclose(ours.coef_, theirs.coef_, **close)
    if ((alpha > 1e-6 * C) & (alpha < C * (1 - 1e-6))).any():
        assert_allclose(ours.intercept_, theirs.intercept_, **close)
        new = np.random.default_rng(seed).standard_normal((50, X.shape[1]))
        f, g = ours.decision_function(new), theirs.decision_function(new)
        assert_allclose(f, g, atol=1e-5 * max(1, C))
        assert (ours.predict(new) == theirs.predict(new)).all()
    order = theirs.support_.argsort()
    assert ours.support_.tolist() == theirs.support_[order].tolist()
    assert_allclose(ours.dual_coef_, theirs.dual_coef_[:, order], atol=1e-4 * C)


def test_default_C_is_svcs():
    X, y = cloud(9)
    assert LinearSVC().C == SVC().C == 1
    assert LinearSVC().max_iter == 1000
    assert_allclose(LinearSVC().fit(X, y).coef_, LinearSVC(C=1.0).fit(X, y).coef_)


# 최적 조건


@pytest.mark.parametrize("C", [0.01, 1, 100, 1e5])
@pytest.mark.parametrize("seed", range(3))
def test_forces_satisfy_the_conditions(seed, C):
    X, y = cloud(seed)
    svm = LinearSVC(C=C).fit(X, y)
    s = 2.0 * y - 1
    A = s[:, None] * np.column_stack([X, np.ones(len(X))])
    v, alpha = interior_point(A, C, 1000)
    assert_allclose(alpha * s @ X, v[:-1], rtol=1e-8, atol=1e-8)
    assert_allclose(alpha @ s, 0, atol=1e-8 * C)
    assert (alpha > 0).all() and (alpha < C * (1 + 1e-12)).all()
    f = A @ v
    assert alpha[f > 1 + 1e-4].max(initial=0) < 1e-5 * C
    assert_allclose(alpha[f < 1 - 1e-4], C, rtol=1e-5)
    primal = hinge_objective(v[:-1], v[-1], X, s, C)
    dual = alpha.sum() - v[:-1] @ v[:-1] / 2
    assert 0 <= primal - dual + 1e-9 * primal < 1e-8 * primal
    assert_allclose(svm.coef_[0], v[:-1])


@pytest.mark.parametrize("seed", range(3))
def test_no_step_away_is_better(seed):
    X, y = cloud(seed)
    svm, s = LinearSVC(C=0.7).fit(X, y), 2 * y - 1
    w, b = svm.coef_[0], svm.intercept_[0]
    here = hinge_objective(w, b, X, s, 0.7)
    rng = np.random.default_rng(seed)
    for size in (1e-4, 1e-2, 1):
        for _ in range(20):
            dw, db = size * rng.standard_normal(3), size * rng.standard_normal()
            assert hinge_objective(w + dw, b + db, X, s, 0.7) > here - 1e-11


def test_only_support_vectors_matter():
    X, y = cloud(2)
    svm = LinearSVC(C=1).fit(X, y)
    again = LinearSVC(C=1).fit(X[svm.support_], y[svm.support_])
    assert_allclose(again.coef_, svm.coef_, atol=1e-6)
    assert len(svm.support_) < len(X)


def test_road_widens_as_C_falls():
    X, y = cloud(4)
    widths = [LinearSVC(C=C).fit(X, y).margin_ for C in (100, 10, 1, 0.1, 0.01)]
    assert (np.diff(widths) > 0).all()


@pytest.mark.parametrize("unit", [1e-4, 1e4])
def test_another_unit_is_the_same_road(unit):
    X, y = cloud(0)
    a, b = LinearSVC().fit(X, y), LinearSVC(C=unit**-2).fit(unit * X, y)
    assert_allclose(b.coef_ * unit, a.coef_, atol=1e-8)
    assert_allclose(b.intercept_, a.intercept_, atol=1e-8)
    assert b.support_.tolist() == a.support_.tolist()
    assert_allclose(b.dual_coef_ * unit**2, a.dual_coef_, atol=1e-8)


@pytest.mark.parametrize("C", [1e-4, 1, 1e4])
def test_a_few_dozen_steps_are_enough(C):
    for seed in range(3):
        svm = LinearSVC(C=C, max_iter=36).fit(*cloud(seed))
        assert np.isfinite(svm.coef_).all()


def test_point_on_the_boundary_is_the_first_class():
    svm = LinearSVC().fit(X5, Y5)
    svm.coef_, svm.intercept_ = np.array([[1.0, 0]]), np.array([-2.0])
    assert svm.predict([[2.0, 7], [np.nextafter(2, 3), 7]]).tolist() == [-1, 1]


def test_turning_the_plane_turns_the_road():
    X, y = cloud(6, D=2)
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    a, b = LinearSVC().fit(X, y), LinearSVC().fit(X @ turn, y)
    assert_allclose(a.coef_ @ turn, b.coef_, atol=1e-6)
    assert_allclose(a.margin_, b.margin_, atol=1e-6)


def test_swapping_the_classes_turns_the_sign():
    X, y = cloud(3)
    a, b = LinearSVC().fit(X, y), LinearSVC().fit(X, np.array(["나", "가"])[y])
    assert_allclose(a.coef_, -b.coef_, atol=1e-7)
    assert (np.array(["나", "가"])[a.predict(X)] == b.predict(X)).all()
    assert a.score(X, y) == np.mean(a.predict(X) == y) > 0.6


def test_kernel_of_the_page():
    x = np.arange(-3.0, 4)
    y, bent = abs(x) > 1.5, np.column_stack([np.sqrt(2) * x, x**2])
    assert_allclose(1 + bent @ bent.T, (1 + np.outer(x, x)) ** 2, atol=1e-12)
    assert LinearSVC(C=100).fit(x[:, None], y).score(x[:, None], y) == 4 / 7
    assert LinearSVC(C=100).fit(bent, y).score(bent, y) == 1


def test_points_beyond_the_road_on_the_wrong_side_push_with_all_their_force():
    rng = np.random.default_rng(0)
    y = np.arange(400) % 2
    X = rng.standard_normal((400, 2)) + y[:, None]
    svm = LinearSVC().fit(X, y)
    m = (2 * y - 1) * svm.decision_function(X)
    alpha = np.zeros(400)
    alpha[svm.support_] = abs(svm.dual_coef_[0])
    assert (m < -1).sum() == 25
    assert_allclose(alpha[m < 1 - 1e-6], 1)
    assert (alpha[m > 1 + 1e-6] == 0).all()


def test_support_vectors_grow_with_overlapping_data():
    counts = []
    for N in (200, 400, 800):
        y = np.arange(N) % 2
        X = np.random.default_rng(N).standard_normal((N, 2)) + y[:, None]
        counts.append(len(LinearSVC().fit(X, y).support_))
    assert_allclose(np.divide(counts[1:], counts[:-1]), 2, rtol=0.2)


# 오류


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: LinearSVC().fit(X5, [0, 1, 2, 0, 1]), "둘이어야 한다. 3개가"),
        (lambda: LinearSVC().fit(X5, [1] * 5), "둘이어야 한다. 1개가"),
        (lambda: LinearSVC(C=0).fit(X5, Y5), "C: 0 초과인 수.*값: 0"),
        (lambda: LinearSVC(C=np.inf).fit(X5, Y5), "받은 값: inf"),
        (lambda: LinearSVC().fit(X5[0], Y5), r"받은 모양: \(2,\)"),
        (lambda: LinearSVC().predict(X5), "아직 배운 것이 없다. fit을 먼저"),
        (
            lambda: LinearSVC().fit(X5, Y5).predict([[1.0]]),
            r"X: 모양이 \(N, 2\).*\(\d, 1\)",
        ),
        (lambda: LinearSVC(max_iter=2).fit(X5, Y5), "2번에 풀지 못했다"),
    ],
)
def test_errors(call, message):
    with pytest.raises(ValueError, match=message):
        call()

"""k-평균: 페이지의 손계산, scikit-learn과의 일치, 관성은 늘지 않는다."""

import warnings

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from sklearn import cluster

from lessons.datasets import load_digits, load_iris
from lessons.dl.kmeans import (
    KMeans,
    assign,
    inertia,
    kmeans_plusplus,
    lloyd,
    move,
    squared_distances,
)
from lessons.dl.kmeans_torch import lloyd_torch

HOUSES = np.array([[0.0, 0.0], [0.0, 2.0], [6.0, 0.0], [6.0, 2.0]])


@pytest.fixture
def rng():
    return np.random.default_rng(4)


def sk_fit(X, init, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return cluster.KMeans(len(init), init=init, n_init=1, **options).fit(X)


# 페이지의 손계산


def test_four_houses_by_hand():
    d2 = squared_distances(HOUSES, np.array([[0.0, 0.0], [0.0, 2.0]]))
    assert d2.tolist() == [[0, 4], [4, 0], [36, 40], [40, 36]]
    start = HOUSES[[0, 1]]
    labels = assign(HOUSES, start)
    assert labels.tolist() == [0, 1, 0, 1]
    assert inertia(HOUSES, start, labels) == 72
    assert move(HOUSES, start, labels).tolist() == [[3, 0], [3, 2]]
    model = KMeans(2, init=start).fit(HOUSES)
    assert model.history_ == [72, 36, 36, 36]
    assert model.inertia_ == 36
    assert model.n_iter_ == 2 and type(model.n_iter_) is int
    model = KMeans(2, init=HOUSES[[0, 2]]).fit(HOUSES)
    assert model.cluster_centers_.tolist() == [[0, 1], [6, 1]]
    assert model.history_ == [8, 4, 4, 4]


def test_a_diagonal_start_finds_the_best():
    model = KMeans(2, init=HOUSES[[0, 3]]).fit(HOUSES)
    assert model.inertia_ == 4


def test_mean_splits_the_sum_of_squares(rng):
    """식 (4.5)"""
    X, c = rng.normal(size=(7, 3)), rng.normal(size=3)
    mean = X.mean(axis=0)
    left = ((X - c) ** 2).sum()
    right = ((X - mean) ** 2).sum() + 7 * ((mean - c) ** 2).sum()
    assert_allclose(left, right)


# scikit-learn과의 일치


@pytest.mark.parametrize("seed", range(12))
def test_same_start_same_end(seed):
    rng = np.random.default_rng(seed)
    N, D, K = rng.integers(40, 300), rng.integers(1, 8), rng.integers(2, 9)
    X = rng.normal(size=(N, D)) + 4 * rng.integers(-2, 3, size=(N, 1)) + 100
    init = X[rng.choice(N, K, replace=False)]
    ours, theirs = KMeans(K, init=init).fit(X), sk_fit(X, init)
    assert_allclose(ours.cluster_centers_, theirs.cluster_centers_, rtol=1e-12)
    assert_allclose(ours.inertia_, theirs.inertia_, rtol=1e-10)
    assert (ours.labels_ == theirs.labels_).all()
    assert ours.n_iter_ == theirs.n_iter_
    new = rng.normal(size=(31, D)) + 100
    assert (ours.predict(new) == theirs.predict(new)).all()


@pytest.mark.parametrize(
    "options", [{"max_iter": 1}, {"max_iter": 3}, {"tol": 0.02}, {"tol": 0.0}]
)
def test_stops_when_scikit_learn_stops(options, rng):
    X = rng.normal(size=(400, 3))
    init = X[:6] * 0.1
    ours, theirs = KMeans(6, init=init, **options).fit(X), sk_fit(X, init, **options)
    assert ours.n_iter_ == theirs.n_iter_
    assert_allclose(ours.cluster_centers_, theirs.cluster_centers_, rtol=1e-12)
    assert (ours.labels_ == theirs.labels_).all()
    assert_allclose(ours.inertia_, theirs.inertia_, rtol=1e-12)


def test_tolerance_is_a_share_of_the_variance(rng):
    X = rng.normal(size=(300, 2))
    steps = [KMeans(5, init=a * X[:5], tol=0.01).fit(a * X).n_iter_ for a in (1, 1e3)]
    assert steps[0] == steps[1] < KMeans(5, init=X[:5], tol=0).fit(X).n_iter_
    away = X + np.array([0, 1000])
    assert KMeans(5, init=away[:5], tol=0.01).fit(away).n_iter_ == steps[0]


def test_defaults_are_those_of_scikit_learn():
    ours, theirs = KMeans(), cluster.KMeans()
    for name in ("n_clusters", "init", "n_init", "max_iter", "tol"):
        assert getattr(ours, name) == getattr(theirs, name)
    X = np.random.default_rng(0).normal(size=(500, 2))
    assert lloyd.__defaults__ == (theirs.max_iter, theirs.tol)
    _, _, history = lloyd(X, X[:8])
    assert len(history) // 2 == sk_fit(X, X[:8]).n_iter_


def test_an_empty_cluster_takes_the_farthest_point(rng):
    X = rng.normal(size=(60, 2))
    init = np.array([[0.0, 0.0], [1.0, 0.0], [50.0, 50.0]])
    ours, theirs = KMeans(3, init=init).fit(X), sk_fit(X, init)
    assert_allclose(ours.cluster_centers_, theirs.cluster_centers_, rtol=1e-12)
    assert ours.n_iter_ == theirs.n_iter_
    labels = assign(X, init)
    assert 2 not in labels
    far = squared_distances(X, init)[:, :2].min(axis=1).argmax()
    assert (move(X, init, labels)[2] == X[far]).all()


@pytest.mark.parametrize("unit", [1, 2**-10])
def test_two_empty_clusters_take_two_points(unit):
    X = np.array([[0.0], [1.0], [2.0], [10.0]]) * unit
    labels = np.zeros(4, dtype=int)
    moved = move(X, np.array([[0.0], [90.0], [91.0]]) * unit, labels)
    assert (moved.ravel() / unit).tolist() == [0.5, 10, 2]
    assert labels.tolist() == [0, 0, 0, 0]
    # 하나뿐인 점은 멀어도 빼앗지 않는다
    centers, labels = np.array([[0.0], [40.0], [99.0]]) * unit, np.array([0, 0, 1])
    moved = move(X[[0, 1, 3]], centers, labels)
    assert (moved.ravel() / unit).tolist() == [0, 10, 1]


def test_an_empty_cluster_among_repeated_points():
    """세 자리에 중심점 셋이 다 놓일 때까지 간다. 데려온 점도 관성을 늘리지 않는다."""
    X = np.array([[1.0], [3.0], [1.0], [1.0], [2.0]])
    model = KMeans(3, init=[[0.0], [-1.0], [2.0]]).fit(X)
    assert model.cluster_centers_.ravel().tolist() == [1, 3, 2]
    assert model.labels_.tolist() == model.predict(X).tolist() == [0, 1, 0, 0, 2]
    assert model.history_ == [4, 0.5, 0.5, 0, 0, 0]


def test_same_as_torch(rng):
    X = rng.normal(size=(211, 5))
    ours = KMeans(7, init=X[:7], max_iter=9, tol=0).fit(X)
    centers, labels = lloyd_torch(torch.tensor(X), torch.tensor(X[:7]), 9)
    assert_allclose(centers, ours.cluster_centers_, rtol=1e-12)
    assert (labels.numpy() == ours.labels_).all()


def test_torch_leaves_an_empty_centre_where_it_is():
    X = torch.tensor([[0.0], [2.0]])
    centers, _ = lloyd_torch(X, torch.tensor([[1.0], [50.0]]), 3)
    assert centers.ravel().tolist() == [1, 50]


def test_torch_moves_a_centre_onto_its_only_point():
    X = torch.tensor([[0.0], [2.0], [9.0]])
    centers, labels = lloyd_torch(X, torch.tensor([[1.0], [8.0]]), 1)
    assert centers.ravel().tolist() == [1, 9]
    assert labels.tolist() == [0, 0, 1]


# 성질


@pytest.mark.parametrize("seed", range(20))
def test_inertia_never_rises(seed):
    rng = np.random.default_rng(seed)
    X = rng.standard_cauchy(size=(150, 3)) if seed % 2 else rng.normal(size=(150, 3))
    init = rng.normal(size=(6, 3)) * (10 if seed % 3 == 0 else 1)
    model = KMeans(6, init=init, tol=0).fit(X)
    history = np.array(model.history_)
    assert len(history) == 2 * model.n_iter_ > 2
    assert (np.diff(history) <= 1e-12 * history[0]).all()
    assert_allclose(history[-1], model.inertia_, rtol=1e-12)


def test_the_end_is_a_fixed_point(rng):
    X = rng.normal(size=(200, 2))
    model = KMeans(5, tol=0, rng=rng).fit(X)
    assert (assign(X, model.cluster_centers_) == model.labels_).all()
    again = KMeans(5, init=model.cluster_centers_).fit(X)
    assert_allclose(again.cluster_centers_, model.cluster_centers_, rtol=1e-12)


def test_order_of_points_and_place_do_not_matter(rng):
    X = rng.normal(size=(90, 2))
    one = KMeans(4, init=X[:4]).fit(X)
    order = rng.permutation(90)
    two = KMeans(4, init=X[:4] + 7).fit(X[order] + 7)
    assert_allclose(two.cluster_centers_, one.cluster_centers_ + 7, rtol=1e-12)
    assert (two.labels_ == one.labels_[order]).all()


def test_as_many_clusters_as_points():
    model = KMeans(4, rng=np.random.default_rng(0)).fit(HOUSES)
    assert model.inertia_ == 0
    assert sorted(model.labels_) == [0, 1, 2, 3]
    one = KMeans(1, rng=np.random.default_rng(0)).fit(HOUSES)
    assert one.cluster_centers_.tolist() == [[3, 1]]


def test_plusplus_draws_by_squared_distance():
    """첫 점이 0이면 다음은 1, 2, 5가 1 : 4 : 25로 뽑힌다."""
    X = np.array([[0.0], [1.0], [2.0], [5.0]])
    rng = np.random.default_rng(0)
    pairs = np.array([kmeans_plusplus(X, 2, rng=rng)[1] for _ in range(8000)])
    assert_allclose(np.bincount(pairs[:, 0]) / 8000, 0.25, atol=0.02)
    second = pairs[pairs[:, 0] == 0, 1]
    share = np.bincount(second, minlength=4) / len(second)
    assert_allclose(share, [0, 1 / 30, 4 / 30, 25 / 30], atol=0.02)


def test_plusplus_looks_at_the_nearest_chosen_point():
    X = np.array([[0.0], [10.0], [10.5]])
    rng = np.random.default_rng(1)
    draws = [kmeans_plusplus(X, 3, rng=rng) for _ in range(50)]
    assert all(sorted(index) == [0, 1, 2] for _, index in draws)
    assert all((X[index] == centers).all() for centers, index in draws)
    thirds = [
        kmeans_plusplus(np.array([[0.0], [100.0], [1.0], [60.0]]), 3, rng=rng)[1]
        for _ in range(300)
    ]
    after = [t[2] for t in thirds if set(t[:2]) == {0, 1}]
    assert after.count(3) > 0.98 * len(after) > 50


def test_random_starts_ten_times_and_keeps_the_best():
    X = np.concatenate(
        [np.random.default_rng(0).normal(c, 1, (20, 1)) for c in (0, 9, 30, 39, 80, 89)]
    )

    def ends(**options):
        return [
            KMeans(6, rng=np.random.default_rng(s), **options).fit(X).inertia_
            for s in range(20)
        ]

    once, ten = ends(init="random", n_init=1), ends(init="random")
    assert max(ten) < np.mean(once)
    rng = np.random.default_rng(3)
    singles = [KMeans(6, init="random", n_init=1, rng=rng).fit(X) for _ in range(10)]
    best = KMeans(6, init="random", rng=np.random.default_rng(3)).fit(X)
    assert best.inertia_ == min(m.inertia_ for m in singles)
    winner = min(singles, key=lambda m: m.inertia_)
    assert best.history_ == winner.history_
    assert best.n_iter_ == winner.n_iter_
    other = np.random.default_rng(3)
    rng = np.random.default_rng(3)
    KMeans(6, init="random", rng=other).fit(X)
    for _ in range(10):
        rng.choice(len(X), 6, replace=False)
    assert rng.random() == other.random()
    assert np.mean(ends()) < np.mean(once)
    rng = np.random.default_rng(3)
    KMeans(6, rng=rng).fit(X)
    other = np.random.default_rng(3)
    kmeans_plusplus(X, 6, rng=other)
    assert rng.random() == other.random()


# 페이지의 숫자


def test_iris_ends_in_different_places():
    X, _ = load_iris()
    rng = np.random.default_rng(0)
    ends = [
        KMeans(3, init="random", n_init=1, rng=rng).fit(X).inertia_ for _ in range(200)
    ]
    assert_allclose(min(ends), 78.85, atol=0.01)
    assert max(ends) > 140
    best = cluster.KMeans(3, n_init=50, random_state=0).fit(X).inertia_
    assert_allclose(min(ends), best, rtol=1e-9)


def test_digits_are_like_scikit_learn():
    X, _ = load_digits()
    init = X[:10]
    assert_allclose(
        KMeans(10, init=init).fit(X).inertia_, sk_fit(X, init).inertia_, rtol=1e-9
    )


# 오류


def test_arguments_are_not_changed(rng):
    X = rng.normal(size=(30, 2))
    init = X[:3].copy()
    before = X.copy(), init.copy()
    KMeans(3, init=init).fit(X)
    assert (before[0] == X).all()
    assert (before[1] == init).all()


def test_lists_and_integers_are_taken():
    assert KMeans(2, init=[[0, 0], [6, 0]]).fit(HOUSES.astype(int)).inertia_ == 4


@pytest.mark.parametrize(
    ("X", "message"),
    [
        ([1.0, 2.0], r"^X: 모양이 \(.*, .*\)인 배열.*\(2,\)"),
        (np.empty((0, 2)), "^X: 비었다"),
        ([[1.0, np.nan]], "^X: NaN이나 무한대가 1개"),
        ([[np.inf, 1.0]], "^X: NaN이나 무한대가 1개"),
        ([[0.0], [0.0], [0.0], [1.0]], "n_clusters: 1부터 2까지의 정수.*3"),
    ],
)
def test_bad_points(X, message, rng):
    with pytest.raises(ValueError, match=message):
        KMeans(3, rng=rng).fit(X)
    with pytest.raises(ValueError, match=message):
        kmeans_plusplus(X, 3, rng=rng)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n_clusters": 0}, "n_clusters: 1부터 4까지의 정수.*값: 0"),
        ({"n_clusters": 5}, "4까지의 정수.*값: 5"),
        ({"init": "kmeans"}, "init: .*'random' 가운데 .* 'kmeans'"),
        ({"init": [[0.0, 0.0]]}, r"init: 모양이 \(2, 2\).*\(1, 2\)"),
        ({"init": [0.0, 0.0]}, r"^init: 모양이 \(.*, .*\)인 배열.*"),
        ({"init": "random"}, "rng: .*난수 생성기"),
        ({}, "rng: .*난수 생성기"),
        ({"n_init": 0}, "n_init: 1 이상의 정수.*값: 0"),
        ({"n_init": "ten"}, "n_init: 'auto' 가운데 .*'ten'"),
    ],
)
def test_bad_options(options, message):
    with pytest.raises(ValueError, match=message):
        KMeans(**{"n_clusters": 2, **options}).fit(HOUSES)


def test_predict_errors():
    with pytest.raises(ValueError, match="아직 배운 것이 없다"):
        KMeans(2).predict(HOUSES)
    model = KMeans(2, init=HOUSES[:2]).fit(HOUSES)
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 2\).*\(\d, 3\)"):
        model.predict(np.ones((1, 3)))
    with pytest.raises(ValueError, match=r"^X: 모양이 \(.*, .*\)인 배열.*\(2,\)"):
        model.predict(HOUSES[0])

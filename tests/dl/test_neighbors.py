"""가까운 이웃과 특성 고르기: scikit-learn과의 일치, 누수의 크기."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.neighbors import KNeighborsClassifier as Theirs

from lessons.dl.kfold import KFold
from lessons.dl.neighbors import KNeighborsClassifier, select_k_best
from lessons.dl.train_test_split import train_test_split


@pytest.mark.parametrize("k", [1, 2, 5, 8, 31])
@pytest.mark.parametrize("seed", range(3))
def test_neighbors_are_scikit_learn(k, seed):
    rng = np.random.default_rng(seed)
    X, y = rng.standard_normal((31, 7)), rng.choice(["b", "a", "c"], 31)
    X_new = rng.standard_normal((53, 7))
    theirs = Theirs(k).fit(X, y)
    ours = KNeighborsClassifier(k).fit(X, y)
    assert (ours.predict(X_new) == theirs.predict(X_new)).all()
    labels = rng.choice(["a", "b", "c"], 53)
    assert_allclose(ours.score(X_new, labels), theirs.score(X_new, labels))


def test_default_and_limits():
    assert KNeighborsClassifier().n_neighbors == 5
    for k in (0, 4):
        with pytest.raises(ValueError, match=f"n_neighbors: 1부터 3까지의 정수.*{k}"):
            KNeighborsClassifier(k).fit(np.eye(3), [0, 1, 2])
    assert KNeighborsClassifier(3).fit(np.eye(3), [2, 1, 1]).predict([[1, 0, 0]]) == 1


@pytest.mark.parametrize("dtype", [np.uint8, object])
def test_pixels_are_not_wrapped_around(dtype):
    rng = np.random.default_rng(0)
    X, X_new = rng.integers(256, size=(2, 20, 7))
    want = Theirs(1).fit(X, np.arange(20)).predict(X_new)
    model = KNeighborsClassifier(1).fit(X.astype(dtype), np.arange(20))
    assert (model.predict(X_new.astype(dtype)) == want).all()


def test_equally_far_neighbors_take_the_first():
    X = np.repeat([[1.0], [0.0]], 50, axis=0)
    assert KNeighborsClassifier(1).fit(X, np.arange(100)).predict([[0.0]]) == 50


def test_one_neighbor_remembers_everything():
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((200, 5)), rng.integers(2, size=200)
    assert KNeighborsClassifier(1).fit(X, y).score(X, y) == 1


@pytest.mark.parametrize("seed", range(5))
def test_selection_is_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    X, y = rng.standard_normal((23, 31)) + 5, rng.permutation(23) % 2
    X[:, 3], X[:, 4] = 7.0, 0.1
    varied = np.delete(np.arange(31), [3, 4])
    F = f_classif(X[:, varied], y)[0]
    got = select_k_best(X, y, k=8)
    assert (got == varied[np.argsort(-F)[:8]]).all()
    kept = SelectKBest(f_classif, k=8).fit(X[:, varied], y).get_support()
    assert set(got) == set(varied[kept])
    assert len(select_k_best(X, y)) == 10
    assert len(select_k_best(X, y, 31)) == 31
    assert set(select_k_best(X, y, 31)[-2:]) == {3, 4}
    assert len(select_k_best(X, y, 1)) == 1
    assert (select_k_best(np.float32(1e25 * X), y == 1, 8) == got).all()


def test_equally_strong_features_take_the_first():
    y = np.arange(10) % 2
    X = y[:, None] * np.repeat([0, 1], 50)
    assert select_k_best(X, y).tolist() == list(range(50, 60))
    assert select_k_best(X, np.ones(10), 100).tolist() == list(range(100))


@pytest.mark.parametrize("k", [0, 4])
def test_selection_errors(k):
    with pytest.raises(ValueError, match=f"k: 1부터 3까지의 정수.*{k}"):
        select_k_best(np.eye(3), [0, 1, 0], k)


def accuracy(X, y, leak):
    scores = []
    for train, valid in KFold(5).split(X):
        seen = slice(None) if leak else train
        chosen = select_k_best(X[seen], y[seen], k=10)
        model = KNeighborsClassifier(5).fit(X[train][:, chosen], y[train])
        scores.append(model.score(X[valid][:, chosen], y[valid]))
    return np.mean(scores)


def test_leak_of_the_page():
    rng = np.random.default_rng(0)
    honest, leaked = [], []
    for _ in range(20):
        X, y = rng.standard_normal((50, 1000)), rng.permutation(50) % 2
        honest.append(accuracy(X, y, leak=False))
        leaked.append(accuracy(X, y, leak=True))
    assert_allclose([np.mean(honest), np.mean(leaked)], [0.49, 0.81], atol=0.005)


def test_twins_on_both_sides_give_a_perfect_score():
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((200, 5)), rng.permutation(200) % 2
    twins = np.tile(np.arange(200), 5)
    X_train, X_test, y_train, y_test = train_test_split(X[twins], y[twins], rng=rng)
    model = KNeighborsClassifier(1).fit(X_train, y_train)
    assert model.score(X_test, y_test) >= 0.97

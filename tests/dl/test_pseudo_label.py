"""의사 레이블: 손계산, scikit-learn의 SelfTrainingClassifier, 도움과 해."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.naive_bayes import GaussianNB
from sklearn.semi_supervised import SelfTrainingClassifier

from lessons.datasets import load_iris
from lessons.dl.pseudo_label import centroid_proba, pseudo_label, self_training


class Centroid(ClassifierMixin, BaseEstimator):
    """centroid_proba를 scikit-learn의 꼴로 싼 것."""

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.X_, self.y_ = X, y
        return self

    def predict_proba(self, X):
        return centroid_proba(self.X_, self.y_, X)


def bayes(X, y, X_new):
    return GaussianNB().fit(X, y).predict_proba(X_new)


def test_only_the_confident_are_labelled():
    p = [[0.9, 0.1], [0.4, 0.6], [0.25, 0.75], [0.2, 0.8]]
    assert pseudo_label(p).tolist() == [0, -1, -1, 1]
    assert pseudo_label(p, threshold=0.5).tolist() == [0, 1, 1, 1]
    assert pseudo_label(p, threshold=0.0).tolist() == [0, 1, 1, 1]
    assert pseudo_label(p, threshold=0.95).tolist() == [-1, -1, -1, -1]
    assert pseudo_label([[0.0, 1.0]]).tolist() == [1]


def test_probability_by_hand():
    """중심이 (0, 7)과 (4, 7), 새 점이 (1, 7)이면 거리의 제곱이 1과 9다."""
    X, y = [[-1.0, 6], [1.0, 8], [4.0, 7]], [0, 0, 1]
    p = centroid_proba(X, y, [[1.0, 7], [2.0, 5]])
    assert_allclose(p, [[1 / (1 + np.exp(-4)), 1 / (1 + np.exp(4))], [0.5, 0.5]])
    p = centroid_proba(X, y, [[1.0, 7]], scale=2.0)
    assert_allclose(p[0, 0], 1 / (1 + np.exp(-1)))


def test_far_points_do_not_underflow():
    p = centroid_proba([[0.0], [1.0], [5.0]], [0, 1, 2], [[1e4], [-1e4]])
    assert_allclose(p, [[0, 0, 1], [1, 0, 0]], atol=1e-300)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("threshold", [0.5, 0.75, 0.99])
def test_same_as_scikit_learn(seed, threshold):
    rng = np.random.default_rng(seed)
    X = np.concatenate([rng.normal(c, 1.3, (40, 2)) for c in ([0, 0], [3, 1], [1, 4])])
    true = np.repeat([0, 1, 2], 40)
    y = np.where(rng.random(120) < 0.12, true, -1)
    y[[0, 1, 40, 41, 80, 81]] = [0, 0, 1, 1, 2, 2]
    for function, estimator in ((bayes, GaussianNB()), (centroid_proba, Centroid())):
        theirs = SelfTrainingClassifier(estimator, threshold=threshold).fit(X, y)
        assert (self_training(function, X, y, threshold) == theirs.transduction_).all()
        theirs = SelfTrainingClassifier(estimator, threshold=threshold, max_iter=2).fit(
            X, y
        )
        ours = self_training(function, X, y, threshold, max_iter=2)
        assert (ours == theirs.transduction_).all()


def test_defaults_are_those_of_scikit_learn():
    calls = []

    def slow(X, y, X_new):
        """부를 때마다 첫 점 하나만 0.76으로, 나머지는 0.75로 확신한다."""
        calls.append(len(X))
        p = np.full((len(X_new), 2), [0.75, 0.25])
        p[0] = 0.76, 0.24
        return p

    X, y = np.zeros((30, 1)), np.full(30, -1)
    y[0] = 0
    filled = self_training(slow, X, y)
    assert calls == list(range(1, 11))
    assert (filled != -1).sum() == 11
    assert (filled[:11] == 0).all()
    theirs = SelfTrainingClassifier(GaussianNB())
    assert (theirs.threshold, theirs.max_iter) == (0.75, 10)


def test_stops_when_nothing_is_confident():
    calls = []

    def unsure(X, y, X_new):
        calls.append(1)
        return np.full((len(X_new), 2), 0.5)

    y = self_training(unsure, np.zeros((4, 1)), [0, 1, -1, -1])
    assert y.tolist() == [0, 1, -1, -1]
    assert len(calls) == 1


def test_given_labels_stay_and_nothing_is_changed():
    rng = np.random.default_rng(2)
    X = rng.normal(size=(50, 2))
    y = np.full(50, -1)
    y[:6] = [0, 1, 2, 0, 1, 2]
    before = y.copy()
    filled = self_training(centroid_proba, X, y, threshold=0.4)
    assert (y == before).all()
    assert (filled[:6] == before[:6]).all()
    assert self_training(centroid_proba, X, np.zeros(50, int)).tolist() == [0] * 50


def test_a_wrong_label_is_never_taken_back():
    """틀린 레이블 둘이 평균을 끌고 가 모두 틀린다."""
    X = np.array([[0.0], [1.0], [8.0], [9.0], [10.0], [7.0]])
    filled = self_training(centroid_proba, X, [0, 1, -1, -1, -1, -1])
    assert filled.tolist() == [0, 1, 1, 1, 1, 1]


def test_iris_with_three_labels():
    X, true = load_iris()
    y = np.full(150, -1)
    y[[0, 50, 100]] = [0, 1, 2]
    few = centroid_proba(X[y >= 0], y[y >= 0], X).argmax(axis=1)
    filled = self_training(centroid_proba, X, y, threshold=0.6)
    many = centroid_proba(X[filled >= 0], filled[filled >= 0], X).argmax(axis=1)
    assert (many == true).mean() >= (few == true).mean()


@pytest.mark.parametrize(
    ("p", "threshold", "message"),
    [
        ([[0.5, 0.6]], 0.75, "p: 0 이상이고 합이 1인"),
        ([[1.5, -0.5]], 0.75, "0 이상이고"),
        ([0.5, 0.5], 0.75, r"^p: 모양이 \(.*, .*\)인 배열.*"),
        ([[0.5, 0.5]], 1.0, "threshold: 0 이상 1 미만.*1.0"),
        ([[0.5, 0.5]], -0.1, "값: -0.1"),
    ],
)
def test_pseudo_label_errors(p, threshold, message):
    with pytest.raises(ValueError, match=message):
        pseudo_label(p, threshold)


@pytest.mark.parametrize(
    ("y", "scale", "message"),
    [
        ([0, 2], 1.0, r"0부터 K-1까지의 클래스가 빠짐없이.*\[0, 2\]"),
        ([-1, 0], 1.0, "y: 0 이상의 정수.*-1부터"),
        ([0, 1], 0.0, "scale: 0 초과인 수.*0.0"),
        ([0, 1], np.nan, "값: nan"),
    ],
)
def test_centroid_errors(y, scale, message):
    with pytest.raises(ValueError, match=message):
        centroid_proba([[0.0], [1.0]], y, [[0.5]], scale)


def test_arrays_that_are_not_tables():
    flat, table = [0.0, 1.0], [[0.0], [1.0]]
    with pytest.raises(ValueError, match=r"^X: 모양이 \(.*, .*\)인 배열.*"):
        centroid_proba(flat, [0, 1], table)
    with pytest.raises(ValueError, match=r"^X_new: 모양이 \(M, 1\)"):
        centroid_proba(table, [0, 1], flat)
    with pytest.raises(ValueError, match=r"^X: 모양이 \(.*, .*\)인 배열.*"):
        self_training(bayes, flat, [0, 1])


def test_self_training_errors():
    X = np.zeros((3, 1))
    with pytest.raises(ValueError, match=r"y: 모양이 \(3,\).*\(2,\)"):
        self_training(bayes, X, [0, 1])
    with pytest.raises(ValueError, match="레이블이 하나도 없다"):
        self_training(bayes, X, [-1, -1, -1])

"""투표: 손계산, scikit-learn의 VotingClassifier, 성질, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import make_classification
from sklearn.ensemble import VotingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier

from lessons.cnn.overfitting.ensemble import hard_vote, soft_vote


def test_by_hand():
    """셋 가운데 둘이 1번이라 해도, 확신이 큰 하나가 뒤집는다."""
    P = [[[0.9, 0.1]], [[0.4, 0.6]], [[0.45, 0.55]]]
    assert_allclose(soft_vote(P), [[0.5833, 0.4167]], atol=1e-4)
    assert_array_equal(hard_vote([[0], [1], [1]]), [1])
    assert_allclose(soft_vote(P, [0, 1, 1]), [[0.425, 0.575]])


@pytest.mark.parametrize("seed", range(8))
def test_votes_are_scikit_learn(seed):
    X, y = make_classification(120, 6, n_informative=4, n_classes=3, random_state=seed)
    members = [
        ("선형", LogisticRegression()),
        ("나무", DecisionTreeClassifier(max_depth=2, random_state=seed)),
        ("베이즈", GaussianNB()),
    ]
    weights = np.random.default_rng(seed).uniform(0.1, 3, 3)
    theirs = VotingClassifier(members, voting="soft", weights=weights).fit(X, y)
    P = [m.predict_proba(X) for m in theirs.estimators_]
    assert_allclose(soft_vote(P, weights), theirs.predict_proba(X), rtol=1e-12)
    hard = VotingClassifier(members).fit(X, y)
    labels = np.array([m.predict(X) for m in hard.estimators_])
    assert_array_equal(hard_vote(labels), hard.predict(X))


def test_soft_vote_properties():
    rng = np.random.default_rng(0)
    P = rng.dirichlet(np.ones(4), size=(5, 30))
    P[0, 0] = [1, 0, 0, 0]
    y = rng.integers(0, 4, 30)
    mean = soft_vote(P)
    assert_allclose(mean.sum(axis=1), 1)
    assert_allclose(mean, soft_vote(P, np.full(5, 7.0)))
    assert_allclose(mean, soft_vote(P[::-1]))
    here = (np.arange(30), y)
    each = [-np.log(np.maximum(p[here], 1e-300)).mean() for p in P]
    assert -np.log(mean[here]).mean() <= np.mean(each)


def test_ties_and_empty():
    assert_array_equal(hard_vote([[2, 0], [1, 3]]), [1, 0])
    assert hard_vote(np.zeros((2, 0), int)).shape == (0,)


def test_errors():
    with pytest.raises(ValueError, match=r"^P: .*합이 1인 확률"):
        soft_vote([[[0.5, 0.6]]])
    with pytest.raises(ValueError, match=r"^P: 모양이 \(M, N, K\)"):
        soft_vote([[0.5, 0.5]])
    with pytest.raises(ValueError, match="모두 0이다"):
        soft_vote([[[0.5, 0.5]]], [0])
    with pytest.raises(ValueError, match=r"^weights: .*0 이상인 수"):
        soft_vote([[[0.5, 0.5]]], [-1])
    with pytest.raises(ValueError, match=r"^weights: 모양이 \(1,\)"):
        soft_vote([[[0.5, 0.5]]], [1, 2])
    with pytest.raises(ValueError, match=r"^labels: 정수"):
        hard_vote([[0.5]])
    with pytest.raises(ValueError, match=r"^labels: .*정수"):
        hard_vote([[-1]])
    with pytest.raises(ValueError, match=r"^labels: 모양이 \(M, N\)"):
        hard_vote([1])

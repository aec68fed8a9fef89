"""로지스틱 회귀: scikit-learn과 같고, 나뉘는 데이터와 한 클래스에서도 끝난다."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression as TheirRegression

from lessons.cnn.imbalance.logistic import LogisticRegression


def test_logistic_regression_equals_sklearn():
    rng = np.random.default_rng(20)
    for turn in range(30):
        N, D = int(rng.integers(8, 60)), int(rng.integers(1, 5))
        X, y = rng.normal(size=(N, D)), rng.permutation(np.arange(N) % 4 == 0)
        C = float(rng.choice([0.01, 1, 30]))
        w = rng.random(N) + 0.1 if turn % 2 else None
        ours = LogisticRegression(C).fit(X, y, w)
        theirs = TheirRegression(C=C, tol=1e-12, max_iter=5000, solver="newton-cg")
        theirs.fit(X, y, w)
        np.testing.assert_allclose(ours.coef_, theirs.coef_[0], atol=1e-6)
        np.testing.assert_allclose(ours.intercept_, theirs.intercept_[0], atol=1e-6)
        np.testing.assert_allclose(
            ours.predict_proba(X), theirs.predict_proba(X), atol=1e-6
        )


def test_separable_and_single_class_still_end():
    X = np.arange(6.0)[:, None]
    model = LogisticRegression(1e3).fit(X, [0, 0, 0, 1, 1, 1])
    assert ((model.predict_proba(X)[:, 1] > 0.5) == (np.arange(6) > 2)).all()
    alone = LogisticRegression().fit(X, np.ones(6))
    assert (alone.predict_proba(X)[:, 1] > 0.99).all()


def test_whole_copies_are_whole_weights():
    """양성을 5번씩 되풀이한 것과 무게 5는 같은 모델이다."""
    rng = np.random.default_rng(21)
    y = np.repeat([0, 1], [40, 8])
    X = rng.normal(size=(48, 2)) + y[:, None]
    times = np.where(y == 1, 5, 1)
    a = LogisticRegression().fit(np.repeat(X, times, axis=0), np.repeat(y, times))
    b = LogisticRegression().fit(X, y, times)
    np.testing.assert_allclose(a.coef_, b.coef_, atol=1e-8)
    np.testing.assert_allclose(a.intercept_, b.intercept_, atol=1e-8)


def test_strong_regularisation_leaves_the_gap_of_the_means():
    """C를 줄이면 방향이 두 평균의 차이로 굳어 차례가 더 바뀌지 않는다."""
    rng = np.random.default_rng(22)
    y = np.repeat([0, 1], [60, 9])
    X = rng.normal(size=(69, 5)) + 0.5 * y[:, None]
    gap = X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0)
    for weight in (None, np.where(y == 1, 60 / 9, 1)):
        w = LogisticRegression(1e-6).fit(X, y, weight).coef_
        cosine = w @ gap / np.linalg.norm(w) / np.linalg.norm(gap)
        assert cosine > 1 - 1e-6


LINE = [[0.0], [1.0], [2.0], [3.0]]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: LogisticRegression(0), r"^C: 0 초과인"),
        (
            lambda: LogisticRegression().fit([1.0, 2.0], [0, 1]),
            r"^X: 모양이 \(N, D\)인",
        ),
        (lambda: LogisticRegression().fit(LINE, [0, 1]), r"^y: 모양이 \(4,\)인"),
        (
            lambda: LogisticRegression().fit(LINE, [0, 1, 0, 1], [1.0]),
            r"^sample_weight: 모양이 \(4,\)인",
        ),
        (lambda: LogisticRegression().fit(LINE, [0, 1, 0, 2]), r"^y_true: "),
        (
            lambda: (
                LogisticRegression()
                .fit(LINE, [0, 1, 0, 1])
                .decision_function([[1.0, 2.0]])
            ),
            r"^X: 모양이",
        ),
        (
            lambda: LogisticRegression().decision_function(LINE),
            r"^LogisticRegression: 아직",
        ),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

"""조용히 틀린 답을 내던 입력들. 저마다 옳은 값이나 고치는 법을 말하는 오류를 낸다.

널리 쓰이는 라이브러리에 올라온 버그에서 모았다. 함수마다의 여러 꼴은 test_doors가 본다.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.dl.features import StandardScaler
from lessons.dl.kfold import StratifiedKFold
from lessons.dl.kmeans import KMeans, assign, inertia, lloyd
from lessons.dl.linear_regression_gd import LinearRegressionGD, mse_gradient
from lessons.dl.model_selection import (
    GridSearchCV,
    RandomizedSearchCV,
    clone,
    cross_val_score,
    make_folds,
    parameter_grid,
)
from lessons.dl.neighbors import KNeighborsClassifier, select_k_best
from lessons.dl.pca import PCA, covariance
from lessons.dl.perceptron import Perceptron
from lessons.dl.polynomial import PolynomialRegressor, losses
from lessons.dl.pseudo_label import centroid_proba
from lessons.dl.ridge import Lasso, Ridge, soft_threshold
from lessons.dl.svm import LinearSVC, hinge_objective
from lessons.dl.train_test_split import train_test_split

BYTES = np.array([[0], [250]], np.uint8)
FAR = np.array([[10], [200]], np.uint8)
COLUMN = np.array([[0], [1]])


def rng():
    return np.random.default_rng(0)


# 작은 정수는 넘치면 처음으로 돌아간다


def test_bytes_do_not_wrap():
    assert assign(BYTES, FAR).tolist() == [0, 1]
    assert inertia(BYTES, FAR, [0, 1]) == 100 + 2500
    centers, labels, history = lloyd(BYTES, FAR)
    assert centers.tolist() == [[0], [250]] and labels.tolist() == [0, 1]
    assert history[:2] == [2600, 0]
    assert soft_threshold(np.array([3], np.uint8), 5) == 0
    assert soft_threshold(np.array([9], np.uint8), 5) == 4
    X = np.array([[200], [100]], np.uint8)
    got = mse_gradient(X, np.array([250, 50], np.uint8), np.array([1], np.uint8))
    assert got == [2 / 2 * (200 * (200 - 250) + 100 * (100 - 50))]
    assert covariance(BYTES).tolist() == [[31250]]


# 열로 온 정답은 퍼지지 않는다


@pytest.mark.parametrize(
    "use",
    [
        lambda y: KNeighborsClassifier(1).fit(BYTES, [0, 1]).score(BYTES, y),
        lambda y: KNeighborsClassifier(1).fit(BYTES, y),
        lambda y: DecisionTreeClassifier().fit(BYTES, [0, 1]).score(BYTES, y),
        lambda y: LinearSVC().fit([[0.0], [1]], [0, 1]).score([[0], [1]], y),
        lambda y: PolynomialRegressor().fit([0, 1], [0, 1]).score([0, 1], y),
        lambda y: losses(np.zeros((2, 2)), [0, 1], y),
        lambda y: mse_gradient(np.eye(2), y, [1, 1]),
        lambda y: inertia(BYTES, FAR, y),
        lambda y: hinge_objective([1], 0, BYTES, 2 * y - 1),
        lambda y: centroid_proba(BYTES, y, BYTES),
    ],
)
def test_column_labels_are_refused(use):
    with pytest.raises(ValueError, match=r"모양이 \(2,\)인 .*\(2, 1\)\. .*편다"):
        use(COLUMN)


# 수는 엄격하게, NumPy의 정수는 기꺼이


def test_numpy_integers_are_welcome():
    X = np.array([[0.0, 1], [2, 0], [1, 3]])
    assert PCA(np.int64(1)).fit(X).components_.shape == (1, 2)
    model = KMeans(np.uint8(2), n_init=np.int64(3), rng=rng()).fit(X)
    assert len(model.cluster_centers_) == 2


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: KMeans(2.5, rng=rng()), "n_clusters"),
        (lambda: KMeans(2, max_iter=0, rng=rng()), "max_iter"),
        (lambda: DecisionTreeClassifier(max_depth=-1), "max_depth"),
        (lambda: DecisionTreeClassifier(max_depth=1.5), "max_depth"),
        (lambda: DecisionTreeClassifier(min_samples_leaf=-3), "min_samples_leaf"),
        (lambda: DecisionTreeClassifier(min_samples_leaf=0.4), "min_samples_leaf"),
        (lambda: DecisionTreeClassifier(min_samples_split=1), "min_samples_split"),
        (lambda: Perceptron(max_iter=1.5, rng=rng()), "max_iter"),
        (lambda: LinearRegressionGD(max_iter=2.5), "max_iter"),
        (lambda: LinearRegressionGD(tol=-1), "tol"),
        (lambda: Lasso(max_iter=0), "max_iter"),
        (lambda: Ridge(alpha="1"), "alpha"),
        (lambda: LinearSVC(C=True), "C"),
        (lambda: KNeighborsClassifier(1.0), "n_neighbors"),
    ],
)
def test_settings_are_checked_when_learning(make, name):
    """scikit-learn처럼 만들 때는 받아 두고 배울 때 본다."""
    model = make()
    with pytest.raises(ValueError, match=f"^{name}: .*넣는다"):
        if isinstance(model, KMeans):
            model.fit([[0.0], [1], [2]])
        else:
            model.fit([[0.0], [1], [2]], [0, 1, 1])


# 정답이 아닌 것


@pytest.mark.parametrize(
    "learn",
    [
        lambda y: Perceptron(shuffle=False).fit([[0.0], [1.0]], y),
        lambda y: LinearSVC().fit([[0.0], [1.0]], y),
        lambda y: DecisionTreeClassifier().fit([[0.0], [1.0]], y),
        lambda y: KNeighborsClassifier(1).fit([[0.0], [1.0]], y),
        lambda y: next(StratifiedKFold(2).split([0, 1], y)),
        lambda y: train_test_split([0, 1], stratify=y, rng=rng()),
    ],
)
def test_nan_is_no_class(learn):
    with pytest.raises(ValueError, match="NaN이나 무한대는 클래스가 아니다"):
        learn([0, np.nan])


def test_neighbours_check_everything():
    model = KNeighborsClassifier(1)
    with pytest.raises(ValueError, match="아직 배운 것이 없다"):
        model.predict([[0.0]])
    with pytest.raises(ValueError, match="X: NaN이나"):
        model.fit([[np.nan], [1]], [0, 1])
    with pytest.raises(ValueError, match=r"y: 모양이 \(2,\)"):
        model.fit([[0.0], [1]], [0, 1, 1])
    with pytest.raises(ValueError, match=r"X: 모양이 \(M, 1\)"):
        model.fit([[0.0], [1]], [0, 1]).predict([[0.0, 1]])


# 반올림 오차는 0이다


def test_rounding_is_not_spread():
    X = [[0.1 + 0.2], [0.3], [0.3]]
    assert_allclose(StandardScaler().fit_transform(X), 0, atol=1e-15)
    assert StandardScaler().fit([[1e9 + 1e-4], [1e9]]).scale_ < 1
    for N in range(2, 8):
        with pytest.raises(ValueError, match="모든 점이 같아"):
            PCA().fit([[0.1, 0.7]] * N)
    flat = np.column_stack([[0.1 + 0.2, 0.3, 0.3, 0.3], [0, 1, 1, 2]])
    assert select_k_best(flat, [1, 0, 0, 0], 2).tolist() == [1, 0]


def test_neighbours_far_from_the_origin():
    """제곱을 풀어 셈하면 1e9 밖에서는 자릿수가 모두 지워진다."""
    X = np.array([[0.0], [1], [2], [3]])
    near = KNeighborsClassifier(1).fit(X, [0, 1, 2, 3])
    far = KNeighborsClassifier(1).fit(X + 1e9, [0, 1, 2, 3])
    new = X[::-1] + 0.25
    assert far.predict(new + 1e9).tolist() == near.predict(new).tolist() == [3, 2, 1, 0]


# 층화와 탐색


def test_stratifying_by_columns_is_refused():
    hot = np.eye(2)[[0, 1] * 4]
    with pytest.raises(ValueError, match=r"stratify: 모양이 \(8,\)인 .*\(8, 2\)"):
        train_test_split(np.arange(8), stratify=hot, rng=rng())


@pytest.mark.parametrize("grid", [{"alpha": 1.0}, {"alpha": "gini"}, {"alpha": []}])
def test_candidates_come_in_a_list(grid):
    X, y = np.arange(6.0)[:, None], np.arange(6.0)
    with pytest.raises(ValueError, match="alpha: 후보를 하나 이상 목록에 담는다"):
        parameter_grid(grid)
    with pytest.raises(ValueError, match="alpha: 후보를 하나 이상 목록에 담는다"):
        GridSearchCV(Ridge(), grid).fit(X, y)
    mixed = grid | {"fit_intercept": lambda rng: True}
    with pytest.raises(ValueError, match="alpha: 후보를 하나 이상 목록에 담는다"):
        RandomizedSearchCV(Ridge(), mixed, rng=rng()).fit(X, y)


def test_candidates_may_be_arrays_and_ranges():
    assert len(parameter_grid({"a": np.array([1, 2]), "b": range(3)})) == 6
    assert parameter_grid({"a": np.array(3)}) == [{"a": 3}]


def test_random_search_keeps_the_type_of_a_candidate():
    given = {"columns": [[0], [0, 1]], "other": lambda rng: 1.5}
    drawn = RandomizedSearchCV(Ridge(), given, n_iter=8, rng=rng()).candidates()
    assert {str(one["columns"]) for one in drawn} == {"[0]", "[0, 1]"}


def test_search_arguments_answer_in_korean():
    X, y = np.arange(6.0)[:, None], np.arange(6.0)
    with pytest.raises(ValueError, match=r"scoring: 함수를 넣는다.*'accuracy'"):
        cross_val_score(Ridge(), X, y, scoring="accuracy")
    with pytest.raises(ValueError, match=r"param_grid: .*사전을 넣는다"):
        parameter_grid([("a", [1])])
    for model in (Ridge, None, "Ridge"):
        with pytest.raises(ValueError, match="estimator: fit이 있는 모델"):
            clone(model)
    for cv in ("5", 2.5, True, [(1, 2, 3)], [1]):
        with pytest.raises(ValueError, match=r"^(cv|n_splits): "):
            make_folds(cv, X, y)
    with pytest.raises(ValueError, match="cv의 번호: 0부터 5까지의 정수"):
        make_folds([([0, 1], [6])], X, y)


def test_signs_are_not_zeros_and_ones():
    with pytest.raises(ValueError, match=r"s: \+1이나 -1.*2 \* s - 1"):
        hinge_objective([1.0], 0.0, [[1.0], [2.0]], [0, 1])

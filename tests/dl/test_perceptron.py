"""퍼셉트론: 손으로 돌린 한 바퀴, scikit-learn과의 일치, XOR, 두 층, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn import linear_model

from lessons.dl.activations import relu
from lessons.dl.linear_regression import LinearRegression
from lessons.dl.perceptron import Perceptron, as_signs

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND, OR, NAND, XOR = [0, 0, 0, 1], [0, 1, 1, 1], [1, 1, 1, 0], [0, 1, 1, 0]
W1, b1 = np.array([[1, 1], [1, 1]]), np.array([0, -1])
W2, b2 = np.array([1, -2]), 0


def learn(y, **options):
    return Perceptron(shuffle=False, **options).fit(X, y)


def numbers(model):
    return [*model.coef_[0], model.intercept_[0]]


# 본문의 손계산


def test_and_round_by_round():
    assert numbers(learn(AND, max_iter=1)) == [1, 1, 0]
    assert numbers(learn(AND, max_iter=2)) == [2, 1, -1]
    done = learn(AND)
    assert numbers(done) == [3, 2, -4]
    assert done.mistakes_ == [2, 3, 3, 2, 2, 3, 2, 1, 0]
    assert done.n_iter_ == 9


def test_xor_comes_back_to_where_it_was():
    for size, kept in ((2, [0, 1, 0]), (3, [1, 1, 1])):
        part = Perceptron(shuffle=False, max_iter=1).fit(X[:size], XOR[:size])
        assert numbers(part) == kept
    model = learn(XOR)
    assert numbers(model) == [0, 0, 0]
    assert model.mistakes_ == [4] * 1000
    assert model.n_iter_ == 1000
    assert model.score(X, XOR) == 0.5


@pytest.mark.parametrize(
    ("y", "rounds", "kept"), [(OR, 6, [2, 2, -1]), (NAND, 9, [-3, -2, 4])]
)
def test_other_gates(y, rounds, kept):
    model = learn(y)
    assert (model.n_iter_, numbers(model)) == (rounds, kept)
    assert model.score(X, y) == 1


def test_gates_by_hand():
    for w, b, y in ((1, -1.5, AND), (1, -0.5, OR), (-1, 1.5, NAND)):
        assert_array_equal(X @ [w, w] + b > 0, y)
    three = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    assert_array_equal(three.sum(axis=1) - 1.5 > 0, three.sum(axis=1) >= 2)


# XOR: 한 층은 못 하고 두 층은 한다


def test_linear_regression_says_a_half_to_all():
    model = LinearRegression().fit(X, XOR)
    assert_allclose([*model.coef_, model.intercept_], [0, 0, 0.5], atol=1e-15)


def test_no_line_gets_four():
    rng = np.random.default_rng(1)
    w, b = rng.normal(size=(2, 50_000)), rng.normal(size=50_000)
    z = X @ w + b
    assert_allclose(z[0] + z[3], z[1] + z[2], atol=1e-12)
    right = ((z > 0) == np.array(XOR)[:, None]).sum(axis=0)
    assert right.max() == 3
    assert right.min() == 1


@pytest.mark.parametrize("seed", range(10))
def test_no_order_helps(seed):
    model = Perceptron(max_iter=100, rng=np.random.default_rng(seed)).fit(X, XOR)
    assert min(model.mistakes_) > 0
    assert model.score(X, XOR) < 1


def test_two_layers_solve_it():
    assert_array_equal(relu(X @ W1 + b1) @ W2 + b2, XOR)
    assert_array_equal((X @ W1 + b1) @ W2 + b2, [2, 1, 1, 0])
    assert_array_equal(X @ (W1 @ W2) + (b1 @ W2 + b2), [2, 1, 1, 0])


def test_a_hidden_unit_makes_the_product():
    """x₁x₂를 더한 선형 회귀는 XOR를 정확히 풀고, 은닉 뉴런이 그 x₁x₂를 낸다"""
    product = X[:, 0] * X[:, 1]
    y = [0, 1, 1, 0]
    model = LinearRegression().fit(np.column_stack([X, product]), y)
    assert_allclose(model.coef_, [1, 1, -2], atol=1e-12)
    assert_allclose(model.intercept_, 0, atol=1e-12)
    assert_array_equal(relu(X @ [1, 1] - 1), product)


def test_gates_of_gates_are_xor():
    h = np.column_stack([X @ [1, 1] - 0.5, X @ [-1, -1] + 1.5]) > 0
    assert_array_equal(h @ [1, 1] - 1.5 > 0, XOR)


def test_folded_points_are_learned():
    assert Perceptron(shuffle=False).fit(relu(X @ W1 + b1), XOR).mistakes_[-1] == 0


# scikit-learn과의 일치


def blobs(seed, N=60, D=3):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(N, D))
    return X, np.where(X @ rng.normal(size=D) + 0.3 * rng.normal(size=N) > 0.2, 5, -2)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("fit_intercept", [True, False])
@pytest.mark.parametrize("eta0", [1.0, 0.3])
def test_weights_are_scikit_learn(seed, fit_intercept, eta0):
    X, y = blobs(seed)
    options = {"fit_intercept": fit_intercept, "eta0": eta0, "shuffle": False}
    ours = Perceptron(max_iter=17, **options).fit(X, y)
    theirs = linear_model.Perceptron(max_iter=17, tol=None, **options).fit(X, y)
    assert ours.coef_.shape == theirs.coef_.shape
    assert ours.intercept_.shape == theirs.intercept_.shape
    assert_allclose(ours.coef_, theirs.coef_, rtol=1e-11, atol=1e-12)
    assert_allclose(ours.intercept_, theirs.intercept_, rtol=1e-11, atol=1e-12)
    assert_array_equal(ours.classes_, theirs.classes_)
    assert_allclose(ours.decision_function(X), theirs.decision_function(X), atol=1e-10)
    assert_array_equal(ours.predict(X), theirs.predict(X))
    assert ours.score(X, y) == theirs.score(X, y)


def test_defaults_are_scikit_learn():
    rng = np.random.default_rng(0)
    ours, theirs = Perceptron(rng=rng), linear_model.Perceptron()
    for name in ("fit_intercept", "max_iter", "shuffle", "eta0"):
        assert getattr(ours, name) == getattr(theirs, name)


# 성질


def test_separable_data_ends_within_novikoff():
    """고친 횟수는 (R/γ)²을 넘지 않는다. R과 γ는 1을 붙인 벡터로 잰다."""
    rng = np.random.default_rng(4)
    X = rng.normal(size=(200, 2))
    w = np.array([0.6, -0.8, 0.1])
    ones = np.column_stack([X, np.ones(200)])
    keep = abs(ones @ w) > 0.1
    X, ones = X[keep], ones[keep]
    y = ones @ w > 0
    model = Perceptron(rng=rng).fit(X, y)
    assert model.mistakes_[-1] == 0
    assert model.score(X, y) == 1
    gamma = abs(ones @ w).min() / np.linalg.norm(w)
    assert sum(model.mistakes_) <= (np.linalg.norm(ones, axis=1).max() / gamma) ** 2


def test_shuffle_uses_the_given_generator():
    X, y = blobs(9)

    def run(seed):
        return Perceptron(max_iter=5, rng=np.random.default_rng(seed)).fit(X, y)

    assert_array_equal(run(1).coef_, run(1).coef_)
    assert not np.array_equal(run(1).coef_, run(2).coef_)
    straight = Perceptron(shuffle=False, max_iter=5).fit(X, y)
    assert not np.array_equal(run(1).coef_, straight.coef_)


def test_rate_only_scales_the_weights():
    """0에서 출발하면 학습률은 w와 b를 함께 늘일 뿐이다."""
    assert_allclose(numbers(learn(AND, eta0=0.5)), [1.5, 1, -2])
    assert learn(AND, eta0=0.5).mistakes_ == learn(AND).mistakes_


def test_labels_keep_their_names():
    model = learn(["꺼짐", "켜짐", "켜짐", "켜짐"])
    assert model.predict([[0, 0], [1, 0]]).tolist() == ["꺼짐", "켜짐"]
    classes, s = as_signs([3, -1, 3], 3)
    assert classes.tolist() == [-1, 3]
    assert s.tolist() == [1, -1, 1]


def test_zero_is_the_first_class():
    model = learn(XOR)
    assert_array_equal(model.decision_function(X), [0] * 4)
    assert_array_equal(model.predict(X), [0] * 4)


def test_arguments_are_not_changed():
    kept, y = X.astype(float), np.array(AND)
    before = kept.copy(), y.copy()
    Perceptron(rng=np.random.default_rng(0)).fit(kept, y)
    assert_array_equal(kept, before[0])
    assert_array_equal(y, before[1])


# 오류


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_iter": 0}, "max_iter: 1 이상의 정수.*0"),
        ({"eta0": 0.0}, "eta0: 0 초과인 수.*0.0"),
        ({"eta0": np.inf}, "eta0: 0 초과인 수.*inf"),
        ({"shuffle": True}, "rng: .*생성기를 넣는다"),
    ],
)
def test_settings_are_checked(options, message):
    with pytest.raises(ValueError, match=message):
        Perceptron(**{"shuffle": False, **options}).fit(X, AND)


@pytest.mark.parametrize(
    ("X_bad", "y_bad", "message"),
    [
        (X, [0, 1, 2, 0], "클래스가 둘이어야 한다. 3개가 왔다"),
        (X, [1, 1, 1, 1], "클래스가 둘이어야 한다. 1개가 왔다"),
        (X, [0, 1], r"y: 모양이 \(4,\).*\(2,\)"),
        (X[0], [0, 1], r"X: 모양이 \(N, D\)"),
        ([[np.nan], [1.0]], [0, 1], "^X: NaN이나 무한대가 1개"),
    ],
)
def test_data_are_checked(X_bad, y_bad, message):
    with pytest.raises(ValueError, match=message):
        Perceptron(shuffle=False).fit(X_bad, y_bad)


def test_unlearned_and_other_features():
    with pytest.raises(ValueError, match="아직 배운 것이 없다"):
        Perceptron(shuffle=False).predict(X)
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 2\).*\(\d, 3\)"):
        learn(AND).predict(np.zeros((1, 3)))
    with pytest.raises(ValueError, match=r"y: 모양이 \(4,\).*\(4, 1\)"):
        learn(AND).score(X, np.array(AND)[:, None])


def test_one_round_is_allowed():
    assert learn(AND, max_iter=1).n_iter_ == 1

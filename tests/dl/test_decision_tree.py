"""결정 트리: 퀸란의 숫자, scikit-learn과의 일치, 멈추는 조건, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.tree import DecisionTreeClassifier as Sklearn
from sklearn.tree import export_text as sklearn_text

from lessons.data.quinlan import load_quinlan
from lessons.datasets import load_breast_cancer, load_iris
from lessons.dl.decision_tree import DecisionTreeClassifier, export_text
from lessons.dl.impurity import best_split, entropy, fractions, gini, information_gain


def numbers(rng, N=90, D=4, K=3):
    """같은 값이 없는 특성. float32로도 그대로인 수다."""
    X = rng.permuted(np.tile(np.arange(N) * 0.5, (D, 1)), axis=1).T
    y = (X @ rng.standard_normal(D) + rng.normal(0, 6, N)).argsort().argsort() * K // N
    return X, y


# 페이지의 숫자


def test_quinlan_gains():
    days, played = load_quinlan()
    gains = {name: information_gain(x, played) for name, x in days.items()}
    want = {"하늘": 0.247, "기온": 0.029, "습도": 0.152, "바람": 0.048}
    assert {name: round(gain, 3) for name, gain in gains.items()} == want


def test_quinlan_rows():
    days, played = load_quinlan()
    assert len(played) == 14 and (played == "예").sum() == 9
    sky = {v: (played[days["하늘"] == v] == "예") for v in np.unique(days["하늘"])}
    counted = {v: (int(p.sum()), int((~p).sum())) for v, p in sky.items()}
    assert counted == {"맑음": (2, 3), "흐림": (4, 0), "비": (3, 2)}
    rule = np.where(days["하늘"] == "비", "아니오", "예")
    assert (rule == played).sum() == 8
    days["하늘"][:] = "눈"
    assert "눈" not in load_quinlan()[0]["하늘"]


def test_full_tree_of_quinlan_has_only_memorized():
    days, y = load_quinlan()
    questions = [(name, value) for name in days for value in np.unique(days[name])]
    X = np.column_stack([days[name] == value for name, value in questions])
    for tree in (DecisionTreeClassifier, lambda **how: Sklearn(random_state=0, **how)):
        right = []
        for i in range(14):
            rest = np.arange(14) != i
            fitted = tree(criterion="entropy").fit(X[rest], y[rest])
            right.append(fitted.predict(X[[i]])[0] == y[i])
        assert sum(right) <= 8  # 사람의 규칙은 여덟이다
    ours = DecisionTreeClassifier(criterion="entropy").fit(X, y)
    assert ours.score(X, y) == 1


def test_impurities_by_hand():
    assert_allclose(gini([9, 5]), 1 - (81 + 25) / 196)
    assert round(float(gini([9, 5])), 3) == 0.459
    assert round(float(entropy([9, 5])), 3) == 0.940
    assert round(float(entropy([2, 3])), 3) == 0.971
    assert round((5 * 0.971 + 4 * 0 + 5 * 0.971) / 14, 3) == 0.694
    assert_allclose([gini([1, 1]), entropy([1, 1])], [0.5, 1])
    assert_allclose([gini([1] * 4), entropy([1] * 4)], [0.75, 2])
    for f in (gini, entropy):
        assert f([7, 0]) == 0
        assert not np.signbit(f([7, 0]))


@pytest.mark.parametrize(
    ("t", "after"), [(1.5, 0.4), (2.5, 1 / 3), (3.5, 2 / 9), (4.5, 5 / 12)]
)
def test_thresholds_in_the_table(t, after):
    x, Y = np.arange(1.0, 7), np.eye(2)[[0, 0, 0, 1, 0, 1]]
    sides = Y[x <= t], Y[x > t]
    assert_allclose(sum(len(s) * gini(s.sum(axis=0)) for s in sides) / 6, after)
    assert best_split(x[:, None], Y, gini) == (0, 3.5)


def test_xor_of_the_exercise():
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    assert [information_gain(x, y) for x in X.T] == [0, 0]
    assert DecisionTreeClassifier(max_depth=1).fit(X, y).score(X, y) == 0.5
    assert DecisionTreeClassifier(max_depth=2).fit(X, y).score(X, y) == 1


def test_depth_table():
    X, y = load_iris()
    X, y = X[50:, :2], y[50:]
    scores = {}
    for depth in (1, 4, 7, 8):
        tree = DecisionTreeClassifier(max_depth=depth).fit(X[::2], y[::2])
        scores[depth] = tree.score(X[::2], y[::2]), tree.score(X[1::2], y[1::2])
    want = {1: (0.72, 0.70), 4: (0.76, 0.68), 7: (0.84, 0.66), 8: (0.86, 0.58)}
    for depth, pair in want.items():
        assert scores[depth] == pytest.approx(pair)


# scikit-learn과의 일치


@pytest.mark.parametrize("criterion", ["gini", "entropy"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"max_depth": 1},
        {"max_depth": 3},
        {"min_samples_split": 17},
        {"min_samples_leaf": 7},
        {"max_depth": 5, "min_samples_leaf": 3, "min_samples_split": 20},
    ],
)
def test_tree_is_sklearns(seed, criterion, limits):
    """작은 잎에서는 똑같이 좋은 질문이 여럿이라, 잎의 크기를 묶어 견준다."""
    rng = np.random.default_rng(seed)
    X, y = numbers(rng)
    limits = {"min_samples_leaf": 5, **limits}
    ours = DecisionTreeClassifier(criterion=criterion, **limits).fit(X, y)
    best = None
    for state in range(40):
        theirs = Sklearn(criterion=criterion, random_state=state, **limits).fit(X, y)
        if export_text(ours) == sklearn_text(theirs):
            best = theirs
            break
    assert best is not None
    new = rng.uniform(-2, 50, (200, 4))
    assert_allclose(ours.predict_proba(new), best.predict_proba(new), atol=1e-15)
    assert (ours.predict(new) == best.predict(new)).all()
    assert ours.get_depth() == best.get_depth()
    assert ours.get_n_leaves() == best.get_n_leaves()


@pytest.mark.parametrize("criterion", ["gini", "entropy"])
def test_first_question_on_real_data(criterion):
    for load in (load_iris, load_breast_cancer):
        X, y = load()
        ours = DecisionTreeClassifier(criterion=criterion, max_depth=2).fit(X, y)
        theirs = Sklearn(criterion=criterion, max_depth=2, random_state=0).fit(X, y)
        assert ours.score(X, y) == theirs.score(X, y)
        assert ours.get_n_leaves() == theirs.get_n_leaves()


def test_text_is_sklearns():
    X, y = numbers(np.random.default_rng(8), N=40, D=2)
    limits = {"max_depth": 3, "min_samples_leaf": 5}
    ours = DecisionTreeClassifier(**limits).fit(X, y)
    theirs = Sklearn(**limits, random_state=0).fit(X, y)
    names = ["가", "나"]
    for options in ({}, {"feature_names": names}, {"decimals": 1}):
        assert export_text(ours, **options) == sklearn_text(theirs, **options)
    stump = DecisionTreeClassifier(max_depth=0).fit(X, y)
    assert export_text(stump) == "|--- class: 0\n"


# 성질


@pytest.mark.parametrize("seed", range(5))
def test_gain_is_never_negative_and_never_more_than_there_is(seed):
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 5, 60), rng.integers(0, 3, 60)
    for f in (entropy, gini):
        gain = information_gain(x, y, f)
        assert -1e-12 <= gain <= f(np.bincount(y))
        assert_allclose(information_gain(y, y, f), f(np.bincount(y)))
    assert_allclose(information_gain(x, y), information_gain(x, y, entropy))
    assert information_gain(np.zeros(60), y) == 0


def test_impurities_of_many_rows_at_once():
    counts = np.random.default_rng(2).integers(1, 9, (4, 3, 5))
    for f in (gini, entropy):
        assert_allclose(f(counts)[2, 1], f(counts[2, 1]))
        assert_allclose(f(counts), f(10 * counts))
        assert_allclose(f(np.float32(counts)), f(counts), rtol=1e-14)


def test_full_tree_learns_everything_and_repeats_itself():
    X, y = numbers(np.random.default_rng(5))
    tree = DecisionTreeClassifier().fit(X, np.array(["가", "나", "다"])[y])
    assert tree.score(X, np.array(["가", "나", "다"])[y]) == 1
    assert tree.classes_.tolist() == ["가", "나", "다"]
    assert export_text(tree) == export_text(
        DecisionTreeClassifier().fit(X, tree.predict(X))
    )


def test_equally_good_questions_take_the_first():
    x = np.array([0.0, 1, 2, 3])
    Y = np.eye(2)[[0, 1, 0, 1]]
    assert best_split(np.column_stack([x, x]), Y, gini) == (0, 0.5)


@pytest.mark.parametrize("seed", range(4))
def test_rounding_does_not_part_equally_good_questions(seed):
    """특성마다 클래스의 이름만 바꾼 것이라 모두 똑같이 좋다."""
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.arange(60) % 6)
    X = np.tile(np.arange(60), (24, 1)).T
    for x in X.T[1:]:
        renamed = rng.permutation(6)[y]
        x[y.argsort(kind="stable")] = renamed.argsort(kind="stable")
    for f in (gini, entropy):
        assert best_split(X, np.eye(6)[y], f)[0] == 0


def test_same_values_are_not_parted():
    X, Y = np.array([[1.0], [1], [1], [2]]), np.eye(2)[[0, 1, 0, 1]]
    assert best_split(X, Y, gini) == (0, 1.5)
    assert best_split(X, Y, gini, min_leaf=2) is None
    assert best_split(X[:3], Y[:3], gini) is None
    tree = DecisionTreeClassifier().fit(X[:3], [0, 1, 0])
    assert tree.get_depth() == 0
    assert_allclose(tree.predict_proba([[1.0]]), [[2 / 3, 1 / 3]])


def test_limits_hold_exactly():
    X, y = np.arange(8.0)[:, None], np.array([0, 1, 0, 1, 0, 1, 0, 1])
    leaf = DecisionTreeClassifier(min_samples_leaf=4).fit(X, y)
    assert leaf.get_n_leaves() == 2
    assert DecisionTreeClassifier(min_samples_leaf=5).fit(X, y).get_n_leaves() == 1
    assert DecisionTreeClassifier(min_samples_split=8).fit(X, y).get_n_leaves() > 1
    assert DecisionTreeClassifier(min_samples_split=9).fit(X, y).get_n_leaves() == 1


def test_deep_chains_do_not_overflow():
    N = 3000
    X, y = np.arange(N, dtype=float)[:, None], np.arange(N) % 2
    tree = DecisionTreeClassifier().fit(X[:1500], y[:1500])
    assert tree.score(X[:1500], y[:1500]) == 1


def test_value_on_the_threshold_goes_left():
    tree = DecisionTreeClassifier().fit([[0.0], [2]], [0, 1])
    assert tree.predict([[1.0], [np.nextafter(1, 2)]]).tolist() == [0, 1]


def test_nodes_go_left_first():
    tree = DecisionTreeClassifier().fit([[0.0], [1], [2]], [0, 0, 1])
    assert [node.counts.tolist() for node in tree.nodes()] == [[2, 1], [2, 0], [0, 1]]


def test_numbers_kept_as_objects_are_numbers():
    X, y = numbers(np.random.default_rng(3))
    ours, same = (DecisionTreeClassifier().fit(x, y) for x in (X.astype(object), X))
    assert export_text(ours) == export_text(same)
    assert ours.score(X.astype(object), y) == 1


@pytest.mark.parametrize("low", [1.0, np.nextafter(1, 2), -5e-324, 1e308])
def test_neighbouring_floats_are_parted(low):
    high = 1.5e308 if low == 1e308 else np.nextafter(low, np.inf)
    assert low <= best_split(np.array([[low], [high]]), np.eye(2), gini)[1] < high
    tree = DecisionTreeClassifier().fit([[low], [high]], [0, 1])
    assert tree.predict([[low], [high]]).tolist() == [0, 1]


def test_arguments_are_not_changed():
    X, y = np.array([[2.0], [1], [3]]), np.array([1, 0, 1])
    DecisionTreeClassifier().fit(X, y).predict(X)
    assert X.ravel().tolist() == [2, 1, 3] and y.tolist() == [1, 0, 1]


# 오류


def fit(X, y, **options):
    return DecisionTreeClassifier(**options).fit(X, y)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fractions([0, 0]), "합이 0보다 큰 수를"),
        (lambda: gini([3, -1]), "counts: 0 이상"),
        (lambda: entropy([[1, 2], [0, 0]]), "합이 0보다 큰 수를"),
        (lambda: information_gain([], []), "x: 비었다"),
        (lambda: information_gain([1], [1, 2]), r"y: 모양이 \(1,\).*\(2,\)"),
        (lambda: information_gain([[1]], [[1]]), r"x: 모양이 \(N,\)"),
        (lambda: fit([1.0, 2], [0, 1]), r"받은 모양: \(2,\)"),
        (lambda: fit([[np.nan]], [0]), "X: NaN이나"),
        (lambda: fit(np.zeros((0, 2)), []), "X: 비었다"),
        (lambda: fit([[1.0]], [0, 1]), r"y: 모양이 \(1,\).*\(2,\)"),
        (
            lambda: fit([[1.0]], [0], criterion="mse"),
            "'gini', 'entropy' 가운데 하나.*mse",
        ),
        (
            lambda: DecisionTreeClassifier().predict([[1]]),
            "아직 배운 것이 없다. fit을 먼저",
        ),
        (lambda: fit([[1.0]], [0]).predict([[1, 2]]), r"X: 모양이 \(N, 1\).*\(\d, 2\)"),
        (lambda: fit([[1.0]], [0]).score([[1]], [0, 1]), r"y: 모양이 \(\d,\)"),
    ],
)
def test_errors(call, message):
    with pytest.raises(ValueError, match=message):
        call()

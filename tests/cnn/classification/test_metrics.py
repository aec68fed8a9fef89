"""분류의 지표: scikit-learn과 같은 값, 손계산, 나눌 것이 없는 자리."""

import warnings

import numpy as np
import pytest
from sklearn import metrics as oracle

from lessons.cnn.classification.metrics import (
    confusion_matrix,
    divide,
    precision_recall_fscore_support,
    top_k_accuracy_score,
)

TRUE = list("고고고고개개개새새새")
PRED = list("고고고개개개고개새고")


@pytest.fixture(autouse=True)
def _quiet():
    """scikit-learn은 나눌 것이 없으면 알린다. 우리는 zero_division으로 말한다."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_by_hand():
    order = list("고개새")
    M = confusion_matrix(TRUE, PRED, labels=order)
    assert M.tolist() == [[3, 1, 0], [1, 2, 0], [1, 1, 1]]
    p, r, f, n = precision_recall_fscore_support(TRUE, PRED, labels=order)
    np.testing.assert_allclose(p, [3 / 5, 2 / 4, 1])
    np.testing.assert_allclose(r, [3 / 4, 2 / 3, 1 / 3])
    np.testing.assert_allclose(f, [2 / 3, 4 / 7, 1 / 2])
    assert n.tolist() == [4, 3, 3]


def cases(times):
    """클래스가 하나이거나, 답한 적이 없거나, labels가 모자라거나 남는 것까지."""
    rng = np.random.default_rng(8)
    for turn in range(times):
        K, N = int(rng.integers(1, 7)), int(rng.integers(1, 30))
        names = rng.permutation(12)[:K] - 4
        kinds = [names, names.astype(float), np.array([f"이름{n}" for n in names])]
        names = kinds[turn % 3]
        y_true = rng.choice(names, N)
        y_pred = rng.choice(names[: rng.integers(1, K + 1)], N)
        if turn % 5 == 0:
            y_pred = y_true.copy()
        labels = None
        if turn % 2:
            some = rng.permutation(names)[: rng.integers(1, K + 1)]
            more = kinds[turn % 3].dtype.type(99)
            labels = np.append(some, more) if turn % 4 == 1 else some
            if not np.isin(y_true, labels).any():
                labels = None
        yield rng, y_true, y_pred, labels


def test_confusion_matrix_equals_sklearn():
    for rng, y_true, y_pred, labels in cases(1000):
        how = {"labels": labels, "normalize": rng.choice(["true", "pred", "all", None])}
        np.testing.assert_array_equal(
            confusion_matrix(y_true, y_pred, **how),
            oracle.confusion_matrix(y_true, y_pred, **how),
        )


def test_precision_recall_fscore_equals_sklearn():
    for rng, y_true, y_pred, labels in cases(1000):
        how = {
            "labels": labels,
            "average": rng.choice([None, "micro", "macro", "weighted"]),
            "beta": float(rng.choice([0, 0.5, 1, 2])),
            "zero_division": float(rng.choice([0, 1, np.nan])),
        }
        got = precision_recall_fscore_support(y_true, y_pred, **how)
        want = oracle.precision_recall_fscore_support(y_true, y_pred, **how)
        assert len(got) == len(want) == 4
        for ours, theirs in zip(got, want, strict=True):
            if theirs is None:
                assert ours is None
            else:
                np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=0)


def test_top_k_equals_sklearn():
    rng = np.random.default_rng(9)
    for turn in range(1000):
        K, N = int(rng.integers(3, 8)), int(rng.integers(1, 30))
        labels = np.sort(rng.permutation(20)[:K])
        labels = labels if turn % 3 else np.sort([f"이름{n:02d}" for n in labels])
        y = rng.choice(labels, N)
        score = rng.integers(0, 3, (N, K)) if turn % 2 else rng.normal(size=(N, K))
        how = {"k": int(rng.integers(1, K + 2)), "normalize": bool(turn % 4)}
        how["labels"] = labels
        if turn % 7 == 0 and len(np.unique(y)) == K:
            how["labels"] = None
        got = top_k_accuracy_score(y, score, **how)
        assert got == oracle.top_k_accuracy_score(y, score, **how)


def test_defaults_are_sklearns():
    """이름과 차례와 기본값. zero_division만 ‘알리고 0’ 대신 0이다."""
    import inspect

    for ours in (
        confusion_matrix,
        precision_recall_fscore_support,
        top_k_accuracy_score,
    ):
        theirs = inspect.signature(getattr(oracle, ours.__name__)).parameters
        mine = inspect.signature(ours).parameters
        shared = [name for name in theirs if name in mine]
        assert shared == list(mine)
        for name in mine:
            assert mine[name].kind == theirs[name].kind
            if name != "zero_division":
                assert mine[name].default == theirs[name].default


def test_zero_division_is_said():
    """한 번도 답하지 않은 클래스의 정밀도는 정해지지 않는다."""
    for value in (0.0, 1.0, float("nan")):
        p, r, f, n = precision_recall_fscore_support(
            [0, 0], [0, 0], labels=[0, 1], zero_division=value
        )
        np.testing.assert_array_equal(p, [1, value])
        np.testing.assert_array_equal(r, [1, value])
        np.testing.assert_array_equal(f, [1, value])
        assert n.tolist() == [2, 0]


def test_ties_go_to_the_later_class():
    assert top_k_accuracy_score([0, 1, 2], np.zeros((3, 3)), k=1) == 1 / 3
    assert top_k_accuracy_score([2], [[0, 0, 0]], k=1, labels=[0, 1, 2]) == 1
    assert top_k_accuracy_score([0], [[0, 0, 0]], k=2, labels=[0, 1, 2]) == 0


def test_refused():
    with pytest.raises(ValueError, match="모두 글자이거나 모두 수"):
        confusion_matrix(["1", "2"], [1, 2])
    with pytest.raises(ValueError, match="한 번씩만"):
        confusion_matrix([1, 2], [1, 2], labels=[1, 1, 2])
    with pytest.raises(ValueError, match="비었다"):
        confusion_matrix([], [])
    with pytest.raises(ValueError, match="모양이 서로 같아야"):
        confusion_matrix([1, 2], [1])
    with pytest.raises(ValueError, match="zero_division"):
        precision_recall_fscore_support([1], [1], zero_division=0.5)
    with pytest.raises(ValueError, match="average"):
        precision_recall_fscore_support([1], [1], average="samples")
    with pytest.raises(ValueError, match="열 3개"):
        top_k_accuracy_score([0, 1], np.ones((2, 3)))
    with pytest.raises(ValueError, match="열 2개"):
        top_k_accuracy_score([0, 5], np.ones((2, 2)), labels=[0, 1])


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("y_true", lambda: confusion_matrix([[1]], [1])),
        ("y_pred", lambda: confusion_matrix([1], [[1]])),
        ("labels", lambda: confusion_matrix([1], [1], labels=[[1]])),
        ("normalize", lambda: confusion_matrix([1], [1], normalize="rows")),
        ("average", lambda: precision_recall_fscore_support([1], [1], average="mean")),
        ("beta", lambda: precision_recall_fscore_support([1], [1], beta="1")),
        ("beta", lambda: precision_recall_fscore_support([1], [1], beta=-1)),
        (
            "zero_division",
            lambda: precision_recall_fscore_support([1], [1], zero_division="1"),
        ),
        (
            "zero_division",
            lambda: precision_recall_fscore_support([1], [1], zero_division=0.5),
        ),
        ("y_score", lambda: top_k_accuracy_score([0, 1], [1.0, 2.0])),
        ("y_score", lambda: top_k_accuracy_score([0, 1], np.ones((3, 2)))),
        ("k", lambda: top_k_accuracy_score([0, 1], np.eye(2), k=0)),
        (
            "normalize",
            lambda: top_k_accuracy_score([0, 1], np.eye(2), normalize=2),
        ),
    ],
)
def test_errors_begin_with_the_argument_to_mend(name, call):
    with pytest.raises(ValueError, match=rf"^{name}\b"):
        call()


def test_nothing_to_divide_is_zero_unless_said_otherwise():
    precision, recall, f1, _ = precision_recall_fscore_support(
        [0, 0], [0, 0], labels=[0, 1]
    )
    assert (precision[1], recall[1], f1[1]) == (0, 0, 0)
    with np.errstate(all="raise"):  # 0으로 나누어 놓고 가리지 않는다
        assert divide(np.ones(2), np.array([0, 1]), 0.0).tolist() == [0, 1]


def test_text_classes_are_counted_too():
    found = confusion_matrix(["개", "소"], ["개", "개"], labels=["소", "개"])
    assert found.tolist() == [[0, 1], [0, 1]]


def test_a_shape_is_told_with_its_letters():
    with pytest.raises(ValueError, match=r"\(2, K\)"):
        top_k_accuracy_score([0, 1], [1.0, 2.0])

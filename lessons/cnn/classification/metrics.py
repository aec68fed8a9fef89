"""분류를 재는 것: 혼동 행렬, 클래스마다의 정밀도와 재현율과 F1, top-k 정확도.

이름, 인자의 차례, 기본값은 scikit-learn을 따른다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite, same_shape
from lessons.scalars import choice, count, flag, number, plain

# --8<-- [end:imports]


# --8<-- [start:confusion_matrix]
def confusion_matrix(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    labels: ArrayLike | None = None,
    normalize: str | None = None,
) -> np.ndarray:
    """정답이 i인데 j라고 답한 샘플의 수를 i행 j열에 센다. 식 (8.1)

    y_true, y_pred: (N,) 클래스
    labels: (K,) 셀 클래스와 그 차례. None이면 나온 클래스를 작은 것부터
    normalize: "true"면 행마다, "pred"면 열마다, "all"이면 모두의 합으로 나눈다
    반환: (K, K). labels에 없는 클래스의 샘플은 세지 않는다
    """
    y_true, y_pred, labels = known(y_true, y_pred, labels)
    K = len(labels)
    i, j = numbered(y_true, labels), numbered(y_pred, labels)
    inside = (i < K) & (j < K)
    M = np.bincount(K * i[inside] + j[inside], minlength=K * K).reshape(K, K)
    if choice("normalize", normalize, ("true", "pred", "all", None)) is None:
        return M
    axis = {"true": 1, "pred": 0, "all": None}[normalize]
    total = M.sum(axis=axis, keepdims=True)
    return M / np.where(total == 0, 1, total)
# --8<-- [end:confusion_matrix]


# --8<-- [start:known]
def known(y_true, y_pred, labels) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """문을 지난 정답과 답, 그리고 셀 클래스."""
    y_true = classes("y_true", y_true)
    y_pred = classes("y_pred", y_pred)
    same_shape(y_true=y_true, y_pred=y_pred)
    if labels is None:
        labels = np.union1d(y_true, y_pred)
    labels = classes("labels", labels)
    kinds = {a.dtype.kind == "U" for a in (y_true, y_pred, labels)}
    if len(kinds) > 1 or len(np.unique(labels)) < len(labels):
        raise ValueError(
            "y_true, y_pred, labels: 클래스는 모두 글자이거나 모두 수이고, labels에는 "
            "한 번씩만 적는다. 한쪽을 다른 쪽의 꼴로 바꾼다."
        )
    return y_true, y_pred, labels


def numbered(y: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """클래스를 labels에서의 번호로. 거기 없으면 len(labels)"""
    order = np.argsort(labels)
    at = np.searchsorted(labels, y, sorter=order).clip(max=len(labels) - 1)
    return np.where(labels[order[at]] == y, order[at], len(labels))
# --8<-- [end:known]


# --8<-- [start:divide]
def divide(a: Array, b: Array, zero_division: float) -> Array:
    """a / b. 나눌 것이 없는 자리(b = 0)에는 zero_division"""
    return np.where(b == 0, zero_division, a / np.where(b == 0, 1, b))
# --8<-- [end:divide]


# --8<-- [start:precision_recall_fscore_support]
def precision_recall_fscore_support(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    beta: float = 1.0,
    labels: ArrayLike | None = None,
    average: str | None = None,
    zero_division: float = 0.0,
) -> tuple:
    """클래스마다의 정밀도, 재현율, F점수, 샘플 수. 식 (8.2)–(8.4)

    labels: (K,) 잴 클래스. 다른 클래스의 샘플도 틀린 답으로는 센다
    average: None이면 클래스마다, "macro"는 그냥, "weighted"는 샘플 수로 평균하고,
        "micro"는 먼저 더한 뒤 나눈다
    zero_division: 분모가 0인 자리의 값. 0, 1, NaN 가운데 하나
    반환: (K,) 배열 넷. 평균하면 수 셋과 None
    """
    everyone = known(y_true, y_pred, None)[2]
    labels = known(y_true, y_pred, labels)[2]
    if not np.isnan(zero_division := zero(zero_division)):
        choice("zero_division", zero_division, (0.0, 1.0))
    together = np.union1d(everyone, labels)
    M = confusion_matrix(y_true, y_pred, labels=together)
    chosen = numbered(labels, together)
    hit, said, support = (a[chosen] for a in (np.diag(M), M.sum(axis=0), M.sum(axis=1)))
    options = (None, "micro", "macro", "weighted")
    if choice("average", average, options) == "micro":
        hit, said, support = (a.sum(keepdims=True) for a in (hit, said, support))
    b2 = number("beta", beta, 0) ** 2
    scores = [
        divide(hit, said, zero_division),
        divide(hit, support, zero_division),
        divide((1 + b2) * hit, b2 * support + said, zero_division),
    ]
    if average is None:
        return *scores, support
    weights = support if average == "weighted" else np.ones(len(support))
    return *(mean(score, weights) for score in scores), None
# --8<-- [end:precision_recall_fscore_support]


# --8<-- [start:mean]
def mean(score: Array, weights: Array) -> float:
    """NaN을 뺀 무게 평균. 무게가 모두 0이면 그냥 평균하고, 남은 것이 없으면 NaN"""
    kept = ~np.isnan(score)
    if not kept.any():
        return float("nan")
    score, weights = score[kept], weights[kept]
    return float(np.average(score, weights=weights if weights.any() else None))


def zero(value: float) -> float:
    """zero_division으로 받은 수. NaN도 수다."""
    value = plain(value)
    nan = isinstance(value, float) and np.isnan(value)
    return value if nan else number("zero_division", value)
# --8<-- [end:mean]


# --8<-- [start:top_k_accuracy_score]
def top_k_accuracy_score(
    y_true: ArrayLike,
    y_score: ArrayLike,
    *,
    k: int = 2,
    normalize: bool = True,
    labels: ArrayLike | None = None,
) -> float:
    """점수가 높은 k개 안에 정답이 있는 비율. 식 (8.5)

    y_true: (N,) 클래스
    y_score: (N, K) 클래스마다의 점수. 점수가 같으면 뒤의 것이 먼저다
    labels: (K,) 열마다의 클래스. 작은 것부터. None이면 y_true에 나온 것
    normalize: 거짓이면 비율 대신 개수
    오류: 클래스의 수가 열의 수와 다르거나 labels에 없는 클래스가 있으면 ValueError
    """
    y_true, _, labels = known(y_true, y_true, labels)
    score = finite("y_score", y_score, "N, K", N=len(y_true))
    target = numbered(y_true, labels)
    if score.shape[1] != len(labels) or target.max() == len(labels):
        raise ValueError(
            f"labels: y_score의 열 {score.shape[1]}개가 저마다 어느 클래스인지 적는다. "
            f"알고 있는 클래스: {len(labels)}개. y_true의 클래스도 모두 그 안에 있다."
        )
    ranked = np.argsort(score, axis=1, kind="stable")[:, ::-1]
    hits = (ranked[:, : count("k", k)] == target[:, None]).any(axis=1)
    return float(hits.mean() if flag("normalize", normalize) else hits.sum())
# --8<-- [end:top_k_accuracy_score]

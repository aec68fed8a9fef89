"""점수의 차례를 재는 것: 임곗값마다의 혼동 행렬, ROC 곡선, 정밀도-재현율 곡선.

이름, 인자의 차례, 기본값은 scikit-learn을 따른다. 다음은 경고하지 않고 값으로 답한다.
- 음성이나 양성이 없으면 그것으로 나눈 비율(fpr, tpr)과 roc_auc_score는 NaN
- 양성이 없으면 재현율은 1, average_precision_score는 0
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.scalars import flag, plain

# --8<-- [end:imports]

Label = float | str | None


# --8<-- [start:positive]
def positive(y_true: ArrayLike, pos_label=None) -> np.ndarray:
    """샘플마다 양성인지의 참거짓. pos_label이 None이면 1이 양성이다.

    오류: pos_label 없이 {0, 1}이나 {-1, 1}이 아닌 클래스가 있으면 ValueError
    """
    y_true, pos_label = classes("y_true", y_true), plain(pos_label)
    if pos_label is None:
        known = y_true.dtype.kind != "U" and any(
            np.isin(y_true, two).all() for two in ((0, 1), (-1, 1))
        )
        if not known:
            raise ValueError(
                "y_true: 0과 1 또는 -1과 1이 아니면 어느 쪽이 양성인지 모른다. "
                "pos_label에 양성의 클래스를 적는다."
            )
        pos_label = 1
    label = classes("pos_label", [pos_label])
    if (label.dtype.kind == "U") != (y_true.dtype.kind == "U"):
        raise ValueError(
            "pos_label: y_true의 클래스와 같이 글자이거나 수여야 한다. "
            f"받은 값: {pos_label!r}."
        )
    return y_true == label[0]
# --8<-- [end:positive]


# --8<-- [start:confusion_matrix_at_thresholds]
def confusion_matrix_at_thresholds(
    y_true: ArrayLike,
    y_score: ArrayLike,
    *,
    pos_label: Label = None,
    sample_weight: ArrayLike | None = None,
) -> tuple[Array, Array, Array, Array, Array]:
    """점수가 임곗값 이상이면 양성이라고 할 때, 임곗값마다의 네 칸.

    y_true: (N,), y_score: (N,), sample_weight: (N,) 샘플마다의 무게
    반환: tn, fp, fn, tp, 임곗값. 임곗값은 나온 점수이고 큰 것부터다
    """
    y = positive(y_true, pos_label)
    score = finite("y_score", y_score, "N", N=len(y))
    w = weights(sample_weight, len(y))
    y, score, w = y[w > 0], score[w > 0], w[w > 0]
    order = np.argsort(-score, kind="stable")
    y, score, w = y[order], score[order], w[order]
    last = np.append(np.flatnonzero(np.diff(score)), len(y) - 1)  # 동점은 함께 넘는다
    tp, fp = np.cumsum(y * w)[last], np.cumsum((1 - y) * w)[last]
    return fp[-1] - fp, fp, tp[-1] - tp, tp, score[last]
# --8<-- [end:confusion_matrix_at_thresholds]


# --8<-- [start:weights]
def weights(sample_weight: ArrayLike | None, N: int) -> Array:
    """샘플마다의 무게. None이면 모두 1"""
    if sample_weight is None:
        return np.ones(N)
    w = finite("sample_weight", sample_weight, "N", N=N, low=0)
    if not w.any():
        raise ValueError("sample_weight: 모두 0이다. 0보다 큰 무게를 하나는 넣는다.")
    return w
# --8<-- [end:weights]


# --8<-- [start:roc_curve]
def roc_curve(
    y_true: ArrayLike,
    y_score: ArrayLike,
    *,
    pos_label: Label = None,
    sample_weight: ArrayLike | None = None,
    drop_intermediate: bool = True,
) -> tuple[Array, Array, Array]:
    """임곗값을 낮추며 얻는 거짓 양성률과 재현율. 식 (13.2)

    drop_intermediate: 참이면 곧은 변의 가운데 점을 뺀다. 넓이는 그대로다
    반환: fpr, tpr, 임곗값. 첫 점은 (0, 0)이고 그 임곗값은 무한대다
    """
    how = {"pos_label": pos_label, "sample_weight": sample_weight}
    _, fp, _, tp, thresholds = confusion_matrix_at_thresholds(y_true, y_score, **how)
    if flag("drop_intermediate", drop_intermediate) and len(fp) > 2:
        bend = (np.diff(fp, 2) != 0) | (np.diff(tp, 2) != 0)
        kept = np.concatenate([[True], bend, [True]])
        fp, tp, thresholds = fp[kept], tp[kept], thresholds[kept]
    fp, tp = np.append(0, fp), np.append(0, tp)
    fpr, tpr = (a / a[-1] if a[-1] > 0 else np.full(len(a), np.nan) for a in (fp, tp))
    return fpr, tpr, np.append(np.inf, thresholds)
# --8<-- [end:roc_curve]


# --8<-- [start:roc_auc_score]
def roc_auc_score(
    y_true: ArrayLike, y_score: ArrayLike, *, sample_weight: ArrayLike | None = None
) -> float:
    """ROC 곡선 아래의 넓이. 양성의 점수가 음성보다 높을 확률과 같다. 식 (13.3)

    y_true: 두 클래스. 큰 쪽이 양성이다
    반환: 0부터 1. 클래스가 하나뿐이면 NaN
    오류: 클래스가 셋 이상이면 ValueError
    """
    found = np.unique(classes("y_true", y_true))
    if len(found) > 2:
        raise ValueError(
            f"y_true: 두 클래스여야 한다. {len(found)}개가 있다. "
            "하나를 양성으로 삼아 참거짓으로 바꾼다."
        )
    fpr, tpr, _ = roc_curve(
        y_true, y_score, pos_label=found[-1], sample_weight=sample_weight
    )
    return float(np.trapezoid(tpr, fpr))
# --8<-- [end:roc_auc_score]


# --8<-- [start:precision_recall_curve]
def precision_recall_curve(
    y_true: ArrayLike,
    y_score: ArrayLike,
    *,
    pos_label: Label = None,
    sample_weight: ArrayLike | None = None,
    drop_intermediate: bool = False,
) -> tuple[Array, Array, Array]:
    """임곗값을 높이며 얻는 정밀도와 재현율.

    drop_intermediate: 참이면 재현율이 같은 점은 처음과 끝만 남긴다
    반환: (T + 1,) 정밀도, (T + 1,) 재현율, (T,) 임곗값. 끝에 (1, 0)을 붙인다
    """
    how = {"pos_label": pos_label, "sample_weight": sample_weight}
    _, fp, _, tp, thresholds = confusion_matrix_at_thresholds(y_true, y_score, **how)
    if flag("drop_intermediate", drop_intermediate) and len(fp) > 2:
        step = (np.diff(tp[:-1]) != 0) | (np.diff(tp[1:]) != 0)
        kept = np.concatenate([[True], step, [True]])
        fp, tp, thresholds = fp[kept], tp[kept], thresholds[kept]
    precision = tp / (tp + fp)
    recall = tp / tp[-1] if tp[-1] > 0 else np.ones(len(tp))
    return np.append(precision[::-1], 1), np.append(recall[::-1], 0), thresholds[::-1]
# --8<-- [end:precision_recall_curve]


# --8<-- [start:average_precision_score]
def average_precision_score(
    y_true: ArrayLike,
    y_score: ArrayLike,
    *,
    pos_label: Label = 1,
    sample_weight: ArrayLike | None = None,
) -> float:
    """재현율이 는 만큼을 무게로 한 정밀도의 평균. 식 (13.4)"""
    how = {"pos_label": pos_label, "sample_weight": sample_weight}
    precision, recall, _ = precision_recall_curve(y_true, y_score, **how)
    return float(max(0.0, -np.sum(np.diff(recall) * precision[:-1])))
# --8<-- [end:average_precision_score]

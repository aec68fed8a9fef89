"""임곗값: 비용이 정하거나, 검증 데이터에서 고른다.

출처: Elkan (2001)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.cnn.imbalance.ranking import confusion_matrix_at_thresholds
from lessons.scalars import number

# --8<-- [end:imports]


# --8<-- [start:bayes_threshold]
def bayes_threshold(cost_fp: float, cost_fn: float) -> float:
    """확률이 이보다 높으면 양성이라고 하는 쪽이 싸다. 식 (13.6)"""
    fp, fn = number("cost_fp", cost_fp, above=0), number("cost_fn", cost_fn, above=0)
    return fp / (fp + fn)
# --8<-- [end:bayes_threshold]


# --8<-- [start:cost_at_thresholds]
def cost_at_thresholds(
    y_true: ArrayLike,
    y_score: ArrayLike,
    cost_fp: float,
    cost_fn: float,
    *,
    sample_weight: ArrayLike | None = None,
) -> tuple[Array, Array]:
    """임곗값마다의 샘플 하나의 평균 비용.

    반환: 비용, 임곗값. 첫 임곗값은 모두 음성이라고 하는 무한대다
    """
    fp, fn = number("cost_fp", cost_fp, 0), number("cost_fn", cost_fn, 0)
    _, fps, fns, tps, thresholds = confusion_matrix_at_thresholds(
        y_true, y_score, sample_weight=sample_weight
    )
    total = tps[-1] + fps[-1]
    cost = (fp * np.append(0, fps) + fn * np.append(tps[-1], fns)) / total
    return cost, np.append(np.inf, thresholds)
# --8<-- [end:cost_at_thresholds]


# --8<-- [start:f1_at_thresholds]
def f1_at_thresholds(
    y_true: ArrayLike, y_score: ArrayLike, *, sample_weight: ArrayLike | None = None
) -> tuple[Array, Array]:
    """임곗값마다의 F1. 양성이 없으면 0이다. 반환: F1, 큰 것부터의 임곗값"""
    _, fp, fn, tp, thresholds = confusion_matrix_at_thresholds(
        y_true, y_score, sample_weight=sample_weight
    )
    return 2 * tp / (2 * tp + fp + fn), thresholds
# --8<-- [end:f1_at_thresholds]

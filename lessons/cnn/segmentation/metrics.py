"""마스크의 점수: 픽셀 정확도, IoU, Dice, 경계 F.

없는 것을 물었을 때의 답을 정해 둔다. 두 마스크가 함께 비면 Dice와 IoU는
zero_division이고, 정답에도 예측에도 없는 클래스는 NaN이며 평균에서 뺀다.
출처: Jaccard (1912), Dice (1945), Csurka 외 (2013)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays
from lessons.arrays import integers, same_shape
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:dice]
def jaccard(y_true: ArrayLike, y_pred: ArrayLike, zero_division: float = 1.0) -> float:
    """두 마스크의 IoU: 겹친 넓이 / 합친 넓이. 식 (11.2)"""
    a, b = two_masks(y_true, y_pred)
    union = np.count_nonzero(a | b)
    empty = number("zero_division", zero_division)
    return np.count_nonzero(a & b) / union if union else empty


def dice(y_true: ArrayLike, y_pred: ArrayLike, zero_division: float = 1.0) -> float:
    """두 마스크의 Dice: 겹친 넓이의 두 배 / 두 넓이의 합. 식 (11.3)"""
    a, b = two_masks(y_true, y_pred)
    total = np.count_nonzero(a) + np.count_nonzero(b)
    empty = number("zero_division", zero_division)
    return 2 * np.count_nonzero(a & b) / total if total else empty
# --8<-- [end:dice]


def two_masks(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """모양이 같은 마스크 둘."""
    a, b = arrays.mask("y_true", y_true), arrays.mask("y_pred", y_pred)
    same_shape(y_true=a, y_pred=b)
    return a, b


# --8<-- [start:class_iou]
def pixel_confusion(
    y_true: ArrayLike, y_pred: ArrayLike, num_classes: int
) -> np.ndarray:
    """(K, K) 표. [정답, 예측]마다 픽셀의 수를 센다. 모양은 서로 같기만 하면 된다."""
    K = count("num_classes", num_classes)
    true = integers("y_true", y_true, low=0, high=K - 1)
    pred = integers("y_pred", y_pred, low=0, high=K - 1)
    same_shape(y_true=true, y_pred=pred)
    return np.bincount((K * true + pred).ravel(), minlength=K * K).reshape(K, K)


def class_iou(y_true: ArrayLike, y_pred: ArrayLike, num_classes: int) -> Array:
    """클래스마다의 IoU. 정답에도 예측에도 없는 클래스는 NaN이다."""
    table = pixel_confusion(y_true, y_pred, num_classes)
    both = np.diag(table)
    return ratio(both, table.sum(axis=0) + table.sum(axis=1) - both)


def mean_iou(y_true: ArrayLike, y_pred: ArrayLike, num_classes: int) -> float:
    """클래스마다의 IoU를 평균한 것. 없는 클래스는 평균에서 뺀다. 식 (11.4)"""
    return mean_of_present(class_iou(y_true, y_pred, num_classes))


def pixel_accuracy(y_true: ArrayLike, y_pred: ArrayLike, num_classes: int) -> float:
    """맞힌 픽셀의 비율. 식 (11.1)"""
    table = pixel_confusion(y_true, y_pred, num_classes)
    return float(ratio(np.trace(table), table.sum()))
# --8<-- [end:class_iou]


# --8<-- [start:ratio]
def ratio(part, whole) -> Array:
    """part / whole. 0으로 나누는 자리는 NaN."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def mean_of_present(values: Array) -> float:
    """NaN을 뺀 평균. 남는 것이 없으면 NaN."""
    present = values[~np.isnan(values)]
    return float(present.mean()) if present.size else float("nan")
# --8<-- [end:ratio]


# --8<-- [start:boundary_f]
def boundary(mask: ArrayLike) -> np.ndarray:
    """마스크의 테두리: 위아래나 양옆에 마스크가 아닌 픽셀이 있는 마스크의 픽셀.

    그림의 가장자리에서 잘린 것은 테두리로 치지 않는다.
    """
    inside = arrays.mask("mask", mask, "H, W")
    p = np.pad(inside, 1, constant_values=True)
    return inside & ~(p[:-2, 1:-1] & p[2:, 1:-1] & p[1:-1, :-2] & p[1:-1, 2:])


def boundary_f(y_true: ArrayLike, y_pred: ArrayLike, tolerance: float = 1.0) -> float:
    """경계 F: tolerance픽셀 안에 짝이 있는 테두리의 정밀도와 재현율의 조화 평균.

    둘 다 테두리가 없으면 1, 한쪽만 없으면 0이다. 식 (11.5)
    """
    a, b = two_masks(y_true, y_pred)
    true, pred = (np.argwhere(boundary(m)) for m in (a, b))
    if not len(true) or not len(pred):
        return float(len(true) == len(pred))
    reach = number("tolerance", tolerance, 0.0) ** 2
    near = ((true[:, None] - pred[None]) ** 2).sum(axis=-1) <= reach
    recall, precision = near.any(axis=1).mean(), near.any(axis=0).mean()
    return float(2 * precision * recall / (precision + recall or 1.0))
# --8<-- [end:boundary_f]

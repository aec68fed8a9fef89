"""비최대 억제: 한 객체를 여러 번 말한 상자 가운데 하나만 남긴다.

이름과 인수는 torchvision.ops를 따른다.
출처: Bodla 외 (2017)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import integers, real
from lessons.cnn.detection.boxes import as_boxes, ious
from lessons.scalars import number

Index = np.ndarray  # 정수의 배열
# --8<-- [end:imports]


# --8<-- [start:scored]
def scored(boxes: ArrayLike, scores: ArrayLike) -> tuple[Array, Array]:
    """상자마다 점수가 하나씩 있는지 본다."""
    boxes = as_boxes("boxes", boxes)
    return boxes, as_scores(scores, N=len(boxes))


def as_scores(scores: ArrayLike, **sizes: int) -> Array:
    scores = real("scores", scores, "N", **sizes)
    if np.isnan(scores).any():
        raise ValueError("scores: NaN은 점수가 아니다. 그 상자를 뺀다.")
    return scores
# --8<-- [end:scored]


# --8<-- [start:nms]
def nms(boxes: ArrayLike, scores: ArrayLike, iou_threshold: float) -> Index:
    """점수가 높은 상자부터 남기고, 그것과 IoU가 문턱을 넘는 상자를 지운다.

    boxes: (N, 4) xyxy, scores: (N,). 점수가 같으면 앞의 것이 먼저다
    반환: 남은 상자의 번호. 점수가 높은 것부터
    """
    boxes, scores = scored(boxes, scores)
    iou_threshold = number("iou_threshold", iou_threshold)
    keep, order = [], np.argsort(-scores, kind="stable")
    while order.size:
        best, order = order[0], order[1:]
        keep.append(best)
        iou = ious(boxes[best, None], boxes[order])[0]
        order = order[iou <= iou_threshold]
    return np.array(keep, dtype=np.int64)
# --8<-- [end:nms]


# --8<-- [start:batched_nms]
def batched_nms(
    boxes: ArrayLike, scores: ArrayLike, idxs: ArrayLike, iou_threshold: float
) -> Index:
    """idxs가 같은 상자끼리만 지운다. idxs: (N,) 클래스나 그림의 번호

    나머지는 nms와 같다.
    """
    boxes, scores = scored(boxes, scores)
    idxs = integers("idxs", idxs, "N", N=len(boxes))
    groups = [np.flatnonzero(idxs == k) for k in np.unique(idxs)]
    kept = [g[nms(boxes[g], scores[g], iou_threshold)] for g in groups]
    keep = np.sort(np.concatenate(kept or [np.array([], dtype=np.int64)]))
    number("iou_threshold", iou_threshold)
    return keep[np.argsort(-scores[keep], kind="stable")]
# --8<-- [end:batched_nms]


# --8<-- [start:soft_nms]
def soft_nms(
    boxes: ArrayLike,
    scores: ArrayLike,
    sigma: float = 0.5,
    score_threshold: float = 0.001,
) -> tuple[Index, Array]:
    """겹친 상자를 지우는 대신 점수에 exp(-IoU²/σ)를 곱한다. 식 (9.8)

    반환: 남은 상자의 번호와 고친 점수. 고른 차례이고, 점수가 문턱보다 낮은 것은 없다
    """
    boxes, scores = scored(boxes, scores)
    sigma = number("sigma", sigma, above=0)
    score_threshold = number("score_threshold", score_threshold)
    keep, left = [], scores.copy()
    order = np.flatnonzero(left >= score_threshold)
    while order.size:
        best = order[left[order].argmax()]
        keep.append(best)
        order = order[order != best]
        iou = ious(boxes[best, None], boxes[order])[0]
        left[order] *= np.exp(-(iou**2) / sigma)
        order = order[left[order] >= score_threshold]
    keep = np.array(keep, dtype=np.int64)
    return keep, left[keep]
# --8<-- [end:soft_nms]

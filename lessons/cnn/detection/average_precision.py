"""평균 정밀도(AP): 정밀도-재현율 곡선을 수 하나로. 세 가지 정의.

검출은 점수가 높은 것부터 본다. 정답 하나에는 검출 하나만 맞는다.
출처: Everingham 외 (2010), Lin 외 (2014), Padilla 외 (2020)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, mask, real, same_shape
from lessons.cnn.detection.boxes import as_boxes, ious
from lessons.cnn.detection.nms import as_scores, scored
from lessons.scalars import choice, count, number

METHODS = ("11", "all", "101")  # VOC 2007, VOC 2010, COCO
# --8<-- [end:imports]


# --8<-- [start:match_detections]
def match_detections(
    boxes: ArrayLike, scores: ArrayLike, truths: ArrayLike, iou_threshold: float = 0.5
) -> np.ndarray:
    """검출마다 맞았는가. PASCAL VOC의 규칙

    점수가 높은 것부터 가장 많이 겹친 정답을 고른다. IoU가 문턱 이상이고 아무도
    맞히지 않은 정답이면 맞은 것이다. 한 그림, 한 클래스의 것만 넣는다.
    boxes: (N, 4), scores: (N,), truths: (M, 4). 반환: (N,) 참과 거짓
    """
    boxes, scores = scored(boxes, scores)
    overlap = ious(boxes, as_boxes("truths", truths))
    iou_threshold = number("iou_threshold", iou_threshold)
    hits, taken = np.zeros(len(boxes), bool), set()
    if overlap.size:
        best = overlap.argmax(axis=1)
        enough = overlap.max(axis=1) >= iou_threshold
        for i in np.argsort(-scores, kind="stable"):
            if enough[i] and best[i] not in taken:
                hits[i] = True
                taken.add(best[i])
    return hits
# --8<-- [end:match_detections]


# --8<-- [start:precision_recall]
def precision_recall(
    scores: ArrayLike, hits: ArrayLike, n_truths: int
) -> tuple[Array, Array]:
    """점수가 높은 것부터 k개만 말했을 때의 정밀도와 재현율. 식 (9.9)

    scores: (N,), hits: (N,) 맞았는가, n_truths: 정답의 수
    반환: (N,) 정밀도, (N,) 재현율. k = 1, 2, …, N
    """
    scores, hits = as_scores(scores), mask("hits", hits, "N")
    same_shape(scores=scores, hits=hits)
    n_truths = count("n_truths", n_truths, max(1, int(hits.sum())))
    right = np.cumsum(hits[np.argsort(-scores, kind="stable")])
    return right / np.arange(1, len(hits) + 1), right / n_truths
# --8<-- [end:precision_recall]


# --8<-- [start:average_precision]
def average_precision(
    precision: ArrayLike, recall: ArrayLike, method: str = "all"
) -> float:
    """곡선을 오른쪽에서 본 가장 높은 값으로 고르고 평균한 것. 식 (9.10)–(9.12)

    precision, recall: (N,) 재현율이 줄지 않는 차례
    method: "11" 재현율 0, 0.1, …, 1 / "all" 모든 재현율 / "101" 0, 0.01, …, 1
    """
    choice("method", method, METHODS)
    r = unit("recall", recall)
    p = unit("precision", precision, N=len(r))
    if (np.diff(r) < 0).any():
        raise ValueError("recall: 줄지 않는 차례로 넣는다. precision_recall이 준다.")
    best = np.append(np.maximum.accumulate(p[::-1])[::-1], 0)  # 끝난 뒤에는 0
    if method == "all":
        return float(np.diff(r, prepend=0) @ best[:-1])
    points = np.arange(11) / 10 if method == "11" else np.linspace(0, 1, 101)
    return float(best[np.searchsorted(r, points)].mean())


def unit(name: str, x: ArrayLike, **sizes: int) -> Array:
    """0부터 1까지의 수들. 하나도 없어도 된다."""
    x = real(name, x, "N", **sizes)
    return finite(name, x, low=0, high=1) if x.size else x
# --8<-- [end:average_precision]

"""COCO의 짝짓기: 검출마다 어느 정답을 맞혔고, 어느 것을 점수에서 빼는가.

기호: T IoU 문턱의 수, D 검출의 수, M 정답의 수.
같은 점수, 같은 IoU의 차례까지 pycocotools의 COCOeval을 따른다.
출처: Lin 외 (2014)
"""

# --8<-- [start:imports]
from dataclasses import dataclass

import numpy as np

from lessons import Array
from lessons.cnn.detection.boxes import areas, overlaps

THRESHOLDS = np.linspace(0.5, 0.95, 10)
MOST = 100  # 그림 한 장에서 보는 검출의 수
# --8<-- [end:imports]


# --8<-- [start:Sheet]
@dataclass(frozen=True)
class Sheet:
    """그림 한 장, 클래스 하나의 채점표. 검출은 점수가 높은 것부터다."""

    scores: Array  # (D,)
    hits: np.ndarray  # (T, D) 정답을 맞혔는가
    skipped: np.ndarray  # (T, D) 맞았다고도 틀렸다고도 하지 않는가
    n_truths: int
# --8<-- [end:Sheet]


# --8<-- [start:crowd_iou]
def crowd_iou(boxes: Array, truths: Array, crowd: np.ndarray) -> Array:
    """IoU. 무리(crowd)와는 겹친 넓이를 검출의 넓이로만 나눈다. 반환: (D, M)"""
    shared, union = overlaps(boxes, truths)
    whole = np.where(crowd, areas(boxes)[:, None], union)
    return np.divide(shared, whole, out=np.zeros(shared.shape), where=shared > 0)
# --8<-- [end:crowd_iou]


# --8<-- [start:match]
def match(overlap: Array, crowd: np.ndarray, ignored: np.ndarray) -> np.ndarray:
    """검출마다 맞은 정답의 번호, 없으면 -1. 문턱마다 따로 한다. 반환: (T, D)

    overlap: (D, M) 점수가 높은 검출부터, ignored: (M,) 점수에 넣지 않는 정답
    남은 정답 가운데 가장 많이 겹친 것과 짝짓는다. 무리는 몇 번이고 맞는다.
    """
    D, M = overlap.shape
    found = np.full((len(THRESHOLDS), D), -1)
    if not M:
        return found
    free = np.ones((len(THRESHOLDS), M), bool)
    rows, high = np.arange(len(THRESHOLDS)), THRESHOLDS[:, None].clip(max=1 - 1e-10)
    for d in range(D):
        near = np.where(free & (overlap[d] >= high), overlap[d], -1)
        counted = np.where(ignored, -1, near)  # 넣을 정답이 하나라도 있으면 그것부터
        near = np.where((counted >= 0).any(axis=1)[:, None], counted, near)
        best = M - 1 - near[:, ::-1].argmax(axis=1)  # 똑같이 겹치면 뒤의 것
        found[:, d] = np.where(near[rows, best] >= 0, best, -1)
        free[rows, best] &= (found[:, d] < 0) | crowd[best]
    return found
# --8<-- [end:match]


# --8<-- [start:mark]
def mark(guess: dict, truth: dict, size: tuple[float, float]) -> Sheet:
    """그림 한 장, 클래스 하나를 채점한다. 크기가 size 밖인 것은 점수에 넣지 않는다."""
    first = np.argsort(-guess["scores"], kind="stable")[: MOST]
    boxes, scores = guess["boxes"][first], guess["scores"][first]
    crowd = truth["iscrowd"]
    ignored = crowd | (truth["area"] < size[0]) | (truth["area"] > size[1])
    found = match(crowd_iou(boxes, truth["boxes"], crowd), crowd, ignored)
    outside = (areas(boxes) < size[0]) | (areas(boxes) > size[1])
    missed = found < 0
    skipped = np.where(missed, outside, np.append(ignored, False)[found])
    return Sheet(scores, ~missed & ~skipped, skipped, int((~ignored).sum()))
# --8<-- [end:mark]

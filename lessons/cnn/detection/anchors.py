"""앵커: 미리 깔아 둔 상자에서 얼마나 옮기고 늘일지를 배운다.

출처: Ren 외 (2015)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.cnn.detection.boxes import as_boxes, box_convert, ious
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:grid_anchors]
def grid_anchors(
    grid: int, stride: float, sizes: ArrayLike, aspect_ratios: ArrayLike = (0.5, 1, 2)
) -> Array:
    """격자의 칸마다 가운데에 까는 상자. 비는 높이 ÷ 너비, 넓이는 크기의 제곱이다.

    stride: 칸 하나의 픽셀 수, sizes: (A,), aspect_ratios: (R,)
    반환: (grid · grid · A · R, 4) xyxy. 칸은 윗줄 왼쪽부터
    """
    grid, stride = count("grid", grid), number("stride", stride, above=0)
    sizes = finite("sizes", sizes, "A", low=1e-6)
    root = np.sqrt(finite("aspect_ratios", aspect_ratios, "R", low=1e-6))
    shapes = np.stack([np.outer(sizes, 1 / root), np.outer(sizes, root)], axis=-1)
    shapes = shapes.reshape(-1, 2)  # (A · R, 2) 너비와 높이
    rows, columns = (np.indices((grid, grid)).reshape(2, -1) + 0.5) * stride
    centers = np.repeat(np.stack([columns, rows], axis=1), len(shapes), axis=0)
    boxes = np.hstack([centers, np.tile(shapes, (grid * grid, 1))])
    return box_convert(boxes, "cxcywh", "xyxy")
# --8<-- [end:grid_anchors]


# --8<-- [start:assign_anchors]
def assign_anchors(
    anchors: ArrayLike, truths: ArrayLike, high: float = 0.7, low: float = 0.3
) -> np.ndarray:
    """앵커마다 맡을 정답의 번호. 배경은 -1, 학습에서 빼는 것은 -2

    IoU가 high 이상이면 맡고 low 미만이면 배경이다. 정답마다 가장 많이 겹친 앵커는
    high에 못 미쳐도 맡는다. anchors: (N, 4), truths: (M, 4), 반환: (N,)
    """
    anchors, truths = as_boxes("anchors", anchors), as_boxes("truths", truths)
    high = number("high", high)
    low = number("low", low, most=high)
    overlap = np.hstack([ious(anchors, truths), np.full((len(anchors), 1), -np.inf)])
    best = overlap.max(axis=1)
    chosen = np.where(best < low, -1, -2)
    chosen = np.where(best >= high, overlap.argmax(axis=1), chosen)
    top = overlap[:, :-1].max(axis=0, initial=0)
    for k in np.flatnonzero(top > 0):
        chosen[overlap[:, k] == top[k]] = k
    return chosen
# --8<-- [end:assign_anchors]


# --8<-- [start:deltas]
def encode_deltas(anchors: ArrayLike, boxes: ArrayLike) -> Array:
    """앵커에서 상자로 가는 네 수: 옮김 ÷ 앵커의 크기, ln(크기의 비). 식 (9.5)

    anchors, boxes: (N, 4) xyxy. 너비와 높이가 0보다 커야 한다
    """
    a = whole("anchors", anchors)
    b = whole("boxes", boxes, N=len(a))
    return np.hstack([(b[:, :2] - a[:, :2]) / a[:, 2:], np.log(b[:, 2:] / a[:, 2:])])


def decode_deltas(anchors: ArrayLike, deltas: ArrayLike) -> Array:
    """encode_deltas를 되돌린다. 반환: (N, 4) xyxy"""
    a = whole("anchors", anchors)
    deltas = finite("deltas", deltas, "N, 4", N=len(a))
    center, size = a[:, :2] + deltas[:, :2] * a[:, 2:], a[:, 2:] * np.exp(deltas[:, 2:])
    return box_convert(np.hstack([center, size]), "cxcywh", "xyxy")
# --8<-- [end:deltas]


# --8<-- [start:whole]
def whole(name: str, boxes: ArrayLike, **sizes: int) -> Array:
    """넓이가 있는 상자를 cxcywh로."""
    boxes = box_convert(as_boxes(name, boxes), "xyxy", "cxcywh")
    finite(f"{name}의 너비와 높이", boxes[:, 2:], "N, 2", low=1e-9, **sizes)
    return boxes
# --8<-- [end:whole]

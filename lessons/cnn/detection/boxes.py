"""상자: 적는 법, 넓이, 두 상자가 겹친 정도.

기호: 상자 (x1, y1, x2, y2)는 왼쪽 위와 오른쪽 아래 모서리. 단위는 픽셀이고
y는 아래로 커진다. 이름과 인수는 torchvision.ops를 따른다.
출처: Rezatofighi 외 (2019)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.scalars import choice

FORMATS = ("xyxy", "xywh", "cxcywh")
# --8<-- [end:imports]


# --8<-- [start:as_boxes]
def as_boxes(name: str, boxes: ArrayLike) -> Array:
    """(N, 4) 상자의 float64 배열. 하나도 없으면 (0, 4)다."""
    boxes = real(name, boxes)
    boxes = real(name, boxes if boxes.size else boxes.reshape(0, 4), "N, 4")
    if not np.isfinite(boxes).all() or (boxes[:, :2] > boxes[:, 2:]).any():
        raise ValueError(
            f"{name}: 유한하고 x1 ≤ x2, y1 ≤ y2인 상자를 넣는다. 너비와 높이로 "
            f'적었으면 box_convert({name}, "xywh", "xyxy")로 바꾼다.'
        )
    return boxes
# --8<-- [end:as_boxes]


# --8<-- [start:box_convert]
def box_convert(boxes: ArrayLike, in_fmt: str, out_fmt: str) -> Array:
    """상자를 적는 법을 바꾼다. 식 (9.1)

    boxes: (..., 4), in_fmt와 out_fmt: "xyxy", "xywh", "cxcywh" 가운데 하나
    """
    choice("in_fmt", in_fmt, FORMATS), choice("out_fmt", out_fmt, FORMATS)
    first, second = np.split(real("boxes", boxes, "..., 4"), 2, axis=-1)
    if in_fmt != out_fmt:  # 같으면 그대로 둔다. 더했다 빼면 끝자리가 달라진다
        size = second - first if in_fmt == "xyxy" else second
        corner = first - size / 2 if in_fmt == "cxcywh" else first
        first = corner + size / 2 if out_fmt == "cxcywh" else corner
        second = corner + size if out_fmt == "xyxy" else size
    return np.concatenate([first, second], axis=-1)
# --8<-- [end:box_convert]


# --8<-- [start:box_iou]
def box_area(boxes: ArrayLike) -> Array:
    """너비 × 높이. boxes: (N, 4) xyxy, 반환: (N,)"""
    return areas(as_boxes("boxes", boxes))


def areas(boxes: Array) -> Array:
    x1, y1, x2, y2 = boxes.T
    return (x2 - x1) * (y2 - y1)


def overlaps(a: Array, b: Array) -> tuple[Array, Array]:
    """모든 쌍의 겹친 넓이와 합친 넓이. a: (N, 4), b: (M, 4), 반환: (N, M) 둘"""
    w, h = (
        np.minimum.outer(a[:, k + 2], b[:, k + 2]) - np.maximum.outer(a[:, k], b[:, k])
        for k in (0, 1)
    )
    shared = np.maximum(w, 0) * np.maximum(h, 0)
    return shared, np.add.outer(areas(a), areas(b)) - shared


def box_iou(boxes1: ArrayLike, boxes2: ArrayLike) -> Array:
    """모든 쌍의 IoU = 겹친 넓이 / 합친 넓이. 식 (9.2)

    boxes1: (N, 4), boxes2: (M, 4) xyxy, 반환: (N, M). 합친 넓이가 0이면 0이다
    """
    return ious(as_boxes("boxes1", boxes1), as_boxes("boxes2", boxes2))


def ious(a: Array, b: Array) -> Array:
    """문을 이미 지난 상자들의 IoU"""
    shared, union = overlaps(a, b)
    return np.divide(shared, union, out=np.zeros(shared.shape), where=union > 0)
# --8<-- [end:box_iou]


# --8<-- [start:generalized_box_iou]
def generalized_box_iou(boxes1: ArrayLike, boxes2: ArrayLike) -> Array:
    """모든 쌍의 GIoU = IoU - (감싼 넓이 - 합친 넓이) / 감싼 넓이. 식 (9.3)

    나머지는 box_iou와 같다. 감싼 넓이가 0이면 IoU 그대로다
    """
    a, b = as_boxes("boxes1", boxes1), as_boxes("boxes2", boxes2)
    _, union = overlaps(a, b)
    w, h = (
        np.maximum.outer(a[:, k + 2], b[:, k + 2]) - np.minimum.outer(a[:, k], b[:, k])
        for k in (0, 1)
    )
    around, empty = w * h, w * h - union  # 둘을 함께 감싸는 가장 작은 상자와 그 빈 곳
    waste = np.divide(empty, around, out=np.zeros(around.shape), where=around > 0)
    return box_iou(a, b) - waste
# --8<-- [end:generalized_box_iou]

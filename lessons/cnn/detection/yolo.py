"""YOLO의 정답판, 손실, 해독. 격자의 칸마다 상자 하나를 말한다.

기호: G 격자의 한 변, S 그림의 한 변(픽셀), K 클래스의 수.
칸이 말하는 수 5 + K개: 객체의 로짓, x와 y, 너비와 높이, 클래스의 로짓 K개.
출처: Redmon 외 (2016). 원래의 것을 줄이고 다듬었다
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers, real
from lessons.cnn.detection.boxes import as_boxes, box_convert
from lessons.cnn.detection.nms import batched_nms
from lessons.dl.activations import sigmoid
from lessons.dl.softmax import log_softmax, softmax
from lessons.scalars import count, number

BOX_WEIGHT, SIZE_WEIGHT = 5, 4  # 손실에서 상자가, 그 안에서 크기가 차지하는 무게
# --8<-- [end:imports]


# --8<-- [start:assign]
def assign(boxes: ArrayLike, labels: ArrayLike, grid: int, size: float) -> Array:
    """상자를 그 중심이 든 칸에 적은 정답판. 식 (9.4)

    boxes: (N, 4) xyxy, labels: (N,) 클래스, grid: G, size: S
    반환: (6, G, G). 있는가, 칸 안의 x와 y, 그림에 견준 너비와 높이, 클래스
    한 칸에 둘이 들면 큰 것이 남는다.
    """
    grid, size = count("grid", grid), number("size", size, above=0)
    boxes = box_convert(as_boxes("boxes", boxes), "xyxy", "cxcywh") / size
    labels = integers("labels", labels, "N", low=0, N=len(boxes))
    target = np.zeros((6, grid, grid))
    for k in np.argsort(boxes[:, 2] * boxes[:, 3], kind="stable"):
        x, y, w, h = boxes[k]
        j, i = (min(max(int(v * grid), 0), grid - 1) for v in (x, y))
        target[:, i, j] = 1, x * grid - j, y * grid - i, w, h, labels[k]
    return target
# --8<-- [end:assign]


# --8<-- [start:yolo_loss]
def yolo_loss(out: ArrayLike, target: ArrayLike) -> float:
    """객체가 있는가 + 어디에 얼마만 한가 + 무엇인가. 그림마다의 평균. 식 (9.6)

    out: (N, 5 + K, G, G) 로짓, target: (N, 6, G, G) assign이 적은 것
    """
    out, target, kinds = checked(out, target)
    there, z, s = target[:, 0], out[:, 0], sigmoid(out[:, 1:5])
    objectness = np.logaddexp(0, z) - there * z  # 칸마다의 이진 교차 엔트로피
    place = (s[:, :2] - target[:, 1:3]) ** 2
    size = (np.sqrt(s[:, 2:]) - np.sqrt(target[:, 3:5])) ** 2
    box = place.sum(axis=1) + SIZE_WEIGHT * size.sum(axis=1)
    kind = -(kinds * log_softmax(out[:, 5:], axis=1)).sum(axis=1)
    return float((objectness + there * (BOX_WEIGHT * box + kind)).sum() / len(out))


def yolo_loss_grad(out: ArrayLike, target: ArrayLike) -> Array:
    """yolo_loss를 out으로 미분한 것. 반환: (N, 5 + K, G, G)"""
    out, target, kinds = checked(out, target)
    there, s = target[:, :1], sigmoid(out[:, 1:5])
    root = np.sqrt(s[:, 2:])
    place = 2 * (s[:, :2] - target[:, 1:3]) * s[:, :2] * (1 - s[:, :2])
    size = (root - np.sqrt(target[:, 3:5])) * root * (1 - s[:, 2:])
    box = np.concatenate([place, SIZE_WEIGHT * size], axis=1)
    kind = softmax(out[:, 5:], axis=1) - kinds
    parts = [sigmoid(out[:, :1]) - there, there * BOX_WEIGHT * box, there * kind]
    return np.concatenate(parts, axis=1) / len(out)
# --8<-- [end:yolo_loss]


# --8<-- [start:checked]
def checked(out: ArrayLike, target: ArrayLike) -> tuple[Array, Array, Array]:
    """출력과 정답판의 모양이 맞는지 보고, 클래스를 원-핫으로 편다."""
    out = finite("out", out, "N, C, G, W")
    N, C, G, W = out.shape
    target = finite("target", target, "N, 6, G, W", low=0, N=N, G=G, W=W)
    labels = integers("target의 클래스", target[:, 5].astype(int), high=C - 6)
    return out, target, np.arange(C - 5)[:, None, None] == labels[:, None]
# --8<-- [end:checked]


# --8<-- [start:decode]
def decode(
    out: ArrayLike,
    size: float,
    score_threshold: float = 0.05,
    iou_threshold: float = 0.5,
) -> list[dict[str, np.ndarray]]:
    """출력을 상자로 되돌리고 겹친 것을 지운다. 식 (9.7)

    out: (N, 5 + K, G, G) 로짓, size: 그림의 한 변
    반환: 그림마다 {"boxes", "scores", "labels"}. 점수가 높은 것부터
    """
    out, size = real("out", out, "N, C, G, W"), number("size", size, above=0)
    out = real("out", out, "N, C, G, G", G=out.shape[3])
    score_threshold = number("score_threshold", score_threshold)
    found = []
    for maps in out:
        boxes, scores, labels = all_cells(maps, size)
        high = np.flatnonzero(scores >= score_threshold)
        kept = batched_nms(boxes[high], scores[high], labels[high], iou_threshold)
        k = high[kept]
        found.append({"boxes": boxes[k], "scores": scores[k], "labels": labels[k]})
    return found


def all_cells(maps: Array, size: float) -> tuple[Array, Array, np.ndarray]:
    """그림 한 장의 모든 칸이 말하는 상자, 점수, 클래스. maps: (5 + K, G, G)"""
    grid = maps.shape[1]
    i, j = np.indices((grid, grid))
    s = sigmoid(maps[:5])
    boxes = np.stack([(s[1] + j) / grid, (s[2] + i) / grid, s[3], s[4]], axis=-1)
    kinds = softmax(maps[5:], axis=0).reshape(len(maps) - 5, -1)
    corners = box_convert(size * boxes.reshape(-1, 4), "cxcywh", "xyxy")
    return corners, s[0].ravel() * kinds.max(axis=0), kinds.argmax(axis=0)
# --8<-- [end:decode]

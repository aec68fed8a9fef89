"""자리를 바꾸는 증강: 행렬 하나가 사진과 상자와 마스크를 함께 옮긴다.

기호: M (3, 3)은 원본의 점 (x, y, 1)을 새 점으로 보낸다. 단위는 픽셀이고 i번째 칸은
i부터 i + 1까지다. 각도는 도, 양수면 반시계 방향이다(OpenCV, albumentations와 같다).
"""

# --8<-- [start:imports]
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars
from lessons.cnn.augmentation.sample import Sample, clip_boxes, like, picture
from lessons.cnn.detection.boxes import as_boxes

# --8<-- [end:imports]


# --8<-- [start:flip_matrix]
def flip_matrix(size: tuple[int, int], axis: str) -> Array:
    """좌우("horizontal")나 위아래("vertical")로 뒤집는 행렬. 식 (15.1)"""
    H, W = scalars.pair("size", size, 1)
    if scalars.choice("axis", axis, ("horizontal", "vertical")) == "horizontal":
        return np.array([[-1.0, 0, W], [0, 1, 0], [0, 0, 1]])
    return np.array([[1.0, 0, 0], [0, -1, H], [0, 0, 1]])
# --8<-- [end:flip_matrix]


# --8<-- [start:affine_matrix]
def affine_matrix(
    size: tuple[int, int],
    angle: float = 0.0,
    translate: tuple[float, float] = (0.0, 0.0),
    scale: float = 1.0,
    shear: tuple[float, float] = (0.0, 0.0),
) -> Array:
    """가운데를 붙들고 키우고, 돌리고, 기울이고, 옮긴다. 식 (15.2)

    size: (세로, 가로), angle: 도, translate: (가로, 세로) 픽셀, shear: (가로, 세로) 도
    """
    H, W = scalars.pair("size", size, 1)
    t = np.deg2rad(scalars.number("angle", angle))
    s = scalars.number("scale", scale, above=0)
    a, b = np.tan(np.deg2rad(arrays.finite("shear", shear, "2")))
    dx, dy = arrays.finite("translate", translate, "2")
    center = np.array([[1, 0, W / 2], [0, 1, H / 2], [0, 0, 1]])
    turn = np.array([[np.cos(t), np.sin(t), 0], [-np.sin(t), np.cos(t), 0], [0, 0, 1]])
    lean = np.array([[1, a, dx], [b, 1, dy], [0, 0, 1]])
    return center @ lean @ turn @ np.diag([s, s, 1]) @ np.linalg.inv(center)
# --8<-- [end:affine_matrix]


# --8<-- [start:warp]
def warp(
    image: ArrayLike,
    M: ArrayLike,
    size: tuple[int, int] | None = None,
    *,
    mode: str = "bilinear",
    fill: float = 0.0,
) -> np.ndarray:
    """새 칸마다 그 가운데가 원본의 어디였는지 거꾸로 찾아가 값을 읽는다. 식 (15.3)

    size: 새 사진의 (세로, 가로). None이면 그대로, fill: 원본 밖의 값
    """
    x = picture("image", image)
    H, W = x.shape[:2]
    h, w = scalars.pair("size", (H, W) if size is None else size, 1)
    scalars.choice("mode", mode, ("nearest", "bilinear"))
    back = np.linalg.inv(arrays.finite("M", M, "3, 3"))
    i, j = np.mgrid[:h, :w] + 0.5
    u, v = (back[k, 0] * j + back[k, 1] * i + back[k, 2] - 0.5 for k in (0, 1))
    edge = [(1, 1), (1, 1)] + [(0, 0)] * (x.ndim - 2)
    x1 = np.pad(x.astype(float), edge, constant_values=scalars.number("fill", fill))
    u, v = u.clip(-1, W) + 1, v.clip(-1, H) + 1
    if mode == "nearest":
        return like(x1[np.floor(v + 0.5).astype(int), np.floor(u + 0.5).astype(int)], x)
    a, b = np.minimum(u, W).astype(int), np.minimum(v, H).astype(int)
    s, t = (u - a), (v - b)
    s, t = (k.reshape(h, w, *[1] * (x.ndim - 2)) for k in (s, t))
    top = (1 - s) * x1[b, a] + s * x1[b, a + 1]
    low = (1 - s) * x1[b + 1, a] + s * x1[b + 1, a + 1]
    return like((1 - t) * top + t * low, x)
# --8<-- [end:warp]


# --8<-- [start:warp_boxes]
def warp_boxes(boxes: ArrayLike, M: ArrayLike) -> Array:
    """네 꼭짓점을 옮기고, 그것을 감싸는 상자를 친다. 식 (15.4)"""
    boxes, M = as_boxes("boxes", boxes), arrays.finite("M", M, "3, 3")
    x, y = boxes[:, [0, 2, 2, 0]], boxes[:, [1, 1, 3, 3]]
    u, v = (M[k, 0] * x + M[k, 1] * y + M[k, 2] for k in (0, 1))
    return np.stack([u.min(1), v.min(1), u.max(1), v.max(1)], axis=1)
# --8<-- [end:warp_boxes]


# --8<-- [start:move]
def move(
    sample: Sample,
    M: ArrayLike,
    size: tuple[int, int] | None = None,
    *,
    min_visibility: float = 0.0,
    fill: float = 0.0,
) -> Sample:
    """사진, 상자, 마스크를 같은 행렬로 옮긴다. 밖으로 나간 물체는 함께 뺀다."""
    s = scalars.instance("sample", sample, Sample)
    size = s.size if size is None else size
    image, n = warp(s.image, M, size, fill=fill), 0
    boxes, masks = s.boxes, s.masks
    if masks is not None:
        n, layers = len(masks), np.moveaxis(masks.astype(np.uint8), 0, -1)
        seen = warp(layers, M, size, mode="nearest") if n else np.zeros((*size, 0))
        masks = np.moveaxis(seen, -1, 0).astype(bool)
        keep = masks.any(axis=(1, 2))
    if boxes is not None:
        boxes, keep = clip_boxes(warp_boxes(boxes, M), size, min_visibility)
    if boxes is None and masks is None:
        return replace(s, image=image)
    parts = {"boxes": boxes, "masks": masks, "labels": s.labels}
    kept = {k: v if v is None else v[keep] for k, v in parts.items()}
    return Sample(image, **kept)
# --8<-- [end:move]

"""사진 한 장과 그 정답을 함께 담는다. 사진이 움직이면 상자와 마스크도 움직인다."""

# --8<-- [start:imports]
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars
from lessons.cnn.detection.boxes import as_boxes, box_area

# --8<-- [end:imports]


# --8<-- [start:Sample]
@dataclass(frozen=True)
class Sample:
    """사진과 물체들. 상자, 마스크, 클래스는 없을 수 있고, 있으면 수가 같다.

    image: (H, W)나 (H, W, C). uint8이면 0–255, 실수면 0–1
    boxes: (n, 4) xyxy 픽셀, masks: (n, H, W) 참거짓, labels: (n,) 클래스
    """

    image: np.ndarray
    boxes: Array | None = None
    masks: np.ndarray | None = None
    labels: np.ndarray | None = None

    def __post_init__(self):
        image = picture("image", self.image)
        kept = {"image": image}
        H, W = image.shape[:2]
        if self.boxes is not None:
            kept["boxes"] = as_boxes("boxes", self.boxes)
        if self.masks is not None:
            kept["masks"] = arrays.mask("masks", self.masks, "n, H, W", H=H, W=W)
        if self.labels is not None:
            kept["labels"] = arrays.integers("labels", self.labels, "n")
        if len({len(kept[name]) for name in kept.keys() - {"image"}}) > 1:
            raise ValueError("boxes, masks, labels: 물체의 수가 서로 다르다. 맞춘다.")
        for name, value in kept.items():
            object.__setattr__(self, name, value)

    @property
    def size(self) -> tuple[int, int]:
        """(세로, 가로)"""
        return self.image.shape[:2]
# --8<-- [end:Sample]


# --8<-- [start:picture]
def picture(name: str, image: ArrayLike) -> np.ndarray:
    """uint8은 그대로, 나머지는 float64인 사진."""
    x = arrays.finite(name, image, "H, W | H, W, C")
    return x.astype(np.uint8) if arrays.numbers(name, image).dtype == np.uint8 else x


def like(changed: Array, image: np.ndarray) -> np.ndarray:
    """바꾼 것을 image와 같은 자료형으로: 범위를 벗어난 값은 자르고 반올림한다."""
    if image.dtype == np.uint8:
        return np.rint(changed).clip(0, 255).astype(np.uint8)
    return changed
# --8<-- [end:picture]


# --8<-- [start:clip_boxes]
def clip_boxes(
    boxes: ArrayLike, size: tuple[int, int], min_visibility: float = 0.0
) -> tuple[Array, np.ndarray]:
    """상자를 사진 안으로 자르고, 남길 것을 고른다.

    남는 것: 가로세로가 1픽셀 이상이고, 남은 넓이의 몫이 min_visibility 이상. 식 (15.5)
    반환: 잘린 상자 모두 (n, 4), 남길 것인지 (n,)
    """
    boxes = as_boxes("boxes", boxes)
    share = scalars.number("min_visibility", min_visibility, 0, 1)
    H, W = scalars.pair("size", size, 1)
    inside = boxes.clip(0, [W, H, W, H])
    sides = inside[:, 2:] - inside[:, :2]
    seen = box_area(inside) >= share * box_area(boxes) - 1e-7
    return inside, seen & (sides >= 1 - 1e-7).all(axis=1)
# --8<-- [end:clip_boxes]


# --8<-- [start:masks_to_boxes]
def masks_to_boxes(masks: ArrayLike) -> Array:
    """마스크를 꼭 감싸는 상자 (n, 4). 빈 마스크는 0 넷이다."""
    m = arrays.mask("masks", masks, "n, H, W")
    boxes = np.zeros((len(m), 4))
    for i, one in enumerate(m):
        y, x = np.nonzero(one)
        if len(x):
            boxes[i] = x.min(), y.min(), x.max() + 1, y.max() + 1
    return boxes
# --8<-- [end:masks_to_boxes]

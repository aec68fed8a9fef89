"""멈춘 장면."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import integers
from lessons.datasets import PHOTOS, SIDE, load_photo
from lessons.scalars import choice, count, generator, number
from lessons.scenes.shapes import BRIGHT, DARK, SHAPES, draw_clutter, noise, visible


@dataclass(frozen=True)
class Scene:
    """장면 한 장과 그 정답. 뒤에 적힌 물체가 앞에 놓인다.

    image: (S, S, 3) uint8, 빨강·녹색·파랑
    labels: (n,) SHAPES의 번호
    boxes: (n, 4) 도형 전체의 xyxy. 그림 밖은 잘라 내고, 가려진 곳은 남긴다
    masks: (n, S, S) 보이는 픽셀. 서로 겹치지 않는다
    visible: (n,) 제 픽셀 가운데 보이는 몫
    ids: (n,) 물체의 번호. 동영상에서는 장면이 바뀌어도 그대로다
    """

    image: np.ndarray
    labels: np.ndarray
    boxes: Array
    masks: np.ndarray
    visible: Array
    ids: np.ndarray

    @property
    def semantic(self) -> np.ndarray:
        """(S, S) 픽셀의 클래스. 0은 배경이고 도형은 labels + 1이다."""
        return np.einsum("n,nij->ij", self.labels + 1, self.masks.astype(int))

    @property
    def instances(self) -> np.ndarray:
        """(S, S) 픽셀의 물체. 0은 배경이고 물체는 차례로 1부터다."""
        order = np.arange(1, len(self.labels) + 1)
        return np.einsum("n,nij->ij", order, self.masks.astype(int))


def make_scene(
    size: int = 64,
    n_objects: int | tuple[int, int] = (1, 4),
    *,
    shapes: int = 3,
    sides: tuple[int, int] = (10, 24),
    overlap: float = 0.1,
    clutter: int = 0,
    noise: int = 10,
    photo: str | None = None,
    rng: np.random.Generator,
) -> Scene:
    """도형을 아무 데나 놓은 장면 한 장.

    size: 한 변의 픽셀 수, n_objects: 물체의 수 또는 가장 적은 수와 가장 많은 수
    shapes: 쓸 도형의 가짓수. SHAPES의 앞에서부터 쓴다
    sides: 도형의 변. 가로세로의 비는 3분의 4를 넘지 않는다
    overlap: 두 상자의 IoU가 넘지 않는 값. 놓을 자리가 없으면 그 물체는 뺀다
    clutter: 뒤에 깔 막대의 수, noise: 밝기 눈금(0–255)으로 잰 잡음의 표준편차
    photo: 배경에 깔 사진의 이름(datasets.PHOTOS). None이면 어두운 한 색이다
    """
    size, sides = count("size", size, 8), span_of("sides", sides, 4, size)
    least, most = span_of("n_objects", n_objects, 0)
    shapes = count("shapes", shapes, 1, len(SHAPES))
    overlap = number("overlap", overlap, 0, 1)
    clutter, amount = count("clutter", clutter, 0), count("noise", noise, 0, 255)
    rng = generator("rng", rng)

    image = background(size, photo, clutter, rng)
    boxes, labels, colors = np.zeros((0, 4), dtype=int), [], []
    for _ in range(rng.integers(least, most + 1)):
        box = _free_place(boxes, size, sides, overlap, rng)
        if box is not None:
            boxes = np.concatenate([boxes, box[None]])
            labels.append(rng.integers(shapes))
            colors.append(rng.integers(BRIGHT, 256, size=3))
    labels = np.array(labels, dtype=np.int64)
    return paint(image, labels, boxes, np.arange(len(labels)), colors, amount, rng)


def make_scenes(N: int, *args, rng: np.random.Generator, **options) -> list[Scene]:
    """make_scene을 N번. 받는 것은 make_scene과 같다."""
    return [make_scene(*args, rng=rng, **options) for _ in range(count("N", N, 0))]


def to_input(images: ArrayLike) -> Array:
    """신경망이 받는 꼴로: 채널을 앞으로 옮기고 255로 나눈다.

    images: (N, H, W, 3) uint8. 한 장이면 (H, W, 3)
    반환: (N, 3, H, W), 0부터 1까지
    """
    images = integers("images", images, "N, H, W, 3 | H, W, 3", low=0, high=255)
    images = images[None] if images.ndim == 3 else images
    return np.ascontiguousarray(images.transpose(0, 3, 1, 2)) / 255


def span_of(name: str, value, least: int, most: int | None = None) -> tuple[int, int]:
    """수 하나, 또는 가장 작은 것과 가장 큰 것."""
    pair = value if isinstance(value, tuple | list | np.ndarray) else (value, value)
    if len(pair) != 2:
        raise ValueError(f"{name}: 수 하나나 두 수를 넣는다. 받은 것: {value!r}.")
    low = count(name, pair[0], least, most)
    return low, count(name, pair[1], low, most)


def background(size: int, photo: str | None, clutter: int, rng) -> np.ndarray:
    """어두운 한 색이나 사진의 한 조각에 막대를 그린다."""
    if photo is None:
        color = rng.integers(0, DARK + 1, size=3)
        image = np.broadcast_to(color, (size, size, 3)).astype(np.uint8)
    else:
        whole = load_photo(choice("photo", photo, PHOTOS))
        count("size", size, 1, SIDE)  # 사진보다 큰 조각은 없다
        y, x = rng.integers(0, SIDE - size + 1, size=2)
        image = whole[y : y + size, x : x + size].copy()
    draw_clutter(image, clutter, rng)
    return image


def random_sides(sides: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    """가로와, 가로의 4분의 3부터 3분의 4까지인 세로."""
    low, high = sides
    w = int(rng.integers(low, high + 1))
    h = int(rng.integers(max(low, -(-3 * w // 4)), min(high, 4 * w // 3) + 1))
    return w, h


def _free_place(boxes, size, sides, overlap, rng, tries=20):
    """다른 상자와 너무 겹치지 않는 자리를 몇 번 찾아본다."""
    for _ in range(tries):
        w, h = random_sides(sides, rng)
        x, y = rng.integers(0, size - w + 1), rng.integers(0, size - h + 1)
        box = np.array([x, y, x + w, y + h])
        if not len(boxes):
            return box
        sides_of_both = np.minimum(boxes[:, 2:], box[2:]) - np.maximum(
            boxes[:, :2], box[:2]
        )
        both = sides_of_both.clip(0).prod(axis=1)
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        if (both <= overlap * (area + w * h - both)).all():
            return box
    return None


def paint(image, labels, boxes, ids, colors, amount, rng, front=None) -> Scene:
    """배경에 도형을 칠하고 잡음을 더해 장면을 만든다."""
    size = len(image)
    masks, seen = visible(labels, boxes, size, front)
    canvas = image.astype(int)
    for mask, color in zip(masks, colors, strict=True):
        canvas[mask] = color
    canvas = canvas + noise(amount, canvas.shape, rng)
    return Scene(
        image=canvas.clip(0, 255).astype(np.uint8),
        labels=labels,
        boxes=boxes.clip(0, size).astype(float),
        masks=masks,
        visible=seen,
        ids=np.array(ids, dtype=np.int64),
    )

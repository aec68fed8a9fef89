"""도형 하나를 그린다. 반올림이 끼어들지 않게 정수로만 센다."""

import numpy as np

SHAPES = ("원", "네모", "세모")
DARK, BRIGHT = 64, 90  # 배경은 이보다 어둡고 도형은 이보다 밝다


def inside(shape: int, box: np.ndarray, size: int) -> np.ndarray:
    """상자에 꼭 맞는 도형이 덮는 픽셀. 상자는 그림 밖으로 나가도 된다.

    shape: SHAPES의 번호, box: (4,) 정수 xyxy, size: 그림의 한 변
    반환: (size, size) 참거짓
    """
    x1, y1, x2, y2 = (int(edge) for edge in box)
    w, h = x2 - x1, y2 - y1
    # 픽셀의 가운데와 상자의 가운데를 두 배로 늘려 정수로 견준다
    dx = 2 * np.arange(size) + 1 - (x1 + x2)
    dy = (2 * np.arange(size) + 1 - (y1 + y2))[:, None]
    if shape == 0:
        return (dx * h) ** 2 + (dy * w) ** 2 < (w * h) ** 2
    if shape == 1:
        return (np.abs(dx) < w) & (np.abs(dy) < h)
    return (np.abs(dy) < h) & (2 * np.abs(dx) * h < w * (dy + h))


def visible(shapes: np.ndarray, boxes: np.ndarray, size: int, front=None) -> tuple:
    """뒤에 적힌 것이 앞에 놓인다. 보이는 픽셀과, 제 픽셀 가운데 보이는 몫.

    front: (size, size) 모두를 가리는 것. 없으면 None
    반환: (n, size, size) 참거짓, (n,) 0부터 1까지
    """
    whole = np.zeros((len(boxes), size, size), dtype=bool)
    for mask, shape, box in zip(whole, shapes, boxes, strict=True):
        mask[:] = inside(shape, box, size)
    seen, hidden = whole.copy(), np.zeros((size, size), dtype=bool)
    if front is not None:
        hidden |= front
    for mask in seen[::-1]:
        mask &= ~hidden
        hidden |= mask
    area = whole.sum(axis=(1, 2))
    return seen, seen.sum(axis=(1, 2)) / np.maximum(area, 1)


def noise(amount: int, shape: tuple, rng: np.random.Generator) -> np.ndarray:
    """표준편차가 약 amount인 정수 잡음. 균등한 수 셋을 더한다."""
    return rng.integers(-amount, amount + 1, size=(3, *shape)).sum(axis=0)


def draw_clutter(image: np.ndarray, clutter: int, rng: np.random.Generator) -> None:
    """아무것도 아닌 막대를 그린다. 가늘고 길어서 어느 도형과도 다르다."""
    size = len(image)
    for _ in range(clutter):
        thin, long = rng.integers(1, 3), rng.integers(size // 8, size // 2 + 1)
        w, h = (thin, long) if rng.integers(2) else (long, thin)
        x, y = rng.integers(0, size - w + 1), rng.integers(0, size - h + 1)
        image[y : y + h, x : x + w] = rng.integers(DARK, 256, size=3)

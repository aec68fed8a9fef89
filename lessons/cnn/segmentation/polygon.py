"""다각형을 마스크로. 꼭짓점 (x, y)는 픽셀 단위이고, (0, 0)은 왼쪽 위 모서리다.

픽셀 (i, j)의 중심은 (j + 0.5, i + 0.5)다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import finite
from lessons.scalars import count

# --8<-- [end:imports]
FINE = 5  # COCO는 한 픽셀을 다섯으로 나눈다


# --8<-- [start:polygon_to_mask]
def polygon_to_mask(polygon: ArrayLike, h: int, w: int) -> np.ndarray:
    """중심이 다각형 안에 있는 픽셀. 선을 홀수 번 건너면 안이다.

    polygon: (K, 2) 꼭짓점의 (x, y). 마지막 점은 첫 점과 이어진다
    반환: (h, w) 참거짓
    """
    polygon = finite("polygon", polygon, "K, 2")
    x, y = np.arange(count("w", w)) + 0.5, np.arange(count("h", h))[:, None] + 0.5
    inside = np.zeros((h, w), dtype=bool)
    for (x1, y1), (x2, y2) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (y1 <= y) != (y2 <= y)  # 이 높이를 지나는 변인가
        at = x1 + (y - y1) * (x2 - x1) / (y2 - y1 or 1.0)
        inside ^= crosses & (x < at)
    return inside
# --8<-- [end:polygon_to_mask]


# --8<-- [start:fr_poly]
def fr_poly(polygon: ArrayLike, h: int, w: int) -> np.ndarray:
    """pycocotools의 frPyObjects와 픽셀까지 같은 마스크.

    꼭짓점을 5분의 1픽셀로 반올림하고, 변을 그 칸으로 걷는다. 픽셀의 중심이 있는 열을
    건널 때마다 그 아래의 픽셀을 뒤집는다.
    """
    polygon = finite("polygon", polygon, "K, 2")
    h, w = count("h", h), count("w", w)
    points = (FINE * polygon + 0.5).astype(np.int64)
    around = zip(points, np.roll(points, -1, axis=0), strict=True)
    u, v = np.concatenate([walk(a, b) for a, b in around], axis=1)
    left = np.where(u[1:] < u[:-1], u[1:], u[1:] - 1) - FINE // 2
    top = -((FINE // 2 - np.minimum(v[1:], v[:-1])) // FINE)  # 올림
    x, centre = np.divmod(left, FINE)
    turns = (u[1:] != u[:-1]) & (centre == 0) & (x >= 0) & (x < w)
    at = h * x[turns] + top[turns].clip(0, h)  # 세로로 훑은 자리
    flips = np.bincount(at, minlength=h * w + 1)[: h * w]
    return (np.cumsum(flips) % 2 == 1).reshape((h, w), order="F")


def walk(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """a에서 b까지 긴 쪽으로 한 칸씩 걸은 (x들, y들). 거꾸로 걸어도 같은 칸을 밟는다."""
    steps = abs(b - a)
    long, n = int(steps[0] < steps[1]), steps.max()
    start, end = (b, a) if a[long] > b[long] else (a, b)
    t = np.arange(n + 1)
    path = (start + (end - start) / max(n, 1) * t[:, None] + 0.5).astype(np.int64)
    path[:, long] = start[long] + t
    return (path[::-1] if start is b else path).T
# --8<-- [end:fr_poly]

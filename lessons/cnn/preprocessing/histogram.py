"""밝기의 히스토그램을 펴서 대비를 키운다: 평활화와 CLAHE.

이름과 기본값은 OpenCV와 같다.
출처: Zuiderveld (1994), Contrast Limited Adaptive Histogram Equalization
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars
from lessons.cnn.preprocessing.resize import to_uint8

# --8<-- [end:imports]


# --8<-- [start:equalize_hist]
def histogram(image: ArrayLike) -> np.ndarray:
    """밝기마다 픽셀이 몇 개인지. image: (H, W), 0부터 255까지의 정수"""
    x = arrays.integers("image", image, "H, W", low=0, high=255)
    return np.bincount(x.ravel(), minlength=256)


def equalize_hist(image: ArrayLike) -> np.ndarray:
    """나보다 어둡거나 같은 픽셀의 몫이 새 밝기가 된다. 식 (12.7)

    image: (H, W), 0부터 255까지의 정수. 한 가지 밝기뿐이면 그대로다
    반환: (H, W) uint8
    """
    counts = histogram(image)
    total = np.cumsum(counts)
    darkest = counts[np.flatnonzero(counts)[:1]].sum()
    rest = counts.sum() - darkest
    new = 255 * (total - darkest) / rest if rest else np.arange(256)
    return to_uint8(new)[np.asarray(image, dtype=int)]
# --8<-- [end:equalize_hist]


# --8<-- [start:clip_counts]
def clip_counts(counts: ArrayLike, limit: int) -> np.ndarray:
    """막대를 limit에서 자르고, 잘라 낸 것을 모든 막대에 나누어 준다."""
    counts = arrays.integers("counts", counts, "K", K=256, low=0)
    most = scalars.count("limit", limit)
    cut = np.minimum(counts, most)
    each, left = divmod(int((counts - cut).sum()), 256)
    cut = cut + each
    if left:  # 나머지는 띄엄띄엄 하나씩
        cut[:: max(256 // left, 1)][:left] += 1
    return cut
# --8<-- [end:clip_counts]


# --8<-- [start:clahe]
def clahe(
    image: ArrayLike,
    clipLimit: float = 40.0,
    tileGridSize: tuple[int, int] = (8, 8),
) -> np.ndarray:
    """칸마다 따로 평활화하고, 이웃한 네 칸의 답을 거리로 섞는다.

    image: (H, W), 0부터 255까지의 정수
    clipLimit: 막대의 높이를 평균의 몇 배에서 자르는지
    tileGridSize: (가로, 세로)로 나누는 칸의 수. OpenCV의 차례다
    반환: (H, W) uint8
    """
    x = arrays.integers("image", image, "H, W", low=0, high=255)
    columns, rows = scalars.pair("tileGridSize", tileGridSize, 1)
    clip = scalars.number("clipLimit", clipLimit, above=0)
    arrays.finite("image", x)  # 빈 그림은 나눌 수 없다
    odd = x.shape[0] % rows, x.shape[1] % columns
    # 한쪽이라도 나누어떨어지지 않으면 OpenCV는 두 쪽을 다 덧댄다
    over = (rows - odd[0], columns - odd[1]) if any(odd) else (0, 0)
    padded = np.pad(x, [(0, over[0]), (0, over[1])], mode="reflect")
    h, w = padded.shape[0] // rows, padded.shape[1] // columns
    tiles = padded.reshape(rows, h, columns, w).swapaxes(1, 2)
    limit = max(int(clip * h * w / 256), 1)
    tables = [[_table(tile, limit) for tile in line] for line in tiles]
    return _blend(np.array(tables), x, h, w)


def _table(tile: Array, limit: int) -> Array:
    total = np.cumsum(clip_counts(histogram(tile), limit))
    return to_uint8(total * (255 / tile.size)).astype(float)


def _blend(tables: Array, x: Array, h: int, w: int) -> np.ndarray:
    """픽셀마다 가까운 네 칸의 표를 찾아 이중선형으로 섞는다."""
    sides = []
    for n, length, size in zip(tables.shape, x.shape, (h, w), strict=False):
        at = np.arange(length) / size - 0.5
        first = np.floor(at).astype(int)
        sides.append((first.clip(0), (first + 1).clip(max=n - 1), at - first))
    (top, bottom, a), (left, right, b) = sides
    a, rows = a[:, None], np.stack([top, bottom])[:, :, None]
    upper = (1 - b) * tables[rows[0], left, x] + b * tables[rows[0], right, x]
    lower = (1 - b) * tables[rows[1], left, x] + b * tables[rows[1], right, x]
    return to_uint8((1 - a) * upper + a * lower)
# --8<-- [end:clahe]

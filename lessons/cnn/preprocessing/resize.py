"""크기를 바꾼다. 어떤 방법이든 축마다 행렬 하나를 곱하는 일이다.

mode, align_corners, antialias의 뜻은 torch의 F.interpolate와 같다. area만 OpenCV처럼
픽셀이 걸친 넓이까지 센다(torch는 걸친 픽셀을 통째로 센다).
출처: Keys (1981), Cubic Convolution Interpolation for Digital Image Processing
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars

# --8<-- [end:imports]

# --8<-- [start:MODES]
MODES = ("nearest", "nearest-exact", "bilinear", "bicubic", "area")
SMOOTH = ("bilinear", "bicubic")
# --8<-- [end:MODES]


# --8<-- [start:kernels]
def triangle(t: Array) -> Array:
    """거리 t의 이웃에게 주는 무게. 한 칸 떨어지면 0이다. 식 (12.2)"""
    return np.clip(1 - np.abs(t), 0, None)


def cubic(t: Array, a: float) -> Array:
    """두 칸 떨어지면 0이고 그 사이에서 음수가 되는 무게. 식 (12.3)"""
    t = np.abs(t)
    near = ((a + 2) * t - (a + 3)) * t**2 + 1
    far = a * (((t - 5) * t + 8) * t - 4)
    return np.where(t <= 1, near, np.where(t < 2, far, 0))
# --8<-- [end:kernels]


# --8<-- [start:positions]
def positions(n_in: int, n_out: int, align_corners: bool = False) -> Array:
    """새 칸의 가운데가 원본의 몇 번 칸에 놓이는지. 식 (12.1)"""
    n_in, n_out = scalars.count("n_in", n_in), scalars.count("n_out", n_out)
    i = np.arange(n_out)
    if scalars.flag("align_corners", align_corners):
        return i * (n_in - 1) / max(n_out - 1, 1)
    return (i + 0.5) * n_in / n_out - 0.5
# --8<-- [end:positions]


# --8<-- [start:picks]
def picks(n_in: int, n_out: int, mode: str) -> Array:
    """하나만 고르거나(nearest) 겹친 넓이로 평균 내는(area) 행렬. 정수로 센다."""
    i, j = np.arange(n_out)[:, None], np.arange(n_in)
    if mode == "nearest":
        return (j == i * n_in // n_out).astype(float)
    if mode == "nearest-exact":
        return (j == (2 * i + 1) * n_in // (2 * n_out)).astype(float)
    start, end = np.maximum(i * n_in, j * n_out), np.minimum(i + 1, n_out)
    overlap = np.minimum(end * n_in, (j + 1) * n_out) - start
    return overlap.clip(0) / n_in
# --8<-- [end:picks]


# --8<-- [start:resize_matrix]
def resize_matrix(
    n_in: int,
    n_out: int,
    mode: str = "bilinear",
    *,
    align_corners: bool = False,
    antialias: bool = True,
) -> Array:
    """칸 n_in개를 n_out개로 바꾸는 행렬. 줄마다 더하면 1이다.

    align_corners: 양 끝 칸의 가운데를 맞춘다. antialias를 끈 bilinear와 bicubic에서만
    antialias: 줄일 때 커널을 그만큼 넓혀 모든 픽셀을 섞는다
    반환: (n_out, n_in)
    """
    n_in, n_out = scalars.count("n_in", n_in), scalars.count("n_out", n_out)
    at = positions(n_in, n_out, align_corners)[:, None]
    smooth = scalars.choice("mode", mode, MODES) in SMOOTH
    free = smooth and not scalars.flag("antialias", antialias)
    scalars.choice("align_corners", bool(align_corners), [False, True][: 1 + free])
    if not smooth:
        return picks(n_in, n_out, mode)
    wide = max(n_in / n_out, 1) if antialias else 1
    j = np.arange(n_in) if antialias else np.arange(-2, n_in + 2)
    t = (j - at) / wide
    W = triangle(t) if mode == "bilinear" else cubic(t, -0.5 if antialias else -0.75)
    W /= W.sum(axis=1, keepdims=True)
    inside = j.clip(0, n_in - 1)[:, None] == np.arange(n_in)  # 바깥은 끝 칸이 대신한다
    return W @ inside
# --8<-- [end:resize_matrix]


# --8<-- [start:resize]
def resize(
    image: Array,
    size: int | tuple[int, int],
    mode: str = "bilinear",
    *,
    align_corners: bool = False,
    antialias: bool = True,
) -> Array:
    """그림의 크기를 바꾼다. 세로 행렬과 가로 행렬을 한 번씩 곱한다. 식 (12.4)

    image: (H, W)나 (H, W, C), size: (세로, 가로). 하나면 둘 다
    mode: nearest, nearest-exact, bilinear, bicubic, area
    반환: float64. uint8로 되돌리려면 to_uint8
    """
    x = arrays.finite("image", image, "H, W | H, W, C")
    (H, W), (h, w) = x.shape[:2], scalars.pair("size", size, 1)
    options = {"align_corners": align_corners, "antialias": antialias}
    A, B = resize_matrix(H, h, mode, **options), resize_matrix(W, w, mode, **options)
    rows = (A @ x.reshape(H, -1)).reshape(h, W, -1)
    return (B @ rows).reshape(h, w, *x.shape[2:])
# --8<-- [end:resize]


# --8<-- [start:to_uint8]
def to_uint8(image: Array) -> np.ndarray:
    """가까운 정수로 반올림하고 0부터 255까지로 자른다."""
    x = arrays.finite("image", image)
    return np.rint(x).clip(0, 255).astype(np.uint8)
# --8<-- [end:to_uint8]

"""색을 다르게 적는다: HSV와 YCbCr. 그리고 어떤 파일이든 8비트 RGB로 맞춘다.

출처: Smith (1978), Color Gamut Transform Pairs. ITU-T T.871 (JFIF)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars
from lessons.cnn.filters.correlation import to_gray

# --8<-- [end:imports]


# --8<-- [start:rgb_to_hsv]
def rgb_to_hsv(image: Array) -> Array:
    """색상, 채도, 명도로. 식 (12.5)

    image: (..., 3), 0부터 1까지
    반환: (..., 3), 0부터 1까지. 색상은 한 바퀴가 1이고, 무채색이면 0이다
    """
    x = arrays.finite("image", image, "..., RGB", RGB=3, low=0, high=1)
    R, G, B = np.moveaxis(x, -1, 0)
    V, C = x.max(axis=-1), np.ptp(x, axis=-1)
    safe = np.where(C > 0, C, 1)
    red, green, blue = (G - B) / safe, 2 + (B - R) / safe, 4 + (R - G) / safe
    turn = np.select([V == R, V == G], [red, green], blue)
    H = np.where(C > 0, turn / 6 % 1, 0)
    S = C / np.where(V > 0, V, 1)
    return np.stack([H, S, V], axis=-1)


def hsv_to_rgb(image: Array) -> Array:
    """rgb_to_hsv를 되돌린다. 채널마다 색상환의 꺾은선을 읽는다."""
    x = arrays.finite("image", image, "..., HSV", HSV=3, low=0, high=1)
    H, S, V = np.moveaxis(x[..., None], -2, 0)
    k = (np.array([5, 3, 1]) + 6 * H) % 6
    return V - V * S * np.minimum(k, 4 - k).clip(0, 1)
# --8<-- [end:rgb_to_hsv]


# --8<-- [start:rgb_to_ycbcr]
def rgb_to_ycbcr(image: Array) -> Array:
    """밝기와 두 색차로. 식 (12.6)

    image: (H, W, 3), 0부터 255까지
    반환: (H, W, 3). 무채색이면 두 색차는 128이다
    """
    x = arrays.finite("image", image, "H, W, RGB", RGB=3)
    Y = to_gray(x)
    Cb, Cr = 128 + (x[..., 2] - Y) / 1.772, 128 + (x[..., 0] - Y) / 1.402
    return np.stack([Y, Cb, Cr], axis=-1)


def ycbcr_to_rgb(image: Array) -> Array:
    """rgb_to_ycbcr를 되돌린다. 0과 255를 넘을 수 있다."""
    Y, Cb, Cr = np.moveaxis(arrays.finite("image", image, "H, W, C", C=3), -1, 0)
    R, B = Y + 1.402 * (Cr - 128), Y + 1.772 * (Cb - 128)
    G = (Y - 0.299 * R - 0.114 * B) / 0.587
    return np.stack([R, G, B], axis=-1)
# --8<-- [end:rgb_to_ycbcr]


# --8<-- [start:to_rgb]
def to_rgb(
    image: ArrayLike,
    *,
    bits: int = 8,
    palette: ArrayLike | None = None,
    background: float = 255,
) -> np.ndarray:
    """파일에서 나온 것을 언제나 (H, W, 3) uint8로 맞춘다.

    image: (H, W) 회색이나 팔레트의 번호, (H, W, C)는 C가 2면 회색과 알파,
        3이면 RGB, 4면 RGB와 알파
    bits: 픽셀 하나의 비트 수. 16비트면 65535가 255가 된다
    palette: (K, 3) 번호마다의 색, background: 투명한 곳에 비칠 밝기
    """
    top = 2 ** scalars.count("bits", bits, 1, 16) - 1
    behind = scalars.number("background", background, 0, 255)
    shapes = "H, W | H, W, 2 | H, W, 3 | H, W, 4"
    x = arrays.integers("image", image, shapes, low=0, high=top)
    if palette is not None:
        colors = arrays.integers("palette", palette, "K, RGB", RGB=3, low=0, high=255)
        index = arrays.integers("image", x, "H, W", high=len(colors) - 1)
        return colors[index].astype(np.uint8)
    x = (x[..., None] if x.ndim == 2 else x) * (255 / top)
    if x.shape[-1] in (2, 4):
        alpha = x[..., -1:] / 255
        x = alpha * x[..., :-1] + (1 - alpha) * behind
    x = np.broadcast_to(x, (*x.shape[:2], 3))
    return np.rint(x).astype(np.uint8)
# --8<-- [end:to_rgb]

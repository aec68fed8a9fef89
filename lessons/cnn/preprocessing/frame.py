"""그림의 틀을 맞춘다: 자르기, 덧대기, 비율을 지키며 틀에 넣기."""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars
from lessons.cnn.preprocessing.resize import resize

# --8<-- [end:imports]


# --8<-- [start:crop]
def crop(image: Array, top: int, left: int, height: int, width: int) -> Array:
    """왼쪽 위가 (top, left)인 네모를 오려 낸다. 그림 밖으로 나가지 않는다."""
    x = arrays.real("image", image, "H, W | H, W, C")
    H, W = x.shape[:2]
    h, w = scalars.count("height", height, 1, H), scalars.count("width", width, 1, W)
    y0 = scalars.count("top", top, 0, H - h)
    x0 = scalars.count("left", left, 0, W - w)
    return x[y0 : y0 + h, x0 : x0 + w].copy()


def center_crop(image: Array, output_size: int | tuple[int, int]) -> Array:
    """가운데를 오려 낸다. 남는 칸이 홀수면 torchvision처럼 짝수 쪽으로 반올림한다."""
    h, w = scalars.pair("output_size", output_size, 1)
    x = arrays.real("image", image, "H, W | H, W, C")
    top, left = (round((n - k) / 2) for n, k in zip(x.shape, (h, w), strict=False))
    return crop(x, max(top, 0), max(left, 0), h, w)
# --8<-- [end:crop]


# --8<-- [start:pad]
PADDING_MODES = ("constant", "edge", "reflect", "symmetric")


def pad(
    image: Array, padding: tuple, fill: float = 0, padding_mode: str = "constant"
) -> Array:
    """네 변에 덧댄다. padding: (왼쪽, 위, 오른쪽, 아래), torchvision의 차례다."""
    x = arrays.finite("image", image, "H, W | H, W, C")
    left, top, right, bottom = scalars.counts("padding", padding, 0, size=4)
    mode = scalars.choice("padding_mode", padding_mode, PADDING_MODES)
    fill = scalars.number("fill", fill)
    value = {"constant_values": fill} if mode == "constant" else {}
    around = [(top, bottom), (left, right)] + [(0, 0)] * (x.ndim - 2)
    return np.pad(x, around, mode=mode, **value)
# --8<-- [end:pad]


# --8<-- [start:letterbox]
def letterbox(image: Array, size: int | tuple[int, int], fill: float = 0) -> Array:
    """비율을 지켜 틀 안에 꽉 차게 줄이거나 키우고, 남는 곳을 fill로 덧댄다."""
    x = arrays.finite("image", image, "H, W | H, W, C")
    (H, W), (h, w) = x.shape[:2], scalars.pair("size", size, 1)
    scale = min(h / H, w / W)
    new = max(round(H * scale), 1), max(round(W * scale), 1)
    down, across = h - new[0], w - new[1]
    left, top = across // 2, down // 2
    return pad(resize(x, new), (left, top, across - left, down - top), fill)
# --8<-- [end:letterbox]

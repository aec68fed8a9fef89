"""커널을 칸마다 대고 곱해 더한다. 이 장의 필터는 거의 모두 이것 하나다.

기호: x 그림, W 커널, y 결과. 이름과 기본값은 scipy.ndimage와 같고, 그림과 커널 다음의
선택 사항은 이름을 적어 넘긴다. SciPy는 uint8 그림에 uint8로 답해 값이 넘치지만 여기서는
언제나 float64로 답한다.
출처: Szeliski (2022), Computer Vision: Algorithms and Applications, 3.2절
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars

# --8<-- [end:imports]

# --8<-- [start:KERNELS]
KERNELS = {
    "그대로": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]) / 1,
    "평균": np.array([[1, 1, 1], [1, 1, 1], [1, 1, 1]]) / 9,
    "가우시안": np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16,
    "또렷하게": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]) / 1,
    "엠보스": np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]) / 1,
    "소벨 가로": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 1,
    "소벨 세로": np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]) / 1,
    "라플라시안": np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]) / 1,
}
# --8<-- [end:KERNELS]


# --8<-- [start:to_gray]
def to_gray(image: Array) -> Array:
    """컬러 사진을 밝기 한 장으로 바꾼다. 식 (2.1)

    image: (H, W, 3), 채널은 빨강, 초록, 파랑의 순서
    반환: (H, W), 값의 범위는 받은 사진과 같다
    출처: ITU-R BT.601
    """
    image = arrays.finite("image", image, "H, W, 3")
    return image @ np.array([0.299, 0.587, 0.114])
# --8<-- [end:to_gray]


# --8<-- [start:extend]
MODES = {  # SciPy의 이름: np.pad의 이름. reflect의 뜻이 둘에서 서로 다르다
    "reflect": "symmetric",
    "constant": "constant",
    "nearest": "edge",
    "mirror": "reflect",
    "wrap": "wrap",
}


def extend(x: Array, widths: list[tuple[int, int]], mode: str, cval: float) -> Array:
    """그림의 바깥을 축마다 앞뒤로 widths칸씩 채운다. constant는 cval로 채운다."""
    scalars.choice("mode", mode, list(MODES))
    value = {"constant_values": cval} if mode == "constant" else {}
    return np.pad(x, widths, mode=MODES[mode], **value)
# --8<-- [end:extend]


# --8<-- [start:reach]
def reach(x: Array, W: Array, origin: int | list[int]) -> list[tuple[int, int]]:
    """커널의 가운데에서 앞뒤로 몇 칸이 뻗는지, 축마다."""
    if x.ndim != W.ndim or x.ndim == 0:
        raise ValueError(
            f"weights: 축의 수가 그림과 같아야 한다. 받은 모양: {W.shape}, 그림은 "
            f"{x.shape}. 컬러 사진은 to_gray로 바꾸거나 채널마다 따로 호출한다."
        )
    origin = arrays.integers("origin", origin)
    at = arrays.broadcast("origin", origin, (x.ndim,)).astype(int)
    widths = []
    for k, o in zip(W.shape, at, strict=True):
        before = k // 2 + scalars.count("origin", o, -(k // 2), (k - 1) // 2)
        widths.append((before, k - 1 - before))
    return widths
# --8<-- [end:reach]


# --8<-- [start:correlate]
def correlate(
    input: Array,
    weights: Array,
    *,
    mode: str = "reflect",
    cval: float = 0.0,
    origin: int | list[int] = 0,
) -> Array:
    """커널의 가운데를 칸마다 대고, 겹친 값끼리 곱해 더한다. 식 (2.2)

    input: 그림, weights: 축의 수가 그림과 같은 커널
    mode: reflect, constant(cval로 채움), nearest, mirror, wrap
    origin: 커널의 가운데를 옮기는 칸 수
    반환: 그림과 같은 모양
    """
    x, W = arrays.finite("input", input), arrays.finite("weights", weights)
    padded = extend(x, reach(x, W, origin), mode, scalars.number("cval", cval))
    y = np.zeros(x.shape)
    for cell in np.ndindex(W.shape):
        seen = tuple(slice(u, u + n) for u, n in zip(cell, x.shape, strict=True))
        y += W[cell] * padded[seen]
    return y
# --8<-- [end:correlate]


# --8<-- [start:correlate1d]
def correlate1d(
    input: Array,
    weights: Array,
    axis: int = -1,
    *,
    mode: str = "reflect",
    cval: float = 0.0,
    origin: int = 0,
) -> Array:
    """한 축으로만 커널을 댄다. weights: (k,), 나머지는 correlate와 같다."""
    x = arrays.finite("input", input, "..., n")
    W = arrays.finite("weights", weights, "k")
    at = scalars.count("axis", axis, -x.ndim, x.ndim - 1)
    shape, origins = [1] * x.ndim, [0] * x.ndim
    shape[at], origins[at] = len(W), origin
    return correlate(x, W.reshape(shape), mode=mode, cval=cval, origin=origins)
# --8<-- [end:correlate1d]

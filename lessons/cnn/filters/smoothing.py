"""흐리는 필터: 평균, 가우시안, 중앙값. 앞의 둘은 한 축씩 나누어 계산한다.

기호: x 그림, s(σ) 표준편차, k 커널의 한 변. 이름과 기본값은 scipy.ndimage와 같다.
출처: Szeliski (2022), Computer Vision: Algorithms and Applications, 3.2–3.3절
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars
from lessons.cnn.filters.correlation import correlate1d, extend

# --8<-- [end:imports]


# --8<-- [start:along_each_axis]
def along_each_axis(x: Array, weights: Array, **border) -> Array:
    """같은 1차원 커널을 축마다 차례로 댄다. 식 (2.5)"""
    for axis in range(x.ndim):
        x = correlate1d(x, weights, axis, **border)
    return x
# --8<-- [end:along_each_axis]


# --8<-- [start:uniform_filter]
def uniform_filter(
    input: Array, size: int = 3, *, mode: str = "reflect", cval: float = 0.0
) -> Array:
    """한 변이 size인 창의 평균."""
    k = scalars.count("size", size)
    x = arrays.finite("input", input, "..., n")
    return along_each_axis(x, np.full(k, 1 / k), mode=mode, cval=cval)
# --8<-- [end:uniform_filter]


# --8<-- [start:gaussian_kernel1d]
def gaussian_kernel1d(sigma: float, radius: int) -> Array:
    """합이 1인 종 모양의 커널. 식 (2.3)

    반환: (2·radius + 1,). sigma가 0이면 흐리지 않는 [1]
    """
    s, r = scalars.number("sigma", sigma, 0), scalars.count("radius", radius, 0)
    u = np.arange(-r, r + 1) / s if s else np.zeros(1)
    g = np.exp(-(u**2) / 2)
    return g / g.sum()
# --8<-- [end:gaussian_kernel1d]


# --8<-- [start:gaussian_filter]
def gaussian_filter(
    input: Array,
    sigma: float,
    *,
    mode: str = "reflect",
    cval: float = 0.0,
    truncate: float = 4.0,
    radius: int | None = None,
) -> Array:
    """표준편차가 sigma픽셀인 가우시안으로 흐린다.

    truncate: 표준편차의 몇 배에서 커널을 자르는지. radius를 주면 그 칸에서 자른다
    """
    x = arrays.finite("input", input, "..., n")
    reach = scalars.number("truncate", truncate, 0) * scalars.number("sigma", sigma, 0)
    r = int(reach + 0.5) if radius is None else radius
    return along_each_axis(x, gaussian_kernel1d(sigma, r), mode=mode, cval=cval)
# --8<-- [end:gaussian_filter]


# --8<-- [start:median_filter]
def median_filter(
    input: Array, size: int = 3, *, mode: str = "reflect", cval: float = 0.0
) -> Array:
    """한 변이 size인 창의 중앙값. 칸이 짝수 개면 가운데 둘 가운데 큰 쪽이다."""
    k = scalars.count("size", size)
    x = arrays.finite("input", input, "..., n")
    around = [(k // 2, k - 1 - k // 2)] * x.ndim
    padded = extend(x, around, mode, scalars.number("cval", cval))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k,) * x.ndim)
    flat = windows.reshape(*x.shape, -1)
    return np.sort(flat, axis=-1)[..., flat.shape[-1] // 2]
# --8<-- [end:median_filter]

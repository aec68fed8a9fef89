"""밝기가 얼마나 급히 바뀌는지 재는 필터: 소벨과 라플라시안.

이름과 기본값은 scipy.ndimage와 같다.
출처: Sobel & Feldman (1968), A 3x3 Isotropic Gradient Operator for Image Processing
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars
from lessons.cnn.filters.correlation import correlate1d

# --8<-- [end:imports]


# --8<-- [start:sobel]
def sobel(
    input: Array, axis: int = -1, *, mode: str = "reflect", cval: float = 0.0
) -> Array:
    """axis를 따라 뒤 칸에서 앞 칸을 빼고, 다른 축으로는 1, 2, 1로 더한다. 식 (2.7)"""
    x = arrays.finite("input", input, "..., n")
    axis = scalars.count("axis", axis, -x.ndim, x.ndim - 1) % x.ndim
    x = correlate1d(x, [-1, 0, 1], axis, mode=mode, cval=cval)
    for other in set(range(x.ndim)) - {axis}:
        x = correlate1d(x, [1, 2, 1], other, mode=mode, cval=cval)
    return x
# --8<-- [end:sobel]


# --8<-- [start:laplace]
def laplace(input: Array, *, mode: str = "reflect", cval: float = 0.0) -> Array:
    """축마다의 이차 차분 1, −2, 1을 더한다. 식 (2.8)"""
    x = arrays.finite("input", input, "..., n")
    y = np.zeros(x.shape)
    for axis in range(x.ndim):
        y += correlate1d(x, [1, -2, 1], axis, mode=mode, cval=cval)
    return y
# --8<-- [end:laplace]

"""창을 열로 펴는 im2col과 그 수반인 col2im.

기호: x 입력 (N, C, H, W), 열 (N, C·kh·kw, L). L은 창을 놓는 자리의 수다.
이름은 논문을, 인수의 이름과 순서는 PyTorch의 F.unfold와 F.fold를 따른다.
출처: Chellapilla, Puri, Simard (2006)
"""

# --8<-- [start:imports]
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays
from lessons.cnn.convolution import output_size
from lessons.scalars import pair

Pair = tuple[int, int]
places = lru_cache(output_size)  # 같은 층은 같은 크기를 되풀이해 묻는다
# --8<-- [end:imports]


# --8<-- [start:pad]
def pad(x: Array, padding: Pair) -> Array:
    """높이와 너비의 양쪽에 0을 두른다. 두를 것이 없으면 x를 그대로 돌려준다."""
    (ph, pw), (N, C, H, W) = padding, x.shape
    if ph == pw == 0:
        return x
    xp = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    xp[:, :, ph : ph + H, pw : pw + W] = x
    return xp


def out_shape(
    size: Pair, kernel: Pair, stride: Pair, padding: Pair, dilation: Pair
) -> Pair:
    """(H_out, W_out). 세로와 가로에 식 (3.5)를 쓴다."""
    high, wide = map(places, size, kernel, stride, padding, dilation)
    return high, wide
# --8<-- [end:pad]


# --8<-- [start:gather]
def taps(
    kernel: Pair, out: Pair, stride: Pair, dilation: Pair
) -> Iterator[tuple[int, int, slice, slice]]:
    """커널 칸 (u, v)마다, 모든 창에서 그 칸과 만나는 입력의 행과 열"""
    (kh, kw), (sh, sw), (dh, dw) = kernel, stride, dilation
    high, wide = sh * (out[0] - 1) + 1, sw * (out[1] - 1) + 1
    for u, v in product(range(kh), range(kw)):
        rows = slice(u * dh, u * dh + high, sh)
        yield u, v, rows, slice(v * dw, v * dw + wide, sw)


def gather(xp: Array, kernel: Pair, out: Pair, stride: Pair, dilation: Pair) -> Array:
    """창이 보는 값을 읽어 모은다. 반환: (N, C, kh, kw, H_out, W_out)"""
    cols = np.empty((*xp.shape[:2], *kernel, *out))
    for u, v, rows, columns in taps(kernel, out, stride, dilation):
        cols[:, :, u, v] = xp[:, :, rows, columns]
    return cols


def scatter(cols: Array, xp: Array, stride: Pair, dilation: Pair) -> None:
    """gather가 읽은 바로 그 자리에 값을 더한다. xp를 고친다."""
    kernel, out = cols.shape[2:4], cols.shape[4:]
    for u, v, rows, columns in taps(kernel, out, stride, dilation):
        xp[:, :, rows, columns] += cols[:, :, u, v]
# --8<-- [end:gather]


# --8<-- [start:im2col]
def im2col(
    x: ArrayLike,
    kernel_size: int | Pair,
    dilation: int | Pair = 1,
    padding: int | Pair = 0,
    stride: int | Pair = 1,
) -> Array:
    """창 하나를 열 하나로 편다. 식 (4.2)

    x: (N, C, H, W)
    반환: (N, C·kh·kw, L). 행은 채널, 커널의 행, 커널의 열 순서다
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x = arrays.real("x", x, "N, C, H, W")
    kernel, padding = pair("kernel_size", kernel_size, 1), pair("padding", padding)
    stride, dilation = pair("stride", stride, 1), pair("dilation", dilation, 1)
    out = out_shape(x.shape[2:], kernel, stride, padding, dilation)
    cols = gather(pad(x, padding), kernel, out, stride, dilation)
    return cols.reshape(len(x), x.shape[1] * kernel[0] * kernel[1], out[0] * out[1])
# --8<-- [end:im2col]


# --8<-- [start:col2im]
def col2im(
    cols: ArrayLike,
    output_size: int | Pair,
    kernel_size: int | Pair,
    dilation: int | Pair = 1,
    padding: int | Pair = 0,
    stride: int | Pair = 1,
) -> Array:
    """열의 값을 im2col이 읽은 자리에 되돌려 더한다. im2col의 수반이다. 식 (4.6)

    cols: (N, C·kh·kw, L), output_size: im2col에 넣었던 그림의 (H, W)
    반환: (N, C, H, W). 여러 창이 본 칸에는 여러 값이 더해진다
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    size, padding = pair("output_size", output_size, 1), pair("padding", padding)
    kernel, stride = pair("kernel_size", kernel_size, 1), pair("stride", stride, 1)
    dilation = pair("dilation", dilation, 1)
    out = out_shape(size, kernel, stride, padding, dilation)
    cols = arrays.real("cols", cols, "N, C·kh·kw, L", L=out[0] * out[1])
    C, left = divmod(cols.shape[1], kernel[0] * kernel[1])
    if left:
        raise ValueError(
            f"cols: 둘째 축은 커널 칸의 수 {kernel[0] * kernel[1]}의 배수여야 한다. "
            f"받은 모양: {cols.shape}. kernel_size를 확인한다."
        )
    (H, W), (ph, pw) = size, padding
    xp = np.zeros((len(cols), C, H + 2 * ph, W + 2 * pw))
    scatter(cols.reshape(len(cols), C, *kernel, *out), xp, stride, dilation)
    return xp[:, :, ph : ph + H, pw : pw + W]
# --8<-- [end:col2im]

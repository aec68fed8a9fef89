"""합성곱을 반복문으로 계산한다.

기호: x 입력, W 커널, b 편향, y 출력. 출력 칸은 (i, j), 커널 칸은 (u, v)로 센다.
출처: Dumoulin & Visin (2016), A guide to convolution arithmetic for deep learning
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.arrays import real
from lessons.scalars import count, pair

# --8<-- [end:imports]


# --8<-- [start:output_size]
def output_size(
    n: int, k: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """한 방향으로 커널을 놓을 수 있는 자리의 수. 식 (3.5)

    n: 입력의 길이, k: 커널의 길이
    오류: 값이 너무 작거나 커널을 놓을 자리가 없으면 ValueError
    """
    n, k, stride = count("n", n), count("k", k), count("stride", stride)
    padding, dilation = count("padding", padding, 0), count("dilation", dilation)
    span = dilation * (k - 1) + 1
    if span > n + 2 * padding:
        raise ValueError(
            f"커널이 덮는 길이({span})가 패딩까지 더한 입력({n + 2 * padding})보다 "
            f"길다. padding을 {(span - n + 1) // 2} 이상으로 늘리거나 "
            "커널이나 dilation을 줄인다."
        )
    # ⌊(n + 2p − K) / s⌋ + 1
    return (n + 2 * padding - span) // stride + 1
# --8<-- [end:output_size]


# --8<-- [start:cross_correlate2d]
def cross_correlate2d(x: Array, W: Array) -> Array:
    """커널을 한 칸씩 밀며, 겹친 값끼리 곱해 더한다. 식 (3.1)

    x: (높이, 너비) 입력, W: (kh, kw) 커널
    반환: (높이 - kh + 1, 너비 - kw + 1)
    """
    x, W = real("x", x, "높이, 너비"), real("W", W, "kh, kw")
    kh, kw = W.shape
    h_out, w_out = output_size(x.shape[0], kh), output_size(x.shape[1], kw)
    y = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            for u in range(kh):
                for v in range(kw):
                    y[i, j] += W[u, v] * x[i + u, j + v]
    return y
# --8<-- [end:cross_correlate2d]


# --8<-- [start:true_convolve2d]
def true_convolve2d(x: Array, W: Array) -> Array:
    """수학의 합성곱. 커널을 위아래와 좌우로 뒤집은 상호상관이다. 식 (3.2)"""
    return cross_correlate2d(x, real("W", W, "kh, kw")[::-1, ::-1])
# --8<-- [end:true_convolve2d]


# --8<-- [start:conv2d]
def conv2d(
    x: Array,
    W: Array,
    b: Array | None = None,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> Array:
    """딥러닝의 합성곱, 곧 채널과 배치가 있는 상호상관. 식 (3.6)

    x: (N, C, H, W) 입력, W: (C_out, C / groups, kh, kw) 커널, b: (C_out,) 편향
    반환: (N, C_out, H_out, W_out)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x, W = real("x", x, "N, C, H, W"), real("W", W, "C_out, C_group, kh, kw")
    (N, channels, height, width), (c_out, c_group, kh, kw) = x.shape, W.shape
    if c_group * count("groups", groups) != channels or c_out % groups:
        raise ValueError(
            f"groups: 커널은 채널을 {channels} / groups개 받고, 커널의 수 {c_out}도 "
            f"groups의 배수여야 한다. 받은 값: {groups}, 커널이 받는 채널: {c_group}."
        )
    b = None if b is None else real("b", b, "C_out", C_out=c_out)
    (sh, sw), (ph, pw) = pair("stride", stride, 1), pair("padding", padding)
    dh, dw = pair("dilation", dilation, 1)
    h_out = output_size(height, kh, sh, ph, dh)
    w_out = output_size(width, kw, sw, pw, dw)

    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    y = np.empty((N, c_out, h_out, w_out))
    for m, o, i, j in np.ndindex(y.shape):
        first = o // (c_out // groups) * c_group
        rows = slice(i * sh, i * sh + dh * (kh - 1) + 1, dh)
        columns = slice(j * sw, j * sw + dw * (kw - 1) + 1, dw)
        patch = x[m, first : first + c_group, rows, columns]
        y[m, o, i, j] = np.sum(W[o] * patch)
    return y if b is None else y + b[:, None, None]
# --8<-- [end:conv2d]

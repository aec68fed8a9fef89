"""합성곱을 반복문으로 계산한다.

기호: x 입력, W 커널, b 편향, y 출력. 출력 칸은 (i, j), 커널 칸은 (u, v)로 센다.
출처: Dumoulin & Visin (2016), A guide to convolution arithmetic for deep learning
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:output_size]
def output_size(
    n: int, k: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """한 방향으로 커널을 놓을 수 있는 자리의 수. 식 (3.5)

    n: 입력의 길이, k: 커널의 길이
    오류: 값이 너무 작거나 커널을 놓을 자리가 없으면 ValueError
    """
    at_least = {"n": 1, "k": 1, "stride": 1, "padding": 0, "dilation": 1}
    given = (n, k, stride, padding, dilation)
    for (name, least), value in zip(at_least.items(), given, strict=True):
        if not isinstance(value, int | np.integer) or value < least:
            raise ValueError(
                f"{name}에는 {least} 이상의 정수를 넣어야 한다 (받은 값: {value!r})."
            )
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
    if x.ndim != 2 or W.ndim != 2:
        raise ValueError(
            f"x와 W는 2차원이어야 한다 (받은 모양: {x.shape}, {W.shape}). "
            "채널이 있으면 conv2d를 쓴다."
        )
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
    return cross_correlate2d(x, W[::-1, ::-1])
# --8<-- [end:true_convolve2d]


# --8<-- [start:pair]
def pair(value: int | tuple[int, int], name: str) -> tuple[int, int]:
    """정수 하나는 세로와 가로에 똑같이 쓴다."""
    if isinstance(value, int | np.integer):
        return value, value
    if isinstance(value, tuple | list) and len(value) == 2:
        return value[0], value[1]
    raise ValueError(
        f"{name}에는 정수 하나나 (세로, 가로) 두 정수를 넣어야 한다 "
        f"(받은 값: {value!r})."
    )
# --8<-- [end:pair]


# --8<-- [start:check_shapes]
def check_shapes(x: Array, W: Array, b: Array | None, groups: int) -> None:
    """conv2d가 받은 배열의 모양이 서로 맞는지 본다."""
    if x.ndim != 4:
        raise ValueError(
            f"x의 모양은 (N, C, H, W)여야 한다 (받은 모양: {x.shape}). "
            "흑백 그림 한 장이면 x[None, None]으로 축을 더한다."
        )
    if W.ndim != 4:
        raise ValueError(
            "W의 모양은 (출력 채널, 입력 채널 / groups, kh, kw)여야 한다 "
            f"(받은 모양: {W.shape})."
        )
    c_in, c_out = x.shape[1], W.shape[0]
    if groups < 1 or c_in % groups or c_out % groups:
        raise ValueError(
            "groups는 입력 채널과 출력 채널의 수를 모두 나누어야 한다 "
            f"(groups={groups}, 입력 채널={c_in}, 출력 채널={c_out})."
        )
    if W.shape[1] != c_in // groups:
        raise ValueError(
            f"커널은 채널 {c_in // groups}개를 받아야 하는데 {W.shape[1]}개를 받는다. "
            f"W의 둘째 축 길이를 {c_in // groups}에 맞추거나 x의 채널 축을 확인한다 "
            f"(x: {x.shape}, W: {W.shape}, groups={groups})."
        )
    if b is not None and b.shape != (c_out,):
        raise ValueError(
            f"b의 모양은 ({c_out},)여야 한다 (받은 모양: {b.shape}). "
            "편향은 출력 채널마다 하나다."
        )
# --8<-- [end:check_shapes]


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
    check_shapes(x, W, b, groups)
    N, _, height, width = x.shape
    c_out, c_group, kh, kw = W.shape
    (sh, sw), (ph, pw) = pair(stride, "stride"), pair(padding, "padding")
    dh, dw = pair(dilation, "dilation")
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

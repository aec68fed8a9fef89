"""전치 합성곱. 합성곱이 입력으로 기울기를 보내는 계산을 앞으로 쓴다.

출처: Zeiler 외 (2010), Dumoulin, Visin (2016) 4장
"""

# --8<-- [start:imports]
from numpy.typing import ArrayLike

from lessons import Array, arrays
from lessons.cnn.conv.fast import grad_input
from lessons.cnn.conv.im2col import Pair
from lessons.cnn.conv.plan import Plan, Shape
from lessons.scalars import count, pair

# --8<-- [end:imports]


# --8<-- [start:transpose_plan]
def transpose_plan(
    x_shape: Shape,
    W_shape: Shape,
    stride: int | Pair,
    padding: int | Pair,
    output_padding: int | Pair,
    groups: int,
    dilation: int | Pair,
) -> Plan:
    """출력에서 입력으로 가는 합성곱의 Plan. 출력의 크기는 식 (4.10)

    오류: 값이 범위를 벗어나거나 채널의 수가 맞지 않으면 ValueError
    """
    (N, C, *size), (_, each, *kernel) = x_shape, W_shape
    groups, stride = count("groups", groups), pair("stride", stride, 1)
    padding, dilation = pair("padding", padding), pair("dilation", dilation, 1)
    extra = pair("output_padding", output_padding)
    if C % groups or W_shape[0] != C or min(*W_shape, *size) < 1:
        raise ValueError(
            f"W: 모양이 ({C}, 출력 채널 / groups, kh, kw)이고 groups가 {C}을 나누어야 "
            f"한다. 받은 모양: x {x_shape}, W {W_shape}, groups={groups}. "
            "conv2d의 W와는 앞의 두 축이 반대다."
        )
    if any(e >= max(s, d) for e, s, d in zip(extra, stride, dilation, strict=True)):
        raise ValueError(
            "output_padding: stride나 dilation보다 작아야 한다. "
            f"받은 값: {extra}, stride={stride}, dilation={dilation}."
        )
    high, wide = (
        (n - 1) * s - 2 * p + d * (k - 1) + e + 1
        for n, s, p, d, k, e in zip(
            size, stride, padding, dilation, kernel, extra, strict=True
        )
    )
    if min(high, wide) < 1:
        raise ValueError(
            f"padding: 출력이 {high}×{wide}칸이 된다. padding을 줄인다: {padding}."
        )
    target = (N, each * groups, high, wide)
    return Plan(target, W_shape, tuple(size), stride, padding, dilation, groups)
# --8<-- [end:transpose_plan]


# --8<-- [start:conv_transpose2d]
def conv_transpose2d(
    x: ArrayLike,
    W: ArrayLike,
    b: ArrayLike | None = None,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    output_padding: int | Pair = 0,
    groups: int = 1,
    dilation: int | Pair = 1,
) -> Array:
    """칸마다 커널을 그 값만큼 찍어 겹친 곳을 더한다. 식 (4.9)

    x: (N, C, H, W) 입력, W: (C, C_out / groups, kh, kw) 커널, b: (C_out,) 편향
    반환: (N, C_out, H_out, W_out)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x, W = arrays.real("x", x, "N, C, H, W"), arrays.real("W", W, "C, C_out, kh, kw")
    options = stride, padding, output_padding, groups, dilation
    p = transpose_plan(x.shape, W.shape, *options)
    y = grad_input(p, W, x)
    if b is not None:
        y = y + arrays.real("b", b, "C_out", C_out=y.shape[1])[:, None, None]
    return y
# --8<-- [end:conv_transpose2d]

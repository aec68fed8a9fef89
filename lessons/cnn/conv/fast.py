"""열과 행렬 곱으로 하는 합성곱과 그 두 기울기.

conv2d의 인수는 convolution.conv2d와 같고, 기울기의 이름과 인수의 순서는
torch.nn.grad를 따른다. 입력과 출력 말고 드는 메모리는 plan.LIMIT 안쪽의 토막 몇
벌과 그 토막이 보는 그림뿐이다.
출처: Chellapilla, Puri, Simard (2006), Chetlur 외 (2014)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays
from lessons.cnn.conv.im2col import Pair, pad, scatter
from lessons.cnn.conv.plan import Plan, Shape, plan
from lessons.scalars import counts

# --8<-- [end:imports]


# --8<-- [start:forward]
def forward(p: Plan, x: Array, W: Array) -> Array:
    """커널의 행렬 × 열. 식 (4.4)"""
    y, kernels = np.empty(p.y_shape), p.matrix(W)
    for samples, bands in p.blocks():
        xp = pad(x[samples], p.padding)
        for rows, seen in bands:
            part = y[samples, :, rows]
            cols = p.columns(xp[:, :, seen], part.shape[2])
            part[...] = (kernels @ cols).reshape(part.shape)
    return y
# --8<-- [end:forward]


# --8<-- [start:gradients]
def grad_weight(p: Plan, x: Array, dy: Array) -> Array:
    """출력의 기울기 × 열의 전치. 식 (4.7)"""
    dW = p.matrix(np.zeros(p.W_shape))
    for samples, bands in p.blocks():
        xp = pad(x[samples], p.padding)
        for rows, seen in bands:
            part = dy[samples, :, rows]
            cols = p.columns(xp[:, :, seen], part.shape[2])
            dW += (p.grouped(part) @ cols.mT).sum(axis=0)
    return dW.reshape(p.W_shape)


def grad_input(p: Plan, W: Array, dy: Array) -> Array:
    """커널의 전치 × 출력의 기울기를, 열이 본 자리에 더한다. 식 (4.8)"""
    turned = backward_plan(p)
    if turned:
        return forward(turned, dy, turn(W, p.groups))
    (N, C, H, width), (ph, pw), kernels = p.x_shape, p.padding, p.matrix(W).mT
    dxp = np.zeros((N, C, H + 2 * ph, width + 2 * pw))
    for samples, bands in p.blocks():
        for rows, seen in bands:
            part = dy[samples, :, rows]
            cols = kernels @ p.grouped(part)
            cols = cols.reshape(len(part), C, *W.shape[2:], *part.shape[2:])
            scatter(cols, dxp[samples, :, seen], p.stride, p.dilation)
    return dxp[:, :, ph : ph + H, pw : pw + width]
# --8<-- [end:gradients]


# --8<-- [start:turn]
def backward_plan(p: Plan) -> Plan | None:
    """스트라이드가 1이면 입력의 기울기도 합성곱이다. 출력 채널이 많으면 손해다."""
    (_, c_in, H, width), c_out = p.x_shape, p.W_shape[0]
    (ph, pw), (high, wide) = p.padding, p.span
    inset = high - 1 - ph, wide - 1 - pw
    whole = p.out == (H + 2 * ph - high + 1, width + 2 * pw - wide + 1)
    if p.stride != (1, 1) or min(inset) < 0 or c_out > 2 * c_in or not whole:
        return None
    W_shape = (c_in, c_out // p.groups, *p.W_shape[2:])
    return Plan(p.y_shape, W_shape, (H, width), p.stride, inset, p.dilation, p.groups)


def turn(W: Array, groups: int) -> Array:
    """두 채널의 축을 묶음 안에서 맞바꾸고 180도 돌린 커널"""
    c_out, c_in, kh, kw = W.shape
    grouped = W[:, :, ::-1, ::-1].reshape(groups, c_out // groups, c_in, kh, kw)
    return grouped.swapaxes(1, 2).reshape(groups * c_in, c_out // groups, kh, kw)
# --8<-- [end:turn]


# --8<-- [start:conv2d]
def conv2d(
    x: ArrayLike,
    W: ArrayLike,
    b: ArrayLike | None = None,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> Array:
    """convolution.conv2d와 같은 답을 행렬 곱으로 낸다.

    x: (N, C, H, W) 입력, W: (C_out, C / groups, kh, kw) 커널, b: (C_out,) 편향
    반환: (N, C_out, H_out, W_out)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x, W = arrays.real("x", x, "N, C, H, W"), arrays.real("W", W, "C_out, C_in, kh, kw")
    y = forward(plan(x.shape, W.shape, stride, padding, dilation, groups), x, W)
    if b is not None:
        y += arrays.real("b", b, "C_out", C_out=len(W))[:, None, None]
    return y
# --8<-- [end:conv2d]


# --8<-- [start:conv2d_grad]
def backward(
    x_shape: Shape, W_shape: Shape, grad_output: ArrayLike, *options
) -> tuple[Plan, Array]:
    """순전파의 계획과, 그 출력과 모양이 같은 기울기"""
    p = plan(x_shape, W_shape, *options)
    N, C, H, W = p.y_shape
    return p, arrays.real("grad_output", grad_output, "N, C, H, W", N=N, C=C, H=H, W=W)


def conv2d_weight(
    x: ArrayLike,
    weight_size: Shape,
    grad_output: ArrayLike,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> Array:
    """출력의 기울기에서 커널의 기울기를 구한다. 반환: weight_size 모양"""
    x, options = arrays.real("x", x, "N, C, H, W"), (stride, padding, dilation, groups)
    size = tuple(counts("weight_size", weight_size, size=4))
    p, dy = backward(x.shape, size, grad_output, *options)
    return grad_weight(p, x, dy)


def conv2d_input(
    input_size: Shape,
    W: ArrayLike,
    grad_output: ArrayLike,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> Array:
    """출력의 기울기에서 입력의 기울기를 구한다. 반환: input_size 모양"""
    W = arrays.real("W", W, "C_out, C_in, kh, kw")
    size = tuple(counts("input_size", input_size, 0, size=4))
    options = stride, padding, dilation, groups
    p, dy = backward(size, W.shape, grad_output, *options)
    return grad_input(p, W, dy)
# --8<-- [end:conv2d_grad]

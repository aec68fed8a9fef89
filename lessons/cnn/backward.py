"""합성곱과 풀링의 기울기를 손으로 구한다.

기호: x 입력, W 커널, b 편향, y 출력. dy는 y의 기울기이고 dx, dW, db도 같은 뜻이다.
출처: LeCun 외 (1989), Dumoulin & Visin (2016) 4장
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.cnn.conv.im2col import pad, taps
from lessons.cnn.conv.plan import plan
from lessons.cnn.pooling import Size, inside, max_pool2d, surround, windows, winners

# --8<-- [end:imports]


# --8<-- [start:conv2d_backward]
def conv2d_backward(
    dy: ArrayLike,
    x: ArrayLike,
    W: ArrayLike,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> tuple[Array, Array, Array]:
    """y = conv2d(x, W, b, …)의 세 기울기. 식 (7.8), (7.9)

    dy: (N, C_out, H_out, W_out) 출력의 기울기
    반환: dx (x의 모양), dW (W의 모양), db (C_out,)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x, W = real("x", x, "N, C, H, W"), real("W", W, "C_out, C_in, kh, kw")
    p = plan(x.shape, W.shape, stride, padding, dilation, groups)
    (N, C_out, h, w), G = p.y_shape, p.groups
    dy = real("dy", dy, "N, C_out, H, W", N=N, C_out=C_out, H=h, W=w)
    split = dy.reshape(N, G, C_out // G, h, w)
    kernels = W.reshape(G, C_out // G, *W.shape[1:])
    xp = pad(x, p.padding)
    dxp, dW = np.zeros(xp.shape), np.zeros(kernels.shape)
    for u, v, rows, columns in taps(W.shape[2:], p.out, p.stride, p.dilation):
        met = xp[:, :, rows, columns].reshape(N, G, -1, h, w)
        dW[..., u, v] = np.einsum("ngohw,ngchw->goc", split, met)
        sent = np.einsum("ngohw,goc->ngchw", split, kernels[..., u, v])
        dxp[:, :, rows, columns] += sent.reshape(N, -1, h, w)
    return inside(dxp, x.shape), dW.reshape(W.shape), dy.sum(axis=(0, 2, 3))
# --8<-- [end:conv2d_backward]


# --8<-- [start:pool_backward]
def max_pool2d_backward(
    dy: ArrayLike,
    x: ArrayLike,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
) -> Array:
    """max_pool2d의 기울기. 창마다 이긴 칸으로만 간다. 식 (7.11)

    같은 값이 여럿이면 PyTorch처럼 앞의 칸이 이긴다.
    dy: (N, C, H_out, W_out) 출력의 기울기
    반환: x의 모양
    """
    y = max_pool2d(x, kernel_size, stride, padding, dilation)
    dy, xp = like("dy", dy, y), surround(x, kernel_size, padding, -np.inf)
    places = kernel_size, kernel_size if stride is None else stride, dilation
    dxp, won = np.zeros(xp.shape), winners(windows(xp, *places), y)
    for view, here in zip(windows(dxp, *places), won, strict=True):
        view += dy * here
    return inside(dxp, np.shape(x))


def avg_pool2d_backward(
    dy: ArrayLike,
    x: ArrayLike,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
) -> Array:
    """avg_pool2d의 기울기. 창의 모든 칸에 똑같이 나누어 준다. 식 (7.12)"""
    dxp = np.zeros(surround(x, kernel_size, padding, 0.0).shape)
    views = [*windows(dxp, kernel_size, kernel_size if stride is None else stride)]
    dy = like("dy", dy, views[0])
    for view in views:
        view += dy / len(views)
    return inside(dxp, np.shape(x))
# --8<-- [end:pool_backward]


# --8<-- [start:like]
def like(name: str, dy: ArrayLike, y: Array) -> Array:
    """출력 y와 모양이 같은 기울기"""
    N, C, H, W = y.shape
    return real(name, dy, "N, C, H, W", N=N, C=C, H=H, W=W)
# --8<-- [end:like]

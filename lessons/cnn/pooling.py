"""풀링: 창마다 수 하나만 남겨 특성 맵을 줄인다.

기호: x (N, C, H, W) 특성 맵, y 줄어든 특성 맵. 채널마다 따로 한다.
이름과 인수는 torch.nn.functional을 따른다.
출처: LeCun 외 (1998) II-B절, Scherer 외 (2010)
"""

# --8<-- [start:imports]
from collections.abc import Iterable, Iterator
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import real
from lessons.cnn.conv.im2col import out_shape, taps
from lessons.dl.tensor import Tensor
from lessons.scalars import pair

Size = int | tuple[int, int]
# --8<-- [end:imports]


# --8<-- [start:windows]
def windows(
    x: Array, kernel_size: Size, stride: Size, dilation: Size = 1
) -> Iterator[Array]:
    """창의 (u, v) 칸이 훑는 자리만 모은 그림을, 칸마다 하나씩 낸다.

    x: (N, C, H, W) 둘레를 이미 덧댄 것. 낸 것은 베끼지 않은 x의 일부다
    반환: (N, C, H_out, W_out)인 그림 kh·kw장
    """
    kernel, stride = pair("kernel_size", kernel_size, 1), pair("stride", stride, 1)
    dilation = pair("dilation", dilation, 1)
    out = out_shape(x.shape[2:], kernel, stride, (0, 0), dilation)
    for _, _, rows, columns in taps(kernel, out, stride, dilation):
        yield x[:, :, rows, columns]
# --8<-- [end:windows]


# --8<-- [start:surround]
def surround(x: ArrayLike, kernel_size: Size, padding: Size, value: float) -> Array:
    """둘레에 value를 덧댄다. 덧댄 칸만 보는 창이 없도록 패딩은 창의 절반까지다."""
    x = real("x", x, "N, C, H, W")
    (kh, kw), (ph, pw) = pair("kernel_size", kernel_size, 1), pair("padding", padding)
    if 2 * ph > kh or 2 * pw > kw:
        raise ValueError(
            f"padding: 창 {kh}×{kw}의 절반을 넘을 수 없다. 받은 값: {padding}."
        )
    edges = ((0, 0), (0, 0), (ph, ph), (pw, pw))
    return np.pad(x, edges, constant_values=value)
# --8<-- [end:surround]


# --8<-- [start:pools]
def max_pool2d(
    x: ArrayLike,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
) -> Array:
    """창마다 가장 큰 값. 식 (5.2)

    stride: 없으면 kernel_size와 같아 창이 겹치지 않는다
    반환: (N, C, H_out, W_out)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x = surround(x, kernel_size, padding, -np.inf)
    stride = kernel_size if stride is None else stride
    return reduce(np.maximum, windows(x, kernel_size, stride, dilation))


def avg_pool2d(
    x: ArrayLike,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
) -> Array:
    """창마다 평균. 덧댄 0도 값 하나로 센다. 식 (5.3)

    나머지는 max_pool2d와 같다.
    """
    x = surround(x, kernel_size, padding, 0.0)
    stride = kernel_size if stride is None else stride
    views = [*windows(x, kernel_size, stride)]
    return reduce(np.add, views) / len(views)
# --8<-- [end:pools]


# --8<-- [start:winners]
def winners(views: Iterable[Array], y: Array) -> Iterator[Array]:
    """칸마다, 그 칸이 이긴 창만 참인 그림. 같은 값이면 PyTorch처럼 앞의 칸이 이긴다.

    views: windows가 낸 것, y: 창마다 가장 큰 값
    """
    undecided = np.ones(y.shape, dtype=bool)
    for view in views:
        won = undecided & (view == y)
        undecided &= ~won
        yield won
# --8<-- [end:winners]


# --8<-- [start:layers]
class MaxPool2d(nn.Module):
    """max_pool2d를 하는 층. 기울기는 이긴 칸으로만 간다."""

    def __init__(
        self,
        kernel_size: Size,
        stride: Size | None = None,
        padding: Size = 0,
        dilation: Size = 1,
    ) -> None:
        self.kernel_size, self.padding, self.dilation = kernel_size, padding, dilation
        self.stride = kernel_size if stride is None else stride

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        x = nn.functional.tensor("x", x, "N, C, H, W")
        padded = surround(x.data, self.kernel_size, self.padding, -np.inf)
        places = self.kernel_size, self.stride, self.dilation
        y = reduce(np.maximum, windows(padded, *places))

        def backward(dy: Array) -> list[Array]:
            dx = np.zeros(padded.shape)
            won = winners(windows(padded, *places), y)
            for view, here in zip(windows(dx, *places), won, strict=True):
                view += dy * here
            return [inside(dx, x.shape)]

        return Tensor.from_op(y, [x], backward)

    def extra_repr(self) -> str:
        return f"kernel_size={self.kernel_size}, stride={self.stride}"


class AvgPool2d(nn.Module):
    """avg_pool2d를 하는 층. 기울기를 창의 모든 칸에 똑같이 나누어 준다."""

    def __init__(
        self, kernel_size: Size, stride: Size | None = None, padding: Size = 0
    ) -> None:
        self.kernel_size, self.padding = kernel_size, padding
        self.stride = kernel_size if stride is None else stride

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        x = nn.functional.tensor("x", x, "N, C, H, W")
        padded = surround(x.data, self.kernel_size, self.padding, 0.0)
        views = [*windows(padded, self.kernel_size, self.stride)]

        def backward(dy: Array) -> list[Array]:
            dx = np.zeros(padded.shape)
            for view in windows(dx, self.kernel_size, self.stride):
                view += dy / len(views)
            return [inside(dx, x.shape)]

        return Tensor.from_op(reduce(np.add, views) / len(views), [x], backward)

    def extra_repr(self) -> str:
        return f"kernel_size={self.kernel_size}, stride={self.stride}"
# --8<-- [end:layers]


# --8<-- [start:inside]
def inside(padded: Array, shape: tuple[int, ...]) -> Array:
    """덧댄 둘레를 떼어 낸다. 둘레는 위아래와 좌우가 같다."""
    top, left = (a - b for a, b in zip(padded.shape[2:], shape[2:], strict=True))
    h, w = shape[2:]
    return padded[:, :, top // 2 : top // 2 + h, left // 2 : left // 2 + w]
# --8<-- [end:inside]

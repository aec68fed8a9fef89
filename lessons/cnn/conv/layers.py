"""Tensor를 받는 합성곱과 그 층. 이름, 기본값, 초깃값, 상태 사전이 torch.nn과 같다."""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.cnn.conv.fast import forward, grad_input, grad_weight
from lessons.cnn.conv.im2col import Pair
from lessons.cnn.conv.plan import plan
from lessons.cnn.conv.transpose import transpose_plan
from lessons.dl.tensor import Tensor
from lessons.nn.functional import tensor
from lessons.scalars import count, counts, flag, generator, pair

# --8<-- [end:imports]


# --8<-- [start:conv2d]
def recorded(
    y: Array, x: Tensor, W: Tensor, bias: Tensor | ArrayLike | None, dx, dW
) -> Tensor:
    """y에 편향을 더하고, dx와 dW를 역전파로 적은 텐서"""
    if bias is None:
        return Tensor.from_op(y, [x, W], lambda dy: [dx(dy), dW(dy)])
    b = tensor("bias", bias, "C_out", C_out=y.shape[1])
    y += b.data[:, None, None]
    grads = [dx, dW, lambda dy: dy.sum(axis=(0, 2, 3))]
    return Tensor.from_op(y, [x, W, b], lambda dy: [grad(dy) for grad in grads])


def conv2d(
    x: Tensor | ArrayLike,
    weight: Tensor | ArrayLike,
    bias: Tensor | ArrayLike | None = None,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> Tensor:
    """fast.conv2d를 그래프에 적는다. 모양과 오류는 그것과 같다."""
    x = tensor("x", x, "N, C, H, W")
    W = tensor("weight", weight, "C_out, C_in, kh, kw")
    p = plan(x.shape, W.shape, stride, padding, dilation, groups)
    return recorded(
        forward(p, x.data, W.data), x, W, bias,
        dx=lambda dy: grad_input(p, W.data, dy) if x.requires_grad else None,
        dW=lambda dy: grad_weight(p, x.data, dy) if W.requires_grad else None,
    )
# --8<-- [end:conv2d]


# --8<-- [start:conv_transpose2d]
def conv_transpose2d(
    x: Tensor | ArrayLike,
    weight: Tensor | ArrayLike,
    bias: Tensor | ArrayLike | None = None,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    output_padding: int | Pair = 0,
    groups: int = 1,
    dilation: int | Pair = 1,
) -> Tensor:
    """transpose.conv_transpose2d를 그래프에 적는다. 앞과 뒤의 계산이 서로 바뀐다."""
    x = tensor("x", x, "N, C, H, W")
    W = tensor("weight", weight, "C, C_out, kh, kw")
    options = stride, padding, output_padding, groups, dilation
    p = transpose_plan(x.shape, W.shape, *options)
    return recorded(
        np.array(grad_input(p, W.data, x.data)), x, W, bias,
        dx=lambda dy: forward(p, dy, W.data) if x.requires_grad else None,
        dW=lambda dy: grad_weight(p, dy, x.data) if W.requires_grad else None,
    )
# --8<-- [end:conv_transpose2d]


# --8<-- [start:ConvNd]
class ConvNd(nn.Module):
    """두 합성곱층이 함께 쓰는 설정, 그리고 ±1/√fan_in에서 고르게 뽑은 커널과 편향"""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | Pair,
        stride: int | Pair,
        padding: int | Pair,
        dilation: int | Pair,
        groups: int,
        bias: bool,
        rng: np.random.Generator,
        transposed: bool = False,
    ) -> None:
        channels = divided(groups, in_channels, out_channels)
        self.in_channels, self.out_channels = channels
        self.kernel_size, self.groups = pair("kernel_size", kernel_size, 1), int(groups)
        self.stride, self.padding = pair("stride", stride, 1), pair("padding", padding)
        self.dilation = pair("dilation", dilation, 1)
        first, second = channels if transposed else channels[::-1]
        shape = (first, second // groups, *self.kernel_size)
        bound, uniform = 1 / np.sqrt(np.prod(shape[1:])), generator("rng", rng).uniform
        self.weight, self.bias = nn.Parameter(uniform(-bound, bound, shape)), None
        if flag("bias", bias):
            self.bias = nn.Parameter(uniform(-bound, bound, out_channels))

    def extra_repr(self) -> str:
        """PyTorch와 같은 글: 채널, 커널, 스트라이드, 그리고 기본값과 다른 설정"""
        text = f"{self.in_channels}, {self.out_channels}"
        text += f", kernel_size={self.kernel_size}, stride={self.stride}"
        usual = {"padding": (0, 0), "dilation": (1, 1), "output_padding": (0, 0)}
        for name, plain in {**usual, "groups": 1}.items():
            if getattr(self, name, plain) != plain:
                text += f", {name}={getattr(self, name)}"
        return text + ", bias=False" * (self.bias is None)


def divided(groups: int, *channels: int) -> list[int]:
    """groups로 나누어지는 두 채널의 수"""
    groups = count("groups", groups)
    channels = counts("in_channels, out_channels", channels)
    if any(n % groups for n in channels):
        raise ValueError(
            "groups: 입력 채널과 출력 채널의 수를 모두 나누어야 한다. "
            f"groups={groups}, 채널={channels}."
        )
    return channels
# --8<-- [end:ConvNd]


# --8<-- [start:Conv2d]
class Conv2d(ConvNd):
    """커널을 배우는 합성곱층.

    weight: (out_channels, in_channels / groups, kh, kw), bias: (out_channels,)
    오류: 수가 범위를 벗어나거나 groups가 두 채널의 수를 나누지 못하면 ValueError
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | Pair,
        stride: int | Pair = 1,
        padding: int | Pair = 0,
        dilation: int | Pair = 1,
        groups: int = 1,
        bias: bool = True,
        *,
        rng: np.random.Generator,
    ) -> None:
        settings = kernel_size, stride, padding, dilation, groups, bias
        super().__init__(in_channels, out_channels, *settings, rng)

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        """x: (N, in_channels, H, W). 반환: (N, out_channels, H_out, W_out)"""
        options = self.stride, self.padding, self.dilation, self.groups
        return conv2d(x, self.weight, self.bias, *options)
# --8<-- [end:Conv2d]


# --8<-- [start:ConvTranspose2d]
class ConvTranspose2d(ConvNd):
    """커널을 배우는 전치 합성곱층.

    weight: (in_channels, out_channels / groups, kh, kw), bias: (out_channels,)
    오류: 수가 범위를 벗어나거나 groups가 두 채널의 수를 나누지 못하면 ValueError
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | Pair,
        stride: int | Pair = 1,
        padding: int | Pair = 0,
        output_padding: int | Pair = 0,
        groups: int = 1,
        bias: bool = True,
        dilation: int | Pair = 1,
        *,
        rng: np.random.Generator,
    ) -> None:
        settings = kernel_size, stride, padding, dilation, groups, bias
        super().__init__(in_channels, out_channels, *settings, rng, transposed=True)
        self.output_padding = pair("output_padding", output_padding)

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        """x: (N, in_channels, H, W). 반환: (N, out_channels, H_out, W_out)"""
        options = self.stride, self.padding, self.output_padding, self.groups
        return conv_transpose2d(x, self.weight, self.bias, *options, self.dilation)
# --8<-- [end:ConvTranspose2d]

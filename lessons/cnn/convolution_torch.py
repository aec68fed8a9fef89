"""convolution.py와 짝을 이루는 PyTorch 코드."""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons import Array
from lessons.arrays import real
from lessons.scalars import count, pair

# --8<-- [end:imports]


# --8<-- [start:conv_layer]
def conv_layer(
    W: Array,
    b: Array,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> nn.Conv2d:
    """NumPy 커널과 편향을 담은 nn.Conv2d를 만든다.

    W: (C_out, C_in / groups, kh, kw) 커널, b: (C_out,) 편향
    """
    W = real("W", W, "C_out, C_group, kh, kw")
    c_out, c_group, kh, kw = W.shape
    b = real("b", b, "C_out", C_out=c_out)
    groups = count("groups", groups, most=c_out)
    stride, padding = pair("stride", stride, 1), pair("padding", padding)
    dilation = pair("dilation", dilation, 1)
    layer = nn.Conv2d(
        c_group * groups, c_out, (kh, kw), stride, padding, dilation, groups
    ).double()
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(W.copy()))
        layer.bias.copy_(torch.from_numpy(b.copy()))
    return layer
# --8<-- [end:conv_layer]

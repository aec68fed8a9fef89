"""convolution.py와 짝을 이루는 PyTorch 코드."""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons import Array

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
    c_out, c_group, kh, kw = W.shape
    layer = nn.Conv2d(
        c_group * groups, c_out, (kh, kw), stride, padding, dilation, groups
    ).double()
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(W))
        layer.bias.copy_(torch.from_numpy(b))
    return layer
# --8<-- [end:conv_layer]

"""U-Net을 PyTorch로 적는다. 줄이는 길의 특성 맵을 키우는 길의 같은 크기에 이어 붙인다.

출처: Ronneberger 외 (2015) “U-Net: Convolutional Networks for Biomedical Image
Segmentation”. 원래의 것은 폭 64, 깊이 4이고 패딩이 없다
"""

# --8<-- [start:imports]
from itertools import pairwise

import torch
from torch import nn
from torch.nn.functional import max_pool2d

from lessons.scalars import choice, count, flag

# --8<-- [end:imports]


# --8<-- [start:two_convs]
def two_convs(c_in: int, c_out: int) -> nn.Sequential:
    """3×3 합성곱, 배치 정규화, ReLU를 두 번. 크기는 그대로다."""
    layers = []
    for c in (c_in, c_out):
        conv = nn.Conv2d(c, c_out, 3, padding=1, bias=False)
        layers += [conv, nn.BatchNorm2d(c_out), nn.ReLU()]
    return nn.Sequential(*layers)


def twice_as_large(c_in: int, c_out: int, up: str) -> nn.Module:
    """한 변을 두 배로: 전치 합성곱, 또는 칸을 되풀이하고 합성곱."""
    if up == "transposed":
        return nn.ConvTranspose2d(c_in, c_out, 2, stride=2)
    conv = nn.Conv2d(c_in, c_out, 3, padding=1)
    return nn.Sequential(nn.Upsample(scale_factor=2), conv)
# --8<-- [end:two_convs]


# --8<-- [start:UNet]
class UNet(nn.Module):
    """(N, C, H, W) 그림을 (N, K, H, W) 로짓으로. 한 변은 2의 depth제곱의 배수다.

    width: 첫 층의 채널 수. 반으로 줄일 때마다 두 배가 된다
    skip: 거짓이면 잇는 길을 끊는다
    up: 키우는 법. "transposed"나 "resize"
    """

    def __init__(
        self,
        num_classes: int,
        width: int = 12,
        depth: int = 2,
        *,
        in_channels: int = 3,
        skip: bool = True,
        up: str = "transposed",
    ) -> None:
        super().__init__()
        self.skip = flag("skip", skip)
        up = choice("up", up, ("transposed", "resize"))
        C = [count("width", width) * 2**i for i in range(count("depth", depth) + 1)]
        pairs = list(pairwise(C))
        self.first = two_convs(count("in_channels", in_channels), width)
        self.down = nn.ModuleList(two_convs(a, b) for a, b in pairs)
        self.up = nn.ModuleList(twice_as_large(b, a, up) for a, b in reversed(pairs))
        self.merge = nn.ModuleList(
            two_convs(2 * a if self.skip else a, a) for a, _ in reversed(pairs)
        )
        self.head = nn.Conv2d(width, count("num_classes", num_classes), 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        kept = [self.first(x)]
        for down in self.down:
            kept.append(down(max_pool2d(kept[-1], 2)))
        x = kept.pop()
        for up, merge in zip(self.up, self.merge, strict=True):
            x, same_size = up(x), kept.pop()
            x = merge(torch.cat([same_size, x], dim=1) if self.skip else x)
        return self.head(x)
# --8<-- [end:UNet]

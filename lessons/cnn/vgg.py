"""VGG: 3×3 합성곱을 되풀이하고, 묶음이 끝날 때마다 그림을 반으로 줄인다.

VGG16은 설명만 짓는다. 학습시킬 것은 같은 방식의 작은 신경망이다.
출처: Simonyan, Zisserman (2015) 표 1
"""

# --8<-- [start:imports]
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from lessons import nn
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.pooling import MaxPool2d
from lessons.cnn.summary import Conv, Linear, Pool, Spec
from lessons.dl.tensor import Tensor
from lessons.scalars import count, counts, flag, generator

# --8<-- [end:imports]

# --8<-- [start:vgg16]
BLOCKS = ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512))


def vgg16(num_classes: int = 1000) -> list[Spec]:
    """224×224 컬러 그림을 읽는 VGG16의 설명: 합성곱 13층, 완전 연결 3층"""
    layers = []
    for block in BLOCKS:
        layers += [Conv(channels, kernel=3, padding=1) for channels in block]
        layers += [Pool(kernel=2, stride=2)]
    K = count("num_classes", num_classes)
    return [*layers, Linear(4096), Linear(4096), Linear(K)]
# --8<-- [end:vgg16]


# --8<-- [start:GlobalAvgPool2d]
class GlobalAvgPool2d(nn.Module):
    """특성 맵마다 평균 하나. (N, C, H, W)를 (N, C)로 바꾼다. 식 (6.10)

    PyTorch에서는 nn.AdaptiveAvgPool2d(1)과 nn.Flatten()을 잇는다.
    """

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return nn.functional.tensor("x", x, "N, C, H, W").mean(axis=(2, 3))
# --8<-- [end:GlobalAvgPool2d]


# --8<-- [start:small_vgg]
def small_vgg(
    widths: Sequence[Sequence[int]],
    num_classes: int = 10,
    batch_norm: bool = False,
    *,
    rng: np.random.Generator,
) -> nn.Sequential:
    """흑백 그림을 읽는 VGG. 완전 연결층 대신 전역 평균 풀링으로 끝난다.

    widths: 묶음마다 3×3 합성곱의 출력 채널들. 묶음과 묶음 사이에서 반으로 줄인다
    반환: (N, 1, H, W)를 로짓 (N, num_classes)로 바꾸는 모델
    """
    rng, K = generator("rng", rng), count("num_classes", num_classes)
    use_norm, layers, C = flag("batch_norm", batch_norm), [], 1
    if not isinstance(widths, list | tuple):
        raise ValueError(f"widths: 묶음의 목록을 넣는다. 받은 값: {widths!r}.")
    for i, block in enumerate(widths):
        layers += [MaxPool2d(2)] if i else []
        for out in counts(f"widths[{i}]", block, fewest=1):
            layers += [Conv2d(C, out, 3, padding=1, bias=not use_norm, rng=rng)]
            layers += [BatchNorm2d(out)] if use_norm else []
            layers, C = [*layers, nn.ReLU()], out
    return nn.Sequential(*layers, GlobalAvgPool2d(), nn.Linear(C, K, rng=rng))
# --8<-- [end:small_vgg]

"""도형을 가려내는 신경망의 PyTorch 짝. 상태 사전의 이름이 같다."""

# --8<-- [start:imports]
from torch import nn

from lessons.cnn.classification.shapes import STRIDES, WIDTHS

# --8<-- [end:imports]


# --8<-- [start:shape_net]
def shape_net() -> nn.Sequential:
    """(N, 3, 64, 64)를 로짓 (N, 3)으로. [0]이 백본, [1]이 머리다."""
    layers, C = [], 3
    for out, stride in zip(WIDTHS, STRIDES, strict=True):
        layers += [nn.Conv2d(C, out, 3, stride, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(out), nn.ReLU()]
        C = out
    head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(C, 3))
    return nn.Sequential(nn.Sequential(*layers), head)
# --8<-- [end:shape_net]

"""ResNet을 PyTorch로 적는다. torchvision과 배치도, 상태 사전의 이름도 같다.

출처: He 외 (2016) 표 1과 그림 5. 병목 블록의 스트라이드는 3×3에 둔다
"""

# --8<-- [start:imports]
from torch import nn

from lessons.cnn.resnet import CHANNELS, STAGES
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:BasicBlock]
def conv(C_in: int, C_out: int, k: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(C_in, C_out, k, stride, padding=k // 2, bias=False)


class BasicBlock(nn.Module):
    """3×3 합성곱 둘. 식 (8.6)"""

    expansion = 1

    def __init__(self, inplanes, planes, stride=1, downsample=None) -> None:
        super().__init__()
        self.conv1 = conv(inplanes, planes, 3, stride)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = conv(planes, planes, 3)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample

    def forward(self, x):
        identity = x if self.downsample is None else self.downsample(x)
        y = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(y)) + identity)
# --8<-- [end:BasicBlock]


# --8<-- [start:Bottleneck]
class Bottleneck(nn.Module):
    """1×1로 줄이고, 3×3을 대고, 1×1로 네 배로 늘린다."""

    expansion = 4

    def __init__(self, inplanes, planes, stride=1, downsample=None) -> None:
        super().__init__()
        self.conv1, self.bn1 = conv(inplanes, planes, 1), nn.BatchNorm2d(planes)
        self.conv2 = conv(planes, planes, 3, stride)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv3 = conv(planes, 4 * planes, 1)
        self.bn3 = nn.BatchNorm2d(4 * planes)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = downsample

    def forward(self, x):
        identity = x if self.downsample is None else self.downsample(x)
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.relu(self.bn2(self.conv2(y)))
        return self.relu(self.bn3(self.conv3(y)) + identity)
# --8<-- [end:Bottleneck]


# --8<-- [start:ResNet]
class ResNet(nn.Module):
    """(N, 3, H, W)를 로짓 (N, num_classes)로. layers: 네 단의 블록 수"""

    def __init__(self, block, layers, num_classes: int = 1000) -> None:
        super().__init__()
        self.inplanes = 64
        self.conv1, self.bn1 = conv(3, 64, 7, stride=2), nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        for i, (blocks, planes) in enumerate(zip(layers, CHANNELS, strict=True)):
            stage = self._make_layer(block, planes, blocks, stride=1 if i == 0 else 2)
            self.add_module(f"layer{i + 1}", stage)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(self.inplanes, count("num_classes", num_classes))
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")

    def _make_layer(self, block, planes, blocks, stride) -> nn.Sequential:
        out, shortcut = planes * block.expansion, None
        if stride != 1 or self.inplanes != out:
            shortcut = nn.Sequential(
                conv(self.inplanes, out, 1, stride), nn.BatchNorm2d(out)
            )
        first = block(self.inplanes, planes, stride, shortcut)
        self.inplanes = out
        return nn.Sequential(first, *(block(out, planes) for _ in range(blocks - 1)))

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(self.avgpool(x).flatten(1))


def resnet18(num_classes: int = 1000) -> ResNet:
    return ResNet(BasicBlock, STAGES[18], num_classes)


def resnet50(num_classes: int = 1000) -> ResNet:
    return ResNet(Bottleneck, STAGES[50], num_classes)
# --8<-- [end:ResNet]

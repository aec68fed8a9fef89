"""VGG16을 PyTorch로 적는다. torchvision의 vgg16과 상태 사전의 이름이 같다."""

# --8<-- [start:imports]
from torch import nn

from lessons.cnn.vgg import BLOCKS
from lessons.scalars import count, flag

# --8<-- [end:imports]


# --8<-- [start:VGG16]
class VGG16(nn.Module):
    """(N, 3, H, W)를 로짓 (N, num_classes)로. 7×7로 맞추는 풀링이 크기를 고른다."""

    def __init__(self, num_classes: int = 1000, batch_norm: bool = False) -> None:
        super().__init__()
        layers, C = [], 3
        for block in BLOCKS:
            for out in block:
                layers.append(nn.Conv2d(C, out, kernel_size=3, padding=1))
                if flag("batch_norm", batch_norm):
                    layers.append(nn.BatchNorm2d(out))
                layers.append(nn.ReLU(inplace=True))
                C = out
            layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(512 * 7 * 7, 4096), nn.ReLU(inplace=True), nn.Dropout(),
            nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Dropout(),
            nn.Linear(4096, count("num_classes", num_classes)),
        )

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))
# --8<-- [end:VGG16]

"""lenet.py와 짝을 이루는 PyTorch 코드. 상태 사전의 이름과 모양이 같다."""

# --8<-- [start:imports]
from torch import nn

from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:lenet5]
def lenet5(num_classes: int = 10) -> nn.Sequential:
    """(N, 1, 28, 28)을 로짓 (N, num_classes)로"""
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(),
        nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, count("num_classes", num_classes)),
    )
# --8<-- [end:lenet5]


# --8<-- [start:small_lenet]
def small_lenet(num_classes: int = 10) -> nn.Sequential:
    """(N, 1, 8, 8)을 로짓 (N, num_classes)로"""
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(256, 64), nn.ReLU(),
        nn.Linear(64, count("num_classes", num_classes)),
    )
# --8<-- [end:small_lenet]

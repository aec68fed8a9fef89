"""표지판을 가리는 작은 합성곱 신경망."""

# --8<-- [start:imports]
from torch import nn

from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:sign_net]
def sign_net(num_classes: int = 9) -> nn.Sequential:
    """(N, 3, 32, 32)을 로짓 (N, num_classes)로"""
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(512, count("num_classes", num_classes)),
    )
# --8<-- [end:sign_net]

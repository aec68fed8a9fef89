"""도형 하나를 가려내는 문제와, 그것을 푸는 작은 합성곱 신경망."""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, nn
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.vgg import GlobalAvgPool2d
from lessons.scalars import count, generator
from lessons.scenes import make_scenes

# --8<-- [end:imports]

# --8<-- [start:lone_shapes]
WIDTHS, STRIDES = (12, 24, 32, 32), (2, 2, 1, 1)


def lone_shapes(
    N: int, *, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, Array]:
    """막대와 잡음 속에 도형 하나가 있는 장면들. SHAPES의 번호를 맞힌다.

    반환: 그림 (N, 64, 64, 3) uint8, 클래스 (N,), 도형의 상자 (N, 4) xyxy
    """
    N, rng = count("N", N), generator("rng", rng)
    scenes = make_scenes(N, 64, 1, sides=(12, 18), clutter=6, noise=35, rng=rng)
    columns = [(s.image, s.labels[0], s.boxes[0]) for s in scenes]
    images, labels, boxes = zip(*columns, strict=True)
    return np.stack(images), np.array(labels), np.stack(boxes)
# --8<-- [end:lone_shapes]


# --8<-- [start:shape_net]
def shape_net(*, rng: np.random.Generator) -> nn.Sequential:
    """(N, 3, 64, 64)를 로짓 (N, 3)으로. [0]이 백본, [1]이 머리다."""
    layers, C, rng = [], 3, generator("rng", rng)
    for out, stride in zip(WIDTHS, STRIDES, strict=True):
        conv = Conv2d(C, out, 3, stride=stride, padding=1, bias=False, rng=rng)
        layers += [conv, BatchNorm2d(out), nn.ReLU()]
        C = out
    head = nn.Sequential(GlobalAvgPool2d(), nn.Flatten(), nn.Linear(C, 3, rng=rng))
    return nn.Sequential(nn.Sequential(*layers), head)
# --8<-- [end:shape_net]

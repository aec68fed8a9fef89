"""LeNet-5: 합성곱, 활성화, 풀링을 번갈아 쌓고 완전 연결층으로 끝낸다.

1998년의 꼴은 매개변수를 세고, 오늘날의 꼴(ReLU, 최대 풀링)은 만들어 학습시킨다.
출처: LeCun 외 (1998) II-B절, 표 I
"""

# --8<-- [start:imports]
import numpy as np

from lessons import nn
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.pooling import MaxPool2d
from lessons.scalars import count, generator

# --8<-- [end:imports]

# 옷 사진 학습 데이터의 픽셀(0–1)의 평균과 표준편차
FASHION_MEAN, FASHION_STD = 0.287, 0.354

# --8<-- [start:C3_INPUTS]
# 1998년의 셋째 층(C3)에서 출력 맵마다 보는 입력 맵. 이어진 셋, 이어진 넷, 띄운 넷, 모두
C3_INPUTS = (
    *(tuple((k + i) % 6 for i in range(3)) for k in range(6)),
    *(tuple((k + i) % 6 for i in range(4)) for k in range(6)),
    *((0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5)),
    (0, 1, 2, 3, 4, 5),
)
# --8<-- [end:C3_INPUTS]


# --8<-- [start:lenet5]
def lenet5(num_classes: int = 10, *, rng: np.random.Generator) -> nn.Sequential:
    """28×28 흑백 그림을 읽는 LeNet-5. 첫 층이 둘레에 0을 두 줄 덧댄다.

    반환: (N, 1, 28, 28)을 로짓 (N, num_classes)로 바꾸는 모델
    """
    K, rng = count("num_classes", num_classes), generator("rng", rng)
    return nn.Sequential(
        Conv2d(1, 6, 5, padding=2, rng=rng), nn.ReLU(), MaxPool2d(2),
        Conv2d(6, 16, 5, rng=rng), nn.ReLU(), MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120, rng=rng), nn.ReLU(),
        nn.Linear(120, 84, rng=rng), nn.ReLU(),
        nn.Linear(84, K, rng=rng),
    )
# --8<-- [end:lenet5]


# --8<-- [start:small_lenet]
def small_lenet(num_classes: int = 10, *, rng: np.random.Generator) -> nn.Sequential:
    """8×8 숫자를 읽는 작은 LeNet. 그림이 작아 풀링은 한 번만 한다.

    반환: (N, 1, 8, 8)을 로짓 (N, num_classes)로 바꾸는 모델
    """
    K, rng = count("num_classes", num_classes), generator("rng", rng)
    return nn.Sequential(
        Conv2d(1, 8, 3, padding=1, rng=rng), nn.ReLU(),
        Conv2d(8, 16, 3, padding=1, rng=rng), nn.ReLU(), MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(256, 64, rng=rng), nn.ReLU(),
        nn.Linear(64, K, rng=rng),
    )
# --8<-- [end:small_lenet]

"""ResNet의 매개변수를 센다. 가중치는 만들지 않는다.

출처: He 외 (2016) 표 1
"""

# --8<-- [start:imports]
from collections.abc import Sequence

from lessons.scalars import choice, count

# --8<-- [end:imports]

# --8<-- [start:STAGES]
# 깊이마다 네 단의 블록 수
STAGES = {
    18: (2, 2, 2, 2),
    34: (3, 4, 6, 3),
    50: (3, 4, 6, 3),
    101: (3, 4, 23, 3),
    152: (3, 8, 36, 3),
}
CHANNELS = (64, 128, 256, 512)
# --8<-- [end:STAGES]


# --8<-- [start:conv_bn]
def conv_bn(C_in: int, C_out: int, k: int) -> int:
    """편향 없는 k×k 합성곱과 배치 정규화의 매개변수. 식 (8.9)"""
    C_in, C_out, k = count("C_in", C_in), count("C_out", C_out), count("k", k)
    return C_out * C_in * k**2 + 2 * C_out


def block(C_in: int, C: int, bottleneck: bool) -> tuple[int, int]:
    """블록 하나의 (매개변수, 나가는 채널 수). 채널이 달라지는 지름길에는 1×1을 둔다."""
    if bottleneck:
        out = 4 * C
        body = conv_bn(C_in, C, 1) + conv_bn(C, C, 3) + conv_bn(C, out, 1)
    else:
        out = C
        body = conv_bn(C_in, C, 3) + conv_bn(C, C, 3)
    return body + (conv_bn(C_in, out, 1) if C_in != out else 0), out
# --8<-- [end:conv_bn]


# --8<-- [start:resnet_parameters]
def resnet_parameters(depth: int, num_classes: int = 1000) -> Sequence[tuple[str, int]]:
    """(부분의 이름, 매개변수)의 목록. 50층부터는 병목 블록이다."""
    depth = choice("depth", depth, tuple(STAGES))
    parts, C = [("stem", conv_bn(3, 64, 7))], 64
    for stage, (blocks, width) in enumerate(zip(STAGES[depth], CHANNELS, strict=True)):
        total = 0
        for _ in range(blocks):
            size, C = block(C, width, bottleneck=depth >= 50)
            total += size
        parts.append((f"layer{stage + 1}", total))
    return [*parts, ("fc", (C + 1) * count("num_classes", num_classes))]
# --8<-- [end:resnet_parameters]

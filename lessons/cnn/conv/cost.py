"""합성곱의 비용. 곱하고 더하는 횟수(MAC)를 센다.

출처: Howard 외 (2017) 3.1절
"""

# --8<-- [start:imports]
from math import prod

from lessons.cnn.conv.im2col import Pair
from lessons.cnn.conv.plan import Shape, plan
from lessons.scalars import counts

# --8<-- [end:imports]


# --8<-- [start:macs]
def macs(
    input_size: Shape,
    weight_size: Shape,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
) -> int:
    """출력 칸의 수 × 출력 한 칸이 곱하는 가중치의 수. 식 (4.11)

    input_size: (N, C, H, W), weight_size: (C_out, C / groups, kh, kw)
    오류: 모양이나 설정이 맞지 않으면 ValueError
    """
    x, W = (tuple(counts("크기", size, size=4)) for size in (input_size, weight_size))
    p = plan(x, W, stride, padding, dilation, groups)
    return prod(p.y_shape) * prod(W[1:])
# --8<-- [end:macs]

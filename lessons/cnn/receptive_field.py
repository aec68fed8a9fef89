"""수용 영역: 출력 한 칸이 보는 입력의 범위를 셈하고, 기울기로 잰다.

출처: Araujo 외 (2019), Luo 외 (2016)
"""

# --8<-- [start:imports]
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import finite
from lessons.dl.tensor import Tensor
from lessons.scalars import count, counts, function

Layer = tuple[int, int, int, int]  # 커널, 스트라이드, 패딩, 팽창
# --8<-- [end:imports]


# --8<-- [start:receptive_field]
def receptive_field(layers: Sequence[Layer]) -> tuple[int, int, int]:
    """층을 차례로 지난 출력의 i째 칸은 입력의 start + i·jump부터 size칸을 본다.

    layers: 층마다 (커널, 스트라이드, 패딩, 팽창). 한 방향만 센다
    반환: (size, jump, start). 식 (6.2)
    오류: 커널, 스트라이드, 팽창이 1보다 작거나 패딩이 음수면 ValueError
    """
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in checked(layers):
        size += dilation * (kernel - 1) * jump
        start -= padding * jump
        jump *= stride
    return size, jump, start
# --8<-- [end:receptive_field]


# --8<-- [start:checked]
def checked(layers: Sequence[Layer]) -> list[list[int]]:
    """층마다 네 정수인지 본다."""
    if not isinstance(layers, Sequence | np.ndarray):
        raise ValueError(
            "layers: 층마다 (커널, 스트라이드, 패딩, 팽창)을 담은 목록을 넣는다. "
            f"받은 것: {type(layers).__name__}."
        )
    rows = [counts(f"layers[{i}]", layer, 0, size=4) for i, layer in enumerate(layers)]
    for i, (kernel, stride, _, dilation) in enumerate(rows):
        counts(f"layers[{i}]의 커널, 스트라이드, 팽창", [kernel, stride, dilation])
    return rows
# --8<-- [end:checked]


# --8<-- [start:influence]
def influence(model: nn.Module, x: ArrayLike, row: int, column: int) -> Array:
    """입력의 칸마다, 출력의 (row, column) 칸을 얼마나 움직이는가.

    model: (N, C, H, W)를 (N, K, H_out, W_out)으로 바꾸는 것, x: (N, C, H, W) 그림
    반환: (H, W). 기울기의 제곱을 채널마다 더하고 그림마다 평균한 것. 식 (6.4)
    오류: 모양이 다르거나 없는 칸이면 ValueError
    """
    x = Tensor(finite("x", x, "N, C, H, W"))
    y = nn.functional.tensor("model(x)", function("model", model)(x), "N, K, H, W")
    dy = np.zeros(y.shape)
    high, wide = y.shape[2:]
    row, column = count("row", row, 0, high - 1), count("column", column, 0, wide - 1)
    dy[:, :, row, column] = 1
    y.backward(dy)
    model.zero_grad()
    return (x.grad**2).sum(axis=1).mean(axis=0)
# --8<-- [end:influence]


# --8<-- [start:spread]
def spread(weights: ArrayLike) -> float:
    """무게의 중심에서 떨어진 거리의 표준편차(세로). weights: (H, W), 0 이상"""
    a = finite("weights", weights, "H, W")
    if a.min() < 0 or a.sum() == 0:
        raise ValueError("weights: 0 이상이고 모두 0은 아닌 배열을 넣는다.")
    i, p = np.arange(len(a)), a.sum(axis=1) / a.sum()
    return float(np.sqrt(p @ (i - p @ i) ** 2))
# --8<-- [end:spread]

"""층의 설명만으로 모양, 매개변수, 곱셈-누산, 메모리를 센다. 가중치는 만들지 않는다.

모양은 샘플 하나의 것이다: 그림은 (C, H, W), 편 뒤에는 (D,).
"""

# --8<-- [start:imports]
from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from lessons.cnn.convolution import output_size
from lessons.scalars import counts

# --8<-- [end:imports]


# --8<-- [start:Cost]
class Cost(NamedTuple):
    """층 하나를 지난 뒤의 모양과 그 층의 비용."""

    shape: tuple[int, ...]
    parameters: int = 0
    macs: int = 0
# --8<-- [end:Cost]


# --8<-- [start:spatial]
def spatial(layer: NamedTuple, shape: tuple[int, ...]) -> tuple[int, ...]:
    if len(shape) != 3:
        raise ValueError(
            f"{type(layer).__name__}: (C, H, W) 그림이 와야 한다. 받은 모양: {shape}."
        )
    return shape
# --8<-- [end:spatial]


# --8<-- [start:Conv]
class Conv(NamedTuple):
    """합성곱층. 매개변수는 식 (6.1), 곱셈-누산은 식 (4.11)"""

    out: int
    kernel: int = 3
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    def cost(self, shape: tuple[int, ...]) -> Cost:
        C, *sides = spatial(self, shape)
        place = self.kernel, self.stride, self.padding, self.dilation
        h, w = (output_size(n, *place) for n in sides)
        weights = self.out * C * self.kernel**2
        return Cost((self.out, h, w), weights + self.out, weights * h * w)


class Linear(NamedTuple):
    """완전 연결층. 그림을 받으면 먼저 편다. 매개변수는 식 (6.1)"""

    out: int

    def cost(self, shape: tuple[int, ...]) -> Cost:
        weights = self.out * prod(shape)
        return Cost((self.out,), weights + self.out, weights)
# --8<-- [end:Conv]


# --8<-- [start:Pool]
class Pool(NamedTuple):
    """풀링층. 배울 것이 없다."""

    kernel: int
    stride: int
    padding: int = 0

    def cost(self, shape: tuple[int, ...]) -> Cost:
        C, *sides = spatial(self, shape)
        return Cost((C, *(output_size(n, *self) for n in sides)))


class GlobalPool(NamedTuple):
    """특성 맵 한 장을 평균 하나로 줄인다. 식 (6.10)"""

    def cost(self, shape: tuple[int, ...]) -> Cost:
        return Cost(spatial(self, shape)[:1])


class Norm(NamedTuple):
    """배치 정규화층. 채널마다 배우는 수가 둘이다."""

    def cost(self, shape: tuple[int, ...]) -> Cost:
        return Cost(shape, 2 * spatial(self, shape)[0])


Spec = Conv | Linear | Pool | GlobalPool | Norm
# --8<-- [end:Pool]


# --8<-- [start:described]
def described(layers: Sequence[Spec]) -> Sequence[Spec]:
    """층의 설명만 담은 목록인지 본다."""
    known = isinstance(layers, list | tuple) and not isinstance(layers, Spec)
    strange = [a for a in layers if not isinstance(a, Spec)] if known else [layers]
    if strange:
        raise ValueError(
            "layers: Conv, Pool, Norm, GlobalPool, Linear를 담은 목록을 넣는다. "
            f"받은 것: {type(strange[0]).__name__}."
        )
    return layers
# --8<-- [end:described]


# --8<-- [start:summary]
class Row(NamedTuple):
    """표의 한 줄."""

    name: str
    shape: tuple[int, ...]
    parameters: int
    macs: int

    @property
    def memory(self) -> int:
        """float32로 담은 출력의 바이트"""
        return 4 * prod(self.shape)


def summary(layers: Sequence[Spec], input_size: tuple[int, ...]) -> list[Row]:
    """그림 한 장이 층을 차례로 지날 때의 모양과 비용.

    layers: Conv, Pool, Norm, GlobalPool, Linear의 목록, input_size: (C, H, W)나 (D,)
    오류: 그림이 작아 창을 놓을 수 없거나, 펴진 것에 합성곱을 대면 ValueError
    """
    shape, rows = tuple(counts("input_size", input_size, fewest=1)), []
    for layer in described(layers):
        cost = layer.cost(shape)
        rows.append(Row(type(layer).__name__, *cost))
        shape = cost.shape
    return rows
# --8<-- [end:summary]

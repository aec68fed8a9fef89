"""합성곱 하나의 설정과, 메모리를 넘지 않게 토막 내는 일.

열은 입력보다 kh·kw배 크다. LIMIT 바이트가 넘으면 배치를, 그래도 넘으면 출력의 행을
토막 내어 차례로 한다. 한 토막은 적어도 출력 한 행이다.
"""

# --8<-- [start:imports]
from collections.abc import Iterator
from typing import NamedTuple

from lessons import Array
from lessons.cnn.conv.im2col import Pair, gather, out_shape
from lessons.scalars import count, pair

Shape = tuple[int, int, int, int]
LIMIT = 1 << 20  # 1 MiB. 캐시에 들어 크게 나누는 것보다 빠르다
# --8<-- [end:imports]


# --8<-- [start:Plan]
class Plan(NamedTuple):
    """합성곱 하나의 설정. x는 (N, C, H, W), W는 (C_out, C / groups, kh, kw)다."""

    x_shape: Shape
    W_shape: Shape
    out: Pair
    stride: Pair
    padding: Pair
    dilation: Pair
    groups: int

    @property
    def y_shape(self) -> Shape:
        return (self.x_shape[0], self.W_shape[0], *self.out)

    @property
    def span(self) -> Pair:
        """커널이 덮는 길이. 식 (3.3)"""
        (kh, kw), (dh, dw) = self.W_shape[2:], self.dilation
        return dh * (kh - 1) + 1, dw * (kw - 1) + 1

    def blocks(self) -> Iterator[tuple[slice, list[tuple[slice, slice]]]]:
        """배치의 토막마다, 출력의 행과 그 행들이 보는 (패딩한) 입력의 행의 짝들"""
        (N, C, _, _), (_, _, kh, kw) = self.x_shape, self.W_shape
        (high, wide), sh = self.out, self.stride[0]
        rows = max(1, LIMIT // (8 * C * kh * kw * wide))
        samples, rows = max(1, rows // high), min(rows, high)
        ends = [(i, min(i + rows, high)) for i in range(0, high, rows)]
        bands = [
            (slice(i, end), slice(i * sh, (end - 1) * sh + self.span[0]))
            for i, end in ends
        ]
        for n in range(0, N, samples):
            yield slice(n, n + samples), bands

    def columns(self, xp: Array, high: int) -> Array:
        """출력 high행의 열. 반환: (n, G, C/G·kh·kw, high·W_out)"""
        kernel, wide = self.W_shape[2:], self.out[1]
        if kernel == (1, 1) == self.stride:
            cols = xp  # 1×1은 그림이 곧 열이라 베낄 것이 없다
        else:
            cols = gather(xp, kernel, (high, wide), self.stride, self.dilation)
        rows = self.W_shape[1] * kernel[0] * kernel[1]
        return cols.reshape(len(xp), self.groups, rows, high * wide)

    def grouped(self, a: Array) -> Array:
        """출력 채널을 묶음으로 나누고 칸을 편다. (n, C_out, …) → (n, G, C_out/G, …)"""
        return a.reshape(len(a), self.groups, self.W_shape[0] // self.groups, -1)

    def matrix(self, W: Array) -> Array:
        """커널 하나를 행 하나로 편다. 반환: (G, C_out/G, C/G·kh·kw)"""
        return W.reshape(self.groups, self.W_shape[0] // self.groups, -1)
# --8<-- [end:Plan]


# --8<-- [start:plan]
def plan(
    x_shape: Shape,
    W_shape: Shape,
    stride: int | Pair,
    padding: int | Pair,
    dilation: int | Pair,
    groups: int,
) -> Plan:
    """설정을 확인해 Plan을 만든다.

    오류: 값이 범위를 벗어나거나 채널의 수가 맞지 않으면 ValueError
    """
    groups, C, c_out = count("groups", groups), x_shape[1], W_shape[0]
    if min(C, c_out) < 1 or c_out % groups or W_shape[1] * groups != C:
        raise ValueError(
            f"W: 모양이 (출력 채널, {C} / groups, kh, kw)이고 groups가 두 채널의 수를 "
            f"나누어야 한다. 받은 모양: x {x_shape}, W {W_shape}, groups={groups}."
        )
    stride, padding = pair("stride", stride, 1), pair("padding", padding)
    dilation = pair("dilation", dilation, 1)
    out = out_shape(x_shape[2:], W_shape[2:], stride, padding, dilation)
    return Plan(x_shape, W_shape, out, stride, padding, dilation, groups)
# --8<-- [end:plan]

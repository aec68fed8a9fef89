"""마스크를 이어진 길이로 담는다(run-length encoding).

COCO의 형식이고, 결과가 pycocotools와 바이트까지 같다. 픽셀은 **세로로** 훑는다.
한 열을 위에서 아래로 내려간 뒤 오른쪽 열로 간다.
출처: Lin 외 (2014), COCO 데이터 모음의 maskApi
"""

# --8<-- [start:imports]
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays
from lessons.arrays import integers, same_shape
from lessons.scalars import flag, instance, mapping, pair, shown

# --8<-- [end:imports]


# --8<-- [start:run_lengths]
def run_lengths(mask: ArrayLike) -> np.ndarray:
    """0이 이어진 길이와 1이 이어진 길이를 번갈아 적는다. 언제나 0부터다.

    mask: (H, W) 참거짓
    반환: 합이 H·W인 정수들. 1로 시작하는 마스크면 첫 길이가 0이다
    """
    flat = arrays.mask("mask", mask, "H, W").ravel(order="F")
    edges = np.flatnonzero(np.diff(flat, prepend=False))
    return np.diff(edges, prepend=0, append=flat.size)
# --8<-- [end:run_lengths]


# --8<-- [start:to_string]
def to_string(counts: ArrayLike) -> bytes:
    """길이들을 글자로 줄인다. 넷째부터는 두 칸 앞의 길이와의 차이를 적는다.

    글자 하나에 5비트를 담고, 여섯째 비트는 뒤에 글자가 더 있다는 표시다.
    """
    counts, text = integers("counts", counts, "N", low=0), bytearray()
    for x in [*counts[:3], *(counts[3:] - counts[1:-2])]:
        more = True
        while more:
            five, x = x & 31, x >> 5
            more = x != (-1 if five & 16 else 0)
            text.append(48 + five + 32 * more)
    return bytes(text)


def from_string(text: bytes | str) -> np.ndarray:
    """to_string을 되돌린다.

    오류: 길이를 적은 글자가 아니면 ValueError
    """
    codes = text.encode("utf-8") if isinstance(text, str) else text
    good = isinstance(codes, bytes) and all(48 <= c < 112 for c in codes)
    if not good or (codes and codes[-1] - 48 & 32):
        raise ValueError(
            f"counts: to_string이 만든 글자를 넣는다. 받은 값: {shown(text)}."
        )
    counts, x, shift = [], 0, 0
    for c in codes:
        bits, shift = c - 48, shift + 5
        x |= (bits & 31) << (shift - 5)
        if not bits & 32:
            x -= (bits & 16) and 1 << shift
            counts.append(x + (counts[-2] if len(counts) > 2 else 0))
            x = shift = 0
    return integers("counts", np.array(counts, dtype=np.int64), low=0)
# --8<-- [end:to_string]


# --8<-- [start:encode]
def encode(mask: ArrayLike) -> dict:
    """마스크를 {"size": [H, W], "counts": 글자}로. pycocotools의 encode와 같다."""
    mask = arrays.mask("mask", mask, "H, W")
    return {"size": list(mask.shape), "counts": to_string(run_lengths(mask))}


def decode(rle: dict) -> np.ndarray:
    """encode를 되돌린다. counts는 글자여도, 길이의 목록이어도 된다."""
    size, counts = opened(rle)
    counts = counts.astype(np.intp)  # 페이지의 파이썬은 32비트다
    flat = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    return flat.reshape(size, order="F")
# --8<-- [end:encode]


# --8<-- [start:opened]
def opened(rle: dict) -> tuple[tuple[int, int], np.ndarray]:
    """RLE의 크기와 길이들.

    오류: 꼴이 다르거나 길이의 합이 픽셀의 수와 다르면 ValueError
    """
    rle = mapping("rle", rle)
    size, counts = pair("size", rle.get("size")), rle.get("counts")
    if isinstance(counts, bytes | str):
        counts = from_string(counts)
    counts = integers("counts", counts, "N", low=0)
    if counts.sum() != size[0] * size[1]:
        raise ValueError(
            f"counts: 길이의 합이 픽셀의 수 {size[0] * size[1]}이어야 한다. "
            f"받은 합: {counts.sum()}. size가 (세로, 가로)인지 본다."
        )
    return size, counts
# --8<-- [end:opened]


# --8<-- [start:area]
def area(rle: dict) -> int:
    """1인 픽셀의 수. 마스크로 되돌리지 않고 길이만 더한다."""
    return int(opened(rle)[1][1::2].sum())


def overlap(a: dict, b: dict) -> int:
    """두 RLE에서 함께 1인 픽셀의 수. 오류: 크기가 다르면 ValueError"""
    (size, p), (other, q) = opened(a), opened(b)
    if size != other:
        raise ValueError(f"size: 두 크기가 같아야 한다. 받은 크기: {size}, {other}.")
    ends = np.cumsum(q)[1::2]
    ones = np.cumsum(p * (np.arange(len(p)) % 2))  # p에서 그때까지 나온 1의 수
    before = np.interp(np.array([ends - q[1::2], ends]), np.cumsum(p), ones)
    return int((before[1] - before[0]).sum())


def iou(dt: Sequence[dict], gt: Sequence[dict], iscrowd: ArrayLike) -> Array:
    """검출과 정답의 모든 짝의 IoU. pycocotools의 iou와 같다.

    dt, gt: RLE의 목록, iscrowd: gt마다 0이나 1. 무리(1)면 검출의 넓이로 나눈다
    반환: (len(dt), len(gt)). 함께 빈 마스크면 0
    """
    for name, rles in (("dt", dt), ("gt", gt)):
        instance(name, rles, list | tuple, "RLE의 목록")
    crowd = integers("iscrowd", iscrowd, "G", low=0, high=1, G=len(gt))
    ious = np.zeros((len(dt), len(gt)))
    for i, j in np.ndindex(ious.shape):
        both, found = overlap(dt[i], gt[j]), area(dt[i])
        whole = found if crowd[j] else found + area(gt[j]) - both
        ious[i, j] = both / whole if both else 0.0
    return ious
# --8<-- [end:area]


# --8<-- [start:merge]
def merge(rles: Sequence[dict], intersect: bool = False) -> dict:
    """여러 RLE를 합친 것. intersect면 모두 겹친 곳만. 크기가 모두 같아야 한다."""
    if not instance("rles", rles, list | tuple, "RLE의 목록"):
        raise ValueError("rles: RLE를 하나 이상 넣는다. 빈 목록은 크기를 모른다.")
    masks = {f"rles[{i}]": decode(rle) for i, rle in enumerate(rles)}
    same_shape(**masks)
    join = np.logical_and if flag("intersect", intersect) else np.logical_or
    return encode(join.reduce(arrays.rows("rles", list(masks.values()))))
# --8<-- [end:merge]

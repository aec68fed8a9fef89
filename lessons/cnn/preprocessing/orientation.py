"""찍은 방향을 바로 세운다. 카메라는 픽셀을 돌리지 않고 파일에 번호만 적어 둔다.

출처: CIPA DC-008 (Exif), 4.6.4절의 Orientation
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import arrays, scalars

# --8<-- [end:imports]


# --8<-- [start:orient]
# 번호: (행과 열을 바꾸는가, 위아래를 뒤집는가, 좌우를 뒤집는가)
MOVES = {
    1: (False, False, False), 2: (False, False, True),
    3: (False, True, True), 4: (False, True, False),
    5: (True, False, False), 6: (True, False, True),
    7: (True, True, True), 8: (True, True, False),
}


def orient(image: ArrayLike, orientation: int) -> np.ndarray:
    """적힌 번호대로 그림을 바로 세운다. image: (H, W)나 (H, W, C)"""
    image = arrays.real("image", image, "H, W | H, W, C")
    number = scalars.count("orientation", orientation, 1, 8)
    swap, rows, columns = MOVES[number]
    image = image.swapaxes(0, 1) if swap else image
    return image[:: -1 if rows else 1, :: -1 if columns else 1].copy()
# --8<-- [end:orient]


# --8<-- [start:read_orientation]
def read_orientation(data: bytes) -> int:
    """JPEG 파일의 바이트에서 방향의 번호를 찾는다. 없으면 1이다."""
    data = scalars.instance("data", data, bytes)
    at = 2  # 처음의 두 바이트는 파일의 시작이다
    while data[:2] == b"\xff\xd8" and data[at : at + 1] == b"\xff":
        kind, length = data[at + 1 : at + 2], int.from_bytes(data[at + 2 : at + 4])
        body = data[at + 4 : at + 2 + length]
        if kind == b"\xe1" and body[:6] == b"Exif\0\0":
            return _tag(body[6:], 0x0112, 1)
        if kind == b"\xda":  # 여기부터는 그림이다
            break
        at += 2 + length
    return 1


def _tag(tiff: bytes, wanted: int, default: int) -> int:
    """TIFF의 첫 목록에서 표 하나를 읽는다. 한 줄은 12바이트다."""
    order = "little" if tiff[:2] == b"II" else "big"

    def read(start: int, size: int) -> int:
        return int.from_bytes(tiff[start : start + size], order)

    start = read(4, 4)
    for k in range(read(start, 2)):
        line = start + 2 + 12 * k
        if read(line, 2) == wanted:
            value = read(line + 8, 2)
            return value if value in MOVES else default
    return default
# --8<-- [end:read_orientation]

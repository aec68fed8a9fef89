"""IDX 파일: MNIST와 Fashion-MNIST가 쓰는 꼴.

앞의 네 바이트는 0, 0, 자료형, 축의 수이고, 이어서 축마다의 길이가 네 바이트씩(큰 자리
먼저) 온다. 나머지는 값이다. gzip으로 줄인 것도 그대로 읽는다.
출처: LeCun, Cortes, Burges, The MNIST database of handwritten digits
"""

import gzip
import math
import zlib
from typing import Any

import numpy as np

from lessons.readers.base import Images, first_file, folder, read_bytes
from lessons.scalars import flag

GZIP = b"\x1f\x8b"
TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def read_idx(path: Any) -> np.ndarray:
    """IDX 파일 하나의 배열. 축과 자료형은 파일이 말하는 대로다.

    오류: 없거나, IDX가 아니거나, 길이가 머리말과 다르면 ValueError
    """
    data = read_bytes(path)
    if data.startswith(GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            raise ValueError(
                f"{path}: gzip이 깨졌다. 끝까지 받지 못했을 수 있으니 다시 받는다."
            ) from None
    magic = data[:4]
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] not in TYPES or not magic[3]:
        raise ValueError(
            f"{path}: IDX 파일이 아니다. 0, 0, 자료형, 축의 수로 시작해야 하는데 "
            f"받은 것은 {list(magic)}이다. 다른 파일을 준 것이 아닌지 본다."
        )
    dtype, start = np.dtype(TYPES[magic[2]]), 4 + 4 * magic[3]
    whole = min(start, len(data)) // 4 * 4  # 머리말이 잘렸으면 온전한 길이까지만
    shape = tuple(np.frombuffer(data[4:whole], ">u4").tolist())
    want = start + math.prod(shape) * dtype.itemsize
    if len(shape) < magic[3] or len(data) != want:
        raise ValueError(
            f"{path}: 머리말은 모양이 {shape}라 모두 {want:,}바이트여야 하는데 "
            f"{len(data):,}바이트다. 파일이 잘렸거나 이어 붙었으니 다시 받는다."
        )
    values = np.frombuffer(data, dtype, offset=start).reshape(shape)
    return values.astype(dtype.newbyteorder("="))


class MNIST(Images):
    """손글씨 숫자. 파일은 root나 root/MNIST/raw에 있다.

    root: 폴더
    train: 참이면 train-*, 거짓이면 t10k-* 파일을 읽는다
    """

    CLASSES = tuple("0123456789")

    def __init__(self, root: Any, train: bool = True):
        root, train = folder("root", root), flag("train", train)
        places = [root, root / type(self).__name__ / "raw"]
        part = "train" if train else "t10k"
        data, targets = (
            read_idx(first_file(places, names(part, kind), f"{part}-{kind}-ubyte"))
            for kind in ("images-idx3", "labels-idx1")
        )
        if data.ndim != 3 or data.dtype != np.uint8:
            raise ValueError(
                f"{root}: 그림은 uint8 (N, 세로, 가로)여야 한다. "
                f"받은 것: {data.dtype} {data.shape}. 정답과 바뀌지 않았는지 본다."
            )
        if targets.shape != data.shape[:1]:
            raise ValueError(
                f"{root}: 그림은 {len(data)}장인데 정답의 모양은 {targets.shape}다. "
                "한 벌로 받은 두 파일인지 본다."
            )
        if not np.isin(targets, range(len(self.CLASSES))).all():
            raise ValueError(
                f"{root}: 정답은 0부터 {len(self.CLASSES) - 1}까지여야 한다. "
                f"받은 것: {targets.min()}부터 {targets.max()}까지."
            )
        super().__init__(data, targets.astype(int), list(self.CLASSES))


class FashionMNIST(MNIST):
    """옷과 신발. 파일의 이름과 꼴은 MNIST와 같고 root/FashionMNIST/raw도 찾아본다."""

    CLASSES = (
        *("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat"),
        *("Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"),
    )


def names(part: str, kind: str) -> list[str]:
    """배포하는 곳마다 조금씩 다른 이름."""
    plain = [f"{part}-{word}-ubyte" for word in (kind, kind.replace("-", "."))]
    return [*plain, *(f"{name}.gz" for name in plain)]

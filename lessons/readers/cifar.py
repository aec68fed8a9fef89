"""CIFAR-10의 이진 파일: 그림마다 정답 1바이트와 화소 3,072바이트.

화소는 빨강 1,024개, 녹색 1,024개, 파랑 1,024개의 차례이고 저마다 줄을 따라 간다.
출처: Krizhevsky (2009), Learning Multiple Layers of Features from Tiny Images
"""

from typing import Any

import numpy as np

from lessons.readers.base import Images, first_file, folder, read_bytes
from lessons.scalars import flag

ROW = 1 + 3 * 32 * 32
CLASSES = (
    *("airplane", "automobile", "bird", "cat", "deer"),
    *("dog", "frog", "horse", "ship", "truck"),
)
BATCHES = {True: [f"data_batch_{k}" for k in range(1, 6)], False: ["test_batch"]}


def read_cifar10(path: Any) -> tuple[np.ndarray, np.ndarray]:
    """이진 파일 하나. 반환: X (N, 32, 32, 3) uint8, y (N,)

    오류: 없거나, 길이가 3,073의 배수가 아니거나, 정답이 0–9가 아니면 ValueError
    """
    data = read_bytes(path)
    if not data or len(data) % ROW:
        raise ValueError(
            f"{path}: 그림마다 {ROW:,}바이트여야 하는데 모두 {len(data):,}바이트라 "
            "나누어떨어지지 않는다. 파일이 잘렸거나 CIFAR-10의 이진판이 아니다."
        )
    rows = np.frombuffer(data, np.uint8).reshape(-1, ROW)
    y, pixels = rows[:, 0].astype(int), rows[:, 1:].reshape(-1, 3, 32, 32)
    bad = np.flatnonzero(y >= len(CLASSES))
    if bad.size:
        raise ValueError(
            f"{path}: {bad[0]}번 그림의 정답이 {y[bad[0]]}다. 0부터 9까지여야 하니 "
            "CIFAR-100이나 다른 파일이 아닌지 본다."
        )
    return np.moveaxis(pixels, 1, 3).copy(), y


class CIFAR10(Images):
    """32×32 컬러 사진 열 클래스. 파일은 root나 root/cifar-10-batches-bin에 있다.

    root: 폴더
    train: 참이면 data_batch_1–5.bin, 거짓이면 test_batch.bin을 읽는다
    """

    def __init__(self, root: Any, train: bool = True):
        root, train = folder("root", root), flag("train", train)
        places = [root, root / "cifar-10-batches-bin"]
        paths = [first_file(places, [f"{n}.bin"], f"{n}.bin") for n in BATCHES[train]]
        X, y = zip(*map(read_cifar10, paths), strict=True)
        super().__init__(np.concatenate(X), np.concatenate(y), list(CLASSES))

"""데이터를 읽는 것들이 함께 쓰는 것: 파일 찾기와 읽기, 번호로 꺼내기."""

import os
from collections.abc import Iterable
from numbers import Integral
from pathlib import Path
from typing import Any

import numpy as np

from lessons.scalars import shown


def folder(name: str, path: Any) -> Path:
    """있는 폴더."""
    path = as_path(name, path)
    if not os.path.isdir(path):
        raise ValueError(f"{name}: 폴더가 없다: {path}. 경로가 맞는지 본다.")
    return path


def as_path(name: str, path: Any) -> Path:
    """경로를 담은 글자나 Path."""
    words = os.fspath(path) if isinstance(path, os.PathLike) else path
    if not isinstance(words, str) or not words:
        raise ValueError(f"{name}: 경로를 넣는다. 받은 값: {shown(path)}.")
    return Path(words)


def first_file(folders: Iterable[Path], names: Iterable[str], like: str) -> Path:
    """folders에서 names 가운데 처음 찾은 파일. 없으면 어디서 무엇을 찾았는지 말한다."""
    folders = list(folders)
    for name in names:
        for place in folders:
            if os.path.isfile(place / name):
                return place / name
    raise ValueError(
        f"{like} 파일이 없다. 찾아본 곳: {', '.join(map(str, folders))}. "
        "데이터를 내려받아 그 폴더에 둔다."
    )


def read_bytes(path: Any) -> bytes:
    path = as_path("path", path)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError는 "\0"이 든 경로
        why = getattr(error, "strerror", None) or error
        raise ValueError(
            f"{path}: 파일을 읽지 못했다({why}). 경로와 권한을 본다."
        ) from None


def position(index: Any, size: int) -> int:
    """0부터 size - 1까지의 번호. 음수는 뒤에서부터 센다."""
    if not isinstance(index, Integral) or isinstance(index, bool):
        raise ValueError(f"번호: 정수 하나를 넣는다. 받은 값: {shown(index)}.")
    if not -size <= index < size:
        raise IndexError(f"번호: {size}개 가운데 하나를 고른다. 받은 값: {index}.")
    return int(index) % size


class Images:
    """메모리에 모두 담은 그림. data, targets, classes의 이름은 torchvision과 같다.

    data: (N, H, W)나 (N, H, W, 3) uint8
    targets: (N,) int, classes의 번호
    """

    def __init__(self, data: np.ndarray, targets: np.ndarray, classes: list[str]):
        self.data, self.targets, self.classes = data, targets, classes
        self.class_to_idx = {name: k for k, name in enumerate(classes)}

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: int) -> tuple[np.ndarray, int]:
        k = position(index, len(self))
        return self.data[k].copy(), int(self.targets[k])

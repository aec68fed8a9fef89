"""클래스마다 폴더 하나에 그림을 담은 데이터: root/고양이/001.png, root/개/002.jpg …

그림 파일은 Pillow가 읽는다. Pillow는 matplotlib과 함께 깔린다. .npy는 NumPy가 읽는다.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np

from lessons.readers.base import as_path, folder, position

IMG_EXTENSIONS = (
    *(".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm"),
    *(".tif", ".tiff", ".webp", ".npy"),
)


def read_image(path: Any) -> np.ndarray:
    """그림 파일 하나를 (H, W, 3) uint8로. .npy는 (H, W)나 (H, W, C)를 담긴 그대로.

    오류: 없거나 깨진 그림이면 ValueError, Pillow가 없으면 ModuleNotFoundError
    """
    path = as_path("path", path)
    if not os.path.isfile(path):
        raise ValueError(f"path: 그림 파일이 없다: {path}. 경로가 맞는지 본다.")
    return _npy(path) if path.suffix.lower() == ".npy" else _picture(path)


def _npy(path: Path) -> np.ndarray:
    try:
        image = np.load(path, allow_pickle=False)
    except (ValueError, OSError, EOFError):
        raise ValueError(
            f"{path}: .npy로 읽을 수 없다. np.save로 저장한 수의 배열인지 본다."
        ) from None
    if image.dtype.kind not in "buif" or image.ndim not in (2, 3) or not image.size:
        raise ValueError(
            f"{path}: 그림은 (H, W)나 (H, W, C)인 수의 배열이어야 한다. "
            f"받은 것: {image.dtype} {image.shape}."
        )
    return image


def _picture(path: Path) -> np.ndarray:
    try:
        from PIL import Image, UnidentifiedImageError
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "그림 파일을 읽으려면 Pillow가 있어야 한다. "
            "터미널에서 `pip install pillow`를 실행한다."
        ) from error
    try:
        with Image.open(path) as image:
            return np.array(image.convert("RGB"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise ValueError(
            f"{path}: 그림으로 읽을 수 없다. 깨졌거나 확장자와 내용이 다르니 "
            "다시 받거나 폴더에서 뺀다."
        ) from None


class ImageFolder:
    """폴더의 이름이 곧 클래스다. 그림은 꺼낼 때 읽는다.

    classes: 이름순으로 늘어놓은 폴더의 이름
    samples: (경로, 클래스의 번호)의 목록, 경로순
    오류: 폴더가 없거나, 클래스가 없거나, 그림이 없는 클래스가 있으면 ValueError
    """

    def __init__(self, root: Any):
        self.root = folder("root", root)
        self.classes = sorted(p.name for p in self.root.iterdir() if p.is_dir())
        if not self.classes:
            raise ValueError(
                f"{self.root}: 클래스의 폴더가 없다. 그림을 {self.root.name}/클래스/"
                "그림.png처럼 클래스의 이름을 단 폴더에 나누어 담는다."
            )
        self.class_to_idx = {name: k for k, name in enumerate(self.classes)}
        self.samples = [
            (path, k)
            for name, k in self.class_to_idx.items()
            for path in sorted((self.root / name).rglob("*"))
            if path.suffix.lower() in IMG_EXTENSIONS and path.is_file()
        ]
        self.targets = np.array([k for _, k in self.samples], dtype=int)
        empty = [c for c, k in self.class_to_idx.items() if k not in self.targets]
        if empty:
            raise ValueError(
                f"{self.root}: 그림이 한 장도 없는 폴더가 있다: {', '.join(empty)}. "
                f"그림을 넣거나 폴더를 지운다. 읽는 것: {' '.join(IMG_EXTENSIONS)}"
            )

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[np.ndarray, int]:
        path, target = self.samples[position(index, len(self))]
        return read_image(path), target

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """모두 읽어 쌓는다. 반환: X (N, H, W, 3), y (N,)

        오류: 그림의 크기가 서로 다르면 ValueError
        """
        images = [image for image, _ in self]
        for (path, _), image in zip(self.samples, images, strict=True):
            if image.shape != images[0].shape:
                raise ValueError(
                    f"{path}: 모양이 {image.shape}인데 첫 그림은 {images[0].shape}다. "
                    "쌓으려면 모두 같은 크기로 바꾼다."
                )
        return np.stack(images), self.targets.copy()

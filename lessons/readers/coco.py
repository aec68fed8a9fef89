"""COCO 꼴의 JSON: 그림의 목록, 상자의 목록, 클래스의 목록.

상자는 [왼쪽, 위, 너비, 높이]로 적혀 있다. 여기서는 (왼쪽, 위, 오른쪽, 아래)로 바꾼다.
클래스의 id는 1, 3, 90처럼 건너뛰기도 하므로 id의 차례대로 0, 1, 2, …로 바꾼다.
출처: Lin et al. (2014), Microsoft COCO: Common Objects in Context, arXiv:1405.0312
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from lessons import Array
from lessons.readers.base import folder, position, read_bytes
from lessons.readers.folder import read_image
from lessons.scalars import shown

PARTS = {
    "images": ("id", "file_name", "height", "width"),
    "annotations": ("id", "image_id", "category_id", "bbox"),
    "categories": ("id", "name"),
}


@dataclass(frozen=True)
class Labelled:
    """그림 한 장에 적힌 것. 상자가 없는 그림도 있다.

    boxes: (M, 4) 왼쪽, 위, 오른쪽, 아래의 화소 좌표
    labels: (M,) classes의 번호, iscrowd: (M,) 무리를 뭉뚱그린 상자인가
    segmentations: 상자마다의 다각형이나 RLE, 적히지 않았으면 None
    """

    image_id: int
    file_name: str
    height: int
    width: int
    boxes: Array
    labels: np.ndarray
    area: Array
    iscrowd: np.ndarray
    segmentations: list


@dataclass(frozen=True)
class Coco:
    """classes[k]의 원래 id는 category_ids[k]다."""

    images: list[Labelled]
    classes: list[str]
    category_ids: list[int]


def read_coco(path: Any) -> Coco:
    """상자를 적은 JSON을 읽는다. 그림 파일은 열지 않는다.

    오류: JSON이 아니거나, 빠진 것이 있거나, 모르는 id를 가리키면 ValueError
    """
    found = _parse(path)
    images, annotations, categories = (_items(path, found, part) for part in PARTS)
    categories = sorted(categories, key=lambda c: c["id"])
    label = {c["id"]: k for k, c in enumerate(categories)}
    inside: dict[Any, list] = {image["id"]: [] for image in images}
    for image in images:
        _check_image(path, image)
    for note in annotations:
        for key, known in (("image_id", inside), ("category_id", label)):
            if note[key] not in known:
                raise ValueError(
                    f"{path}: 상자 {note['id']}의 {key}가 {note[key]}인데 "
                    f"그런 {key.removesuffix('_id')}가 없다. 짝이 맞는 파일인지 본다."
                )
        _check_box(path, note)
        inside[note["image_id"]].append(note)
    return Coco(
        [_labelled(image, inside[image["id"]], label) for image in images],
        [str(c["name"]) for c in categories],
        [c["id"] for c in categories],
    )


def _parse(path: Any) -> dict:
    try:
        found = json.loads(read_bytes(path).decode("utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        where = f"{error.lineno}번째 줄" if hasattr(error, "lineno") else "파일"
        raise ValueError(
            f"{path}: JSON으로 읽을 수 없다({where}). 파일이 잘리지 않았는지 본다."
        ) from None
    if not isinstance(found, dict) or not found.keys() >= PARTS.keys():
        raise ValueError(
            f"{path}: COCO 꼴이 아니다. 바깥이 {', '.join(PARTS)}를 가진 객체여야 한다."
        )
    return found


def _items(path: Any, found: dict, part: str) -> list[dict]:
    """목록의 것마다 있어야 할 것이 있고 id가 겹치지 않는지 본다."""
    items, seen = found[part], set()
    if not isinstance(items, list):
        raise ValueError(f"{path}: {part}는 목록이어야 한다.")
    for k, item in enumerate(items):
        have = item.keys() if isinstance(item, dict) else set()
        missing = [key for key in PARTS[part] if key not in have]
        if missing:
            raise ValueError(
                f"{path}: {part}의 {k}번째에 {', '.join(missing)}가 없다. "
                "채우거나 그 항목을 뺀다."
            )
        ids = [item[key] for key in PARTS[part] if key.endswith("id")]
        if any(not isinstance(i, int | str) for i in ids) or item["id"] in seen:
            raise ValueError(
                f"{path}: {part}의 {k}번째의 id {ids[0]}가 겹치거나 수가 아니다."
            )
        seen.add(item["id"])
    return items


def _check_box(path: Any, note: dict) -> None:
    box = note["bbox"]
    good = isinstance(box, list) and len(box) == 4 and all(map(_finite, box))
    if not good or min(box[2:]) < 0:
        raise ValueError(
            f"{path}: 상자 {note['id']}의 bbox는 [왼쪽, 위, 너비, 높이]인 유한한 "
            f"네 수고 너비와 높이는 음수가 아니어야 한다. 받은 값: {shown(box)}."
        )
    if not _finite(note.get("area", 0)):
        raise ValueError(
            f"{path}: 상자 {note['id']}의 area는 유한한 수여야 한다. "
            f"받은 값: {shown(note['area'])}."
        )


def _check_image(path: Any, image: dict) -> None:
    sides = image["height"], image["width"]
    whole = all(isinstance(s, int) and not isinstance(s, bool) and s > 0 for s in sides)
    if not whole or not isinstance(image["file_name"], str):
        raise ValueError(
            f"{path}: 그림 {image['id']}의 file_name은 글자, height와 width는 1 이상의 "
            f"정수여야 한다. 받은 값: {shown((image['file_name'], *sides))}."
        )


def _finite(value: Any) -> bool:
    """1조보다 작은 수인가. NaN과 무한대는 아니다."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and -1e12 < value < 1e12


def _labelled(image: dict, notes: list[dict], label: dict) -> Labelled:
    xywh = np.array([n["bbox"] for n in notes], dtype=float).reshape(-1, 4)
    area = [n.get("area", n["bbox"][2] * n["bbox"][3]) for n in notes]
    return Labelled(
        *(image[key] for key in PARTS["images"]),
        boxes=np.hstack([xywh[:, :2], xywh[:, :2] + xywh[:, 2:]]),
        labels=np.array([label[n["category_id"]] for n in notes], dtype=int),
        area=np.array(area, dtype=float),
        iscrowd=np.array([bool(n.get("iscrowd", 0)) for n in notes], dtype=bool),
        segmentations=[n.get("segmentation") for n in notes],
    )


class CocoDetection:
    """그림과 상자. 그림은 꺼낼 때 root에서 읽는다.

    root: 그림이 있는 폴더
    annFile: 상자를 적은 JSON
    꺼내면: (H, W, 3) uint8과 Labelled
    """

    def __init__(self, root: Any, annFile: Any):
        self.root, self.coco = folder("root", root), read_coco(annFile)
        self.classes = self.coco.classes

    def __len__(self) -> int:
        return len(self.coco.images)

    def __getitem__(self, index: int) -> tuple[np.ndarray, Labelled]:
        about = self.coco.images[position(index, len(self))]
        image = read_image(self.root / about.file_name)
        if image.shape[:2] != (about.height, about.width):
            raise ValueError(
                f"{about.file_name}: JSON은 {about.height}×{about.width}라고 하는데 "
                f"그림은 {image.shape[0]}×{image.shape[1]}다. 짝이 맞는 폴더인지 본다."
            )
        return image, about

    def __iter__(self) -> Iterator[tuple[np.ndarray, Labelled]]:
        return (self[k] for k in range(len(self)))

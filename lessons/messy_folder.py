"""실습에서 여는 지저분한 사진 폴더. 무엇이 어떻게 지저분한지는 실습이 하나씩 찾는다.

진짜 옷 사진(load_fashion_mnist)에, 실제로 오는 폴더에서 흔히 보는 때를 지어 묻힌다.
"""

from pathlib import Path
from typing import Any

import numpy as np

from lessons.datasets import FASHION_CLASSES, load_fashion_mnist
from lessons.readers.base import as_path
from lessons.scalars import generator

COUNTS = {"티셔츠": 300, "원피스": 300, "운동화": 300, "앵클부츠": 300, "가방": 30}
TWICE, TURNED, WRONG = 150, 0.12, 0.08


def _listed(paths: Any) -> list:
    """목록. 하나만 온 것은 막는다."""
    if not isinstance(paths, list | tuple):
        raise ValueError(
            f"paths: 경로의 목록을 넣는다. 하나여도 [ ]로 감싼다. 받은 값: {paths!r}."
        )
    return list(paths)


class MessyFolder:
    """root/클래스/번호.png를 쓴다. 사람의 눈도 빌려준다.

    looked: 지금까지 사람이 다시 본 사진의 수
    오류: root가 이미 있으면 ValueError
    """

    def __init__(self, root: Any, *, rng: np.random.Generator) -> None:
        self.root, rng = as_path("root", root), generator("rng", rng)
        if self.root.exists():
            raise ValueError(f"root: 이미 있다: {self.root}. 빈 곳의 이름을 넣는다.")
        self.looked = 0
        self._write(rng)

    def _write(self, rng: np.random.Generator) -> None:
        from PIL import Image  # matplotlib과 함께 깔린다

        X, y = load_fashion_mnist()
        source = [
            rng.choice(np.flatnonzero(y == FASHION_CLASSES.index(name)), n, False)
            for name, n in COUNTS.items()
        ]
        source = np.concatenate(source)
        source = np.append(source, rng.choice(source, TWICE, replace=False))
        self._turns = rng.integers(1, 4, len(source))
        self._turns[rng.random(len(source)) >= TURNED] = 0
        kinds = list(COUNTS)
        truth = np.array([kinds.index(FASHION_CLASSES[k]) for k in y[source]])
        named = truth + np.where(
            rng.random(len(source)) < WRONG, rng.integers(1, 5, len(source)), 0
        )
        bright = rng.uniform(0.85, 1, len(source))
        self._truth = {}
        for i, at in enumerate(rng.permutation(len(source))):
            image = np.rot90(X[source[at]], self._turns[at]) * bright[at]
            place = Path(kinds[named[at] % 5]) / f"{i:04d}.png"
            (self.root / place.parent).mkdir(parents=True, exist_ok=True)
            Image.fromarray(image.astype(np.uint8)).save(self.root / place)
            self._truth[place.name] = kinds[truth[at]]
        self._wrong = int((named != truth).sum())

    def look_again(self, paths: Any) -> list[str]:
        """사람이 그 사진들을 다시 보고 말해 준 클래스. 품이 드니 세어 둔다."""
        names = [as_path("paths", path).name for path in _listed(paths)]
        for name in names:
            if name not in self._truth:
                raise ValueError(f"paths: 이 폴더에 없는 사진이다: {name}.")
        self.looked += len(names)
        return [self._truth[name] for name in names]

    def tomorrow(self) -> tuple[np.ndarray, np.ndarray]:
        """내일 올 사진. 바로 서 있고 이름도 맞다.

        반환: X (N, 28, 28) uint8, (N,) 클래스의 이름
        """
        X, y = load_fashion_mnist(train=False)
        names = np.array(FASHION_CLASSES)[y]
        kept = np.isin(names, list(COUNTS))
        return X[kept], names[kept]

    def secrets(self) -> dict[str, int]:
        """지어 묻힌 때: 두 번 담은 사진, 돌아간 사진, 이름이 틀린 사진의 수."""
        return {
            "두 번 담은 것": TWICE,
            "돌아간 것": int((self._turns > 0).sum()),
            "이름이 틀린 것": self._wrong,
            "가장 적은 클래스": COUNTS["가방"],
        }

"""페이지 안에서 답하는 모델: 학습된 것을 ONNX로 바꾸어 브라우저가 받을 파일로 만든다.

모델은 `networks.py`에 한 번 적는다. 짓는 동안에는 아무것도 학습하지 않고 torch도
가져오지 않는다. 파일 이름에 내용의 지문이 들어 있어 오래 간직해도 낡지 않는다.
"""

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from sitegen.base import keep
from sitegen.base.paths import LESSONS
from sitegen.base.problem import Problem, Problems
from sitegen.book.imports import file_digest
from sitegen.faces.models import networks, runtime

FOLDER = "assets/models"
TRAINED = LESSONS / "data" / "trained"
BUDGET = 4_500_000  # 실행기까지 더해 한 모델을 처음 쓸 때 받는 바이트
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Published:
    """사이트에 놓이는 모델이나 그 그림."""

    uri: str
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        return len(self.content)


def names() -> list[str]:
    """학습된 값이 있는 모델. 적어 두고 아직 학습시키지 않은 것은 놓지 않는다."""
    return [name for name in networks.MODELS if artefact(name).is_file()]


def artefact(name: str) -> Path:
    """모델의 학습된 값이 든 파일."""
    return TRAINED / f"{networks.MODELS[name].artefact or name}.npz"


def learned(name: str) -> Path:
    """학습된 값이 든, 있는 파일."""
    path = artefact(name)
    if not path.is_file():
        message = (
            f"모델 {name!r}의 학습된 값이 없다. 그것을 학습시키는 페이지를 골라 "
            "`make train PAGE=…`를 돌리거나, sitegen/faces/models/networks.py에서 "
            "지운다."
        )
        raise Problems(Problem(path, 1, message))
    return path


def weights(name: str) -> dict[str, np.ndarray]:
    with np.load(learned(name)) as stored:
        return dict(stored)


def onnx(name: str) -> bytes:
    """ONNX 파일의 내용. 같은 값과 같은 코드면 언제나 같은 바이트다."""

    def make() -> bytes:
        from sitegen.faces.models import graph  # onnx를 읽는 데 0.3초가 든다

        return graph.export(networks.MODELS[name].network, weights(name))

    made_by = keep.code(*sorted(HERE.glob("*.py")))
    key = (name, file_digest(learned(name)), made_by, keep.versions("onnx"))
    return keep.kept("onnx", key, make)


@lru_cache(maxsize=64)
def _published(name: str, content: bytes) -> Published:
    digest = hashlib.sha256(content).hexdigest()
    return Published(f"{FOLDER}/{name}.{digest[:8]}.onnx", content, digest)


def published(name: str) -> Published:
    made = _published(name, onnx(name))
    total = made.size + sum(file.size for file in runtime.files().values())
    if total > BUDGET:
        message = (
            f"모델 {name!r}은 실행기까지 {total / 1e6:.1f} MB다. "
            f"{BUDGET / 1e6:.1f} MB를 넘지 않게 신경망을 줄인다."
        )
        raise Problems(Problem(artefact(name), 1, message))
    return made


def samples(name: str) -> Published | None:
    """모델에게 보여 줄 그림을 한 장에 늘어놓은 PNG. 열이 클래스다."""
    if (make := networks.MODELS[name].samples) is None:
        return None
    rows, columns, height, width = (images := make()).shape
    sheet = images.transpose(0, 2, 1, 3).reshape(rows * height, columns * width)
    buffer = io.BytesIO()
    Image.fromarray(sheet).save(buffer, "PNG", optimize=True)
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    uri = f"{FOLDER}/{name}.{digest[:8]}.png"
    return Published(uri, buffer.getvalue(), digest)

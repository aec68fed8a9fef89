"""첫 쪽에서 손글씨 숫자를 읽는 신경망. 학습은 `train.py`가 한다.

학습된 값과 페이지가 말할 숫자(`card.json`)와 영수증(`receipt.json`)이 저장소에
있어서, 짓는 동안에는 학습하지 않는다.
"""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem
from sitegen.book.imports import file_digest
from sitegen.faces import models
from sitegen.running import fingerprint

NAME = "home/digit"
SOURCE = Path(__file__).parent
CARD = SOURCE / "card.json"
RECEIPT = SOURCE / "receipt.json"
OURS = re.compile(r"^from sitegen.*\n", re.M)


@cache
def card() -> dict:
    return json.loads(CARD.read_text(encoding="utf-8"))


def artefact() -> Path:
    return models.artefact(NAME)


def key() -> str:
    """학습의 결과를 정하는 것의 지문. 주석과 빈 줄, 도구의 방 이름은 세지 않는다."""
    total = hashlib.sha256()
    for name in ("strokes.py", "train.py"):
        text = OURS.sub("", (SOURCE / name).read_text(encoding="utf-8"))
        total.update(fingerprint.bare(text).encode())
    total.update(file_digest(ROOT / "lessons" / "data" / "digits.npz"))
    return total.hexdigest()[:24]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problems() -> list[Problem]:
    """저장소의 학습된 값이 지금의 코드로 만든 것인가."""
    receipt = json.loads(RECEIPT.read_text(encoding="utf-8"))
    kept = {path.name: sha256(path) for path in (artefact(), CARD)}
    if receipt["key"] == key() and receipt["sha256"] == kept:
        return []
    message = (
        "첫 쪽의 신경망을 학습시키는 코드나 그 결과가 영수증과 다르다. "
        "`make train PAGE=index`로 다시 학습시킨다."
    )
    return [Problem(RECEIPT, 1, message)]

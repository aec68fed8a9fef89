"""모델을 쓰는 요소에, 그 모델을 어디서 받는지 적는다.

`data-models="cnn/lenet_fashion …"`이 있는 요소만 찾는다. web/kit/model.ts가 읽는다.
"""

import json
import re
from html import escape
from pathlib import Path

from sitegen.base.problem import Problem, Problems
from sitegen.faces import models
from sitegen.faces.models import networks, runtime

ASKING = re.compile(r'<[a-z][\w-]*\b[^>]*\bdata-models="([^"]+)"')


def place(html: str, base: str, worker: str, source: Path) -> str:
    """base: 이 쪽에서 사이트의 뿌리까지. source: 고칠 것을 말할 때 가리킬 파일"""

    def add(found: re.Match) -> str:
        names = found[1].split()
        if unknown := [name for name in names if name not in networks.MODELS]:
            raise Problems(Problem(source, 1, _unknown(unknown)))
        data = json.dumps(addresses(names, base, worker), ensure_ascii=False)
        return f'{found[0]} data-addresses="{escape(data)}"'

    return ASKING.sub(add, html)


def addresses(names: list[str], base: str, worker: str) -> dict:
    files = {
        kind: _file(f"{base}{models.FOLDER}/{file.name}", file)
        for kind, file in runtime.files().items()
    }
    asked = {name: _model(name, base) for name in names}
    return {"worker": base + worker, **files, "models": asked}


def _model(name: str, base: str) -> dict:
    model, sheet = models.published(name), models.samples(name)
    described = networks.MODELS[name]
    labels = described.labels() if callable(described.labels) else described.labels
    about = {"title": described.title, "labels": labels}
    about["samples"] = sheet and base + sheet.uri
    return _file(f"{base}{model.uri}", model) | {k: v for k, v in about.items() if v}


def weight(name: str) -> int:
    """모델을 처음 쓸 때 받는 바이트."""
    files = [models.published(name), *runtime.files().values()]
    return sum(file.size for file in files)


def _file(url: str, file) -> dict:
    return {"url": url, "size": file.size, "sha256": file.sha256}


def _unknown(names: list[str]) -> str:
    known = ", ".join(networks.MODELS)
    return (
        f"data-models의 모델 {', '.join(names)}를 모른다. 아는 것: {known}. "
        "sitegen/faces/models/networks.py에 적는다."
    )

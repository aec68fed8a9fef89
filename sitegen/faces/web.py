"""web/의 TypeScript를 묶는다. 내용이 그대로면 지난번에 묶은 것을 쓴다."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

from mkdocs.exceptions import PluginError

from sitegen.base import keep
from sitegen.base.node import node
from sitegen.base.paths import ROOT
from sitegen.book.imports import file_digest

SOURCE = ROOT / "web"
FOLDER = "assets/javascripts"
INPUTS = "*.ts", "*.css", "*.mjs", "*.json"


@dataclass(frozen=True)
class Bundle:
    """묶은 결과. entries는 web/의 파일 이름을 내용 해시가 붙은 이름으로 잇는다."""

    folder: Path
    entries: dict[str, str]
    files: list[str]


def build() -> Bundle:
    folder = keep.used(keep.folder("web") / _digest())
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        script = SOURCE / "build.mjs"
        done = node(script, "--outdir", folder, cwd=ROOT, stderr=PIPE, encoding="utf-8")
        if done.returncode:
            raise PluginError(f"web/의 스크립트를 묶지 못했다.\n{done.stderr}")
    return Bundle(folder, **json.loads(manifest.read_text(encoding="utf-8")))


def _digest() -> str:
    lock = ROOT / "package-lock.json"
    found = {path for pattern in INPUTS for path in SOURCE.rglob(pattern)}
    digest = hashlib.sha256()
    for path in [lock, *sorted(found)]:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(file_digest(path))
    return digest.hexdigest()[:16]

"""모델을 돌리는 실행기(onnxruntime-web)의 모듈, 그리고 줄여 둔 WASM."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.book.imports import file_digest

ORT = ROOT / "node_modules" / "onnxruntime-web"
MODULE = ORT / "dist" / "ort.wasm.bundle.min.mjs"
WASM = ORT / "dist" / "ort-wasm-simd-threaded.wasm"


@dataclass(frozen=True)
class File:
    name: str
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        return len(self.content)


def version() -> str:
    return json.loads((ORT / "package.json").read_text(encoding="utf-8"))["version"]


@lru_cache
def files() -> dict[str, File]:
    """WASM은 14 MB다. 압축해 주지 않는 서버에서도 4 MB를 넘지 않도록 줄여 두고
    페이지에서 푼다."""

    def squeeze() -> bytes:
        return gzip.compress(WASM.read_bytes(), mtime=0)

    small = keep.kept("ort", file_digest(WASM), squeeze)
    return {
        "runtime": _file(f"ort-{version()}.min.mjs", MODULE.read_bytes()),
        "wasm": _file(f"ort-{version()}.wasm.gzip", small),
    }


def _file(name: str, content: bytes) -> File:
    return File(name, content, hashlib.sha256(content).hexdigest())

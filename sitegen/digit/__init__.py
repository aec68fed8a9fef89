"""첫 쪽에서 손글씨 숫자를 읽는 신경망: 학습시키고, 브라우저가 받을 파일로 만든다.

학습은 딸린 프로세스에서 하고 결과는 내용의 지문으로 간직한다. 여기는 torch를
가져오지 않는다. 바뀐 것이 없는 짓기가 torch를 읽느라 기다리지 않게 한다.
"""

import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from sitegen.imports import file_digest
from sitegen.problem import ROOT

CACHE = ROOT / ".cache" / "digit"
SOURCE = Path(__file__).parent
ORT = ROOT / "node_modules" / "onnxruntime-web"
INPUTS = (
    ROOT / "lessons" / "datasets.py",
    ROOT / "lessons" / "data" / "digits.npz",
    SOURCE / "strokes.py",
    SOURCE / "train.py",
)


@dataclass(frozen=True)
class Model:
    folder: Path

    @property
    def onnx(self) -> Path:
        return self.folder / "digit.onnx"

    @cached_property
    def card(self) -> dict:
        return json.loads((self.folder / "card.json").read_text(encoding="utf-8"))


def model() -> Model:
    """학습된 신경망. 재료가 그대로면 지난번 것을 쓴다."""
    folder = CACHE / _digest()
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as made:
            work = Path(made, "model")
            work.mkdir()
            path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
            subprocess.run(
                [sys.executable, "-m", "sitegen.digit.train", str(work)],
                env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
                check=True,
            )
            # 다른 프로세스가 같은 것을 먼저 만들었으면 그것을 쓴다
            with suppress(OSError):
                work.rename(folder)
    return Model(folder)


def _digest() -> str:
    versions = [f"{name} {version(name)}" for name in ("numpy", "torch", "onnx")]
    total = hashlib.sha256(" ".join([sys.version.split()[0], *versions]).encode())
    for path in INPUTS:
        total.update(file_digest(path))
    return total.hexdigest()[:16]


def runtime_version() -> str:
    package = json.loads((ORT / "package.json").read_text(encoding="utf-8"))
    return package["version"]


def runtime() -> tuple[Path, Path]:
    """onnxruntime-web의 모듈, 그리고 줄여 둔 WASM.

    WASM은 14 MB다. 압축해 주지 않는 서버에서도 4 MB를 넘지 않도록 줄여 두고
    페이지에서 푼다.
    """
    module = ORT / "dist" / "ort.wasm.bundle.min.mjs"
    wasm = ORT / "dist" / "ort-wasm-simd-threaded.wasm"
    small = CACHE / f"ort-{runtime_version()}.wasm.gzip"
    if not small.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = small.with_suffix(f".{os.getpid()}")
        partial.write_bytes(gzip.compress(wasm.read_bytes(), mtime=0))
        partial.replace(small)
    return module, small

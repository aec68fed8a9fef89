"""페이지의 파이썬(Pyodide): 어떤 파일을 사이트에 두고, 어디에서 가져오는가.

본체는 npm 패키지에서, NumPy와 matplotlib은 그 패키지의 목록이 말하는 공식 휠을 이름과
sha256으로 받는다. PYODIDE_PACKAGES가 폴더를 가리키면 그 폴더의 휠과 목록을 쓰고,
PYODIDE_URL은 휠을 내주는 곳을 바꾼다. 받은 것은 .cache/에 간직한다.
"""

import gzip
import hashlib
import json
import os
import sys
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.faces import wheel

PACKAGE = ROOT / "node_modules" / "pyodide"
KEPT = keep.folder("pyodide")
FOLDER = "assets/pyodide"
LOADER, NOTICE = "pyodide.mjs", "README.md"
COMPRESSED = "pyodide.asm.mjs", "pyodide.asm.wasm"
STDLIB = "python_stdlib.zip"
# 블록이 무엇을 쓰는가에 따라 받는 것
NEEDS = {"numpy": "numpy", "plot": "matplotlib"}
# 브라우저 안에서 코드를 돌리는 파이썬
PYTHON = (
    *sorted((ROOT / "web" / "runner").glob("*.py")),
    ROOT / "sitegen" / "running" / "figure_style.py",
)
TRIES = 2


class Refused(Exception):
    """받은 휠이 목록이 말하는 것이 아니다."""


class Unreachable(Exception):
    """휠을 내주는 곳에 닿지 못했다."""


@dataclass(frozen=True)
class Runner:
    """사이트에 둘 파일(FOLDER에서 본 이름)과, 일꾼이 읽을 안내."""

    files: dict[str, Path]
    guide: dict[str, object]


def version() -> str:
    text = (PACKAGE / "package.json").read_text(encoding="utf-8")
    return json.loads(text)["version"]


@lru_cache
def available() -> bool:
    """이 사이트에 실행 단추를 둘 수 있는가. 없으면 까닭을 한 번 알린다."""
    try:
        packages()
    except Unreachable as error:
        print(
            f"{error}\n페이지에 실행 단추 없이 짓는다. 인터넷에 이어서 다시 짓거나 "
            "휠과 목록이 든 폴더를 PYODIDE_PACKAGES로 알린다.",
            file=sys.stderr,
        )
        return False
    return True


def runner() -> Runner:
    """available()일 때, 페이지의 파이썬을 이루는 모든 것."""
    base = version()
    lock, wheels = packages()
    name, lessons = wheel.lessons()
    made = {f"lessons-{_short(lessons)}/{name}": lessons}
    fonts = wheel.fonts()
    made[f"fonts-{_short(fonts)}.zip"] = fonts
    files = {path: _keep(path, data) for path, data in made.items()}
    data = {name: _fingerprint(path) for name, path in wheel.data().items()}
    files |= {data[name][0]: path for name, path in wheel.data().items()}
    core = {file: _compressed(PACKAGE / file) for file in COMPRESSED}
    core = {f"{file}.gzip": path for file, path in core.items()}
    core[STDLIB] = PACKAGE / STDLIB
    core[LOADER] = PACKAGE / LOADER
    core |= {path.name: path for path in wheels.values()}
    files |= {f"{base}/{file}": path for file, path in core.items()}
    files[f"{base}/{Path(NOTICE).stem}.txt"] = PACKAGE / NOTICE
    lessons_file, fonts_file = made
    sizes = {path: file.stat().st_size for path, file in files.items()}
    first = [LOADER, STDLIB, *(f"{file}.gzip" for file in COMPRESSED)]
    numpy = [f"{base}/{file}" for file in [*first, wheels["numpy"].name]]
    rest = [f"{base}/{path.name}" for name, path in wheels.items() if name != "numpy"]
    guide = {
        "base": f"{base}/",
        "lock": json.dumps(lock, sort_keys=True),
        "lessons": lessons_file,
        "fonts": fonts_file,
        "data": json.dumps(data, sort_keys=True),
        "python": {path.name: path.read_text(encoding="utf-8") for path in PYTHON},
        "bytes": {
            "numpy": sum(sizes[path] for path in [*numpy, lessons_file]),
            "plot": sum(sizes[path] for path in [*rest, fonts_file]),
        },
    }
    return Runner(files, guide)


def _fingerprint(path: Path) -> tuple[str, int, str]:
    """(사이트에서의 주소, 바이트, sha256). 내용이 바뀌면 주소도 바뀐다."""
    content = path.read_bytes()
    address = f"data-{_short(content)}/{path.name}"
    return address, len(content), hashlib.sha256(content).hexdigest()


def packages() -> tuple[dict, dict[str, Path]]:
    """일꾼이 읽을 목록과, 꾸러미마다의 확인된 휠."""
    folder = os.environ.get("PYODIDE_PACKAGES")
    source = ROOT / folder if folder else PACKAGE
    lock = json.loads((source / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"] = wanted = _closure(lock["packages"], NEEDS.values())
    get = _from_folder(source) if folder else _fetch
    return lock, {name: get(package) for name, package in wanted.items()}


def _closure(known: dict[str, dict], names: Iterable[str]) -> dict[str, dict]:
    found, waiting = {}, list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting += known[name]["depends"]
    return dict(sorted(found.items()))


def _from_folder(folder: Path):
    def get(package: dict) -> Path:
        path = folder / package["file_name"]
        verify(path.read_bytes(), package, str(path))
        return path

    return get


def _fetch(package: dict) -> Path:
    path = KEPT / package["sha256"][:16] / package["file_name"]
    if path.is_file():
        verify(path.read_bytes(), package, str(path))
        keep.used(path.parent)
        return path
    url = address() + package["file_name"]
    data = _download(url)
    verify(data, package, url)
    return keep.write(path, data)


def address() -> str:
    official = f"https://cdn.jsdelivr.net/pyodide/v{version()}/full/"
    return os.environ.get("PYODIDE_URL", official).rstrip("/") + "/"


def _download(url: str) -> bytes:
    for left in reversed(range(TRIES)):
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return answer.read()
        except OSError as error:
            if not left:
                message = f"페이지의 파이썬에 쓸 휠을 받지 못했다: {url} ({error})"
                raise Unreachable(message) from None
    raise AssertionError


def verify(data: bytes, package: dict, where: str) -> None:
    got = hashlib.sha256(data).hexdigest()
    if got != package["sha256"]:
        raise Refused(
            f"휠이 Pyodide의 목록과 다르다: {where}\n"
            f"  목록의 sha256: {package['sha256']}\n  받은 것의 sha256: {got}\n"
            "이 파일은 쓰지 않는다. 지우고 다시 받거나, 내주는 곳을 확인한다."
        )


def _compressed(path: Path) -> Path:
    """서버가 줄여 주지 않아도 작게 받도록 미리 줄여 둔다. 일꾼이 푼다."""
    stat = path.stat()
    kept = KEPT / version() / f"{stat.st_size}-{path.name}.gzip"
    if kept.is_file():
        keep.used(kept.parent)
        return kept
    return keep.write(kept, gzip.compress(path.read_bytes(), mtime=0))


def _keep(name: str, data: bytes) -> Path:
    path = KEPT / name
    if not path.is_file():
        return keep.write(path, data)
    keep.used(KEPT / Path(name).parts[0])
    return path


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]

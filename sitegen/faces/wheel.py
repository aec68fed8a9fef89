"""페이지의 파이썬이 읽는 `lessons`. 같은 글이면 언제나 같은 바이트가 된다.

데이터는 data 바로 아래의 작은 것만 휠에 싣는다. 큰 것, 그리고 사진과 배운 값처럼 폴더에
든 것은 쓰는 블록이 돌 때 lessons.files가 하나씩 받는다. 글꼴은 그림을 그릴 때 받는다.
"""

import base64
import hashlib
import io
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from sitegen.base.paths import LESSONS, ROOT

DATA = LESSONS / "data"
FONTS = DATA / "fonts"
SMALL = 60_000  # 바이트
TAG = "py3-none-any"


def lessons() -> tuple[str, bytes]:
    """(이름, 내용). PyTorch로 쓴 것과 따로 받을 것은 뺀다."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    name = f"{project['name'].replace('-', '_')}-{project['version']}"
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in _files(LESSONS)
        if not path.name.endswith("_torch.py") and not _fetched(path)
    }
    info = f"{name}.dist-info"
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {project['name']}\n"
        f"Version: {project['version']}\n"
    ).encode()
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: sitegen\nRoot-Is-Purelib: true\nTag: {TAG}\n"
    ).encode()
    record = [f"{path},{_record(data)}" for path, data in files.items()]
    record.append(f"{info}/RECORD,,")
    files[f"{info}/RECORD"] = ("\n".join(record) + "\n").encode()
    return f"{name}-{TAG}.whl", _zip(files)


def fonts() -> bytes:
    """그림의 한글. lessons가 풀린 곳에 그대로 풀면 제자리에 놓인다."""
    return _zip({p.relative_to(ROOT).as_posix(): p.read_bytes() for p in _files(FONTS)})


def data() -> dict[str, Path]:
    """쓰는 블록이 돌 때 받을 데이터. 이름은 data에서 본 경로다."""
    return {
        path.relative_to(DATA).as_posix(): path
        for path in _files(DATA)
        if _fetched(path) and FONTS not in path.parents
    }


def _fetched(path: Path) -> bool:
    """휠에 싣지 않고 쓸 때 받는가. 폴더에 든 파이썬 파일은 싣는다."""
    if DATA not in path.parents or path.suffix == ".py":
        return False
    return path.parent != DATA or path.stat().st_size >= SMALL


def _files(folder: Path) -> Iterable[Path]:
    return (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    )


def _record(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
    return f"sha256={digest.decode()},{len(data)}"


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path)  # 날짜는 언제나 1980-01-01
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()

"""페이지의 파이썬이 읽는 `lessons`. 같은 글이면 언제나 같은 바이트가 된다."""

import base64
import hashlib
import io
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from sitegen.site import LESSONS, ROOT

FONTS = LESSONS / "data" / "fonts"
TAG = "py3-none-any"


def lessons() -> tuple[str, bytes]:
    """(이름, 내용). PyTorch로 쓴 것은 빼고, 글꼴은 그림을 그릴 때 따로 받는다."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    name = f"{project['name'].replace('-', '_')}-{project['version']}"
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in _files(LESSONS)
        if FONTS not in path.parents and not path.name.endswith("_torch.py")
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

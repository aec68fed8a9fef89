"""다 지은 쪽의 글. 뒤의 훅들이 마저 고치고, 디스크에는 마지막에 한 번만 쓴다."""

from collections.abc import Callable, Collection
from pathlib import Path

_texts: dict[Path, str] = {}


def on_pre_build(config):
    _texts.clear()


def note(path: Path, text: str) -> None:
    _texts[path] = text


def read(path: Path) -> str:
    found = _texts.get(path)
    return path.read_text(encoding="utf-8") if found is None else found


def change(path: Path, text: str) -> None:
    """지은 쪽이면 적어 두고, 옮겨 놓기만 한 파일이면 바로 쓴다."""
    if path in _texts:
        _texts[path] = text
    else:
        path.write_text(text, encoding="utf-8", newline="\n")


def waiting() -> Collection[Path]:
    """마지막에 쓰려고 적어 둔 쪽들. 처음 지을 때는 아직 디스크에 없다."""
    return _texts.keys()


def write(finish: Callable[[str], str] = str) -> None:
    """끝손질을 거쳐, 달라진 것을 모두 쓴다."""
    for path, text in _texts.items():
        data = finish(text).encode()
        if not (path.is_file() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    _texts.clear()

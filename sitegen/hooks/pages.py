"""다 지은 쪽의 글. 뒤의 훅들이 마저 고치고, 디스크에는 마지막에 한 번만 쓴다."""

from collections.abc import Callable
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


def write(finish: Callable[[str], str] = str) -> None:
    """끝손질을 거쳐 모두 쓴다."""
    for path, text in _texts.items():
        path.write_text(finish(text), encoding="utf-8", newline="\n")
    _texts.clear()

"""MkDocs가 하는 말을 화면에 보이는 정도와 상관없이 듣고, 우리말로 옮긴다.

`mkdocs --quiet`은 로거의 수준을 올려 경고를 아예 없앤다. 그러면 strict는 셀 것이 없고,
경고가 나온 페이지도 깨끗한 페이지로 간직된다. 수준을 로거에서 화면의 핸들러로 옮기면
보이는 것은 그대로이고 듣는 이는 모두 듣는다.
"""

import contextlib
import logging
import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.base.paths import ROOT

LOG = logging.getLogger("mkdocs")

WHERE = r"Doc file '(?P<file>[^']+)' contains "
TRANSLATED = [
    (
        WHERE + r"a link '(?P<link>[^']+)', but the target.* is not found.*",
        "링크가 가리키는 파일이 없다: {link}. 이 페이지에서 본 경로로 고친다.",
    ),
    (
        WHERE + r"a link '(?P<link>[^']+)', but there is no such anchor.*",
        "이 페이지에 그런 절이 없다: {link}. 절의 제목에서 만든 주소로 고친다.",
    ),
    (
        WHERE + r"a link '(?P<link>[^']+)', but the doc '(?P<goal>[^']+)' does not.*",
        "{goal}에 그런 절이 없다: {link}. 그 페이지의 절 주소로 고친다.",
    ),
    (
        WHERE + r"an absolute link '(?P<link>[^']+)'.*",
        "/로 시작하는 링크다: {link}. 이 페이지에서 본 경로로 고친다.",
    ),
    (
        WHERE + r"an unrecognized relative link '(?P<link>[^']+)'.*",
        "가리키는 것을 알 수 없는 링크다: {link}. `이름.md`로 끝나는 경로로 고친다.",
    ),
    (
        r"A reference to '(?P<link>[^']+)' is included in the 'nav' .*not found.*",
        "nav가 없는 파일을 부른다: {link}. 파일을 만들거나 그 줄을 지운다.",
    ),
    (
        r"An absolute path to '(?P<link>[^']+)' is included in the 'nav'.*",
        "nav에 /로 시작하는 경로가 있다: {link}. docs/에서 본 경로로 고친다.",
    ),
    (
        r"The following pages exist in the docs directory, but are not included in "
        r"the \"nav\" configuration:\s+- (?P<link>.+)",
        "nav에 없는 페이지가 있다: {link}. 그 줄을 넣는다.",
    ),
]


class Listener(logging.Handler):
    """level 이상의 말을 모은다."""

    def __init__(self, level: int = logging.WARNING):
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def unmute() -> None:
    """로거는 모두 말하게 하고, 화면은 전처럼 조용히 둔다. 여러 번 불러도 같다."""
    level = LOG.getEffectiveLevel()
    if level > logging.INFO:
        for handler in LOG.handlers:
            if not isinstance(handler, Listener):
                handler.setLevel(max(handler.level, level))
        LOG.setLevel(logging.INFO)


@contextlib.contextmanager
def listening(level: int = logging.WARNING) -> Iterator[list[str]]:
    """그동안 나온 말의 목록. 얼마나 조용히 짓는지는 따지지 않는다."""
    unmute()
    listener = Listener(level)
    LOG.addHandler(listener)
    try:
        yield listener.heard
    finally:
        LOG.removeHandler(listener)


class InKorean(logging.Filter):
    """아는 경고를 파일과 줄을 밝힌 우리말로 바꾼다. root는 mkdocs.yml이 있는 폴더다."""

    def __init__(self, root: Path):
        super().__init__()
        self.root = root

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING:
            record.msg, record.args = translate(record.getMessage(), self.root), ()
        return True


def translate(message: str, root: Path = ROOT) -> str:
    for pattern, korean in TRANSLATED:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            words = match.groupdict()
            file = f"docs/{words['file']}" if "file" in words else "mkdocs.yml"
            said = korean.format(**{**words, "link": _listed(words["link"])})
            return f"{file}{_line(root / file, words['link'])}: {said}"
    return message


def _listed(link: str) -> str:
    return ", ".join(re.split(r"\s+- ", link))


def _line(path: Path, link: str) -> str:
    """링크가 처음 나오는 줄. 다른 파일에서 끌어온 글이면 알 수 없다."""
    lines = path.read_text(encoding="utf-8-sig").split("\n") if path.is_file() else []
    for written in (f"]({link}", f'"{link}"', f"- {link}", link):
        found = [k for k, line in enumerate(lines, 1) if written in line]
        if found:
            return f":{found[0]}"
    return ""

"""프로그램의 지문: 결과를 바꿀 수 있는 것은 모두, 바꿀 수 없는 것은 하나도 없이.

코드와 그것이 가져오는 레슨은 주석, 독스트링, 빈 줄을 빼고 본다. 라이브러리는 정말 닿는
것의 판만 본다. 읽는 자료 파일은 돌려 보아야 알므로 결과에 적어 두고 거기서 견준다.
"""

import ast
import hashlib
import io
import re
import sys
import tokenize
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.book.imports import (
    file_digest,
    file_text,
    imported_names,
    lesson_files,
    parsed,
)

# 제 글을 읽는 코드에서는 주석도 결과를 바꾼다
READS_ITSELF = re.compile(r"__doc__|getsource|getdoc|\bhelp\(")
INSIDE = Path(__file__).with_name("inside.py")
STYLE = Path(__file__).with_name("figure_style.py")


def core(code: str, root: Path = ROOT) -> str:
    """어느 컴퓨터에서나 같은 지문. 영수증에 적는다."""
    return _core(_texts(code, root))


def here(code: str, root: Path = ROOT) -> str:
    """이 컴퓨터에 간직할 때의 지문. 파이썬의 판과 돌리는 방법까지 본다."""
    texts = _texts(code, root)
    tools = [INSIDE, *([STYLE] if "matplotlib" in _reached(texts) else [])]
    parts = [_core(texts), sys.version_info[:2]]
    parts += [bare(tool.read_text(encoding="utf-8")) for tool in tools]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]


def reached(code: str, root: Path = ROOT) -> frozenset[str]:
    """코드와 그 레슨이 가져오는, 표준 라이브러리 밖의 이름들."""
    return _reached(_texts(code, root))


Texts = tuple[tuple[str, str], ...]


def _texts(code: str, root: Path) -> Texts:
    """코드와, 그것이 가져오는 레슨마다의 (자리, 글)."""
    files = sorted(lesson_files(code, root))
    lessons = ((file.relative_to(root).as_posix(), file_text(file)) for file in files)
    return ("", code), *lessons


def _core(texts: Texts) -> str:
    told = repr(versions(_reached(texts)))
    return hashlib.sha256(_said(texts) + told.encode()).hexdigest()[:24]


@lru_cache(maxsize=1024)
def _said(texts: Texts) -> bytes:
    raw = any(READS_ITSELF.search(text) for _, text in texts)
    told = (f"{place}\0{text if raw else bare(text)}\0" for place, text in texts)
    return "".join(told).encode()


@lru_cache(maxsize=1024)
def _reached(texts: Texts) -> frozenset[str]:
    names = {name.split(".")[0] for _, t in texts for _, name in imported_names(t)}
    return frozenset(names - sys.stdlib_module_names - {"lessons"})


def versions(names: frozenset[str]) -> list[str]:
    return [f"{name} {_version(name)}" for name in sorted(names)]


@lru_cache
def _version(name: str) -> str:
    """`2.13.0+cpu`와 `2.13.0`은 같은 코드다."""
    try:
        found = version(name)
    except PackageNotFoundError:
        owners = _owners().get(name)
        found = version(owners[0]) if owners else ""
    return found.partition("+")[0]


def _owners() -> dict[str, list[str]]:
    """이름마다 그것이 든 꾸러미. 설치한 것을 모두 읽으므로 바뀔 때만 다시 읽는다."""
    places = [Path(place) for place in sys.path if place.endswith("-packages")]
    key = [(str(p), p.stat().st_mtime_ns) for p in places if p.is_dir()]
    return keep.kept("owners", key, lambda: dict(packages_distributions()))


def digest(path: Path) -> str:
    """파일의 지문. 없는 파일은 빈 글이다."""
    return file_digest(path).hex() if path.is_file() else ""


@lru_cache(maxsize=4096)
def bare(source: str) -> str:
    """주석, 독스트링, 빈 줄을 뺀 글. 파이썬의 판이 달라도 같다."""
    try:
        tree = parsed(source)
        comments = _comments(source)
    except (SyntaxError, tokenize.TokenError):
        return source
    lines = source.split("\n")
    for row, column in comments:
        lines[row - 1] = lines[row - 1][:column].rstrip()
    texts, docs = _strings(tree, lines)
    kept = [
        line
        for number, line in enumerate(lines, 1)
        if number not in docs and (line.strip() or number in texts)
    ]
    return "\n".join(kept)


def _comments(source: str) -> list[tuple[int, int]]:
    if "#" not in source:
        return []
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.start for token in tokens if token.type == tokenize.COMMENT]


def _strings(tree: ast.Module, lines: list[str]) -> tuple[set[int], set[int]]:
    """여러 줄 글자열이 차지한 줄과, 독스트링만 있는 줄."""
    texts: set[int] = set()
    docs: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant):
            texts.update(range(node.lineno, node.end_lineno + 1))
        body = getattr(node, "body", None)
        if not isinstance(body, list) or not body or isinstance(node, ast.If):
            continue
        first = body[0]
        value = first.value if isinstance(first, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            before = lines[first.lineno - 1].encode()[: first.col_offset]
            after = lines[first.end_lineno - 1].encode()[first.end_col_offset :]
            if not before.strip() and not after.strip():
                docs.update(range(first.lineno, first.end_lineno + 1))
    return texts, docs

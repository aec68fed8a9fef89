"""파이썬 글이 `lessons`의 무엇을 가져오는지 따라간다."""

import ast
import hashlib
import threading
from collections import deque
from functools import lru_cache
from pathlib import Path

from sitegen.base.paths import ROOT

INSIDE = "body", "handlers", "orelse", "finalbody", "cases"  # 문이 문을 담는 곳
_parsing = threading.Lock()


def parsed(source: str) -> ast.Module:
    """읽은 글. 3.11의 ast는 스레드 여럿이 함께 쓰면 죽는다."""
    with _parsing:
        return ast.parse(source)


@lru_cache(maxsize=4096)
def imported_names(source: str) -> list[tuple[int, str]]:
    """(줄, 이름) 쌍. `from a.b import c`는 a.b와 a.b.c를 모두 낸다."""
    names = []
    for node in _statements(parsed(source)):
        if isinstance(node, ast.Import):
            names += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append((node.lineno, node.module))
            names += [(node.lineno, f"{node.module}.{a.name}") for a in node.names]
    return names


def _statements(tree: ast.Module):
    """모든 문. 식 속에는 문이 없으니 들어가 보지 않는다."""
    waiting = deque([tree])
    while waiting:
        node = waiting.popleft()
        yield node
        for name in INSIDE:
            waiting.extend(getattr(node, name, ()))


def module_file(name: str, root: Path = ROOT) -> Path | None:
    """`lessons.dl.gradient_descent` → 그 파일. 모듈이 아니면 None."""
    path = root.joinpath(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file
    return None


def lesson_files(source: str, root: Path = ROOT) -> set[Path]:
    """이 글이 직접이나 간접으로 가져오는 lessons의 모든 파일."""
    found: set[Path] = set()
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        for name in _lesson_names(waiting.pop()) - seen:
            seen.add(name)
            file = module_file(name, root)
            if file and file not in found:
                found.add(file)
                waiting.append(file_text(file))
    return found


@lru_cache(maxsize=4096)
def _lesson_names(source: str) -> frozenset[str]:
    """이 글이 부르는 lessons의 이름과 그것이 든 꾸러미들."""
    names = {name for _, name in imported_names(source)}
    words = [name.split(".") for name in names if name.split(".")[0] == "lessons"]
    return frozenset(".".join(w[:k]) for w in words for k in range(1, len(w) + 1))


@lru_cache(maxsize=4096)
def _file_text(path: Path, modified: int, size: int) -> str:
    return path.read_text(encoding="utf-8")


def file_text(path: Path) -> str:
    """글. 파일이 그대로면 다시 읽지 않는다."""
    stat = path.stat()
    return _file_text(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4096)
def _file_digest(path: Path, modified: int, size: int) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def file_digest(path: Path) -> bytes:
    stat = path.stat()
    return _file_digest(path, stat.st_mtime_ns, stat.st_size)

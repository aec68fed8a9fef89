"""파이썬 파일이 `lessons`의 무엇을 가져오는지 따라간다."""

import ast
import hashlib
import sys
from functools import lru_cache
from pathlib import Path

from sitegen.problem import ROOT

# 프로그램의 결과를 바꿀 수 있는 것 가운데 프로그램과 레슨 밖에 있는 것
ENVIRONMENT = (
    "requirements.txt",
    "sitegen/run.py",
    "sitegen/figure_style.py",
    "sitegen/svgo.config.mjs",
)


@lru_cache(maxsize=4096)
def imported_names(source: str) -> list[tuple[int, str]]:
    """(줄, 이름) 쌍. `from a.b import c`는 a.b와 a.b.c를 모두 낸다."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append((node.lineno, node.module))
            names += [(node.lineno, f"{node.module}.{a.name}") for a in node.names]
    return names


def module_file(name: str, root: Path = ROOT) -> Path | None:
    """`lessons.dl.gradient_descent` → 그 파일. 모듈이 아니면 None."""
    path = root.joinpath(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file
    return None


def lesson_files(program: Path, root: Path = ROOT) -> set[Path]:
    """프로그램이 직접이나 간접으로 가져오는 lessons의 모든 파일."""
    found: set[Path] = set()
    waiting = [program]
    while waiting:
        source = waiting.pop().read_text(encoding="utf-8")
        for _, name in imported_names(source):
            if name.split(".")[0] != "lessons":
                continue
            words = name.split(".")
            for k in range(1, len(words) + 1):
                file = module_file(".".join(words[:k]), root)
                if file and file not in found:
                    found.add(file)
                    waiting.append(file)
    return found


@lru_cache(maxsize=4096)
def _file_digest(path: Path, modified: int, size: int) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def file_digest(path: Path) -> bytes:
    stat = path.stat()
    return _file_digest(path, stat.st_mtime_ns, stat.st_size)


def digest(program: Path, root: Path = ROOT) -> str:
    """프로그램의 결과를 정하는 모든 것의 지문."""
    files = {program, *lesson_files(program, root)}
    files |= {root / name for name in ENVIRONMENT if (root / name).is_file()}
    data = root / "lessons" / "data"
    if any(f.name in ("datasets.py", "plotting.py") for f in files):
        files |= {f for f in data.rglob("*") if f.is_file()}
    total = hashlib.sha256(sys.version.split()[0].encode())
    for file in sorted(files):
        total.update(file.relative_to(root).as_posix().encode())
        total.update(file_digest(file))
    return total.hexdigest()[:24]

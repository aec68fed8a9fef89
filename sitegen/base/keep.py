"""비싼 일의 결과를 디스크에 간직한다. `.cache/`를 아는 곳은 여기뿐이다.

열쇠는 결과를 정하는 모든 것의 지문이다. 같은 것을 넣으면 같은 것이 나오는 일만 맡긴다.
그래서 낡은 것을 지우는 규칙이 없다. 무엇이든 바뀌면 열쇠가 바뀐다. 오래 쓰지 않은 것은
버린다: 종류를 가리지 않고 나이와 바이트를 센다.

값은 find와 put(또는 kept)에, 그대로 내놓을 파일과 폴더는 folder(종류) 아래에 둔다.
"""

import atexit
import contextlib
import hashlib
import os
import pickle
import shutil
import time
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from sitegen.base import paths

CACHE = paths.CACHE / "kept"
OTHERS = ("figures", "labs", "programs", "pyodide", "templates", "web")
MOST = 1_000_000_000  # 바이트
OLDEST = 60 * 24 * 3600  # 초
YOUNG = 3600  # 초. 방금 쓴 것은 누가 쓰는 중일 수 있다
Made = TypeVar("Made")


def kept(
    kind: str, key: object, make: Callable[[], Made], worth=lambda made: True
) -> Made:
    """`key`로 만든 것. 간직한 것이 없으면 만들고, `worth`가 참이면 간직한다.

    key: 글, 수, 그것들의 튜플과 목록. 그 밖의 것은 repr가 내용을 모두 말해야 한다
    """
    found = find(kind, key)
    if found is not None:
        return found[0]
    made = make()
    if worth(made):
        put(kind, key, [made])
    return made


def find(kind: str, key: object):
    """put으로 간직한 것. 없거나 깨졌으면 None"""
    path = _path(kind, key)
    with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError, zlib.error):
        with path.open("rb") as file:
            made = pickle.loads(zlib.decompress(file.read()))
            fresh = time.time() - os.fstat(file.fileno()).st_mtime < YOUNG
        if not fresh:
            used(path)
        return made
    return None


def put(kind: str, key: object, made: object) -> None:
    write(_path(kind, key), zlib.compress(pickle.dumps(made), 1))


def _path(kind: str, key: object) -> Path:
    total = hashlib.sha256()
    _tell(total.update, key)
    return CACHE / kind / total.hexdigest()[:32]


def _tell(told: Callable[[bytes], None], key: object) -> None:
    """열쇠를 다른 열쇠와 헷갈리지 않게 적는다. 긴 글의 repr는 느려서 쓰지 않는다."""
    if isinstance(key, str):
        data = key.encode("utf-8", "surrogatepass")
        told(b"s%d:" % len(data))
        told(data)
    elif isinstance(key, tuple | list):
        told(b"(%d:" % len(key))
        for part in key:
            _tell(told, part)
    else:
        told(f"r{key!r};".encode("utf-8", "surrogatepass"))


def folder(kind: str) -> Path:
    """파일과 폴더를 그대로 간직할 곳. 그 바로 아래의 것 하나하나를 세고 버린다."""
    if kind not in OTHERS:
        raise ValueError(f"모르는 종류다: {kind}. keep.OTHERS에 더한다.")
    return paths.CACHE / kind


def write(path: Path, data: bytes) -> Path:
    """다 쓴 다음에야 보이게 한다."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.new")
    partial.write_bytes(data)
    partial.replace(path)
    remember_to_forget()
    return path


def used(path: Path) -> Path:
    """오늘도 쓴 것은 버리지 않는다."""
    with contextlib.suppress(OSError):
        os.utime(path)
    return path


def code(*files: str | Path) -> str:
    """이 일을 하는 코드의 지문. 코드를 고치면 모두 다시 만든다."""
    total = hashlib.sha256()
    for file in files:
        stat = os.stat(file)
        total.update(_bytes(file, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return total.hexdigest()


@lru_cache(maxsize=256)
def _bytes(file: str | Path, *stamp: int) -> bytes:
    return Path(file).read_bytes()


@lru_cache
def versions(*packages: str) -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in packages)


@lru_cache
def remember_to_forget() -> None:
    """무엇을 간직한 프로세스는 끝나면서 한 번 치운다."""
    atexit.register(forget)


def forget(now: float | None = None) -> None:
    """오래된 것과, 그래도 넘치면 가장 오래 쓰지 않은 것부터 버린다."""
    now = now or time.time()
    entries = sorted(_entries())
    total = sum(size for _, size, _ in entries)
    for last, size, path in entries:
        age = now - last
        if age > OLDEST or (total > MOST and age > YOUNG):
            total -= size
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _entries() -> Iterable[tuple[float, int, Path]]:
    """간직한 것마다 (마지막으로 쓴 때, 바이트, 자리)."""
    kinds = [*CACHE.glob("*"), *(paths.CACHE / kind for kind in OTHERS)]
    for kind in kinds:
        for path in kind.glob("*"):
            with contextlib.suppress(OSError):
                yield path.stat().st_mtime, _size(path), path


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files)

"""비싼 일의 결과를 디스크에 간직한다.

열쇠는 결과를 정하는 모든 것의 지문이다. 같은 것을 넣으면 같은 것이 나오는 일만 맡긴다.
그래서 낡은 것을 지우는 규칙이 없다. 무엇이든 바뀌면 열쇠가 바뀐다.
"""

import contextlib
import hashlib
import os
import pickle
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from sitegen.problem import ROOT

CACHE = ROOT / ".cache" / "kept"
MOST = 500  # 종류마다 이만큼만. 오래 쓰지 않은 것부터 버린다
Made = TypeVar("Made")


def kept(
    kind: str, key: object, make: Callable[[], Made], worth=lambda made: True
) -> Made:
    """`key`로 만든 것. 간직한 것이 없으면 만들고, `worth`가 참이면 간직한다.

    key: repr가 내용을 모두 말하는 것. 글, 수, 그리고 그것들의 튜플과 목록
    """
    digest = hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()
    path = CACHE / kind / digest[:32]
    with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError):
        made = pickle.loads(path.read_bytes())
        os.utime(path)
        return made
    made = make()
    if worth(made):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        partial.write_bytes(pickle.dumps(made))
        partial.replace(path)
        _forget_old(path.parent)
    return made


def code(*files: str | Path) -> str:
    """이 일을 하는 코드의 지문. 코드를 고치면 모두 다시 만든다."""
    total = hashlib.sha256()
    for file in (__file__, *files):
        total.update(Path(file).read_bytes())
    return total.hexdigest()


@lru_cache
def versions(*packages: str) -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in packages)


def _forget_old(folder: Path) -> None:
    files = list(folder.iterdir())
    if len(files) > MOST:
        with contextlib.suppress(OSError):
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: len(files) - MOST]:
                file.unlink()

"""쪽마다 처음 쓴 날과 마지막으로 고친 날. 쪽이 몇이든 git에는 한 번만 묻는다.

모르는 날은 적지 않는다: 아직 커밋하지 않은 쪽, git이 없는 곳, 역사를 자른 복사본.
"""

import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sitegen.base import keep

SEOUL = timezone(timedelta(hours=9))
LOG = ("-c", "core.quotepath=false", "log", "--no-show-signature", "-M")
SHOWN = ("--relative", "--name-status", "--format=commit\t%H\t%at", "--", ".")
VERSION = keep.code(__file__)


@dataclass(frozen=True)
class Day:
    iso: str
    said: str


def day(seconds: int | None) -> Day | None:
    if seconds is None:
        return None
    then = datetime.fromtimestamp(seconds, SEOUL)
    return Day(f"{then:%Y-%m-%d}", f"{then.year}년 {then.month}월 {then.day}일")


def history(folder: Path) -> dict[str, tuple[int | None, int | None]]:
    """folder에서 본 파일마다 (처음 쓴 때, 마지막으로 고친 때). 모르면 None"""
    asked = _git(folder, "rev-parse", "--show-prefix", "HEAD", "--git-path", "shallow")
    if asked is None:
        return {}
    cut = Path(folder, asked.splitlines()[-1])
    edges = cut.read_text().split() if cut.is_file() else []
    key = asked, edges, VERSION

    def told():
        log = _git(folder, *LOG, *SHOWN)
        return None if log is None else times(log, frozenset(edges))

    return keep.kept("dates", key, told, worth=bool) or {}


def times(log: str, edges: frozenset[str]) -> dict[str, tuple[int | None, int | None]]:
    """새것부터 적은 git log에서. 이름이 바뀐 것은 옛 이름까지 따라간다.

    edges: 그 앞의 역사를 자른 커밋. 거기서 모든 파일이 생긴 것처럼 보인다
    """
    now: dict[str, str] = {}  # 그때의 이름 → 지금의 이름
    found: dict[str, list[int | None]] = {}
    known, seconds = True, 0
    for line in filter(None, log.splitlines()):
        status, *names = line.split("\t")
        if status == "commit":
            known, seconds = names[0] not in edges, int(names[1])
            continue
        name = now.pop(names[-1], names[-1])
        created_edited = found.setdefault(name, [None, None])
        now[names[0]] = name
        if known and status == "A":
            created_edited[0] = seconds
        if known and status[0] not in "RD" and created_edited[1] is None:
            created_edited[1] = seconds
    return {name: (created, edited) for name, (created, edited) in found.items()}


def _git(folder: Path, *command: str) -> str | None:
    try:
        done = subprocess.run(["git", *command], cwd=folder, capture_output=True)
    except FileNotFoundError:
        return None
    return done.stdout.decode("utf-8") if done.returncode == 0 else None

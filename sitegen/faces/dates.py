"""쪽마다 처음 쓴 날, 마지막으로 고친 날과 그 커밋. 쪽이 몇이든 git에는 한 번만 묻는다.

모르는 날은 적지 않는다: 아직 커밋하지 않은 쪽, git이 없는 곳, 역사를 자른 복사본.
"""

import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

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


class Past(NamedTuple):
    """파일 하나의 처음 쓴 때, 마지막으로 고친 때, 그 커밋. 모르면 None"""

    written: int | None = None
    edited: int | None = None
    commit: str | None = None


def history(folder: Path) -> dict[str, Past]:
    """folder에서 본 파일마다의 과거"""
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


def times(log: str, edges: frozenset[str]) -> dict[str, Past]:
    """새것부터 적은 git log에서. 이름이 바뀐 것은 옛 이름까지 따라간다.

    edges: 그 앞의 역사를 자른 커밋. 거기서 모든 파일이 생긴 것처럼 보인다
    """
    now: dict[str, str] = {}  # 그때의 이름 → 지금의 이름
    found: dict[str, Past] = {}
    known, commit, seconds = True, "", 0
    for line in filter(None, log.splitlines()):
        status, *names = line.split("\t")
        if status == "commit":
            commit, seconds = names[0], int(names[1])
            known = commit not in edges
            continue
        name = now.pop(names[-1], names[-1])
        past = found.get(name, Past())
        now[names[0]] = name
        if known and status == "A":
            past = past._replace(written=seconds)
        if known and status[0] not in "RD" and past.edited is None:
            past = past._replace(edited=seconds, commit=commit)
        found[name] = past
    return found


def _git(folder: Path, *command: str) -> str | None:
    try:
        done = subprocess.run(["git", *command], cwd=folder, capture_output=True)
    except FileNotFoundError:
        return None
    return done.stdout.decode("utf-8") if done.returncode == 0 else None

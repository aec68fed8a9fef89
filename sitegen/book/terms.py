"""terms.csv를 읽는 단 하나의 길. 용어집, 검색, 한국어 검사가 여기에 묻는다."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem, Problems

TERMS = ROOT / "terms.csv"
COLUMNS = ["en", "ko", "aliases", "avoid", "definition"]


@dataclass(frozen=True)
class Term:
    """용어 하나.

    ko: 본문에 쓰는 말
    aliases: 본문에 써도 되고 검색도 알아듣는 다른 이름
    avoid: 본문에는 쓰지 않지만 검색은 알아듣는 이름
    """

    en: str
    ko: str
    aliases: tuple[str, ...]
    avoid: tuple[str, ...]
    definition: str
    line: int = 0

    @cached_property
    def english(self) -> tuple[str, ...]:
        """영어 이름들. 'gradient descent (GD)'는 ('gradient descent', 'GD')."""
        return tuple(re.split(r" \(|\)", self.en.removesuffix(")")))

    @cached_property
    def written(self) -> tuple[str, ...]:
        """뜻을 헷갈릴 걱정 없이 이 용어라고 볼 수 있는 표기: 본말, 붙여 쓴 말, 약어."""
        spaced = [a for a in self.aliases if key(a) == key(self.ko)]
        short = [e for e in self.english[1:] if e in self.aliases]
        return (self.ko, *spaced, *short)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.ko, *self.aliases, *self.avoid, *self.english)


def key(name: str) -> str:
    """띄어쓰기와 붙임표, 대소문자를 없앤 이름. 같으면 같은 말이다."""
    return re.sub(r"[\s\-–]+", "", name).lower()


def anchor(term: Term) -> str:
    """용어집에서 이 용어의 자리. 예: 합성곱-신경망"""
    return re.sub(r"[^\w-]+", "-", term.ko.lower()).strip("-")


def load(path: Path = TERMS) -> tuple[Term, ...]:
    return _load(path, path.stat().st_mtime_ns)


@lru_cache
def _load(path: Path, modified: int) -> tuple[Term, ...]:
    problems, terms, owner = [], [], {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in _rows(path, csv.reader(file, strict=True)):
            if line == 1:
                if row != COLUMNS:
                    message = f"첫 줄은 `{','.join(COLUMNS)}`이어야 한다."
                    raise Problems(Problem(path, line, message))
                continue
            messages = list(_faults(row))
            if not messages:
                term = _term(row, line)
                messages = list(_repeated(term, owner))
                terms.append(term)
            problems += [Problem(path, line, message) for message in messages]
    if problems:
        raise Problems(*problems)
    return tuple(terms)


def _rows(path: Path, rows) -> Iterator[tuple[int, list[str]]]:
    before = 0
    try:
        for row in rows:
            yield (before := rows.line_num), row
    except csv.Error:
        message = (
            "큰따옴표의 짝이 맞지 않는다. 칸을 감싼 것은 둘, 글 속의 것은 겹쳐 쓴다."
        )
        raise Problems(Problem(path, before + 1, message)) from None


def _term(row: list[str], line: int) -> Term:
    en, ko, aliases, avoid, definition = row
    return Term(en, ko, _names(aliases), _names(avoid), definition, line)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _faults(row: list[str]):
    if not row:
        yield "빈 줄이다. 지운다."
        return
    if len(row) != len(COLUMNS):
        yield (
            f"칸이 {len(row)}개다. {len(COLUMNS)}개여야 한다. "
            "뜻풀이에 쉼표가 있으면 큰따옴표로 묶는다."
        )
        return
    for name, cell in zip(COLUMNS, row, strict=True):
        if cell != cell.strip():
            yield f"{name} 칸의 앞뒤에 빈칸이 있다. 지운다."
    for name in ("en", "ko", "definition"):
        if not row[COLUMNS.index(name)].strip():
            yield f"{name} 칸이 비었다. 채운다."
    for name in ("aliases", "avoid"):
        cell = row[COLUMNS.index(name)]
        if cell and not all(part == part.strip() != "" for part in cell.split(";")):
            yield f"{name} 칸은 이름 사이에만 빈칸 없이 `;`을 쓴다."
    if row[-1] and not row[-1].endswith("."):
        yield "뜻풀이가 마침표로 끝나지 않는다. 한 문장으로 쓰고 마침표를 찍는다."


def _repeated(term: Term, owner: dict[str, Term]):
    """같은 이름이 두 용어에 있으면 검색도 검사도 어느 것인지 모른다."""
    for name in term.names:
        first = owner.setdefault(key(name), term)
        if first is not term:
            yield (
                f"'{name}'이(가) {first.line}번째 줄의 '{first.ko}'에도 있다. "
                "한쪽에서 지운다."
            )

"""긴 프로그램의 영수증: 무엇으로 무엇을 얻었는지. 맞으면 다시 배우지 않는다.

`lessons.artifacts`의 save를 가져오는 프로그램이 긴 프로그램이다. 곁의 `.receipt.json`이
지문, 걸린 시간, 출력과 남긴 것의 sha256을 적는다. `make train PAGE=…`만이 이것을 쓴다.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem, Problems
from sitegen.book import site
from sitegen.book.imports import imported_names
from sitegen.running import fingerprint

TRAINED = ROOT / "lessons" / "data" / "trained"
SAVE = "lessons.artifacts.save"


class Untrained(Problems):
    """긴 프로그램의 영수증이 없거나 맞지 않는다."""


@dataclass(frozen=True)
class Receipt:
    program: Path
    key: str
    seconds: float
    machine: str
    data: dict[str, str]
    output_digest: str
    artefacts: dict[str, str]

    @property
    def output(self) -> str:
        return output(self.program)


def is_long(code: str) -> bool:
    if "lessons" not in code or "artifacts" not in code:
        return False
    try:
        return any(name == SAVE for _, name in imported_names(code))
    except SyntaxError:
        return False


def path(program: Path) -> Path:
    return program.with_suffix(".receipt.json")


def artefact(name: str) -> Path:
    return TRAINED / f"{name}.npz"


def output(program: Path) -> str:
    kept = program.with_suffix(".out")
    return kept.read_text(encoding="utf-8") if kept.is_file() else ""


def owner(code: str) -> Path | None:
    """이 글이 그대로 든 프로그램 파일."""
    for program in programs():
        if program.read_text(encoding="utf-8").strip("\n") == code.strip("\n"):
            return program
    return None


def programs(folder: Path = site.SNIPPETS) -> list[Path]:
    """긴 프로그램들."""
    found = (p for p in sorted(folder.rglob("*.py")) if p.parent.name != "exercises")
    return [p for p in found if is_long(p.read_text(encoding="utf-8"))]


def valid(code: str) -> Receipt:
    """맞는 영수증. 없으면 Untrained"""
    program = owner(code)
    if program is None:
        message = (
            "오래 걸리는 코드(save를 부르는 코드)는 snippets/의 프로그램으로 두고 "
            "삽입한다."
        )
        raise Untrained(Problem(site.SNIPPETS, 1, message))
    reason = mismatch(program)
    if reason:
        raise Untrained(Problem(program, 1, f"{reason} {remedy(program)}"))
    return read(program)


def remedy(program: Path) -> str:
    part, folder = program.relative_to(site.SNIPPETS).parts[:2]
    return f"`make train PAGE={part}/{folder[:2]}`로 다시 배우고 쓴다."


def mismatch(program: Path) -> str:
    """영수증이 맞지 않는 까닭. 맞으면 ''"""
    code = program.read_text(encoding="utf-8")
    if not path(program).is_file():
        return "긴 프로그램인데 영수증이 없다."
    receipt = read(program)
    if receipt.key != fingerprint.core(code):
        return "긴 프로그램이나 그것이 쓰는 레슨이 영수증보다 새것이다."
    for name, digest in receipt.data.items():
        if fingerprint.digest(ROOT / name) != digest:
            return f"긴 프로그램이 읽는 자료가 영수증과 다르다: {name}."
    if text_digest(output(program)) != receipt.output_digest:
        return "출력(.out)이 영수증과 다르다."
    for name, digest in receipt.artefacts.items():
        if fingerprint.digest(artefact(name)) != digest:
            place = artefact(name).relative_to(ROOT).as_posix()
            return f"배운 것이 없거나 영수증과 다르다: {place}."
    return ""


def check() -> list[Problem]:
    """영수증이 맞지 않는 긴 프로그램, 주인 없는 영수증과 배운 것."""
    problems, owned = [], set()
    for program in programs():
        if reason := mismatch(program):
            problems.append(Problem(program, 1, f"{reason} {remedy(program)}"))
        if path(program).is_file():
            owned.update(map(artefact, read(program).artefacts))
    for file in sorted(site.SNIPPETS.rglob("*.receipt.json")):
        program = file.with_name(file.name.replace(".receipt.json", ".py"))
        if not program.is_file() or not is_long(program.read_text(encoding="utf-8")):
            problems.append(Problem(file, 1, "긴 프로그램이 없는 영수증이다. 지운다."))
    for file in sorted(TRAINED.rglob("*.npz")):
        if file not in owned and file.parent.name in site.parts():
            problems.append(Problem(file, 1, "어느 영수증에도 없는 것이다. 지운다."))
    return problems


def read(program: Path) -> Receipt:
    kept = json.loads(path(program).read_text(encoding="utf-8"))
    return Receipt(program, **kept)


def write(receipt: Receipt) -> None:
    fields = {k: v for k, v in vars(receipt).items() if k != "program"}
    text = json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
    path(receipt.program).write_text(text, encoding="utf-8", newline="\n")


def text_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

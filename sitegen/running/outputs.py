"""프로그램 옆의 `.out`: 페이지가 보여 주는 출력. 다르면 알리고, 시키면 다시 쓴다."""

import difflib
import os
import re
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem
from sitegen.book import page, site
from sitegen.running import execution, receipts, tolerance

MOST = 20_000  # 바이트. 이보다 긴 출력은 아무도 읽지 않는다
PLACES = (str(ROOT), tempfile.gettempdir(), os.path.expanduser("~"))
CAUSES = {
    "path": "폴더의 이름이 출력에 든다. 파일 이름만 찍는다.",
    "order": "집합(set)의 차례에 따라 다르다. sorted()로 차례를 정한다.",
    "time": "시각이나 걸린 시간이 출력에 든다. 시간은 찍지 않는다.",
    "random": "난수가 돌릴 때마다 다르다. 씨앗을 정한다: np.random.default_rng(0).",
}


@dataclass(frozen=True)
class Output:
    program: Path
    result: execution.Result

    @property
    def path(self) -> Path:
        return self.program.with_suffix(".out")

    @cached_property
    def code(self) -> str:
        return self.program.read_text(encoding="utf-8")

    @cached_property
    def kept(self) -> str:
        return receipts.output(self.program)

    @property
    def fresh(self) -> str:
        return self.result.output

    @property
    def stale(self) -> bool:
        return not tolerance.same(self.kept, self.fresh, self.code)

    def diff(self) -> str:
        name = self.path.relative_to(ROOT).as_posix()
        return "".join(
            difflib.unified_diff(
                self.kept.splitlines(True), self.fresh.splitlines(True), name, name
            )
        )

    def write(self) -> None:
        if self.fresh:
            self.path.write_text(self.fresh, encoding="utf-8", newline="\n")
        else:
            self.path.unlink(missing_ok=True)


def programs(folder: Path = site.SNIPPETS) -> list[Path]:
    """출력을 간직하는 프로그램들. 연습문제의 시작·채점·오답 파일은 아니다."""
    return [
        p
        for p in sorted(folder.rglob("*.py"))
        if p.parent.parent.name != "exercises" or p.name == "solution.py"
    ]


def compare(paths: list[Path]) -> list[Output]:
    """짧은 프로그램들의 출력. 긴 프로그램은 영수증이 맡는다."""
    codes = {p: p.read_text(encoding="utf-8") for p in paths}
    short = [p for p in paths if not receipts.is_long(codes[p])]
    results = execution.all_of(codes[p] for p in short)
    return [Output(p, results[codes[p]]) for p in short]


def check(paths: list[Path] | None = None) -> list[Problem]:
    whole = paths is None
    problems = receipts.check() if whole else _receipts(paths)
    stale = [o for o in compare(programs() if whole else paths) if o.stale]
    for output in stale:
        if refused := refusal(output) or _unstable(output):
            problems.append(refused)
            continue
        remedy = "출력이 프로그램과 다르다. `make outputs`로 다시 쓴다."
        message = f"{remedy}\n{output.diff()}"
        problems.append(Problem(output.path, _first_change(output), message))
    return problems


def _receipts(paths: list[Path]) -> list[Problem]:
    wanted = set(paths)
    return [problem for problem in receipts.check() if problem.path in wanted]


def _first_change(output: Output) -> int:
    kept, fresh = output.kept.splitlines(), output.fresh.splitlines()
    pairs = zip(kept, fresh, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    return (min(len(kept), len(fresh)) if same is None else same) + 1


def rewrite(paths: list[Path] | None = None) -> tuple[list[Output], list[Problem]]:
    """다른 것을 다시 쓴다. (바뀐 것, 쓰지 못한 까닭)"""
    changed, problems = [], []
    for output in compare(programs() if paths is None else paths):
        if not output.stale:
            continue
        refused = refusal(output) or _unstable(output)
        if refused:
            problems.append(refused)
            continue
        output.write()
        changed.append(output)
    return changed, problems


def refusal(output: Output) -> Problem | None:
    """`.out`에 적으면 안 되는 까닭."""
    result, program = output.result, output.program
    name = program.relative_to(ROOT).as_posix()
    if result.error and (result.late or program not in _wrong_on_purpose()):
        line = max(result.error_line, 1)
        remedy = "고치거나, 일부러 틀린 코드면 페이지의 블록을 .fails로 쓴다."
        return Problem(program, line, f"{result.crash(name)}\n{remedy}")
    size = len(output.fresh.encode())
    if size > MOST:
        message = f"출력이 {size:,}바이트다. {MOST:,}바이트를 넘지 않게 줄인다."
        return Problem(program, 1, message)
    for line in output.fresh.splitlines():
        if any(_inside(place, line) for place in PLACES):
            return _told(program, "path", line)
    return None


def _inside(place: str, line: str) -> bool:
    return len(place) > 1 and re.search(re.escape(place) + r"(?![\w.-])", line)


def _told(program: Path, cause: str, line: str) -> Problem:
    message = f"돌릴 때마다 다른 출력은 쓰지 않는다. {CAUSES[cause]}\n  {line.strip()}"
    return Problem(program, 1, message)


def _unstable(output: Output) -> Problem | None:
    """다른 폴더와 다른 해시 씨앗에서도 같은가. 다르면 무엇 때문인지 가린다."""
    code, first = output.code, output.fresh

    def differ(a: str, b: str) -> bool:
        return not tolerance.same(a, b, code)

    second = execution.again(code, seed=1).output
    if not differ(first, second):
        return None
    pairs = zip([*first.splitlines(), ""], [*second.splitlines(), ""], strict=False)
    line = next((a for a, b in pairs if a != b), "")
    same_seed = [execution.again(code, seed=2).output for _ in range(2)]
    if not differ(*same_seed):
        return _told(output.program, "order", line)
    stopped = [execution.again(code, seed=2, frozen=True).output for _ in range(2)]
    return _told(output.program, "random" if differ(*stopped) else "time", line)


def _wrong_on_purpose() -> set[Path]:
    """페이지가 .fails로 보이는 프로그램."""
    blocks = (b for path in site.pages() for b in page.read(path).blocks)
    return {b.program for b in blocks if b.fails and b.program}

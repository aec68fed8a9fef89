"""프로그램 옆의 `.out`: 페이지가 보여 주는 출력. 다르면 알리고, 시키면 다시 쓴다."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from sitegen import run, site
from sitegen.problem import ROOT, Problem


@dataclass(frozen=True)
class Output:
    program: Path
    kept: str
    fresh: str

    @property
    def path(self) -> Path:
        return self.program.with_suffix(".out")

    @property
    def stale(self) -> bool:
        return self.kept != self.fresh

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
    found = run.results(paths)
    return [Output(p, _kept(p), found[p].output) for p in paths]


def _kept(program: Path) -> str:
    path = program.with_suffix(".out")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def check(paths: list[Path] | None = None) -> list[Problem]:
    problems = []
    for output in compare(programs() if paths is None else paths):
        if output.stale:
            remedy = "출력이 프로그램과 다르다. `make outputs`로 다시 쓴다."
            message = f"{remedy}\n{output.diff()}"
            problems.append(Problem(output.path, _first_change(output), message))
    return problems


def _first_change(output: Output) -> int:
    kept, fresh = output.kept.splitlines(), output.fresh.splitlines()
    pairs = zip(kept, fresh, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    return (min(len(kept), len(fresh)) if same is None else same) + 1


def rewrite(paths: list[Path] | None = None) -> list[Output]:
    """다른 것을 다시 쓰고 무엇이 바뀌었는지 돌려준다."""
    changed = [o for o in compare(programs() if paths is None else paths) if o.stale]
    for output in changed:
        output.write()
    return changed

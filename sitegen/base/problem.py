"""기여자가 고칠 것 하나: 어디서, 무엇이, 어떻게 고치는지."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.base.paths import ROOT


@dataclass(frozen=True, order=True)
class Problem:
    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        path = self.path
        if path.is_relative_to(ROOT):
            path = path.relative_to(ROOT)
        return f"{path.as_posix()}:{self.line}: {self.message}"


class Problems(Exception):
    """고칠 것이 있어서 더 나아갈 수 없다."""

    def __init__(self, *problems: Problem):
        super().__init__("\n".join(map(str, sorted(problems))))
        self.problems = problems

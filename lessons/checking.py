"""연습문제의 답을 채점한다. 명령줄과 페이지가 모두 이것을 불러 같은 말을 한다."""

import contextlib
import io
import json
import os
import sys
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from lessons import comparing
from lessons.executing import execute, explained
from lessons.scalars import choice, text

DEADLINE = 10  # 초. 풀이는 모두 1초 안에 끝난다
LONGEST_OUTPUT = 10_000
RETURN = "함수가 값을 return하는지, 그 모양이 설명과 같은지 본다."
MESSAGES = {
    "passed": "통과했다.",
    "unwritten": "아직 쓰지 않았다. raise NotImplementedError를 지우고 답을 쓴다.",
    "late": f"{DEADLINE}초 안에 끝나지 않아 멈췄다. 끝나지 않는 반복이 있는지 본다.",
    "exited": "답이 파이썬을 끝내 버려 채점하지 못했다. exit()나 sys.exit()를 지운다.",
    "interrupted": "답이 KeyboardInterrupt를 일으켜 채점하지 못했다. 그 줄을 지운다.",
}


@dataclass(frozen=True)
class Verdict:
    """채점의 결과. kind는 MESSAGES의 열쇠이거나 wrong(틀림), error(오류)다."""

    kind: str
    message: str
    output: str = ""  # 답이 찍은 것

    @classmethod
    def plain(cls, kind: str) -> "Verdict":
        return cls(kind, MESSAGES[choice("kind", kind, tuple(MESSAGES))])


def slug(stem: str) -> str:
    """장의 번호를 뗀 이름. 05-softmax는 softmax이고, 번호가 없으면 그대로다."""
    number, dash, rest = text("stem", stem).partition("-")
    return rest if dash and number.isdigit() else stem


@dataclass(frozen=True)
class Exercise:
    folder: Path

    @property
    def name(self) -> str:
        """예: dl/05-2"""
        part, chapter, _, exercise = self.folder.parts[-4:]
        short = chapter[:2] if chapter[0].isdigit() else chapter
        return f"{part}/{short}-{exercise.partition('-')[0]}"

    @property
    def key(self) -> str:
        """장의 번호가 바뀌어도 그대로인 이름. 예: dl/linear-regression-1/exercise-2"""
        part, chapter, _, exercise = self.folder.parts[-4:]
        return f"{part}/{slug(chapter)}/exercise-{exercise.partition('-')[0]}"

    @property
    def about(self) -> str:
        """시작 파일의 첫 함수가 하는 일."""
        return self.read("starter").split('"""')[1].splitlines()[0]

    def read(self, name: str) -> str:
        return (self.folder / f"{text('name', name)}.py").read_text(encoding="utf-8")


def exercises() -> list[Exercise]:
    """설치한 패키지에서는 그 안에서, 책의 폴더에서는 snippets/에서 찾는다."""
    package = Path(__file__).parent
    roots = package / "exercises", package.parent / "snippets"
    root = next((root for root in roots if root.is_dir()), package)
    found = root.glob("*/*/exercises/*/check.py")
    return [Exercise(path.parent) for path in sorted(found)]


class Answer(dict):
    """읽는 이가 쓴 파일의 이름공간. text는 그 파일의 글이다."""

    def __init__(self, space: dict, text: str = ""):
        super().__init__(space)
        self.text = text

    def rng(self):
        """답의 글이 씨를 정하는 난수. 같은 답은 언제 채점해도 같은 판정을 받는다."""
        return np.random.default_rng(zlib.crc32(self.text.encode()))

    def run(self, name: str, *args, **options):
        """답의 함수를 부른다. 답이 멈추면 무엇을 넣었는지 덧붙인다."""
        got = comparing.outcome(self[name], *args, **options)
        if got is None or isinstance(got, Exception):
            tried = comparing.called(name, args, options)
            assert got is not None, f"{comparing.NONE} {tried}"
            got.add_note(f"{tried}에서 멈췄다.")
            raise got
        return got

    def compare(self, name: str, right, cases, mistakes=None, *, via=None, keeps=()):
        """답의 함수를 맞는 함수에 견준다. comparing.compare를 보라."""
        comparing.compare(name, self[name], right, cases, mistakes, via, keeps)

    def __missing__(self, name):
        if not self.text.strip():
            raise AssertionError(
                f"답이 비어 {name} 함수가 없다. 시작 코드를 붙여 넣고 그 안에 쓴다."
            )
        raise AssertionError(f"{name} 함수가 없다. 시작할 때의 이름을 그대로 둔다.")


class Output(io.StringIO):
    """끝없이 찍어도 메모리가 차지 않게 앞부분만 담는다."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, LONGEST_OUTPUT - self.tell())])
        return len(text)


def grade(answer: str, check: str, file: str = "answer.py") -> Verdict:
    """답을 돌리고 check(answer)를 부른다. file은 오류에 적을 파일 이름이다."""
    text("answer", answer), text("check", check), text("file", file)
    output = Output()
    with contextlib.redirect_stdout(output):
        kind, message = _grade(answer, check, file)
    return Verdict(kind, message, output.getvalue())


def _grade(answer: str, check: str, file: str) -> tuple[str, str]:
    module, checker = ModuleType("answer"), ModuleType("check")
    execute(check, "<check>", checker)
    try:
        execute(answer, file, module)
        checker.check(Answer(vars(module), answer))
    except SystemExit:
        return "exited", MESSAGES["exited"]
    except Exception as error:
        return _explain(error, file)
    except KeyboardInterrupt:
        return "exited", MESSAGES["interrupted"]
    finally:
        for name in ("answer", "check"):
            sys.modules.pop(name, None)
    return "passed", MESSAGES["passed"]


def _explain(error: Exception, file: str) -> tuple[str, str]:
    """누구의 줄에서 멈췄는지 보고, 읽는 이가 쓴 줄만 남긴다."""
    notes = [f"{note}\n" for note in vars(error).pop("__notes__", [])]
    shown = explained(error, file)
    if shown.stack and isinstance(error, NotImplementedError):
        return "unwritten", MESSAGES["unwritten"]
    if shown.stack or isinstance(error, SyntaxError):
        return "error", "".join([*notes, *shown.format(chain=False)]).rstrip()
    if isinstance(error, AssertionError):
        return "wrong", str(error)
    name = f"{type(error).__name__}: {error}"
    return "wrong", f"돌려준 값을 채점할 수 없다. {RETURN}\n{name}"


def report(answer: str, check: str, file: str = "answer.py") -> None:
    """채점한 결과를 JSON 한 줄로 찍는다."""
    print("\n" + json.dumps(asdict(grade(answer, check, file))), flush=True)


if __name__ == "__main__":
    texts = [Path(name).read_text(encoding="utf-8-sig") for name in sys.argv[1:]]
    report(*texts, file=sys.argv[1])
    os._exit(0)  # 답이 띄운 스레드나 끝날 때 부를 일이 뒤에 남지 않게

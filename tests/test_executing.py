"""시험, 채점, 페이지가 코드를 같은 길로 돌린다."""

import ast
import sys
import types
from itertools import chain

import pytest

from lessons.checking import grade
from lessons.executing import execute, explained
from sitegen.base.paths import LESSONS, ROOT
from sitegen.running import execution

CODE = """\
from dataclasses import dataclass

@dataclass
class Point:
    x: int

def cube(x):
    return Point(x).x ** 3 / 0

cube(2)
"""
LINES = [(10, "<module>"), (8, "cube")]


def test_only_one_place_runs_text():
    """페이지의 runner도, 시험의 새 프로세스도, 채점도 execute를 부른다."""
    folders = LESSONS, ROOT / "sitegen", ROOT / "web" / "runner"
    files = chain(*(folder.rglob("*.py") for folder in folders))
    runs = {
        path.relative_to(ROOT).as_posix()
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "exec"
    }
    # mutants는 돌리지 않고, 다른 글을 모듈로 가져온다
    assert runs == {"lessons/executing.py", "sitegen/tools/mutants.py"}


@pytest.fixture
def module(monkeypatch):
    name = "executing_test"
    monkeypatch.setitem(sys.modules, name, None)
    return types.ModuleType(name)


def test_the_error_names_the_lines_that_were_written(module):
    with pytest.raises(ZeroDivisionError) as caught:
        execute(CODE, "cube.py", module)
    told = explained(caught.value, "cube.py")
    assert [(frame.lineno, frame.name) for frame in told.stack] == LINES
    text = "".join(told.format())
    assert "    return Point(x).x ** 3 / 0\n" in text and __file__ not in text


def test_every_part_of_an_error_is_trimmed(module):
    code = "try:\n    1 / 0\nexcept Exception as e:\n"
    code += "    raise ExceptionGroup('둘', [e, KeyError(1)]) from e\n"
    with pytest.raises(ExceptionGroup) as caught:
        execute(code, "group.py", module)
    told = explained(caught.value, "group.py")
    assert [frame.lineno for frame in told.stack] == [4]
    assert [frame.lineno for frame in told.__cause__.stack] == [2]
    assert [frame.lineno for frame in told.exceptions[0].stack] == [2]
    assert __file__ not in "".join(told.format())


def test_test_and_grader_name_the_same_line():
    """같은 글은 어디에서 돌려도 같은 줄에서 같은 오류로 멈춘다."""
    result = execution.once(CODE)
    assert (result.error, result.error_line) == (
        "ZeroDivisionError: division by zero",
        LINES[-1][0],
    )
    verdict = grade(CODE, "def check(answer):\n    pass", "cube.py")
    assert verdict.kind == "error"
    assert f'File "cube.py", line {LINES[-1][0]}, in cube' in verdict.message

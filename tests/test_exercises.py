"""연습문제: 시작 파일은 아직이고, 풀이는 통과하고, 틀린 답은 그 까닭을 듣는다."""

import ast
import importlib.util
import runpy

import pytest

from sitegen.site import SNIPPETS

FOLDERS = sorted(p.parent for p in SNIPPETS.glob("*/*/exercises/*/check.py"))


def checker(folder):
    spec = importlib.util.spec_from_file_location("check", folder / "check.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.check


def key_sentence(path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def name(path) -> str:
    return path.relative_to(SNIPPETS).as_posix()


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_solution_passes(folder, capsys):
    checker(folder)(runpy.run_path(str(folder / "solution.py")))


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_starter_is_not_yet(folder):
    answer = runpy.run_path(str(folder / "starter.py"))
    with pytest.raises(NotImplementedError):
        checker(folder)(answer)


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_each_wrong_answer_hears_why(folder, capsys):
    wrongs = sorted(folder.glob("wrong_*.py"))
    assert wrongs, "흔히 하는 틀린 답이 적어도 하나 있어야 한다"
    for path in wrongs:
        answer = runpy.run_path(str(path))
        with pytest.raises(AssertionError) as refused:
            checker(folder)(answer)
        assert key_sentence(path) in str(refused.value), path.name


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_doing_nothing_is_not_an_answer(folder):
    """함수의 몸이 pass뿐이면 어느 채점도 지나지 못한다."""
    starter = (folder / "starter.py").read_text(encoding="utf-8")
    answer: dict = {}
    exec(starter.replace("raise NotImplementedError", "pass"), answer)
    with pytest.raises((AssertionError, TypeError, ValueError)):
        checker(folder)(answer)

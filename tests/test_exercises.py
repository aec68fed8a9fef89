"""연습문제: 시작 파일은 아직이고, 풀이는 통과하고, 틀린 답은 그 까닭을 듣는다."""

import ast

import pytest

from lessons.checking import Answer, exercises, grade

EXERCISES = exercises()


def name(exercise) -> str:
    return exercise.name


def key_sentence(source: str) -> str:
    return ast.get_docstring(ast.parse(source))


def remember(function, memory: dict):
    """들은 답을 외우면서 계산하는 함수."""

    def answer(*args, **kwargs):
        try:
            memory[repr((args, kwargs))] = value = function(*args, **kwargs)
        except ValueError as error:
            memory[repr((args, kwargs))] = error
            raise
        return value

    return answer


def recite(memory: dict):
    """외운 답만 말하는 함수."""

    def answer(*args, **kwargs):
        value = memory.get(repr((args, kwargs)), next(iter(memory.values())))
        if isinstance(value, ValueError):
            raise value
        return value

    return answer


@pytest.fixture(params=EXERCISES, ids=name)
def exercise(request):
    return request.param


def test_solution_passes(exercise):
    for _ in range(5):  # 시험하는 값의 일부는 부를 때마다 다르다
        verdict = grade(exercise.read("solution"), exercise.read("check"))
        assert verdict.kind == "passed", verdict.message
    kept = (exercise.folder / "solution.out").read_text(encoding="utf-8")
    assert verdict.output == kept


def test_starter_is_not_yet(exercise):
    verdict = grade(exercise.read("starter"), exercise.read("check"))
    assert verdict.kind == "unwritten"


def test_each_wrong_answer_hears_why(exercise):
    wrongs = sorted(exercise.folder.glob("wrong_*.py"))
    assert len(wrongs) >= 2, "흔히 하는 틀린 답이 둘은 있어야 한다"
    for path in wrongs:
        answer = exercise.read(path.stem)
        verdict = grade(answer, exercise.read("check"))
        assert verdict.kind == "wrong", path.name
        assert key_sentence(answer) in verdict.message, path.name


@pytest.mark.parametrize("body", ["pass", "return 0", "return True"])
def test_doing_nothing_is_not_an_answer(exercise, body):
    answer = exercise.read("starter").replace("raise NotImplementedError", body)
    verdict = grade(answer, exercise.read("check"))
    assert verdict.kind == "wrong"
    assert "나온" in verdict.message or "돌려" in verdict.message, verdict.message


def test_remembering_the_answers_is_not_solving(exercise):
    space: dict = {}
    exec(exercise.read("solution"), space)
    checker: dict = {}
    exec(exercise.read("check"), checker)
    function = next(key for key in space if f'"{key}"' in exercise.read("check"))
    memory: dict = {}
    heard = Answer({function: remember(space[function], memory)}, "들은 답")
    checker["check"](heard)
    with pytest.raises(AssertionError):
        checker["check"](Answer({function: recite(memory)}, "외운 답"))


def test_missing_function_is_named(exercise):
    verdict = grade("", exercise.read("check"))
    assert verdict.kind == "wrong"
    assert "함수가 없다" in verdict.message

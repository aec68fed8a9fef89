"""`make outputs`는 멈춘 것을 멈췄다고, 흔들리는 것을 흔들린다고 말한다."""

import pytest

from sitegen.running import outputs, tolerance

FOLDER = "snippets/dl/03-learning"


def rewrite(project) -> str:
    """`make outputs`가 찍는 것: 바뀐 것과 쓰지 못한 까닭."""
    done = project.python(
        "from sitegen.running import outputs\nchanged, problems = outputs.rewrite()\n"
        "print(*[o.diff() for o in changed], *problems, sep='\\n')"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_committed_outputs_are_what_programs_print():
    assert [str(p) for p in outputs.check()] == []


def test_only_what_changed_is_rewritten(project):
    project.write(f"{FOLDER}/first.out", "3.0\n")
    said = rewrite(project)
    assert "-3.0\n+2.0\n" in said and said.count("@@") == 2
    assert (project.root / FOLDER / "first.out").read_text("utf-8") == "2.0\n"


def test_crash_is_told_with_the_lessons_line_and_not_written(project):
    project.append("lessons/dl/learning.py", "\n\ndef broken(x):\n    return x / 0\n")
    lines = (project.root / "lessons/dl/learning.py").read_text("utf-8").count("\n")
    program = "from lessons.dl.learning import broken\n\nprint(1)\nbroken(1)\n"
    project.write(f"{FOLDER}/crash.py", program)
    said = rewrite(project)
    place = f"{FOLDER}/crash.py:4"
    assert f"{place}: 프로그램이 멈췄다: {place}: ZeroDivisionError" in said
    assert f"(lessons/dl/learning.py:{lines}에서)" in said
    assert not (project.root / FOLDER / "crash.out").exists()


def test_wrong_on_purpose_is_written(project):
    project.write(f"{FOLDER}/wrong.py", "print(1)\n1 / 0\n")
    block = f'\n``` {{ .python .fails }}\n--8<-- "{FOLDER}/wrong.py"\n```\n'
    project.append("docs/dl/03-learning.md", block)
    rewrite(project)
    text = (project.root / FOLDER / "wrong.out").read_text("utf-8")
    assert text == "1\nZeroDivisionError: division by zero\n"


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        ("random", "import numpy as np\n\nprint(np.random.default_rng().random())"),
        ("time", "import time\n\nprint(time.perf_counter())"),
        ("order", "print({'가', '나', '다', '라', '마', '바'})"),
        ("path", "import os\n\nprint(os.getcwd())"),
        ("path", "import lessons\n\nprint(lessons.__file__)"),
    ],
)
def test_unstable_output_is_named_and_not_written(project, cause, code):
    project.write(f"{FOLDER}/shaky.py", code + "\n")
    said = rewrite(project)
    assert f"{FOLDER}/shaky.py:1: " in said
    assert outputs.CAUSES[cause] in said
    assert not (project.root / FOLDER / "shaky.out").exists()


def test_huge_output_is_refused(project):
    project.write(f"{FOLDER}/huge.py", "print('가' * 7_000)\n")
    assert "출력이 21,001바이트다" in rewrite(project)
    assert not (project.root / FOLDER / "huge.out").exists()


def test_crash_makes_the_command_fail(project):
    project.write(f"{FOLDER}/crash.py", "1 / 0\n")
    done = project.python(
        "from sitegen import __main__ as m\nprint(m.outputs(None), m._report([]))"
    )
    assert done.stdout.splitlines()[-1] == "True False"


@pytest.mark.parametrize(
    ("kept", "fresh", "same"),
    [
        ("정확도 0.91\n", "정확도 0.92\n", True),
        ("정확도 0.91\n", "정확도 0.93\n", False),
        ("정확도 9.99\n", "정확도 10.0\n", True),
        ("정확도 0.91\n", "정밀도 0.91\n", False),
        ("  9.995 1\n", " 10.001 1\n", True),
        ("[0.1 0.2]\n", "[0.1 0.2 0.3]\n", False),
        ("3 × 3\n", "3 × 4\n", False),
        ("손실 1e-3\n", "손실 2e-3\n", True),
        ("차 -0.004\n", "차 0.004\n", True),
        ("손실 0.5\n", "손실 nan\n", False),
    ],
)
def test_tolerance_lets_numbers_differ_and_nothing_else(kept, fresh, same):
    code = "# 허용 오차: 0.01\nprint(1)\n"
    assert tolerance.same(kept, fresh, code) is same
    assert not tolerance.same(kept, fresh, "print(1)\n")
    assert tolerance.same(kept, kept, "print(1)\n")


def test_output_within_tolerance_is_left_alone(project):
    project.write(f"{FOLDER}/near.py", "# 허용 오차: 0.01\nprint('손실', 0.333)\n")
    project.write(f"{FOLDER}/near.out", "손실 0.334\n")
    assert "near" not in rewrite(project)
    project.write(f"{FOLDER}/near.out", "손실 0.35\n")
    assert "+손실 0.333" in rewrite(project)

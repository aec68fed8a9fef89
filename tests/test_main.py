"""`python -m lessons`: 이 컴퓨터에서 하는 채점. 설치한 패키지에서도 똑같이 된다."""

import os
import shutil
import subprocess
import sys

import pytest

from lessons import __main__ as main
from lessons.checking import MESSAGES, exercises
from sitegen.base.paths import ROOT

STARTER = next(e for e in exercises() if e.name == "cnn/03-2")
ENDLESS = "def same_padding(k, dilation=1):\n    while True: pass\n"


def lessons(*args, cwd=ROOT, path=ROOT):
    return subprocess.run(
        [sys.executable, "-m", "lessons", *map(str, args)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(path), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def answer(tmp_path):
    def write(text):
        path = tmp_path / "my_answer.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def check(answer):
    """답의 글을 cnn/03-2로 채점한 결과."""
    return lambda text: main.check(STARTER, answer(text))


def test_every_exercise_is_listed_with_what_it_asks():
    listed = lessons("exercises").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [e.name for e in exercises()]
    assert all(len(line.split(None, 1)[1]) > 10 for line in listed)


def test_right_answer_ends_with_zero_and_shows_what_it_printed(answer):
    done = lessons("check", "cnn/03-2", answer(STARTER.read("solution")))
    kept = (STARTER.folder / "solution.out").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, kept + "통과했다.\n"), done.stderr


def test_wrong_answer_ends_with_one_and_says_why(answer):
    done = lessons("check", "cnn/03-2", answer(STARTER.read("wrong_dilation")))
    assert done.returncode == 1
    assert done.stdout.startswith("팽창을 빠뜨렸다.")


def test_errors_show_only_the_readers_lines(check):
    verdict = check("def same_padding(k, dilation=1):\n    return k.half\n")
    assert verdict.kind == "error"
    assert "line 2, in same_padding" in verdict.message
    assert verdict.message.count("File") == 1
    assert verdict.message.endswith("'int' object has no attribute 'half'")


def test_syntax_error_points_at_the_place(check):
    verdict = check("def same_padding(k, dilation=1:\n    return 0\n")
    assert verdict.kind == "error"
    assert "line 1" in verdict.message
    assert "^" in verdict.message


def test_own_assertion_is_an_error_not_the_checks_word(check):
    verdict = check("def same_padding(k, dilation=1):\n    assert k < 0, '음수'\n")
    assert verdict.kind == "error"
    assert verdict.message.endswith("AssertionError: 음수")


@pytest.mark.parametrize(
    "way", ["exit()", "raise SystemExit", "import os; os._exit(0)"]
)
def test_leaving_python_is_answered(check, way):
    assert check(way).message == MESSAGES["exited"]


def test_interrupting_is_told_in_one_sentence(check):
    verdict = check("raise KeyboardInterrupt")
    assert verdict.message == MESSAGES["interrupted"]
    inside = "def same_padding(k, dilation=1):\n    raise KeyboardInterrupt\n"
    assert check(inside).message == MESSAGES["interrupted"]


def test_endless_answer_is_stopped(check, monkeypatch):
    monkeypatch.setattr(main, "DEADLINE", 1)
    assert check(ENDLESS).message == MESSAGES["late"]


def test_endless_printing_is_cut(check):
    verdict = check("print('가' * 10**6)\n" + STARTER.read("solution"))
    assert verdict.kind == "passed"
    assert len(verdict.output) < 20_000


def test_unknown_names_and_files_are_told(answer):
    unknown = lessons("check", "cnn/99-1", answer(""))
    assert unknown.returncode == 1
    assert "cnn/03-2" in unknown.stderr
    missing = lessons("check", "cnn/03-2", "없는_파일.py")
    assert "없는_파일.py" in missing.stderr


def test_files_that_cannot_be_read_are_told_in_one_line(answer, tmp_path):
    path = answer("")

    def said(path):
        done = lessons("check", "cnn/03-2", path)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        return done.stderr

    assert "빈 파일이다" in said(path)
    path.write_text("\ufeff \n", encoding="utf-8")
    assert "빈 파일이다" in said(path)
    path.write_bytes("# 한글".encode("cp949"))
    assert "UTF-8" in said(path)
    assert "폴더다" in said(tmp_path)


def test_installed_package_checks_too(tmp_path, answer):
    source, installed = tmp_path / "source", tmp_path / "installed"
    for name in ("lessons", "snippets"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = "from setuptools.build_meta import build_wheel; print(build_wheel('.'))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=source, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    shutil.unpack_archive(next(source.glob("*.whl")), installed, "zip")
    listed = lessons("exercises", cwd=tmp_path, path=installed)
    assert listed.stdout == lessons("exercises").stdout
    right = answer(STARTER.read("solution"))
    done = lessons("check", "cnn/03-2", right, cwd=tmp_path, path=installed)
    assert done.returncode == 0, done.stderr

"""돌연변이 시험은 놓친 것을 찾고, 멈추지 않는 것을 멈추고, 낡은 까닭을 알린다."""

import multiprocessing
import tomllib

import pytest

from sitegen.tools import mutants

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="가를 수 없는 곳"
)

MODULE = '''"""작은 모듈."""

LIMIT = 3


def countdown(n: int = 2) -> list[int]:
    """n부터 1까지."""
    if n < 0:
        raise ValueError(f"n은 0보다 작을 수 없다: {n}")
    return list(range(n, 0, -1))


def capped(n):
    return min(n, LIMIT)
'''
LOOP = """

def half(n):
    while n % 2 == 0:
        n = n // 2
    return n
"""
TESTS = """
import pytest
from lessons.dl.small import *

def test_countdown():
    assert countdown(3) == [3, 2, 1]
    assert countdown() == [2, 1]
    assert countdown(0) == []

def test_error():
    with pytest.raises(ValueError, match="0보다 작을 수 없다: -1"):
        countdown(-1)

def test_capped():
    assert capped(1) == 1
"""
TEST_OF_LOOP = """
def test_half():
    assert repr(half(12)) == "3"
"""
REASON = """
[[small]]
in = "{place}"
line = "LIMIT = 3"
change = "{change}"
reason = "시험"
"""


@pytest.fixture
def run(project):
    def run(*reasons: tuple[str, str], module=MODULE, tests=TESTS):
        project.write("lessons/dl/small.py", module)
        project.write("tests/dl/test_small.py", tests)
        listed = [REASON.format(place=p, change=c) for p, c in reasons]
        project.write("tests/dl/survivors.toml", "".join(listed))
        code = (
            "import sys; from sitegen.tools import mutants; "
            "sys.exit(mutants.main('small'))"
        )
        return project.python(code)

    return run


def test_what_no_test_notices_is_told_with_its_place(run):
    done = run()
    assert done.returncode == 1
    table = done.stdout.splitlines()[1].split()
    assert table[0] == "lessons.dl.small"
    assert int(table[1]) - int(table[2]) == int(table[3]) == 1
    assert "lessons/dl/small.py:3: 모듈에서 아무 시험도" in done.stderr
    assert "- LIMIT = 3\n    + LIMIT = 4" in done.stderr


def test_mutants_that_never_end_are_stopped(run):
    done = run(("모듈", "LIMIT = 4"), module=MODULE + LOOP, tests=TESTS + TEST_OF_LOOP)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_explained_survivor_passes(run):
    done = run(("모듈", "LIMIT = 4"))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stale_reason_fails(run):
    done = run(("모듈", "LIMIT = 4"), ("모듈", "LIMIT = None"))
    assert done.returncode == 1
    assert "survivors.toml의 모듈은(는) 낡았다" in done.stderr
    assert "+ LIMIT = None" in done.stderr


DEEP = {
    "tests/cnn/conv/test_wide.py": ["lessons/cnn/conv/wide.py"],
    "tests/cnn/filters/test_wide.py": ["lessons/cnn/filters/wide.py"],
    "tests/cnn/filters/test_wide_more.py": ["lessons/cnn/filters/wide.py"],
    "tests/nn/test_blocks.py": ["lessons/nn/blocks.py"],
    "tests/test_readers.py": ["lessons/readers/tar.py", "lessons/readers/bytes.py"],
    "tests/test_artifacts.py": ["lessons/artifacts.py"],
}


def test_modules_are_found_however_deep(tmp_path, monkeypatch):
    """이름으로, 가져오는 것으로, 쓰는 모듈로. 시험이 한 층 위에 있어도 찾는다."""
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    wanted = {}
    for test, paths in DEEP.items():
        for path in paths:
            wanted.setdefault(path, []).append(test)
    for path in (*DEEP, *wanted, "lessons/cnn/conv/unseen.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    for path, text in (
        ("tests/test_readers.py", "from lessons.readers.tar import read\n"),
        ("lessons/readers/tar.py", "from lessons.readers.bytes import read\n"),
    ):
        (tmp_path / path).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"cnn\.conv\.unseen: .*시험이 없다"):
        mutants.modules()
    (tmp_path / "lessons/cnn/conv/unseen.py").unlink()

    def found(name=""):
        return {
            module.path.relative_to(tmp_path).as_posix(): [
                test.relative_to(tmp_path).as_posix() for test in module.tests
            ]
            for module in mutants.modules(name)
        }

    assert found() == wanted
    assert list(found("wide")) == [
        "lessons/cnn/conv/wide.py",
        "lessons/cnn/filters/wide.py",
    ]
    for name in ("conv/wide", "cnn/conv", "conv"):
        assert list(found(name)) == ["lessons/cnn/conv/wide.py"]
    assert list(found("readers")) == [
        "lessons/readers/bytes.py",
        "lessons/readers/tar.py",
    ]


def test_every_lesson_has_tests_to_notice():
    found = {module.name for module in mutants.modules()}
    assert {"lessons.cnn.conv.fast", "lessons.readers.base"} <= found
    assert {"lessons.artifacts", "lessons.nn.module"} <= found


def test_an_explanation_of_gone_code_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    path = tmp_path / "lessons" / "dl" / "small.py"
    listed = tmp_path / "tests" / "dl" / "survivors.toml"
    for file in (path, listed):
        file.parent.mkdir(parents=True)
    path.write_text(MODULE, encoding="utf-8")
    reasons = [REASON.format(place="모듈", change=f"LIMIT = {n}") for n in (4, 5)]
    listed.write_text("".join(reasons), encoding="utf-8")
    stale = mutants.unmatched(mutants.Module(path, []))
    assert stale == [("모듈", "LIMIT = 3", "LIMIT = 5")]


def test_explanations_match_the_code_of_today():
    for file in sorted((mutants.ROOT / "tests").rglob("survivors.toml")):
        folder = file.parent.relative_to(mutants.ROOT / "tests")
        for stem in tomllib.loads(file.read_text(encoding="utf-8")):
            path = mutants.ROOT / "lessons" / folder / f"{stem}.py"
            assert path.is_file(), f"{file}: {stem}이라는 모듈이 없다"
            assert not mutants.unmatched(mutants.Module(path, [])), path

"""돌연변이 시험은 놓친 것을 찾고, 멈추지 않는 것을 멈추고, 낡은 까닭을 알린다."""

import multiprocessing

import pytest

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
            "import sys; from sitegen import mutants; sys.exit(mutants.main('small'))"
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

"""쓴 날과 고친 날: 이름이 바뀌어도 따라가고, 모르면 적지 않는다."""

import os
import subprocess

import pytest

from sitegen.base import keep
from sitegen.faces import dates

HOUR = 3600
NIGHT = 1_700_000_000 - 1_700_000_000 % 86400 + 20 * HOUR  # 서울은 이튿날 새벽 다섯 시


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "CACHE", tmp_path / "kept")


@pytest.fixture
def git(tmp_path):
    """쪽 셋을 다섯 번에 걸쳐 쓴 책. 한 시간에 한 번씩 커밋했다."""
    book = tmp_path / "book"
    (book / "docs").mkdir(parents=True)
    hours = iter(range(100))

    def run(*command, cwd=book):
        at = f"{NIGHT + next(hours) * HOUR} +0000"
        who = {"GIT_AUTHOR_NAME": "가", "GIT_AUTHOR_EMAIL": "a@example.org"}
        who |= {"GIT_COMMITTER_NAME": "가", "GIT_COMMITTER_EMAIL": "a@example.org"}
        when = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        env = {**os.environ, **who, **when}
        subprocess.run(["git", *command], cwd=cwd, env=env, check=True)

    def commit(**files):
        for name, text in files.items():
            (book / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
        run("add", "-A")
        run("commit", "-q", "-m", "글")

    run("init", "-q")
    commit(one="처음\n" * 20, 둘="둘째\n")
    commit(one="처음\n" * 20 + "고침\n")
    run("mv", "docs/one.md", "docs/new.md")
    commit()
    commit(둘="고친 둘째\n", three="셋째\n")
    run.book = book
    return run


def test_first_and_last_whatever_the_name(git):
    found = dates.history(git.book / "docs")
    # init 0, add와 commit이 한 시간씩, mv도 한 시간
    assert found["new.md"][:2] == (NIGHT + 2 * HOUR, NIGHT + 4 * HOUR)
    assert found["둘.md"][:2] == (NIGHT + 2 * HOUR, NIGHT + 9 * HOUR)
    assert found["three.md"][:2] == (NIGHT + 9 * HOUR, NIGHT + 9 * HOUR)


def test_the_commit_is_the_last_that_changed_the_words(git):
    log = ["git", "log", "--reverse", "--format=%H"]
    told = subprocess.run(log, cwd=git.book, capture_output=True, text=True).stdout
    _, edited, _, last = told.split()
    found = dates.history(git.book / "docs")
    assert found["new.md"].commit == edited
    assert found["둘.md"].commit == found["three.md"].commit == last


def test_a_new_commit_is_seen_and_an_old_one_is_asked_once(git, monkeypatch):
    asked = []
    monkeypatch.setattr(dates, "times", lambda *told: asked.append(told) or {"a": 1})
    for _ in range(3):
        dates.history(git.book / "docs")
    assert len(asked) == 1
    (git.book / "docs/four.md").write_text("넷째", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "글")
    dates.history(git.book / "docs")
    assert len(asked) == 2


def test_what_a_cut_history_does_not_tell_is_not_told(git, tmp_path):
    cut = tmp_path / "cut"
    git("clone", "-q", "--depth=1", f"file://{git.book}", str(cut), cwd=tmp_path)
    assert set(dates.history(cut / "docs").values()) == {dates.Past()}
    deeper = tmp_path / "deeper"
    git("clone", "-q", "--depth=2", f"file://{git.book}", str(deeper), cwd=tmp_path)
    found = dates.history(deeper / "docs")
    assert found["new.md"] == dates.Past()
    assert found["둘.md"][:2] == (None, NIGHT + 9 * HOUR)
    assert found["three.md"][:2] == (NIGHT + 9 * HOUR, NIGHT + 9 * HOUR)


def test_no_history_no_date(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert dates.history(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert dates.history(tmp_path) == {}
    assert dates.day(None) is None


def test_the_day_is_the_day_in_seoul():
    said = dates.day(NIGHT)
    assert (said.iso, said.said) == ("2023-11-15", "2023년 11월 15일")
    assert dates.day(NIGHT - 12 * HOUR).iso == "2023-11-14"

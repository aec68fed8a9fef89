"""간직한 것을 다시 써서 지은 사이트는 아무것도 없이 지은 사이트와 바이트까지 같다."""

import shutil

import pytest


@pytest.fixture
def book(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    return project


def built(book) -> dict[str, bytes]:
    done = book.build("--quiet", "--no-strict")
    assert done.returncode == 0, done.stderr
    site = book.root / "site"
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def rendered(book) -> set[str]:
    return {path.name for path in (book.root / ".cache/kept/render").iterdir()}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    names = sorted(one.keys() | other.keys())
    return [name for name in names if one.get(name) != other.get(name)]


def test_what_was_kept_builds_the_same_site_as_nothing(book):
    [path] = (book.root / "docs/dl").glob("*-learning.md")
    page = f"docs/dl/{path.name}"
    first, before = built(book), rendered(book)
    book.append(page, "\n고친 글은 기울기(slope)와 $w_7$을 말한다.\n")
    book.new("dl", "second", "둘째")
    row = "slope,비탈,,,옆으로 하나 갈 때 오르는 높이다."
    book.append("terms.csv", f"{row}\n")
    kept = built(book)
    assert len(rendered(book) - before) == 2  # 고친 쪽과 더한 쪽만 새로 옮긴다
    assert f"dl/{path.stem}/index.html" in different(first, kept)
    for folder in (".cache", "site"):
        shutil.rmtree(book.root / folder)
    assert different(built(book), kept) == []

"""간직한 것을 다시 쓰되, 페이지를 정하는 무엇이든 바뀌면 다시 만든다."""

import json
import os
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.book import page, site, terms
from sitegen.hooks import render
from sitegen.stages import glossary, order
from sitegen.stages.context import Context

HOOK = Path(render.__file__)


class Book:
    """다시 지을 때마다 Markdown을 새로 옮긴 페이지를 적는 작은 책."""

    def __init__(self, root: Path):
        self.root, self.rendered = root, []
        self.extensions, self.more = ["toc", "tables"], {}
        self.write("docs/index.md", "# 첫 쪽\n\n[둘째](two.md#절)\n")
        self.write("docs/two.md", '# 둘째\n\n## 절\n\n--8<-- "inside.md"\n')
        self.write("inside.md", '끼운 글\n\n--8<-- "deep.md"\n')
        self.write("deep.md", "깊은 글\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def build(self) -> list[str]:
        """짓고, 새로 옮긴 페이지를 알린다."""
        snippets = {"base_path": [str(self.root)], "check_paths": True}
        settings = {
            "site_name": "작은 책",
            "plugins": [],
            "markdown_extensions": [*self.extensions, {"pymdownx.snippets": snippets}],
            "hooks": [str(HOOK)],
            "validation": {"links": {"not_found": "warn", "anchors": "warn"}},
            **self.more,
        }
        self.write("mkdocs.yml", json.dumps(settings))
        self.rendered.clear()
        build(load_config(str(self.root / "mkdocs.yml")))
        return sorted(self.rendered)

    def html(self, name: str) -> str:
        return (self.root / "site" / name).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "CACHE", tmp_path / "kept")


@pytest.fixture
def book(tmp_path, monkeypatch):
    book, draw = Book(tmp_path / "book"), Page.render
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site.config()
    monkeypatch.setattr(site, "ROOT", book.root)
    monkeypatch.chdir(book.root)

    def noted(page, config, files):
        book.rendered.append(page.file.src_uri)
        draw(page, config, files)

    monkeypatch.setattr(Page, "render", noted)
    assert book.build() == ["index.md", "two.md"]
    return book


def files(folder: Path) -> dict[str, bytes]:
    pages = folder.rglob("*.html")
    return {str(p.relative_to(folder)): p.read_bytes() for p in pages}


def test_nothing_changed_nothing_rendered_and_the_same_site(book):
    before = files(book.root / "site")
    assert book.build() == []
    assert files(book.root / "site") == before
    assert 'href="#_1"' in book.html("two/index.html")


@pytest.mark.parametrize("name", ["docs/two.md", "inside.md", "deep.md"])
def test_text_and_what_it_includes(book, name):
    book.write(name, (book.root / name).read_text("utf-8") + "\n새 글\n")
    assert book.build() == ["two.md"]
    assert "새 글" in book.html("two/index.html")


def test_where_links_lead(book):
    book.write("docs/two.md", "# 둘째\n\n## 다른 절\n")
    (book.root / "docs/two.md").rename(book.root / "docs/three.md")
    assert book.build() == ["index.md", "three.md"]
    book.write("docs/two.md", "# 둘째\n\n## 절\n")
    assert book.build() == ["two.md"]  # 처음과 같은 곳을 가리킨다
    assert 'href="two/#' in book.html("index.html")


def test_settings(book):
    book.extensions.append({"attr_list": {}})
    assert book.build() == ["index.md", "two.md"]


def test_warnings_come_every_time(book, caplog):
    book.write("docs/index.md", "# 첫 쪽\n\n[없는 쪽](none.md)\n")
    for _ in range(3):
        caplog.clear()
        assert "index.md" in book.build()
        assert "none.md" in caplog.text


def test_anchor_warnings_come_from_kept_pages_too(book, caplog):
    book.write("docs/index.md", "# 첫 쪽\n\n[둘째](two.md#none)\n")
    for rendered in (["index.md"], []):
        caplog.clear()
        assert book.build() == rendered
        assert "#none" in caplog.text


def test_what_no_link_leads_to_changes_nothing(book):
    """페이지, 그림, 차례, 사이트의 이름이 바뀌어도 다른 페이지는 그대로다."""
    book.write("docs/more.md", "# 새 쪽\n\n[둘째](two.md)\n")
    assert book.build() == ["more.md"]
    book.write("docs/picture.svg", "<svg/>")
    assert book.build() == []
    book.more["nav"] = [{"앞": "two.md"}, "index.md", "more.md"]
    assert book.build() == []
    book.more["site_name"] = "큰 책"
    assert book.build() == []


def test_a_thousand_pages_and_one_more(book):
    """쪽이 천이어도 고치거나 더한 것만 다시 옮긴다."""
    book.write("theme/main.html", "{{ page.content }}")
    book.more["theme"] = {"name": None, "custom_dir": str(book.root / "theme")}
    for number in range(1000):
        text = f"# 쪽 {number}\n\n[앞](p{max(0, number - 1)}.md)\n"
        book.write(f"docs/p{number}.md", text)
    assert len(book.build()) == 1000
    book.write("docs/p500.md", "# 고친 쪽\n\n[앞](p499.md)\n")
    book.write("docs/p1000.md", "# 더한 쪽\n\n[앞](p999.md)\n")
    assert book.build() == ["p1000.md", "p500.md"]


def test_a_page_is_expanded_once(book):
    """펼친 글에 보이는 삽입 표시는 보이려고 쓴 글이다."""
    book.write("docs/two.md", '# 둘째\n\n```text\n;--8<-- "inside.md"\n```\n')
    book.build()
    html = book.html("two/index.html")
    assert "--8&lt;-- &quot;inside.md&quot;" in html
    assert "끼운 글" not in html


def test_a_missing_insert_is_named_by_file_and_line(book, caplog):
    book.write("docs/two.md", '# 둘째\n\n--8<-- "none.md"\n')
    with pytest.raises(Abort):
        book.build()
    assert "docs/two.md:3: 삽입할 파일이 없다: none.md" in caplog.text


def test_a_changed_term_changes_the_page(tmp_path, monkeypatch):
    path = tmp_path / "terms.csv"
    monkeypatch.setattr(terms, "TERMS", path)
    monkeypatch.setattr(glossary, "load", lambda: terms.load(path))
    for meaning in ("앞의 뜻.", "바뀐 뜻이다."):
        row = f"gradient,기울기,,,{meaning}"
        path.write_text(",".join(terms.COLUMNS) + f"\n{row}\n", encoding="utf-8")
        html = order.run(order.TEXT, "<p>기울기다.</p>", Context("a.md"))
        assert f"gradient: {meaning}" in html


def test_a_page_is_read_again_when_what_it_shows_changes(tmp_path, monkeypatch):
    lesson = tmp_path / "lesson.py"
    lesson.write_text("x = 1\n", encoding="utf-8")
    site.config()
    monkeypatch.setattr(site, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.md"
    path.write_text('```python\n--8<-- "lesson.py"\n```\n', encoding="utf-8")
    first = page.read(path)
    assert page.read(path) is first
    lesson.write_text("x = 12\n", encoding="utf-8")
    assert page.read(path).blocks[0].code == "x = 12\n"
    lesson.unlink()
    assert page.read(path).problems
    lesson.write_text("x = 3\n", encoding="utf-8")
    assert page.read(path).blocks[0].code == "x = 3\n"


def test_broken_things_are_made_again(tmp_path):
    assert keep.kept("k", ("a", 1), lambda: "앞") == "앞"
    assert keep.kept("k", ("a", 1), lambda: "뒤") == "앞"
    assert keep.kept("k", ("a", "1"), lambda: "뒤") == "뒤"
    for file in (tmp_path / "kept" / "k").iterdir():
        file.write_bytes(b"")
    assert keep.kept("k", ("a", 1), lambda: "다시") == "다시"
    assert keep.kept("none", 1, lambda: None) is keep.kept("none", 1, lambda: "뒤")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """하루씩 오래된, 100바이트짜리 값과 폴더들."""
    monkeypatch.setattr(keep.paths, "CACHE", tmp_path)
    now = 1_800_000_000
    for day in range(10):
        file = tmp_path / "kept" / "render" / f"{day}"
        program = keep.folder("programs") / f"{day}" / "result.json"
        for path in (file, program):
            keep.write(path, b"x" * 100)
        for path in (file, program.parent):
            os.utime(path, (now - day * 86400,) * 2)
    return now


def left(kind: Path) -> list[int]:
    return sorted(int(path.name) for path in kind.iterdir())


def test_old_things_go_whatever_their_kind(house, tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "OLDEST", 4.5 * 86400)
    keep.forget(house)
    assert left(tmp_path / "kept/render") == left(tmp_path / "programs")
    assert left(tmp_path / "programs") == [0, 1, 2, 3, 4]


def test_too_much_goes_oldest_first_but_not_what_was_just_used(
    house, tmp_path, monkeypatch
):
    monkeypatch.setattr(keep, "MOST", 600)
    keep.forget(house)
    assert left(tmp_path / "programs") == left(tmp_path / "kept/render") == [0, 1, 2]
    monkeypatch.setattr(keep, "MOST", 0)
    keep.forget(house)
    assert left(tmp_path / "programs") == left(tmp_path / "kept/render") == [0]


def test_a_write_is_seen_whole_or_not_at_all(tmp_path, monkeypatch):
    path = keep.write(tmp_path / "a" / "b", b"old")
    monkeypatch.setattr(Path, "replace", lambda *told: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keep.write(path, b"new and long")
    assert path.read_bytes() == b"old"


def test_no_one_else_knows_where_things_are_kept():
    """간직하는 곳의 이름은 keep만 적는다. paths는 자리를, setup은 도구의 집을 안다."""
    allowed = {"keep.py", "paths.py", "setup.py", "labs.py", "site.py", "__main__.py"}
    knowing = {
        path.name
        for path in (ROOT / "sitegen").rglob("*.py")
        if re.search(
            r'paths\.CACHE|ROOT / "\.cache"|import CACHE', path.read_text("utf-8")
        )
    }
    assert knowing <= allowed

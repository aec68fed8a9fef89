"""간직한 것을 다시 쓰되, 페이지를 정하는 무엇이든 바뀌면 다시 만든다."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from sitegen import keep, page, site, terms
from sitegen.hooks import glossary

HOOK = Path(glossary.__file__).with_name("render.py")


class Book:
    """다시 지을 때마다 Markdown을 새로 옮긴 페이지를 적는 작은 책."""

    def __init__(self, root: Path):
        self.root, self.rendered = root, []
        self.extensions = ["toc", "tables"]
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
    book, render = Book(tmp_path / "book"), Page.render
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def noted(page, config, files):
        book.rendered.append(page.file.src_uri)
        render(page, config, files)

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
    assert "index.md" in book.build()
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


def test_a_changed_term_changes_the_page(tmp_path, monkeypatch):
    path = tmp_path / "terms.csv"
    monkeypatch.setattr(glossary, "TERMS", path)
    monkeypatch.setattr(glossary, "load", lambda: terms.load(path))
    here = type("Page", (), {"file": type("File", (), {"src_uri": "a.md"})})
    for meaning in ("앞의 뜻.", "바뀐 뜻이다."):
        row = f"gradient,기울기,,,{meaning}"
        path.write_text(",".join(terms.COLUMNS) + f"\n{row}\n", encoding="utf-8")
        html = glossary.on_page_content("<p>기울기다.</p>", here, None, None)
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


def test_broken_or_old_things_are_made_again(tmp_path, monkeypatch):
    assert keep.kept("k", ("a", 1), lambda: "앞") == "앞"
    assert keep.kept("k", ("a", 1), lambda: "뒤") == "앞"
    assert keep.kept("k", ("a", "1"), lambda: "뒤") == "뒤"
    for file in (tmp_path / "kept" / "k").iterdir():
        file.write_bytes(b"")
    assert keep.kept("k", ("a", 1), lambda: "다시") == "다시"
    monkeypatch.setattr(keep, "MOST", 3)
    for number in range(9):
        keep.kept("k", number, lambda: None)
    assert len(list((tmp_path / "kept" / "k").iterdir())) == 3

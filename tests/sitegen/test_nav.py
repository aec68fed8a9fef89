"""차례: 계획서의 순서, 준비 중인 장, 앞뒤 페이지."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from sitegen.book import site
from sitegen.hooks import nav as hook

ROWS = [["overview", "개요", "처음"], ["fit", "맞추기", "둘째"], ["end", "끝", "셋째"]]


def uris_in(tree):
    """nav 설정에 적힌 파일."""
    for item in tree:
        for value in item.values() if isinstance(item, dict) else [item]:
            yield from [value] if isinstance(value, str) else uris_in(value)


def navigation(tree, syllabus):
    """nav 설정과 계획서로 만든 차례. nav에 적힌 파일은 있는 것으로 친다."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "책", "docs_dir": ".", "nav": tree})
    config.validate()
    config.extra["syllabus"] = syllabus
    files = Files([File(uri, "docs", "site", True) for uri in uris_in(tree)])
    return hook.on_nav(get_navigation(files, config), config, files)


def test_every_chapter_stands_in_syllabus_order_whatever_the_order_in_nav():
    nav = navigation(
        ["index.md", {"가": ["p/index.md", "p/03-end.md", "p/01-overview.md"]}],
        {"p": ROWS},
    )
    part = nav.items[1]
    assert [c.chapter.number for c in part.chapters] == [1, 2, 3]
    assert [hasattr(c, "is_planned") for c in part.chapters] == [False, True, False]
    assert part.children[0].file.src_uri == "p/index.md"
    assert [c.chapter.title for c in part.chapters] == ["개요", "맞추기", "끝"]


def test_a_planned_chapter_has_no_page_and_no_link():
    nav = navigation([{"가": ["p/index.md"]}], {"p": ROWS})
    planned = nav.items[0].chapters[1]
    assert planned.url is None
    assert planned not in nav.pages
    assert planned.ancestors == [nav.items[0]]


def test_previous_and_next_skip_planned_chapters():
    nav = navigation(
        [{"가": ["p/index.md", "p/01-overview.md", "p/03-end.md"]}], {"p": ROWS}
    )
    first, _, last = nav.items[0].chapters
    assert first.next_page is last
    assert last.previous_page is first


def test_pages_that_are_not_chapters_stay_after_the_chapters():
    nav = navigation(
        [{"가": ["p/index.md", "labs/play.md", "p/01-overview.md"]}], {"p": ROWS}
    )
    assert nav.items[0].children[-1].file.src_uri == "labs/play.md"


def test_a_third_part_needs_only_data():
    nav = navigation(
        [{"가": ["p/index.md"]}, {"논문 읽기": ["papers/index.md"]}],
        {"p": ROWS, "papers": [["attention", "어텐션", "넷째"]]},
    )
    assert [c.title for c in nav.items[1].chapters] == ["어텐션"]


@pytest.mark.parametrize("uri", ["p/02-overview.md", "p/01-intro.md", "p/notes.md"])
def test_a_chapter_that_the_syllabus_does_not_know_is_refused(uri):
    with pytest.raises(PluginError, match="강의 계획서에 없는 장"):
        navigation([{"가": ["p/index.md", uri]}], {"p": ROWS})


def test_every_part_has_a_page_and_its_chapters_are_introduced():
    syllabus = site.read_syllabus(site.config())
    assert all((site.DOCS / part / "index.md").is_file() for part in syllabus)
    assert all(chapter.about for rows in syllabus.values() for chapter in rows)


def test_every_written_chapter_is_in_the_navigation():
    files = {p.relative_to(site.DOCS).as_posix() for p in site.lesson_pages()}
    assert files <= set(uris_in(site.config().nav))


def test_links_to_planned_chapters_wait_as_plain_words(monkeypatch):
    planned = site.DOCS / "dl" / "11-optimizers.md"
    monkeypatch.setattr(site, "planned", lambda: {planned})
    text = "[가](11-optimizers.md#절)와 [나](10-gradient-descent.md)"
    written = "가와 [나](10-gradient-descent.md)"
    assert site.without_planned_links(text, site.DOCS / "dl") == written
    far = "[가](../dl/11-optimizers.md)"
    assert site.without_planned_links(far, site.DOCS / "cnn") == "가"


def test_planned_chapters_are_those_without_a_page():
    for path in site.planned():
        assert path.parent.name in site.parts()
        assert not path.exists()
    assert not site.planned() & set(site.lesson_pages())
    chapters = [c for rows in site.read_syllabus(site.config()).values() for c in rows]
    assert len(site.planned()) + len(site.lesson_pages()) == len(chapters)

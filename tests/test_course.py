"""장들의 지도: 계획서의 모든 장이 있고, 선은 앞으로만 가며, 머리말과 맞는다."""

import pytest
from mkdocs.utils.meta import get_data

from sitegen.book import site

NEEDS = site.config().extra["needs"]
SYLLABUS = site.read_syllabus(site.config())
CHAPTERS = [chapter.key for rows in SYLLABUS.values() for chapter in rows]
KEYS = {site.DOCS / c.uri: c.key for rows in SYLLABUS.values() for c in rows}


def before(key) -> set[str]:
    """이 장에 앞서는 모든 장."""
    direct = NEEDS.get(key) or []
    return set(direct).union(*(before(need) for need in direct))


def test_map_knows_every_chapter_and_only_goes_forward():
    assert set(NEEDS) == set(CHAPTERS) - {CHAPTERS[0]}
    for key, needs in NEEDS.items():
        assert all(CHAPTERS.index(need) < CHAPTERS.index(key) for need in needs), key


@pytest.mark.parametrize("path", site.lesson_pages(), ids=lambda p: p.stem)
def test_map_reaches_what_each_page_asks_for(path):
    _, meta = get_data(path.read_text(encoding="utf-8"))
    asked = {
        KEYS[(path.parent / entry).resolve()]
        for entry in meta["prerequisites"]
        if entry.endswith(".md")
    }
    assert asked <= before(KEYS[path])

"""모든 장이 한 번에 앉아 읽을 만한가, 생각이 코드보다 먼저인가. `make minutes`의 표."""

import pytest

from sitegen.book import site
from sitegen.book.page import read
from sitegen.tools import minutes

CHAPTERS = site.lesson_pages()


@pytest.fixture(params=CHAPTERS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def chapter(request, site_url):
    page = request.param
    built = minutes.built(page).read_text(encoding="utf-8")
    return minutes.of(built), read(page).meta


def test_a_chapter_is_read_in_one_sitting(chapter):
    reading, meta = chapter
    assert 25 <= reading.minutes <= 45.5
    assert abs(meta["reading_time"] - reading.minutes) <= 4


def test_the_first_output_comes_within_a_screen(chapter):
    reading, _ = chapter
    assert reading.before <= 30


def test_guards_and_repeats_are_folded(chapter):
    reading, _ = chapter
    assert (reading.guards, reading.repeated) == (0, 0)

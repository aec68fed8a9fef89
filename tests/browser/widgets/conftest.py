"""실험 도구를 깨워 여는 함수."""

import re

import pytest

from sitegen import site
from tests.browser.gestures import wake

PLACED = re.compile(r'^<([a-z-]+) class="widget"', re.MULTILINE)


def pages() -> dict[str, str]:
    """도구의 이름과 그것이 선 페이지의 주소."""
    return {
        tag: f"{path.parent.name}/{path.stem}/"
        for path in sorted(site.DOCS.glob("*/*.md"))
        for tag in PLACED.findall(path.read_text(encoding="utf-8"))
    }


PAGES = pages()


@pytest.fixture
def open_widget(open_page):
    """도구의 이름을 받아 페이지와 깨어난 도구를 돌려주는 함수."""

    def open_(tag, query="", **options):
        page = open_page(PAGES[tag] + query, quiet=False, **options)
        return page, wake(page.locator(tag))

    return open_

"""실험 도구를 깨워 여는 함수."""

import re
import shutil

import pytest

from sitegen.base.httpd import serve
from sitegen.book import site
from tests.browser.conftest import SITE
from tests.browser.gestures import wake

PLACED = re.compile(r'^<([a-z-]+) class="widget"', re.MULTILINE)


def pages() -> dict[str, str]:
    """도구의 이름과 그것이 선 페이지의 주소."""
    return {
        tag: f"{path.parent.name}/{path.stem}/".removesuffix("index/")
        for path in sorted(site.DOCS.glob("*/*.md"))
        for tag in PLACED.findall(path.read_text(encoding="utf-8"))
    }


PAGES = pages()


ARTICLE = re.compile(r"(<article[^>]*>).*(</article>)", re.DOTALL)
WIDGET = re.compile(r'<([a-z-]+) class="widget".*?</\1>', re.DOTALL)


@pytest.fixture(scope="session")
def stand_url(site_url, tmp_path_factory):
    """글을 덜어 내고 도구만 남긴 책. 긴 페이지를 여는 시간이 들지 않는다."""
    stand = tmp_path_factory.mktemp("stand") / "site"
    shutil.copytree(SITE, stand, ignore=shutil.ignore_patterns("pyodide", "*.ipynb"))
    for path in set(PAGES.values()):
        html = (stand / path / "index.html").read_text(encoding="utf-8")
        widgets = "".join(f"<div>{found[0]}</div>" for found in WIDGET.finditer(html))
        html = ARTICLE.sub(rf"\1<h1>도구</h1>{widgets}\2", html)
        (stand / path / "index.html").write_text(html, encoding="utf-8")
    with serve(stand) as url:
        yield url


@pytest.fixture
def open_widget(open_page, stand_url):
    """도구의 이름을 받아 페이지와 깨어난 도구를 돌려주는 함수."""

    def open_(tag, query="", base=stand_url, **options):
        page = open_page(PAGES[tag] + query, base=base, quiet=False, **options)
        return page, wake(page.locator(tag))

    return open_

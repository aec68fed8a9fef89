"""절마다 하나, 그 절의 자리와 제목을 적은 링크를 절의 끝에 둔다."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.stages import asking
from sitegen.stages.context import Context

HERE = Context("dl/x.md", "dl/x/")
PAGE = (
    '<h1>장</h1><p>머리</p><h2 id="하나">하나 &amp; <code>f</code>'
    '<a class="headerlink" href="#하나">¶</a></h2><p>글</p>'
    '<h2 id="둘">둘</h2><p>끝</p><p class="book-end">알려 준다</p>'
    '<h2 id="댓글">댓글</h2>'
)


def links(html: str) -> list[dict]:
    found = []
    for href in re.findall(r'class="book-ask".*?href="([^"]+)"', html):
        address = urlsplit(unescape(href))
        assert address.path.endswith("/issues/new")
        found.append({k: v[0] for k, v in parse_qs(address.query).items()})
    return found


def test_one_link_ends_each_section():
    html = asking.run(PAGE, HERE)
    one, two = links(html)
    assert one["title"] == "[dl/x] 하나 & f"
    assert one["body"].splitlines()[0].endswith("/dl/x/#하나")
    assert two["title"] == "[dl/x] 둘"
    assert html.index("<p>글</p>") < html.index("book-ask") < html.index('<h2 id="둘">')
    assert html.rindex("book-ask") < html.index("book-end")


@pytest.mark.parametrize("uri", ["glossary.md", "tags.md"])
def test_a_page_to_look_words_up_in_is_not_asked_about(uri):
    assert asking.run(PAGE, Context(uri, "glossary/")) == PAGE


def test_a_page_without_its_end_is_left_alone():
    home = PAGE.partition('<p class="book-end"')[0]
    assert asking.run(home, HERE) == home

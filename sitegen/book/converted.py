"""펼친 글을 사이트의 설정으로 옮긴 HTML. MkDocs를 돌리지 않고 검사가 본다."""

from sitegen.base import keep
from sitegen.book import site
from sitegen.book.page import Page

TOOLS = "Markdown", "pymdown-extensions", "Pygments"


def of(read: Page) -> str:
    key = read.text, site.settings(site.config()), keep.versions(*TOOLS)
    return keep.kept("checked", key, lambda: _convert(read.text))


def _convert(text: str) -> str:
    """이미 펼친 글이므로 다시 펼치지 않는다."""
    reader = site.markdown()
    reader.preprocessors.deregister("snippet")
    return reader.convert(text)

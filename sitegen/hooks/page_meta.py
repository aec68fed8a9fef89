"""페이지 머리말에서 제목 아래에 놓일 것을 만들고, 빠진 것을 알린다."""

import logging
import re
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath
from unicodedata import east_asian_width

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sitegen import keep
from sitegen.site import read_syllabus

log = logging.getLogger("mkdocs.plugins.page_meta")

VERSION = keep.code(__file__)
EVERY_PAGE = ("title", "description")
EVERY_CHAPTER = ("tags", "reading_time", "prerequisites", "modules")
EMPTY_HEADING = re.compile(r"<th([^>]*)>\s*</th>")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
CODE = re.compile(r"(?<=<pre><span></span>)<code>(.*?)</code>", re.DOTALL)
PHONE_COLUMNS = 36
UNCOLOURED = re.compile(r'<span class="(?:n|p|o|w|bp)">([^<]*)</span>')


@dataclass(frozen=True)
class Link:
    """갈 곳이 없으면 url이 None인 이름."""

    title: str
    url: str | None = None


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files
) -> None:
    if not page.file.src_uri.endswith(".md"):
        return
    keys = EVERY_PAGE + (EVERY_CHAPTER if hasattr(page, "chapter") else ())
    for key in keys:
        if page.meta.get(key) is None:
            log.warning(f"{page.file.src_uri}: 머리말에 {key}이(가) 없다.")


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return keep.kept("mended", (html, VERSION), lambda: mended(html))


def mended(html: str) -> str:
    # 표의 빈 머리 칸을 보조 기술은 이름 없는 열로 읽는다.
    html = EMPTY_HEADING.sub(r"<td\1></td>", html)
    # 긴 장의 요소 넷 가운데 하나는 본문과 같은 색으로 칠하는 낱말이다.
    html = UNCOLOURED.sub(r"\1", html)
    html = CODE.sub(reachable, html)
    # 테마는 표를 상자에 담아 옆으로 밀게 한다. 본문의 바로 아래에서 바꾸면 나머지의
    # 모양까지 다시 셈하므로 미리 한 겹 싸 둔다.
    html = TABLE.sub(r'<div class="table">\g<0></div>', html)
    # 종이에는 바깥 링크의 주소를 적는다. 화면에서는 테마가 모든 주소를 http로 바꾼다.
    return html.replace('<a href="http', '<a rel="external" href="http')


def reachable(match: re.Match) -> str:
    """휴대 전화에서 옆으로 밀어야 하는 코드는 자판으로도 닿게 한다."""
    lines = unescape(re.sub("<[^>]+>", "", match[1])).split("\n")
    if max(map(columns, lines)) <= PHONE_COLUMNS:
        return match[0]
    return f'<code tabindex="0">{match[1]}</code>'


def columns(line: str) -> int:
    """한글은 두 칸으로 센다."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def on_page_context(
    context: dict, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    source = config.repo_url.rstrip("/") + "/blob/main/"
    context["modules"] = [
        Link(module, source + module) for module in page.meta.get("modules") or []
    ]
    written = {file.src_uri: file.page for file in context["pages"]}
    planned = {
        chapter.uri: f"{chapter.title} (준비 중)"
        for chapters in read_syllabus(config).values()
        for chapter in chapters
    }
    context["prerequisites"] = [
        prerequisite(entry, page, written, planned)
        for entry in page.meta.get("prerequisites") or []
    ]


def prerequisite(
    entry: str, page: Page, written: dict[str, Page], planned: dict[str, str]
) -> Link:
    """있는 페이지는 이어 주고, 준비 중인 장은 이름만, 그 밖의 말은 그대로 둔다."""
    path, _, anchor = entry.partition("#")
    if not path.endswith(".md"):
        return Link(entry)
    near = normpath(join(dirname(page.file.src_uri), path))
    for uri in (path, near):
        if uri in written:
            target = written[uri]
            url = target.file.url_relative_to(page.file)
            return Link(target.title, f"{url}#{anchor}" if anchor else url)
        if uri in planned:
            return Link(planned[uri])
    log.warning(
        f"{page.file.src_uri}: 미리 알아야 할 것 {entry!r}은(는) 없는 페이지다."
    )
    return Link(entry)

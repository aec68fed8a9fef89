"""페이지 머리말에서 제목 아래에 놓일 것을 만들고, 빠진 것을 알린다."""

import logging
from dataclasses import dataclass
from html import escape, unescape
from posixpath import dirname, join, normpath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sitegen.book import site
from sitegen.book.site import EVERY_CHAPTER, EVERY_PAGE, read_syllabus
from sitegen.faces import notebooks

log = logging.getLogger("mkdocs.plugins.page_meta")


@dataclass(frozen=True)
class Link:
    """갈 곳이 없으면 url이 None인 이름."""

    title: str
    url: str | None = None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files):
    """빠진 것을 알리고, 장과 실습에는 노트북으로 가는 길을 적는다."""
    uri = page.file.src_uri
    path = site.DOCS / uri
    lab = uri.startswith("labs/") and uri.endswith(".py")
    if lab or site.is_study(path):
        page.meta["notebook"] = notebooks.links(path)
    if not uri.endswith(".md"):
        return
    keys = EVERY_PAGE + (EVERY_CHAPTER if hasattr(page, "chapter") else ())
    for key in keys:
        if page.meta.get(key) is None:
            log.warning(f"{uri}: 머리말에 {key}이(가) 없다.")


def on_page_context(
    context: dict, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    if description := page.meta.get("description"):
        # 테마는 소개를 속성에 그대로 넣는다. 따옴표가 있으면 속성이 끊긴다
        page.meta["description"] = escape(unescape(str(description)))
    source = config.repo_url.rstrip("/") + "/blob/main/"
    context["modules"] = [
        Link(module, source + module) for module in page.meta.get("modules") or []
    ]
    entries = page.meta.get("prerequisites")
    context["prerequisites"] = []
    if not entries:  # 쪽마다 모든 쪽을 늘어놓지 않는다
        return
    written = {file.src_uri: file.page for file in context["pages"]}
    planned = {
        chapter.uri: f"{chapter.title} (준비 중)"
        for chapters in read_syllabus(config).values()
        for chapter in chapters
    }
    context["prerequisites"] = [
        prerequisite(entry, page, written, planned) for entry in entries
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

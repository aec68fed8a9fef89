"""페이지를 한 번만 펼치고, 바뀌지 않은 페이지의 Markdown은 다시 옮기지 않는다.

펼치는 것은 book/page.py다. MkDocs는 펼친 글을 받으므로 snippets를 끈다. 옮긴 결과를
정하는 것은 그 글, 페이지의 주소, 글이 가리키는 파일들, Markdown의 설정, 옮기는 도구다.
가리키지 않는 파일이 늘거나 차례가 바뀌어도 다시 옮기지 않는다. 경고가 나온 페이지는
간직하지 않아 늘 다시 경고한다.
"""

import logging
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sitegen.base import keep, loud
from sitegen.book import page as pages
from sitegen.book import site

TOOLS = "Markdown", "pymdown-extensions", "Pygments", "mkdocs", "mkdocs-material"
VERSION = keep.versions(*TOOLS), keep.code(__file__, loud.__file__)
SNIPPETS = "pymdownx.snippets"
_settings: dict = {}


def on_config(config):
    """펼친 글에 삽입 표시가 보이면 그것은 보이려고 쓴 글이다."""
    if SNIPPETS in config.markdown_extensions:
        config.markdown_extensions.remove(SNIPPETS)


def on_page_read_source(page, config):
    path = page.file.abs_src_path
    if not path or not page.file.src_uri.endswith(".md"):
        return None
    read = pages.read(Path(path))
    if read.problems:
        raise PluginError("\n".join(map(str, read.problems)))
    return read.front + read.text


def on_pre_page(page, config, files):
    if "render" not in vars(page):  # 실습은 실행하는 플러그인이 스스로 그린다
        page.render = partial(render, page)


def render(page, config, files):
    """Page.render와 같은 것을 남긴다."""
    base = key(page, config)
    answers, made = keep.find("render", base) or (None, None)
    if made is None or answers != {uri: _answer(files, uri) for uri in answers}:
        asked = Asked(files)
        made = rendered(page, config, asked)
        if made is not None:
            keep.put("render", base, (asked.answers, made))
        return
    content, toc, title, anchors, links = made
    page.content = content
    page.toc = TableOfContents([_item(*item) for item in toc])
    if page.toc.items:
        page.toc.items[0].active = True
    page._title_from_render = title
    page.present_anchor_ids = set(anchors)
    if links is not None:
        page.links_to_anchors = {
            files.get_file_from_path(uri): found for uri, found in links.items()
        }


class Asked:
    """페이지가 어느 파일을 가리켰고 그것이 어디에 있었는지 적는다."""

    def __init__(self, files):
        self._files = files
        self.answers: dict[str, tuple | None] = {}

    def get_file_from_path(self, uri: str):
        self.answers[uri] = _answer(self._files, uri)
        return self._files.get_file_from_path(uri)

    def __getattr__(self, name: str):
        return getattr(self._files, name)


def _answer(files, uri: str) -> tuple | None:
    file = files.get_file_from_path(uri)
    return file and (file.src_uri, file.url, file.inclusion.name)


def key(page, config) -> tuple:
    verbose = logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG
    here = page.file.src_uri, page.file.url, config.use_directory_urls
    return page.markdown, here, settings(config), verbose, VERSION


def settings(config) -> str:
    """Markdown의 설정. 짓는 동안은 그대로다."""
    if _settings.get("config") is not config:
        _settings.update(config=config, told=site.settings(config))
    return _settings["told"]


def rendered(page, config, files) -> tuple | None:
    """페이지를 그리고, 경고가 없었으면 남길 것을 낸다."""
    with loud.listening(logging.INFO) as heard:
        Page.render(page, config, files)
    if heard:
        return None
    links = page.links_to_anchors
    return (
        page.content,
        [_plain(item) for item in page.toc],
        page._title_from_render,
        sorted(page.present_anchor_ids),
        links and {file.src_uri: found for file, found in links.items()},
    )


def _plain(item: AnchorLink) -> tuple:
    return item.title, item.id, item.level, [_plain(child) for child in item.children]


def _item(title, id, level, children) -> AnchorLink:
    link = AnchorLink(title, id, level)
    link.children = [_item(*child) for child in children]
    return link

"""MkDocs 훅: 바뀌지 않은 페이지의 Markdown을 다시 옮기지 않는다.

옮긴 결과를 정하는 것은 삽입까지 펼친 글, 페이지의 주소, 링크가 가리킬 수 있는 파일들,
mkdocs.yml, 그리고 옮기는 도구다. 경고가 나온 페이지는 간직하지 않아 늘 다시 경고한다.
"""

import logging
from functools import partial
from pathlib import Path

from markdown import Markdown
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sitegen import keep

TOOLS = "Markdown", "pymdown-extensions", "Pygments", "mkdocs", "mkdocs-material"
VERSION = keep.versions(*TOOLS), keep.code(__file__)


def on_pre_page(page, config, files):
    if "render" not in vars(page):  # 실습은 실행하는 플러그인이 스스로 그린다
        page.render = partial(render, page)


def render(page, config, files):
    """Page.render와 같은 것을 남긴다."""
    made = keep.kept(
        "render",
        key(page, config, files),
        lambda: rendered(page, config, files),
        worth=lambda made: made is not None,
    )
    if made:
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


def key(page, config, files) -> tuple:
    reader = Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    snippets = reader.preprocessors["snippet"]
    text = "\n".join(snippets.run(page.markdown.split("\n")))
    targets = sorted((f.src_uri, f.url, f.inclusion.name) for f in files)
    verbose = logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG
    settings = Path(config.config_file_path).read_text(encoding="utf-8")
    here = page.file.src_uri, page.file.url
    return text, here, targets, settings, verbose, VERSION


def rendered(page, config, files) -> tuple | None:
    """페이지를 그리고, 경고가 없었으면 남길 것을 낸다."""
    said = _Listener()
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    try:
        Page.render(page, config, files)
    finally:
        log.removeHandler(said)
    if said.heard:
        return None
    links = page.links_to_anchors
    return (
        page.content,
        [_plain(item) for item in page.toc],
        page._title_from_render,
        sorted(page.present_anchor_ids),
        links and {file.src_uri: found for file, found in links.items()},
    )


class _Listener(logging.Handler):
    def __init__(self):
        super().__init__(logging.INFO)
        self.heard = False

    def emit(self, record):
        self.heard = True


def _plain(item: AnchorLink) -> tuple:
    return item.title, item.id, item.level, [_plain(child) for child in item.children]


def _item(title, id, level, children) -> AnchorLink:
    link = AnchorLink(title, id, level)
    link.children = [_item(*child) for child in children]
    return link

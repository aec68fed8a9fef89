"""차례에 강의 계획서의 모든 장을 세운다. 아직 없는 장은 '준비 중'으로 보인다."""

from posixpath import dirname

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from sitegen.book import site
from sitegen.book.site import Chapter, read_syllabus
from sitegen.book.terms import load
from sitegen.faces import glossary


class PlannedChapter(StructureItem):
    """차례에는 있고 페이지는 없는 장."""

    is_planned = True
    active = False
    children = None
    url = None

    def __init__(self, chapter: Chapter, parent: Section):
        self.chapter = chapter
        self.title = chapter.title
        self.parent = parent

    def __repr__(self) -> str:
        return f"PlannedChapter({self.chapter.uri!r})"


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    syllabus = read_syllabus(config)
    known = {chapter.uri for chapters in syllabus.values() for chapter in chapters}
    for page in nav.pages:
        uri = page.file.src_uri
        if dirname(uri) in syllabus and page.file.name != "index" and uri not in known:
            raise PluginError(
                f"{uri}: 강의 계획서에 없는 장이다. book.yml에서 같은 자리에 "
                "같은 slug가 있는지 본다."
            )
    for section in nav.items:
        part = section.is_section and part_of(section)
        if part in syllabus:
            section.children = in_order(section, syllabus[part])
            section.chapters = [c for c in section.children if hasattr(c, "chapter")]
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files):
    """준비 중인 장으로 가는 링크는 글자만 남기고, 용어집에는 표를 놓는다."""
    uri = page.file.src_uri
    markdown = site.without_planned_links(markdown, site.DOCS / dirname(uri))
    if uri == glossary.GLOSSARY:
        table = glossary.table(load(), glossary.chapters(load()))
        markdown = markdown.replace(glossary.HERE, table)
    return markdown


def part_of(section: Section) -> str | None:
    """첫 페이지가 <부>/index.md인 묶음이면 그 부."""
    first = section.children[0]
    return dirname(first.file.src_uri) if first.is_page and first.is_index else None


def in_order(section: Section, chapters: list[Chapter]) -> list[StructureItem]:
    """장을 계획서의 순서로 세우고, 장이 아닌 것은 제 순서대로 앞뒤에 둔다."""
    index, *rest = section.children
    written = {child.file.src_uri: child for child in rest if child.is_page}
    ordered = []
    for chapter in chapters:
        page = written.get(chapter.uri)
        if page:
            page.chapter = chapter
            rest.remove(page)
        ordered.append(page or PlannedChapter(chapter, section))
    return [index, *ordered, *rest]

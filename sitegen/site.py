"""mkdocs.yml이 말하는 책: 어디에 무엇이 있고 Markdown을 어떻게 읽는가."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LESSONS = ROOT / "lessons"
SNIPPETS = ROOT / "snippets"
CACHE = ROOT / ".cache"
CHAPTER_LINK = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\((?P<file>[\w./-]*\d\d-[\w-]+\.md)(?:#[^)\s]*)?\)"
)


@lru_cache
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def markdown() -> Markdown:
    """MkDocs가 만드는 것과 같은 Markdown 변환기. 상태가 없도록 늘 새로 만든다."""
    return Markdown(
        extensions=config().markdown_extensions,
        extension_configs=config().mdx_configs or {},
    )


def pages() -> list[Path]:
    return sorted(DOCS.rglob("*.md"))


def lesson_pages() -> list[Path]:
    """부 폴더에 있는 장. 예: docs/dl/05-linear-regression-1.md"""
    return [p for part in parts() for p in sorted((DOCS / part).glob("[0-9]*.md"))]


def parts() -> list[str]:
    return list(config().extra["syllabus"])


@dataclass(frozen=True)
class Chapter:
    part: str
    number: int
    slug: str
    title: str
    about: str

    @property
    def uri(self) -> str:
        return f"{self.part}/{self.number:02}-{self.slug}.md"


def read_syllabus(config: MkDocsConfig) -> dict[str, list[Chapter]]:
    """부의 폴더 이름마다 장의 목록."""
    return {
        part: [Chapter(part, n, *row) for n, row in enumerate(rows, start=1)]
        for part, rows in config.extra.get("syllabus", {}).items()
    }


def planned() -> set[Path]:
    """계획서에는 있고 아직 쓰지 않은 장의 자리."""
    chapters = chain(*read_syllabus(config()).values())
    return {path for c in chapters if not (path := DOCS / c.uri).is_file()}


def without_planned_links(text: str, folder: Path) -> str:
    """준비 중인 장으로 가는 링크는 글자만 남긴다. 장이 생기면 저절로 이어진다."""

    waiting = planned()

    def keep(match: re.Match) -> str:
        goal = (folder / match["file"]).resolve()
        return match["text"] if goal in waiting else match[0]

    return CHAPTER_LINK.sub(keep, text)


def module_chapters() -> dict[str, tuple[int, int]]:
    """페이지 머리말의 modules가 말하는, 모듈 파일마다 그것을 만드는 장의 순서."""
    from mkdocs.utils.meta import get_data

    order = {}
    for page in lesson_pages():
        _, meta = get_data(page.read_text(encoding="utf-8-sig"))
        chapter = (parts().index(page.parent.name), int(page.stem[:2]))
        for module in meta.get("modules") or []:
            order[module] = min(chapter, order.get(module, chapter))
    return order

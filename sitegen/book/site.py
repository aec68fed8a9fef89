"""book.yml과 mkdocs.yml이 말하는 책: 어디에 무엇이 있고 Markdown을 어떻게 읽는가."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import yaml
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from sitegen.base.paths import CACHE as CACHE
from sitegen.base.paths import DOCS, ROOT
from sitegen.base.paths import LESSONS as LESSONS
from sitegen.base.paths import SNIPPETS as SNIPPETS

# 머리말에 꼭 있는 것: 모든 페이지에, 그리고 장에
EVERY_PAGE = ("title", "description")
EVERY_CHAPTER = ("tags", "reading_time", "prerequisites", "modules")
REVIEW = "review"  # 되짚기의 폴더
CHAPTER_LINK = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\((?P<file>[\w./-]*\d\d-[\w-]+\.md)(?:#[^)\s]*)?\)"
)


BOOK = ROOT / "book.yml"


@lru_cache
def config() -> MkDocsConfig:
    return with_book(load())


def load() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def book() -> dict:
    """book.yml: 부마다의 장(parts)과 옛 주소(moved)."""
    stat = BOOK.stat()
    return _book(stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1)
def _book(*stamp: int) -> dict:
    return yaml.safe_load(BOOK.read_text(encoding="utf-8"))


def with_book(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs의 설정에 부와 장을 더한다. 차례에는 있는 페이지만 적는다."""
    parts = book()["parts"]
    config.extra["syllabus"] = {
        part: [[c["slug"], c["title"], c["about"]] for c in told["chapters"]]
        for part, told in parts.items()
    }
    config.extra["needs"] = {
        f"{part}/{c['slug']}": c["needs"]
        for part, told in parts.items()
        for c in told["chapters"]
        if c.get("needs")
    }
    sections = []
    for part, chapters in read_syllabus(config).items():
        written = [c.uri for c in chapters if (DOCS / c.uri).is_file()]
        sections.append({parts[part]["title"]: [f"{part}/index.md", *written]})
    config.nav = [*config.nav[:1], *sections, *config.nav[1:]]
    return config


def markdown() -> Markdown:
    """MkDocs가 만드는 것과 같은 Markdown 변환기. 상태가 없도록 늘 새로 만든다."""
    return Markdown(
        extensions=config().markdown_extensions,
        extension_configs=config().mdx_configs or {},
    )


def pages() -> list[Path]:
    return sorted(path for path in DOCS.rglob("*.md") if path.is_file())


def address(uri: str) -> str:
    """docs에서 본 쪽의 사이트 주소: dl/index.md → dl/. 실습(.py)도 쪽이다."""
    page = re.sub(r"\.py$", ".md", uri)
    url = File(page, src_dir=None, dest_dir="", use_directory_urls=True).url
    return url.removeprefix("./")


def web(url: str) -> str:
    """사이트의 주소를 게시된 온전한 주소로."""
    return f"{config().site_url.rstrip('/')}/{url}"


def lesson_pages() -> list[Path]:
    """부 폴더에 있는 장. 예: docs/dl/05-linear-regression-1.md"""
    return [p for part in parts() for p in sorted((DOCS / part).glob("[0-9]*.md"))]


def is_chapter(path: Path) -> bool:
    """쓴 장의 Markdown인가. 모든 장을 늘어놓지 않고 안다."""
    part = path.parent.name if path.parent.parent == DOCS else ""
    named = path.suffix == ".md" and path.name[:1].isdigit()
    return named and part in parts() and path.is_file()


def is_study(path: Path) -> bool:
    """연습문제와 노트북이 있는 페이지인가. 장이거나 snippets에 제 폴더가 있다."""
    folder = SNIPPETS / path.parent.name / path.stem
    other = path.suffix == ".md" and path.parent.parent == DOCS and folder.is_dir()
    return is_chapter(path) or (other and path.is_file())


def is_quizzed(path: Path) -> bool:
    """눌러서 답할 것이 있는 페이지인가. 되짚기에는 프로그램 없이 퀴즈만 있다."""
    review = path.parent == DOCS / REVIEW and path.suffix == ".md" and path.is_file()
    return review or is_study(path)


def study_pages() -> list[Path]:
    """장과, 장이 아니면서 프로그램이 딸린 페이지. 예: docs/clinic/index.md"""
    lessons = lesson_pages()
    return [*lessons, *(p for p in pages() if p not in lessons and is_study(p))]


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

    @property
    def key(self) -> str:
        """어디로 옮겨도 그대로인 이름. 예: dl/softmax"""
        return f"{self.part}/{self.slug}"


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

    def keep(match: re.Match) -> str:
        goal = (folder / match["file"]).resolve()
        return match["text"] if goal in waiting else match[0]

    waiting = planned() if CHAPTER_LINK.search(text) else set()
    return CHAPTER_LINK.sub(keep, text)


def settings(config: MkDocsConfig) -> str:
    """Markdown을 옮긴 결과를 바꾸는 설정만. 차례가 바뀌어도 그대로다."""
    told = config.markdown_extensions, config.mdx_configs, config.validation
    return re.sub(r" at 0x[0-9a-f]+", "", repr(told))

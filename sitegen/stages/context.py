"""한 쪽에 관해 단계들이 아는 것. MkDocs의 것은 하나도 없다."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sitegen.book import page, site
from sitegen.faces.figures import Drawing


@dataclass(frozen=True)
class Context:
    """uri는 docs에서 본 자리, url은 사이트의 주소, base는 사이트의 뿌리까지의 길."""

    uri: str
    url: str = ""
    base: str = ""
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)  # web/의 파일 → 묶은 것

    @property
    def path(self) -> Path:
        return site.DOCS / self.uri

    @cached_property
    def read(self) -> page.Page | None:
        """Markdown으로 쓴 쪽이면 읽은 것. 실습과 404는 아니다."""
        written = self.path.suffix == ".md" and self.path.is_file()
        return page.read(self.path) if written else None

    @property
    def python(self) -> list[page.Block]:
        """돌릴 수 있는 파이썬 블록. 보이는 차례가 곧 읽은 차례다."""
        runnable = self.read.runnable if self.read else []
        return [block for block in runnable if block.language == "python"]

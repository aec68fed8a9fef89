"""지은 페이지마다 읽는 데 드는 분과, 생각보다 먼저 보이는 코드를 세어 표로 보인다.

글은 1분에 220낱말, 코드는 한 줄에 6초, 수식은 하나에 1.5초로 친다. 접어 둔 것은
펼치지 않은 독자의 것이니 세지 않는다.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem, Problems
from sitegen.book import site
from sitegen.lint.front import pace

BUILT = ROOT / "site"
SMALL = 4  # 이보다 짧은 정의는 되풀이해도 읽는 데 품이 들지 않는다
FOLDED = "details, .import-lines, nav, script, style, .katex-html"
COLUMNS = "분", "낱말", "코드", "수식", "첫 출력 앞", "이어진 코드", "방어", "되풀이"


@dataclass(frozen=True)
class Reading:
    """펼치지 않고 읽는 페이지 하나."""

    words: int
    lines: int  # 보이는 코드
    formulas: int
    before: int  # 첫 출력까지의 코드
    longest: int  # 출력 없이 이어지는 코드
    guards: int  # 입력을 막는 raise
    repeated: int  # 앞에서 보인 정의를 또 보이는 줄

    @property
    def minutes(self) -> float:
        return pace(self.words, self.lines, self.formulas)

    @property
    def row(self) -> tuple[str, ...]:
        return f"{self.minutes:.0f}", *map(str, vars(self).values())


def of(html: str) -> Reading:
    article = BeautifulSoup(html, "html.parser").article
    for hidden in article.select(FOLDED):
        hidden.decompose()
    formulas = len(article.select(".katex"))
    lines = before = longest = run = guards = repeated = 0
    printed, seen = False, set()
    for pre in article.find_all("pre"):
        text = pre.get_text()
        if _is_output(pre):
            printed, run = True, 0
            continue
        count = len(_lines(text))
        lines, run = lines + count, run + count
        before += 0 if printed else count
        longest = max(longest, run)
        guards += sum(_is_guard(line) for line in _lines(text))
        for definition in _definitions(text):
            size = len(_lines(definition))
            repeated += size if definition in seen and size >= SMALL else 0
            seen.add(definition)
    for counted in article.select("pre, .katex"):
        counted.decompose()
    words = len(article.get_text(" ").split())
    return Reading(words, lines, formulas, before, longest, guards, repeated)


def _is_output(pre: Tag) -> bool:
    return pre.find_parent(class_="language-text") is not None


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _is_guard(line: str) -> bool:
    return line.strip().startswith(("raise ValueError", "raise TypeError"))


def _definitions(code: str) -> Iterator[str]:
    """가장 바깥의 함수와 클래스의 글."""
    try:
        body = ast.parse(code).body
    except SyntaxError:
        return
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield ast.get_source_segment(code, node)


def built(page: Path) -> Path:
    return BUILT / page.relative_to(site.DOCS).with_suffix("") / "index.html"


def main(pages: list[Path]) -> int:
    rows = []
    for page in pages:
        path = built(page)
        if not path.is_file():
            told = "지은 페이지가 없다. 먼저 `make build`로 책을 짓는다."
            raise Problems(Problem(page, 1, told))
        name = page.relative_to(site.DOCS).with_suffix("").as_posix()
        rows.append((name, *of(path.read_text(encoding="utf-8")).row))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print(" " * widths[0], *COLUMNS, sep="  ")
    for name, *values in rows:
        numbers = [v.rjust(2 * len(c)) for v, c in zip(values, COLUMNS, strict=True)]
        print(name.ljust(widths[0]), *numbers, sep="  ")
    return 0

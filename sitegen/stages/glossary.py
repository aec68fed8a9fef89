"""본문의 용어에 뜻풀이를 단다."""

import html
import re
from functools import lru_cache

from sitegen.book.terms import Term, load
from sitegen.faces.glossary import GLOSSARY, pattern
from sitegen.stages.context import Context

SKIPPED = (
    "a|abbr|button|code|h[1-6]|kbd|math|option|pre|script|select|style|summary|svg"
    "|textarea|title"
)
SKIPPED_CLASSES = "katex|arithmatex|admonition-title|highlight|footnote-backref"
TAG = re.compile(
    r"<(?:!--.*?--"
    rf"|(?P<name>{SKIPPED})\b[^>]*"
    rf"|(?P<box>\w+)[^>]*\bclass=\"(?:[^\"]*\s)?(?:{SKIPPED_CLASSES})[\s\"][^>]*"
    r"|[^>]*)>",
    re.S,
)


def run(content: str, context: Context) -> str:
    return content if context.uri == GLOSSARY else annotate(content, load())


def annotate(content: str, terms: tuple[Term, ...]) -> str:
    """쪽마다 처음 나오는 용어에 뜻풀이를 단다. 코드, 제목, 링크, 수식은 지나친다."""
    find, owner = pattern(terms)
    seen: set[str] = set()

    def explain(match: re.Match) -> str:
        term = owner[match[0]]
        if term.ko in seen:
            return match[0]
        seen.add(term.ko)
        meaning = html.escape(f"{term.english[0]}: {term.definition}")
        return f'<abbr class="term" title="{meaning}" tabindex="0">{match[0]}</abbr>'

    parts, end = [], 0
    for start, stop in _skipped(content):
        parts += [find.sub(explain, content[end:start]), content[start:stop]]
        end = stop
    return "".join([*parts, find.sub(explain, content[end:])])


def _skipped(content: str):
    """뜻풀이를 달지 않을 구간: 태그 자신, 그리고 코드나 제목처럼 통째로 지나칠 것."""
    end = 0
    while tag := TAG.search(content, end):
        end = tag.end()
        name = tag["name"] or tag["box"]
        depth = bool(name)
        while depth and (same := _same(name).search(content, end)):
            end = same.end()
            depth += -1 if same["close"] else 1
        yield tag.start(), end


@lru_cache
def _same(name: str) -> re.Pattern:
    return re.compile(rf"<(?P<close>/?){name}\b[^>]*>")

"""용어집: 본문의 용어에 뜻풀이를 달고, docs/glossary.md의 표를 만든다."""

import html
import re
from functools import lru_cache

from sitegen import keep, site, terms
from sitegen.terms import TERMS, Term, anchor, load
from sitegen.terms import key as same

VERSION = keep.code(__file__, terms.__file__)
GLOSSARY = "glossary.md"
HERE = "<!-- 용어 -->"
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
PARTICLES = """
    은 는 이 가 을 를 과 와 의 도 만 에 로 으로 에서 에게 까지 부터 보다 처럼
    마다 끼리 조차 이나 나 이란 란 이라 라 이라고 라고 이라는 라는 이다 다 이고 이며
    이면 인 인지 일 일까 이지 이지만 이므로 이어서 에는 에도 에만 에서는 에서도 으로는
    로는 으로도 로도 만의 만으로 과의 와의 까지의 에서의 으로의 로의 이었다 였다 뿐
    뿐이다
"""
ENDING = f"들?(?:{'|'.join(PARTICLES.split())})?"
INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # 된소리는 예사소리에 넣는다


def on_page_content(content: str, page, config, files) -> str:
    if page.file.src_uri == GLOSSARY:
        return content
    key = content, keep.code(TERMS), VERSION
    return keep.kept("annotated", key, lambda: annotate(content, load()))


def on_page_markdown(markdown: str, page, config, files) -> str:
    if page.file.src_uri != GLOSSARY:
        return markdown
    return markdown.replace(HERE, table(load(), chapters(load())))


def annotate(content: str, terms: tuple[Term, ...]) -> str:
    """쪽마다 처음 나오는 용어에 뜻풀이를 단다. 코드, 제목, 링크, 수식은 지나친다."""
    pattern, owner = _pattern(terms)
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
        parts += [pattern.sub(explain, content[end:start]), content[start:stop]]
        end = stop
    return "".join([*parts, pattern.sub(explain, content[end:])])


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


@lru_cache
def _pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern, dict[str, Term]]:
    owner = {name: term for term in terms for name in term.written}
    names = "|".join(map(re.escape, sorted(owner, key=len, reverse=True)))
    return re.compile(rf"(?<![가-힣\w&#-])(?:{names})(?={ENDING}(?![가-힣\w-]))"), owner


def chapters(terms: tuple[Term, ...]) -> dict[Term, tuple[str, str]]:
    """용어를 가르치는 장의 (주소, 제목): 제목에 있는 장, 절 이름에 있는 장, 영어를 함께
    적어 소개하는 장의 차례로 찾는다."""
    pattern, owner = _pattern(terms)
    titled, headed, glossed = {}, {}, {}
    for path in site.lesson_pages():
        text = path.read_text(encoding="utf-8-sig")
        title, *sections = re.findall(r"^##? (.*)", text, re.M) or [path.stem]
        place = path.relative_to(site.DOCS).as_posix(), title
        for name in pattern.findall(title):
            titled.setdefault(owner[name], place)
        for name in pattern.findall("\n".join(sections)):
            headed.setdefault(owner[name], place)
        prose = text.replace("*", "").lower()
        for term in terms:
            if f"{term.ko}({term.english[0]}".lower() in prose:
                glossed.setdefault(term, place)
    return glossed | headed | titled


def table(terms: tuple[Term, ...], taught: dict[Term, tuple[str, str]]) -> str:
    """첫소리로 나눈 용어 표."""
    lines: list[str] = []
    section = ""
    for term in sorted(terms, key=lambda t: (t.ko[0] < "가", t.ko.lower())):
        if _initial(term.ko) != section:
            section = _initial(term.ko)
            lines += ["", f"## {section}", "", "| 용어 | 뜻 |", "|---|---|"]
        names = ", ".join(name for name in term.aliases if same(name) != same(term.ko))
        also = f" 다른 이름: {names}." if names else ""
        uri, title = taught.get(term, ("", ""))
        where = f" 배우는 곳: [{title}]({uri})." if uri else ""
        name = f"**{term.ko}**{{ #{anchor(term)} }}<br>{term.en}"
        lines.append(f"| {name} | {term.definition}{also}{where} |")
    return "\n".join(lines)


def _initial(name: str) -> str:
    code = ord(name[0]) - ord("가")
    return INITIALS[code // 588] if 0 <= code <= 11171 else "A–Z"

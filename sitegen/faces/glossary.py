"""용어집: 본문에서 용어를 알아보고, docs/glossary.md의 표를 만든다."""

import re
from functools import lru_cache

from sitegen.base import keep
from sitegen.book import page, site
from sitegen.book.terms import Term, anchor
from sitegen.book.terms import key as same

CODE_HERE = keep.code(__file__, page.__file__)
GLOSSARY = "glossary.md"
HERE = "<!-- 용어 -->"
PARTICLES = """
    은 는 이 가 을 를 과 와 의 도 만 에 로 으로 에서 에게 까지 부터 보다 처럼
    마다 끼리 조차 이나 나 이란 란 이라 라 이라고 라고 이라는 라는 이다 다 이고 이며
    이면 인 인지 일 일까 이지 이지만 이므로 이어서 에는 에도 에만 에서는 에서도 으로는
    로는 으로도 로도 만의 만으로 과의 와의 까지의 에서의 으로의 로의 이었다 였다 뿐
    뿐이다
"""
ENDING = f"들?(?:{'|'.join(PARTICLES.split())})?"
INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # 된소리는 예사소리에 넣는다


@lru_cache
def pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern, dict[str, Term]]:
    owner = {name: term for term in terms for name in term.written}
    names = "|".join(map(re.escape, sorted(owner, key=len, reverse=True)))
    return re.compile(rf"(?<![가-힣\w&#-])(?:{names})(?={ENDING}(?![가-힣\w-]))"), owner


def chapters(terms: tuple[Term, ...]) -> dict[Term, tuple[str, str]]:
    """용어를 가르치는 장의 (주소, 제목): 제목에 있는 장, 절 이름에 있는 장, 영어를 함께
    적어 소개하는 장의 차례로 찾는다."""
    pages = [page.read(path) for path in site.lesson_pages()]
    names = [(t.ko, t.english, t.written) for t in terms]
    key = names, [(str(p.path), p.text) for p in pages], CODE_HERE
    found = keep.kept("taught", key, lambda: _chapters(terms, pages))
    return {terms[number]: place for number, place in found.items()}


def _chapters(
    terms: tuple[Term, ...], pages: list[page.Page]
) -> dict[int, tuple[str, str]]:
    find, owner = pattern(terms)
    titled, headed, glossed = {}, {}, {}
    for read in pages:
        text = "\n".join(line for _, line in read.prose)
        title, *sections = re.findall(r"^##? (.*)", text, re.M) or [read.path.stem]
        place = read.path.relative_to(site.DOCS).as_posix(), title
        for name in find.findall(title):
            titled.setdefault(owner[name], place)
        for name in find.findall("\n".join(sections)):
            headed.setdefault(owner[name], place)
        prose = text.replace("*", "").lower()
        for term in terms:
            if f"{term.ko}({term.english[0]}".lower() in prose:
                glossed.setdefault(term, place)
    found = glossed | headed | titled
    return {terms.index(term): place for term, place in found.items()}


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

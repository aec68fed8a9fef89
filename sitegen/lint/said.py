"""글이 부르는 이름: 파일, 모듈, 명령, 용어의 영어. 정말 있는지, 같은지 본다."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from sitegen.base.problem import Problem
from sitegen.book import site
from sitegen.book.imports import module_file
from sitegen.book.page import Page
from sitegen.book.terms import Term, key, load

QUOTED = re.compile(r"(?<!`)`(?P<text>[^`\n]+)`(?!`)")
FILE = re.compile(r"(?:lessons|snippets|tests|sitegen|web|docs)(?:/[\w.-]+)*/?")
MODULE = re.compile(r"lessons(?:\.[A-Za-z_]\w*)+")
MAKE = re.compile(r"make (?P<target>[a-z]+)\b.*")
GLOSS = re.compile(r"(?P<ko>[가-힣][가-힣 ]*)\((?P<en>[A-Za-z][A-Za-z -]+)\)")


def check(read: Page) -> Iterator[Problem]:
    for line, text in read.prose:
        for match in QUOTED.finditer(text):
            if message := _named(match["text"]):
                yield Problem(read.path, line, message)
        for match in GLOSS.finditer(QUOTED.sub("", text)):
            if message := _gloss(match["ko"], match["en"]):
                yield Problem(read.path, line, message)


def _named(name: str) -> str:
    if FILE.fullmatch(name) and not (site.ROOT / name).exists():
        return f"글이 없는 파일을 부른다: {name}. 지금의 이름으로 고친다."
    if MODULE.fullmatch(name) and not _module(name):
        return f"글이 없는 모듈이나 함수를 부른다: {name}. 지금의 이름으로 고친다."
    if (match := MAKE.fullmatch(name)) and match["target"] not in _targets():
        known = ", ".join(sorted(_targets()))
        return f"글이 없는 명령을 부른다: make {match['target']}. 있는 것: {known}"
    return ""


def _module(name: str) -> bool:
    """모듈이거나, 모듈이 정의하는 이름이거나, 그 이름에 딸린 것인가."""
    words = name.split(".")
    for cut in range(len(words), 0, -1):
        file = module_file(".".join(words[:cut]))
        if file and (cut > 1 or len(words) == 1):
            text = file.read_text(encoding="utf-8")
            return all(re.search(rf"\b{word}\b", text) for word in words[cut:])
    return (site.ROOT / "/".join(words)).is_dir()


@lru_cache
def _targets() -> frozenset[str]:
    text = (site.ROOT / "Makefile").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^([a-z]+):", text, re.M))


def _gloss(korean: str, english: str) -> str:
    """용어 뒤 괄호의 영어가 terms.csv의 것과 한두 글자만 다르면 잘못 친 것이다."""
    for term in _named_by(korean):
        known = [key(name) for name in term.english]
        said = key(english)
        if said.endswith((*known, *(f"{name}s" for name in known))):
            return ""  # 릿지 회귀(ridge regression)처럼 앞말이 더 붙은 것도
        if get_close_matches(said, known, 1, 0.8):
            right = term.english[0]
            return (
                f"‘{term.ko}’의 영어는 terms.csv에 {right}인데 {english}이다. 맞춘다."
            )
    return ""


def _named_by(korean: str) -> list[Term]:
    return [term for term in load() if korean.rstrip().endswith(term.written)]

"""스타일시트에서 이 책의 어느 쪽에도, 어느 스크립트에도 없는 클래스의 규칙을 던다.

테마와 KaTeX는 모든 책을 위해 쓰였고, 한 책은 그 반도 쓰지 않는다. 이름이 하나라도
보이면 남긴다: 모르는 것을 남기는 잘못은 몇 바이트지만, 쓰는 것을 던 잘못은 눈에 보인다.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

MARK = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|/\*.*?\*/|[{};]', re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# 괄호 속은 고르는 것이 여럿일 수 있어 묻지 않는다
INSIDE = re.compile(r"\[[^]]*\]|\((?:[^()]|\([^()]*\))*\)")
COMMA = re.compile(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
GROUPS = "@media", "@supports", "@layer", "@container"

ATTRIBUTE = re.compile(r"""\bclass\s*=\s*("[^"]*"|'[^']*')""")
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
WORD = re.compile(r"[\w-]+")


def words(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """쪽의 클래스와, 스크립트에 적힌 모든 낱말."""
    found: set[str] = set()
    for page in pages:
        lists = set(ATTRIBUTE.findall(page))
        found.update(*map(WORD.findall, [*lists, *set(SCRIPT.findall(page))]))
    return found.union(*map(WORD.findall, scripts))


def used(css: str, words: Collection[str]) -> str:
    """words에 없는 클래스를 부르는 선택자와, 그래서 빈 규칙을 던 것.

    스크립트가 `key-${kind}`처럼 이어 붙이는 이름은 앞부분만 적혀 있다.
    """
    parts = tuple(word for word in words if word.endswith("-") and word.strip("-"))

    def known(name: str) -> bool:
        return name in words or name.startswith(parts)

    return _used(COMMENT.sub("", css), known)


def _used(css: str, known: Callable[[str], bool]) -> str:
    return "".join(_kept(*block, known) for block in blocks(css))


def blocks(css: str) -> Iterator[tuple[str, str | None]]:
    """규칙마다의 머리와 몸. 몸이 없는 것(@charset)은 몸이 None이다."""
    start, depth, body = 0, 0, 0
    for mark in MARK.finditer(css):
        if mark[0] == "{":
            depth += 1
            if depth == 1:
                head, body = css[start : mark.start()].strip(), mark.end()
        elif mark[0] == "}":
            depth -= 1
            if depth == 0:
                yield head, css[body : mark.start()]
                start = mark.end()
        elif mark[0] == ";" and depth == 0:
            yield css[start : mark.end()].strip(), None
            start = mark.end()


def _kept(head: str, body: str | None, known: Callable[[str], bool]) -> str:
    if body is None:
        return head
    if head.startswith(GROUPS):
        inside = _used(body, known)
        return f"{head}{{{inside}}}" if inside else ""
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    alive = [one for one in COMMA.split(head) if _alive(one, known)]
    return f"{','.join(alive)}{{{body}}}" if alive else ""


def _alive(selector: str, known: Callable[[str], bool]) -> bool:
    return all(map(known, CLASS.findall(INSIDE.sub("", selector))))

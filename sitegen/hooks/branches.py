"""차례에서 지금 쪽과 상관없는 항목은 한 번만 그려, 다 지은 쪽에 마지막에 끼운다.

쪽이 천이면 차례도 천 줄이다. 쪽마다 그리고 다듬으면 백만 줄이다. 항목의 글은 지금 쪽이
그 항목이나 그 아래에 있지 않으면 링크의 앞머리(`../`)만 다르고, 그 앞머리는 같은 폴더의
쪽끼리, 맨 위의 폴더부터 다르면 깊이가 같은 쪽끼리 같다. 그래서 폴더나 깊이마다 한 번
그리고, 쪽에는 몇째부터 몇째까지인지만 적어 둔다.
"""

import re
from collections.abc import Callable, Sequence

from sitegen.hooks import fonts, state
from sitegen.stages import order
from sitegen.stages.context import Context

PLACE = "<!--branches {} {} {}-->"
PLACES = re.compile(r"<!--branches (\d+) (\d+) (\d*)-->")
BETWEEN = "<!--branch-->"

_folders: set[str] = set()  # 아래에 다른 쪽이 있는 주소
_indexes: dict[int, object] = {}  # 묶음마다 그 대문
_places: dict[int, dict[int, list[int]]] = {}  # 묶음마다, 든 것이 몇째인가
_tops: dict[int, frozenset[str]] = {}  # 묶음마다, 든 쪽들의 맨 위 폴더
_numbers: dict[tuple, int] = {}
_drawn: list[list[str]] = []
_waiting: list[set[int]] = []  # 목록마다 아직 그리지 않은 것
_letters: dict[tuple, tuple[set[str], set[str]]] = {}


def on_env(env, config, files):
    lists = _numbers, _drawn, _waiting, _letters
    for known in (_folders, _indexes, _places, _tops, *lists):
        known.clear()
    for file in files.documentation_pages():
        _folders.update(above(file.url))
    env.globals.update(branch=branch, branches=branches, index_of=index_of)


def branch(draw, page, item, path: str, level: int, parent=None) -> str:
    """차례의 맨 바깥 항목 하나."""
    loud = [0] if not page or item.active else []
    name = path, _tops_of(item)
    return _listed(lambda _: draw(item, path, level, parent), page, loud, 1, *name)


def index_of(section):
    """묶음의 대문: 든 것 가운데 첫 index.md"""
    if id(section) not in _indexes:
        found = (item for item in section.children if getattr(item, "is_index", False))
        _indexes[id(section)] = next(found, None)
    return _indexes[id(section)]


def branches(draw, page, section, index, path: str, level: int) -> str:
    """묶음에 든 항목들. draw는 항목 하나와 그 둘레를 그린다."""
    items = section.children

    def one(number: int) -> str:
        return draw(items[number], number + 1, index, path, level, section)

    if not section.active:  # 이 묶음이 통째로 한 번만 그려진다
        return "".join(map(one, range(len(items))))
    name = f"{path}_", _tops_of(section)
    return _listed(one, page, _chain(page, section), len(items), *name)


def expand(text: str) -> str:
    """적어 둔 자리에 그려 둔 항목들을 끼운다."""

    def drawn(place: re.Match) -> str:
        number, start, end = place.groups()
        return "".join(_drawn[int(number)][int(start) : int(end) if end else None])

    return PLACES.sub(drawn, text)


def letters(text: str) -> list[tuple[set[str], set[str]]]:
    """끼울 목록마다, 보통 굵기로 보이는 글자와 굵게 보이는 글자."""
    numbers = {int(place[1]) for place in PLACES.finditer(text)}
    return [_letters_of(number) for number in sorted(numbers)]


def drawn() -> list[str]:
    """끼울 것들. 쪽의 글에는 아직 자리만 있다."""
    return ["".join(items) for items in _drawn]


def above(url: str) -> list[str]:
    """many/0007/ → many/와 사이트의 뿌리"""
    parts = url.rstrip("/").split("/")[:-1]
    return ["".join(f"{part}/" for part in parts[:n]) for n in range(len(parts) + 1)]


def _chain(page, section) -> list[int]:
    """묶음에 든 것 가운데 지금 쪽이거나 그 쪽을 품은 것. 든 것마다 묻지 않는다."""
    if not page:
        return list(range(len(section.children)))
    places = _places.setdefault(id(section), {})
    if not places:
        for n, item in enumerate(section.children):
            places.setdefault(id(item), []).append(n)
    chain = page, *page.ancestors
    return sorted(n for item in chain for n in places.get(id(item), ()))


def _tops_of(item) -> frozenset[str]:
    if item.children is None:
        return frozenset({(item.url or "").partition("/")[0]})
    if id(item) not in _tops:
        _tops[id(item)] = frozenset().union(*map(_tops_of, item.children))
    return _tops[id(item)]


def _listed(
    one: Callable[[int], str],
    page,
    loud: Sequence[int],
    count: int,
    path: str,
    tops: frozenset[str],
) -> str:
    """loud는 이 쪽에서만 다르게 보여 그 자리에서 그릴 것들."""
    if len(loud) == count:
        return "".join(map(one, loud))
    number = _number(page.url, path, count, tops)
    if todo := sorted(_waiting[number].difference(loud)):
        _draw(number, todo, one, page)
    pieces, start = [], 0
    for n in loud:
        pieces += [PLACE.format(number, start, n), one(n)]
        start = n + 1
    # 끝은 적지 않는다: 뒤에 쪽을 더해도 앞의 쪽들은 그대로다
    return "".join([*pieces, PLACE.format(number, start, "")])


def _number(url: str, path: str, count: int, tops: frozenset[str]) -> int:
    """이 쪽에서 본 이 목록의 번호. 아래에 쪽이 있으면 그 쪽만의 것이다."""
    if url.partition("/")[0] not in tops:
        near = "far", url.count("/")
    else:
        near = ("at", url) if url in _folders else ("in", above(url)[-1])
    if (*near, path) not in _numbers:
        _numbers[*near, path] = len(_drawn)
        _drawn.append([""] * count)
        _waiting.append(set(range(count)))
    return _numbers[*near, path]


def _draw(number: int, todo: list[int], one: Callable[[int], str], page) -> None:
    """그린 것을 쪽의 나머지와 같은 단계로 다듬어 둔다."""
    base = "../" * page.url.count("/")
    context = Context(page.file.src_uri, page.url, base, state.drawings, state.scripts)
    done = order.run(order.PAGE, BETWEEN.join(map(one, todo)), context)
    for n, text in zip(todo, done.split(BETWEEN), strict=True):
        _drawn[number][n] = text
    _waiting[number].difference_update(todo)


def _letters_of(number: int) -> tuple[set[str], set[str]]:
    key = number, len(_waiting[number])
    if key not in _letters:
        _letters[key] = fonts.shown("".join(_drawn[number]))
    return _letters[key]

"""머리말과 차례: 같은 것을 두 번 적은 곳이 서로 같은지 본다."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from posixpath import join, normpath

import yaml
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig

from sitegen.base.problem import Problem
from sitegen.book import converted, site
from sitegen.book.page import Page
from sitegen.book.site import EVERY_CHAPTER, EVERY_PAGE

OPTIONAL = ("hide", "template", "search", "icon", "status")
CELLS = ("slug", "title", "about")
SLUG = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
LISTS = ("tags", "prerequisites", "modules")
WORDS, LINE, FORMULA = 220, 6 / 60, 1.5 / 60  # 분마다의 낱말, 하나의 분
LEAST, MOST = 0.6, 1.7  # 어림한 분의 몇 배까지인가
ENOUGH = 15  # 분. 이보다 짧은 글은 아직 쓰는 중이다
ESCAPED = re.compile(r"\\([\[\]{}*_#])")


def check(read: Page) -> Iterator[Problem]:
    source = read.source
    if problem := _unreadable(read, source):
        yield problem
        return
    lines = {
        match[1]: number
        for number, line in enumerate(source.split("\n"), 1)
        if (match := re.match(r"(\w+):", line)) and number < _first(source)
    }

    def told(name: str, message: str) -> Problem:
        return Problem(read.path, lines.get(name, 1), message)

    study = read.path in site.study_pages()
    missing = [
        name
        for name in EVERY_PAGE + (EVERY_CHAPTER if study else ())
        if read.meta.get(name) is None
    ]
    if missing:
        message = f"머리말에 빠진 것: {', '.join(missing)}. `{missing[0]}:` 줄을 쓴다."
        yield Problem(read.path, 1, message)
    for name in LISTS:
        value = read.meta.get(name)
        if value is not None and not isinstance(value, list):
            yield told(name, f"{name}은(는) 목록이다. `{name}: [{value}]`처럼 쓴다.")
    yield from _keys(source, read)
    if study or read.path.name != "index.md":
        yield from _titles(read)
    if not study:
        return
    if read.path in site.lesson_pages():
        yield from _planned(read, told)
    yield from _minutes(read, told)
    yield from _pace(read, told)
    yield from _prerequisites(read, told)
    yield from _tags(read, told)
    for module in _items(read, "modules"):
        if not (site.ROOT / str(module)).is_file():
            yield told("modules", f"머리말의 modules가 없는 파일을 부른다: {module}")


def _first(source: str) -> int:
    """머리말 다음 줄의 번호."""
    match = re.match(r"---\n.*?\n(?:---|\.\.\.)\s*\n", source, re.DOTALL)
    return match[0].count("\n") + 1 if match else 1


def _unreadable(read: Page, source: str) -> Problem | None:
    match = re.match(r"---\n(.*?)\n(?:---|\.\.\.)\s*\n", source, re.DOTALL)
    if not match:
        if not source.startswith("---") and re.match(r"\s*---\s*\n\w+:", source):
            message = "머리말 앞에 빈 줄이 있다. 첫 줄이 `---`이게 지운다."
            return Problem(read.path, 1, message)
        if source.startswith("---"):
            return Problem(
                read.path, 1, "머리말이 닫히지 않았다. `---` 한 줄로 닫는다."
            )
        return None
    try:
        found = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        message = (
            "머리말을 YAML로 읽을 수 없다. 쌍점이나 따옴표가 든 글은 큰따옴표로 감싼다."
        )
        return Problem(read.path, line, message)
    if not isinstance(found, dict):
        return Problem(read.path, 1, "머리말은 `이름: 값` 줄로 쓴다.")
    return None


def _keys(source: str, read: Page) -> Iterator[Problem]:
    """아는 이름을 한 번씩만. 잘못 친 이름은 조용히 버려진다."""
    known = {*EVERY_PAGE, *EVERY_CHAPTER, *OPTIONAL}
    front = re.match(r"---\n(.*?)\n(?:---|\.\.\.)\s*\n", source, re.DOTALL)
    root = yaml.compose(front[1], Loader=yaml.SafeLoader) if front else None
    seen: dict[str, int] = {}
    for key, value in root.value if isinstance(root, yaml.MappingNode) else []:
        line = key.start_mark.line + 2
        if key.value in seen:
            message = (
                f"머리말에 {key.value}이(가) 두 번 있다({seen[key.value]}번째 줄). "
                "하나를 지운다."
            )
            yield Problem(read.path, line, message)
        seen.setdefault(key.value, line)
        if key.value not in known:
            near = get_close_matches(key.value, known, 1)
            remedy = f"{near[0]}인지 본다" if near else "지운다"
            yield Problem(read.path, line, f"모르는 머리말이다: {key.value}. {remedy}.")
        if isinstance(value, yaml.SequenceNode):
            names = [node.value for node in value.value]
            for name in {n for n in names if names.count(n) > 1 and isinstance(n, str)}:
                message = f"{key.value}에 같은 것이 두 번 있다: {name}. 하나를 지운다."
                yield Problem(read.path, line, message)
        if key.value in EVERY_PAGE and not str(value.value).strip():
            message = f"{key.value}이(가) 비었다. 한 문장을 쓴다."
            yield Problem(read.path, line, message)


def _items(read: Page, name: str) -> list:
    value = read.meta.get(name)
    return value if isinstance(value, list) else []


def _minutes(read: Page, told) -> Iterator[Problem]:
    minutes = read.meta.get("reading_time")
    whole = isinstance(minutes, int) and not isinstance(minutes, bool)
    if minutes is not None and not (whole and 0 < minutes <= 240):
        yield told(
            "reading_time",
            f"reading_time은 분을 세는 자연수다: `reading_time: 30`. 온 것: {minutes}",
        )


def pace(words: int, lines: int, formulas: int) -> float:
    """읽는 데 드는 분"""
    return words / WORDS + lines * LINE + formulas * FORMULA


def _pace(read: Page, told) -> Iterator[Problem]:
    """접어 둔 것을 빼고 어림한 분과 크게 다른가. 지은 페이지는 시험이 꼼꼼히 잰다."""
    minutes = read.meta.get("reading_time")
    if read.problems or not isinstance(minutes, int):
        return
    page = BeautifulSoup(converted.of(read), "html.parser")
    for folded in page.select("details, .language-text"):
        folded.decompose()
    code = "\n".join(pre.get_text() for pre in page.select("pre"))
    lines = sum(bool(line.strip()) for line in code.split("\n"))
    formulas = len(page.select(".arithmatex"))
    for counted in page.select("pre, .arithmatex"):
        counted.decompose()
    words = len(page.get_text(" ").split())
    guess = pace(words, lines, formulas)
    if minutes < LEAST * guess or (guess > ENOUGH and minutes > MOST * guess):
        message = (
            f"reading_time은 {minutes}분인데 글과 코드로는 {guess:.0f}분쯤이다. 맞춘다."
        )
        yield told("reading_time", message)


def _titles(read: Page) -> Iterator[Problem]:
    """큰제목은 하나이고 머리말의 제목과 같다."""
    title = str(read.meta.get("title", ""))
    first = [(n, text[2:].strip()) for n, text in read.prose if text.startswith("# ")]
    for line, text in first[:1]:
        heading = ESCAPED.sub(r"\1", re.sub(r"\s*\{[:#.][^}]*\}$", "", text))
        if title and heading != title:
            message = (
                f"큰제목은 ‘{heading}’인데 머리말의 title은 ‘{title}’이다. 맞춘다."
            )
            yield Problem(read.path, line, message)
    for line, text in first[1:]:
        message = f"큰제목(#)이 둘이다: ‘{text}’. ##로 낮춘다."
        yield Problem(read.path, line, message)
    if not first:
        yield Problem(read.path, 1, f"큰제목이 없다. `# {title}` 줄을 쓴다.")


def _planned(read: Page, told) -> Iterator[Problem]:
    """장의 제목은 강의 계획서의 것과 같다."""
    title = str(read.meta.get("title", ""))
    chapters = site.read_syllabus(site.config()).get(read.path.parent.name, [])
    uri = read.path.relative_to(site.DOCS).as_posix()
    planned = [c.title for c in chapters if c.uri == uri]
    if not planned:
        message = (
            "강의 계획서에 없는 장이다. book.yml에서 같은 자리에 같은 slug가 있는지 "
            "본다."
        )
        yield Problem(read.path, 1, message)
    elif title and title != planned[0]:
        message = (
            f"강의 계획서의 제목은 ‘{planned[0]}’인데 title은 ‘{title}’이다. 맞춘다."
        )
        yield told("title", message)


def _prerequisites(read: Page, told) -> Iterator[Problem]:
    here = read.path.parent.relative_to(site.DOCS).as_posix()
    known = {p.relative_to(site.DOCS).as_posix() for p in site.pages()}
    known |= {p.relative_to(site.DOCS).as_posix() for p in site.planned()}
    mine = _place({read.path.relative_to(site.DOCS).as_posix()})
    for entry in map(str, _items(read, "prerequisites")):
        path = entry.partition("#")[0]
        if not path.endswith(".md"):
            continue
        named = {path, normpath(join(here, path))}
        if not named & known:
            message = f"미리 읽을 장 {path}이(가) 없다. 이 페이지에서 본 경로로 고친다."
            yield told("prerequisites", message)
        elif mine and _place(named) >= mine:
            message = f"미리 읽을 장 {path}이(가) 이 장보다 앞에 있지 않다. 뺀다."
            yield told("prerequisites", message)


def _place(names: set[str]) -> int:
    """장의 차례. 계획서에 없으면 0"""
    rows = site.read_syllabus(site.config()).values()
    order = [chapter.uri for chapters in rows for chapter in chapters]
    return next((k for k, uri in enumerate(order, 1) if uri in names), 0)


def _tags(read: Page, told) -> Iterator[Problem]:
    """같은 꼬리표를 다른 글자로 쓰면 두 꼬리표가 된다."""
    others: dict[str, str] = {}
    for path in site.lesson_pages():
        if path != read.path:
            from sitegen.book import page

            tags = page.read(path).meta.get("tags")
            for tag in tags if isinstance(tags, list) else []:
                others.setdefault(_same(tag), str(tag))
    for tag in map(str, _items(read, "tags")):
        other = others.get(_same(tag), tag)
        if other != tag:
            message = f"꼬리표 ‘{tag}’을(를) 다른 장은 ‘{other}’로 쓴다. 같게 쓴다."
            yield told("tags", message)


def _same(tag: object) -> str:
    return re.sub(r"[\s_·-]+", "", str(tag)).casefold()


def settings() -> list[Problem]:
    """mkdocs.yml과 book.yml을 읽을 수 있고, 장의 목록이 약속한 꼴인지."""
    composed = [_composed(site.ROOT / "mkdocs.yml"), _composed(site.BOOK)]
    problems = [found for found in composed if isinstance(found, Problem)]
    return problems or [*_options(composed[0]), *_chapters(composed[1])]


def _options(root: yaml.Node | None) -> Iterator[Problem]:
    """mkdocs.yml의 맨 바깥 이름들."""
    known = {name for name, _ in MkDocsConfig()._schema}
    for key, _ in root.value if isinstance(root, yaml.MappingNode) else []:
        if key.value not in known:
            near = get_close_matches(key.value, known, 1)
            remedy = f"{near[0]}인지 본다" if near else "지운다"
            line = key.start_mark.line + 1
            message = f"모르는 설정이다: {key.value}. {remedy}."
            yield Problem(site.ROOT / "mkdocs.yml", line, message)


def _composed(path: Path) -> yaml.Node | Problem | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = (
            "YAML로 읽을 수 없다. 들여쓰기를 맞추고, 쌍점이나 [ { %가 든 글은 "
            f"큰따옴표로 감싼다. ({getattr(error, 'problem', '') or error})"
        )
        return Problem(path, mark.line + 1 if mark else 1, message)


def _chapters(root: yaml.Node | None) -> Iterator[Problem]:
    """book.yml: 장마다 있을 것이 있고, 이름은 하나뿐이고, 부르는 장이 있는가."""

    def told(node: yaml.Node, message: str) -> Problem:
        return Problem(site.BOOK, node.start_mark.line + 1, message)

    seen: dict[str, int] = {}
    asked: list[tuple[yaml.Node, str]] = []
    for part, about in _pairs(_pairs(root).get("parts")).items():
        rows = _pairs(about).get("chapters")
        if "title" not in _pairs(about) or not isinstance(rows, yaml.SequenceNode):
            yield told(about, f"부 {part}에는 title과 chapters의 목록이 있어야 한다.")
            continue
        for row in rows.value:
            cells = _pairs(row)
            slug = getattr(cells.get("slug"), "value", None)
            named = [name for name in CELLS if _text(cells.get(name))]
            if named != list(CELLS) or not re.fullmatch(SLUG, slug):
                message = (
                    "강의 계획서의 장은 `- slug: 영문-이름`과 title, about이 글이다. "
                    "쌍점이 든 글은 큰따옴표로 감싼다."
                )
                yield told(row, message)
                continue
            key = f"{part}/{slug}"
            if key in seen:
                message = f"같은 장이 {seen[key]}번째 줄에도 있다: {key}."
                yield told(row, f"{message} 하나를 지운다.")
            seen.setdefault(key, row.start_mark.line + 1)
            needs = cells.get("needs")
            if needs is not None and not isinstance(needs, yaml.SequenceNode):
                yield told(needs, "needs는 목록이다. `needs: [dl/softmax]`처럼 쓴다.")
                continue
            asked += [(node, "needs") for node in (needs.value if needs else [])]
    asked += [(node, "moved") for node in _pairs(_pairs(root).get("moved")).values()]
    for node, name in asked:
        if node.value not in seen:
            message = (
                f"{name}가 계획서에 없는 장을 부른다: {node.value}. 있는 장의 "
                "`부/slug`로 고친다."
            )
            yield told(node, message)


def _pairs(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: value for key, value in pairs}


def _text(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode) and bool(node.value.strip())


def navigation() -> list[Problem]:
    """mkdocs.yml의 nav: 없는 파일과 두 번 적은 페이지."""
    path = site.ROOT / "mkdocs.yml"
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    nav = next((v for k, v in root.value if k.value == "nav"), None)
    seen: dict[str, int] = {}
    problems = []
    for node in _leaves(nav) if nav else []:
        line, uri = node.start_mark.line + 1, node.value
        if uri in seen:
            message = (
                f"nav에 두 번 적은 페이지다: {uri} ({seen[uri]}번째 줄). 하나를 지운다."
            )
            problems.append(Problem(path, line, message))
        elif not (site.DOCS / uri).is_file() and "://" not in uri:
            message = (
                f"nav가 없는 파일을 부른다: {uri}. 파일을 만들거나 그 줄을 지운다."
            )
            problems.append(Problem(path, line, message))
        seen.setdefault(uri, line)
    return problems


def _leaves(node) -> Iterator[yaml.ScalarNode]:
    """nav의 잎. 사전의 열쇠는 제목이라 뺀다."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _leaves(child)
    else:
        for child in node.value:
            yield from _leaves(child)

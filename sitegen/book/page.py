"""페이지를 읽는 단 하나의 길.

사이트와 똑같이 스니펫을 펼치고 블록을 찾는다. 검증, 그림, 노트북, 편집기가 모두
여기에 물으므로 무엇이 블록인지를 두고 둘이 다른 말을 할 수 없다.
"""

import html
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from mkdocs.utils.meta import get_data
from pymdownx.snippets import SnippetMissingError

from sitegen.base import keep
from sitegen.base.problem import Problem, Problems
from sitegen.book import shell, site
from sitegen.book.imports import file_digest

RUNNABLE = ("python", "sh", "bash")
ALIASES = {"py": "python", "python3": "python", "py3": "python", "shell": "sh"}
UNVERIFIABLE = {"pycon", "ipython", "ipython3", "pytb", "console", "zsh", "numpy"}
TICKS = "`" * 12  # 레슨 코드 속의 어떤 백틱보다 길다

FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")
INCLUDE = re.compile(r"^[ \t]*;*-+8<-+[ \t]+['\"](?P<target>[^'\"]+)['\"]")
INCLUDE_LIST = re.compile(r"^[ \t]*-+8<-+[ \t]*$")
FIGURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<path>(?:\.\./\w+/)?figures/[^)\s]+\.svg)\)"
)
DIRECTIVE = re.compile(r"^\s*<!--[-\s]*pytest")
VERSION = keep.code(__file__, shell.__file__), keep.versions("pymdown-extensions")
_read: dict[Path, tuple["Page", dict]] = {}


@dataclass(frozen=True)
class Block:
    """페이지에 보이는 코드 블록 하나."""

    page: Path
    line: int
    language: str
    code: str
    title: str = ""
    classes: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()
    output: str | None = None
    output_line: int = 0
    index: int = 0  # 펼친 줄에서 여는 울타리의 자리
    end: int = 0  # 닫는 울타리의 자리. 출력이 붙었으면 출력의 닫는 울타리

    @property
    def fails(self) -> bool:
        """일부러 틀린 코드인가."""
        return "fails" in self.classes

    @property
    def runnable(self) -> bool:
        return self.language in RUNNABLE

    @property
    def program(self) -> Path | None:
        """블록 전체가 한 파일이면 그 파일."""
        if len(self.includes) != 1 or ":" in self.includes[0]:
            return None
        path = site.ROOT / self.includes[0]
        same = path.read_text(encoding="utf-8").strip("\n") == self.code.strip("\n")
        return path if same else None


@dataclass(frozen=True)
class Figure:
    """페이지가 보여 주는 그림 하나."""

    page: Path
    line: int
    alt: str
    path: str

    @cached_property
    def uri(self) -> str:
        """docs/ 아래에서의 주소."""
        folder = self.page.parent.relative_to(site.DOCS)
        parts = []
        for part in (*folder.parts, *self.path.split("/")):
            parts = parts[:-1] if part == ".." else [*parts, part]
        return "/".join(parts)

    @property
    def program(self) -> Path:
        return self._split[0]

    @property
    def number(self) -> int:
        return self._split[1]

    @cached_property
    def _split(self) -> tuple[Path, int]:
        """그림을 그리는 프로그램과 그 프로그램의 몇 번째 그림인지."""
        part, _, folder, name = self.uri.removesuffix(".svg").split("/", 3)
        program = site.SNIPPETS / part / folder / f"{name}.py"
        numbered = re.fullmatch(r"(.+)-(\d+)", name)
        if numbered and not program.exists():
            stem, number = numbered.groups()
            return program.with_name(f"{stem}.py"), int(number)
        return program, 1


@dataclass
class Page:
    path: Path
    meta: dict
    lines: list[str]
    origin: list[int]
    sources: list[str | None]
    source: str = ""  # 펼치지 않은 글
    front: str = ""  # 머리말이 차지한 줄들
    included: set[str] = field(default_factory=set)  # 펼친 것: 파일이나 파일:영역
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def runnable(self) -> list[Block]:
        return [b for b in self.blocks if b.runnable]

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """코드 밖의 줄들을 원본의 줄 번호와 함께."""
        inside = set()
        for block in self.blocks:
            inside.update(range(block.index, block.end + 1))
        pairs = enumerate(zip(self.origin, self.lines, strict=True))
        return [pair for i, pair in pairs if i not in inside]

    @cached_property
    def figures(self) -> list[Figure]:
        return [
            Figure(self.path, number, m["alt"], m["path"])
            for number, line in self.prose
            for m in FIGURE.finditer(line)
        ]

    def plain(self) -> str:
        """pytest-codeblocks가 읽는 글. 울타리는 언어만, 출력은 그 표시를 단다."""
        lines = []
        for block in self.runnable:
            lines += [TICKS + block.language, *block.code.split("\n")[:-1], TICKS, ""]
            if block.output is not None:
                lines += ["<!--pytest-codeblocks:expected-output-->", TICKS + "text"]
                lines += [*block.output.split("\n")[:-1], TICKS, ""]
        return "\n".join(lines)


def read(path: Path) -> Page:
    """페이지를 펼치고 블록을 찾는다. 고칠 것은 problems에 담는다.

    페이지와 거기에 든 파일이 모두 그대로면 지난번에 읽은 것이다. 고치지 않고 쓴다.
    """
    path = Path(path).resolve()
    page, stamps = _read.get(path, (None, {}))
    if page is None or stamps != {file: _stamp(file) for file in stamps}:
        included: dict[Path, tuple] = {path: _stamp(path)}
        page = _once(path, included)
        _read[path] = page, included
        if page.problems:  # 아직 없는 파일이 생겼는지는 다시 읽어야 안다
            del _read[path]
    return page


@lru_cache
def _settings() -> str:
    return site.settings(site.config())


def _once(path: Path, included: dict[Path, tuple]) -> Page:
    """다른 프로세스가 읽어 둔 것도 쓴다. included에는 든 파일들을 적는다."""
    text = path.read_text(encoding="utf-8-sig")
    key = str(path), str(site.ROOT), text, _settings(), VERSION
    page, inside = keep.find("pages", key) or (None, {})
    if page and all(f.is_file() and file_digest(f) == d for f, d in inside.items()):
        included.update((file, _stamp(file)) for file in inside)
        return page
    page = _fresh(path, text, included)
    if not page.problems:
        inside = {file: file_digest(file) for file in included if file != path}
        keep.put("pages", key, (page, inside))
    return page


def _stamp(path: Path) -> tuple[int, int]:
    if not path.is_file():
        return 0, 0
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _fresh(path: Path, text: str, included: dict[Path, tuple]) -> Page:
    body, meta = get_data(text)
    first = text.count("\n") - body.count("\n") + 1
    front = "".join(line + "\n" for line in text.split("\n")[: first - 1])
    page = Page(path, meta, [], [], [], text, front)
    _expand(page, body.split("\n"), first, included)
    _find_blocks(page)
    return page


def read_strict(path: Path) -> Page:
    page = read(path)
    if page.problems:
        raise Problems(*page.problems)
    return page


@lru_cache
def _snippets(root: Path):
    """사이트의 pymdownx.snippets. 어디에서 부르든 경로를 root에서 찾는다."""
    snippets = site.markdown().preprocessors["snippet"]
    snippets.base_path = [str(root)]
    return snippets


def _expand(page: Page, lines: list[str], first: int, included: dict) -> None:
    """사이트의 pymdownx.snippets로 한 줄씩 펼쳐 원본의 줄 번호를 지킨다."""
    snippets = _snippets(site.ROOT)
    find = type(snippets).get_snippet_path.__get__(snippets)

    def noted(name):
        found = find(name)
        if found:
            file = Path(found).absolute()
            included[file] = _stamp(file)
        return found

    snippets.get_snippet_path = noted
    chunk, listing, start = [], False, first
    for number, line in enumerate(lines, first):
        start = start if chunk else number
        chunk.append(line)
        listing ^= bool(INCLUDE_LIST.match(line))
        if listing:
            continue
        include = INCLUDE.match(line)
        try:
            marked = any("-8<-" in line for line in chunk)
            new = snippets.run(chunk) if marked else chunk
        except SnippetMissingError:
            page.problems.append(Problem(page.path, start, _missing(chunk)))
            new = []
        page.lines += new
        page.origin += [start] * len(new)
        source = include["target"] if include and new != chunk else None
        listed = [line.strip() for line in chunk[1:-1]] if len(chunk) > 1 else []
        page.included.update(filter(None, [source, *listed]))
        page.sources += [source] * len(new)
        chunk = []
    if chunk:
        message = "여러 줄 삽입이 닫히지 않았다. 끝에 `--8<--` 한 줄을 더 쓴다."
        page.problems.append(Problem(page.path, start, message))


def _missing(chunk: list[str]) -> str:
    for line in chunk:
        target = INCLUDE.match(line)
        name = target["target"] if target else line.strip()
        file, _, section = name.partition(":")
        if INCLUDE_LIST.match(line):
            continue
        if not (site.ROOT / file).is_file():
            return (
                f"삽입할 파일이 없다: {file}. 프로젝트 뿌리에서 시작하는 "
                "경로인지, 이름이 맞는지 본다."
            )
        marker = f"[start:{section}]"
        if section and marker not in (site.ROOT / file).read_text(encoding="utf-8"):
            return (
                f"{file}에 없는 영역을 부른다: '{section}'. 그 파일에 "
                f"`# --8<-- {marker}` 줄을 쓰거나 이름을 맞춘다."
            )
    return f"삽입을 펼칠 수 없다: {chunk[0].strip()}"


def _header(info: str) -> tuple[str, frozenset[str], str]:
    """울타리 머리의 언어, 클래스, 제목. SuperFences의 두 표기를 모두 읽는다."""
    title = re.search(r"""\btitle=(?:"([^"]*)"|'([^']*)')""", info)
    name = html.unescape(title[1] or title[2] or "") if title else ""
    if info.startswith("{"):
        bare = re.sub(r"""\b\w+=("[^"]*"|'[^']*')""", "", info.strip("{} "))
        classes = re.findall(r"\.([\w#+-]+)", bare)
        return classes[0] if classes else "", frozenset(classes[1:]), name
    words = info.split(None, 1)
    return words[0] if words else "", frozenset(), name


def _find_blocks(page: Page) -> None:
    opening = None
    comment = False
    for index, line in enumerate(page.lines):
        match = FENCE.match(line)
        if opening is None:
            if match:
                opening = index, match
                if comment:
                    _problem(page, index, "주석(<!-- -->) 속의 코드는 검증할 수 없다.")
            elif DIRECTIVE.match(line):
                _problem(
                    page,
                    index,
                    "pytest 지시 주석은 쓰지 않는다. 출력은 바로 아래에 제목이 "
                    "'출력'인 text 블록으로, 일부러 틀린 코드는 .fails로 쓴다.",
                )
            comment = (comment or "<!--" in line) and "-->" not in line
            continue
        start, fence = opening
        if (
            match
            and not match["info"].strip()
            and match["indent"] == fence["indent"]
            and match["ticks"] == fence["ticks"]
        ):
            _close(page, start, index, fence)
            opening = None
    if opening:
        _problem(page, opening[0], "코드 울타리가 닫히지 않았다. ```로 닫는다.")


def _close(page: Page, start: int, end: int, fence: re.Match) -> None:
    language, classes, title = _header(fence["info"].strip())
    language = ALIASES.get(language.lower(), language.lower())
    indent = len(fence["indent"])
    inner = page.lines[start + 1 : end]
    code = "".join(line[min(indent, _indent(line)) :] + "\n" for line in inner)
    code = code.strip("\n") + "\n"  # 강조기도 앞뒤의 빈 줄을 떼고 보여 준다
    if language in UNVERIFIABLE:
        _problem(
            page,
            start,
            f"'{language}' 블록은 검증할 수 없다. python 블록과 그 아래의 "
            "출력(text) 블록으로 나누어 쓴다.",
        )
    if language in ("sh", "bash") and (reason := shell.refusal(code)):
        _problem(page, start, reason)
    previous = page.blocks[-1] if page.blocks else None
    if language == "text" and title == "출력":
        between = page.lines[previous.end + 1 : start] if previous else ["x"]
        if (
            any(line.strip() for line in between)
            or not previous.runnable
            or previous.output is not None
        ):
            _problem(page, start, "출력 블록 바로 위에 실행되는 블록이 없다.")
        else:
            page.blocks[-1] = _replace(
                previous, output=code, output_line=page.origin[start], end=end
            )
            return
    sources = dict.fromkeys(s for s in page.sources[start + 1 : end] if s)
    page.blocks.append(
        Block(
            page.path,
            page.origin[start],
            language,
            code,
            title,
            classes,
            tuple(sources),
            index=start,
            end=end,
        )
    )


def _replace(block: Block, **changes) -> Block:
    return Block(**{**block.__dict__, **changes})


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _problem(page: Page, index: int, message: str) -> None:
    page.problems.append(Problem(page.path, page.origin[index], message))


def module_chapters() -> dict[str, tuple[int, int]]:
    """페이지 머리말의 modules가 말하는, 모듈 파일마다 그것을 만드는 장의 순서."""
    order = {}
    parts = site.parts()
    for path in site.study_pages():
        chapter = len(parts), 0  # 장이 아니면 모든 장의 뒤에 선다
        if site.is_chapter(path):
            chapter = parts.index(path.parent.name), int(path.stem[:2])
        for module in read(path).meta.get("modules") or []:
            order[module] = min(chapter, order.get(module, chapter))
    return order

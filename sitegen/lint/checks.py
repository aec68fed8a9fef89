"""돌려 보지 않고 아는 것들: 삽입, 영역, 링크, 차례, 가져오기, 쓰이지 않는 파일."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from sitegen.base.problem import Problem, Problems
from sitegen.book import converted, page, site
from sitegen.book.imports import imported_names, module_file

MARKER = re.compile(r"^\s*# --8<-- \[(?P<kind>start|end):(?P<name>[^\]]*)\]\s*$")
LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)"
)
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)\)")
ID = re.compile(r'\bid="([^"]+)"')
SHARED_MODULES = (
    "lessons/arrays.py",
    "lessons/scalars.py",
    "lessons/nn",
    "lessons/files.py",
    "lessons/readers",
    "lessons/scenes",
    "lessons/artifacts.py",
    "lessons/plotting.py",
    "lessons/datasets.py",
    "lessons/messy_folder.py",
    "lessons/data/",
    "lessons/checking.py",
    "lessons/comparing.py",
    "lessons/executing.py",
    "lessons/__main__.py",
)
# 1부를 다 배운 자리에 선다: 1부의 것만 가져오고, 2부부터 쓴다
AFTER_FIRST_PART = "lessons/nn/"
TORCH_ONLY_IN = "_torch.py"


def run(paths: list[Path] | None = None) -> list[Problem]:
    """고칠 것을 모두 찾는다. paths를 주면 그 페이지에 관한 것을 더 깊이 찾는다."""
    from sitegen.book import terms
    from sitegen.faces import digit
    from sitegen.lint import (
        drawn,
        front,
        kernel,
        korean,
        markup,
        practice,
        quoted,
        said,
        sources,
        tags,
    )

    if problems := unready(paths):
        return problems
    pages = paths or site.pages()
    reads = [page.read(path) for path in pages]
    problems = [p for read in reads for p in read.problems]
    try:
        terms.load()
    except Problems as found:
        return sorted({*problems, *found.problems})
    for read in reads:
        problems += front.check(read)
        problems += _links(read)
        problems += korean.check(read.path)
        problems += kernel.check(read)
        problems += markup.check(read)
        problems += tags.check(read)
        problems += said.check(read)
        problems += quoted.check(read)
        problems += sources.check(read)
        problems += practice.check(read, grading=paths is not None)
        for path in sources.modules(read):
            problems += sources.lesson(path)
        for path in sources.tests(read):
            problems += sources.test(path)
    problems += _navigation(pages)
    everything = [page.read(path) for path in site.pages()]
    if paths is None:
        problems += regions(everything)
        problems += lesson_imports()
        problems += unused_files(everything)
        problems += digit.problems()
    else:
        for read in reads:
            problems += _formulas(read)
            problems += _of_the_page(read, everything)
            problems += drawn.check(read)
            problems += ruff(sources.of(read))
    return sorted(set(problems))


def unready(paths: list[Path] | None = None) -> list[Problem]:
    """나머지를 보기에 앞서 고쳐야 할 것: mkdocs.yml, 인코딩, 파이썬의 문법."""
    from sitegen.lint import front, sources

    config = site.ROOT / "mkdocs.yml"
    if problems := sources.readable([config, site.BOOK, site.ROOT / "terms.csv"]):
        return sorted(problems)
    if problems := front.settings():
        return sorted(problems)
    if paths is None:
        folders = (site.DOCS, site.LESSONS, site.SNIPPETS, site.ROOT / "tests")
        files = [f for folder in folders for f in folder.rglob("*") if f.is_file()]
        return sorted(sources.readable([f for f in files if _ours(f)]))
    near = {f for path in paths for f in sources.near(path)}
    everywhere = {*near, *site.LESSONS.rglob("*.py"), *site.pages()}
    if problems := sources.readable(sorted(everywhere)):
        return sorted(problems)
    tests = [f for path in paths for f in sources.tests(page.read(path))]
    return sorted(sources.readable(tests))


def _ours(path: Path) -> bool:
    return "__pycache__" not in path.parts and "node_modules" not in path.parts


def _of_the_page(read: page.Page, everything: list[page.Page]) -> Iterator[Problem]:
    """그 페이지의 레슨과 폴더에 관한 것. 무엇이 보이는지는 모든 페이지에서 찾는다."""
    from sitegen.lint import sources

    mine = [p for p in sources.of(read) if p.is_relative_to(site.LESSONS)]
    used, chapters = shown_regions(everything), page.module_chapters()
    for path in mine:
        yield from _regions_of(path, used)
        yield from _imports_of(path, chapters)
    folder = site.SNIPPETS / read.path.parent.name / read.path.stem
    yield from unused_files(everything, folder)


def _formulas(read: page.Page) -> Iterator[Problem]:
    """짓기 전에 KaTeX로 그려 본다."""
    from mkdocs.exceptions import PluginError

    from sitegen.faces import katex

    if read.problems:
        return
    try:
        errors = katex.draw(katex.formulas(converted.of(read)))
    except PluginError as error:
        yield Problem(read.path, 1, str(error))
        return
    for formula, error in errors.items():
        line = int(katex.line(read.source, formula).lstrip(":") or 1)
        yield Problem(read.path, line, f"{katex.hint(error)}: {formula.tex}")


def ruff(files: list[Path]) -> Iterator[Problem]:
    """그 파일들의 모양. 고치는 명령까지 말한다."""
    python = [str(f) for f in files if f.suffix == ".py"]
    if not python:
        return
    command = [sys.executable, "-m", "ruff"]
    output = ["--quiet", "--output-format", "json"]
    done = _call([*command, "check", *output, *python])
    for found in json.loads(done.stdout or "[]"):
        fix = ".venv/bin/ruff check --fix로 고쳐진다" if found.get("fix") else "고친다"
        message = f"ruff {found['code']}: {found['message']}. {fix}."
        yield Problem(Path(found["filename"]), found["location"]["row"], message)
    options = ["--check", "--force-exclude", *output]  # 레슨은 pyproject.toml이 뺀다
    done = _call([*command, "format", *options, *python])
    for found in json.loads(done.stdout or "[]"):
        path = Path(found["filename"])
        name = path.relative_to(site.ROOT).as_posix()
        message = f"모양이 다르다. `.venv/bin/ruff format {name}`로 고친다."
        yield Problem(path, found["location"]["row"], message)


def _call(command: list[str]) -> subprocess.CompletedProcess:
    return subprocess.run(command, cwd=site.ROOT, capture_output=True, encoding="utf-8")


def _navigation(pages: list[Path]) -> Iterator[Problem]:
    from sitegen.lint import front

    yield from front.navigation()
    listed = set(_nav_files(site.config().nav))
    lessons = site.lesson_pages()  # 장은 계획서와 견준다
    for path in pages:
        uri = path.relative_to(site.DOCS).as_posix()
        if uri not in listed and path not in lessons and path.name != "404.md":
            yield Problem(
                path,
                1,
                f"차례에 없는 페이지다. mkdocs.yml의 nav에 `- {uri}` 줄을 쓴다.",
            )


def _nav_files(nav) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for child in nav.values():
            yield from _nav_files(child)
    else:
        for child in nav or []:
            yield from _nav_files(child)


VAGUE_ALT = re.compile(
    r"(?:그림|이미지|사진|그래프|도표|image|img|figure|fig\.?)[\s\d.-]*", re.I
)
OPENS = re.compile(r"mailto:|https://(?!localhost|127\.)")
CHAPTER_TEXT = re.compile(r"(?:\d부 )?(?P<number>\d+)장")


def _links(read: page.Page) -> Iterator[Problem]:
    """글이 가리키는 것. 참조 링크와 태그로 쓴 것은 옮긴 HTML에서 찾는다."""
    from sitegen.lint import sources

    planned, seen = site.planned(), set()
    for line, text in read.prose:
        text = re.sub(r"`[^`]*`", "", text)
        for match in IMAGE.finditer(text):
            seen.add(match["target"])
            yield from _alt(read.path, line, match["alt"], match["target"])
        for match in LINK.finditer(text):
            seen.add(match["target"])
            yield from _link(read.path, line, match["target"], planned)
            yield from _number(read.path, line, match["text"], match["target"])
    for tag, target, alt in _rendered(converted.of(read)):
        if target in seen or target.startswith(("#fn", "#__")):
            continue
        seen.add(target)
        written = unquote(target) or "]()"
        near = (number for number, text in read.prose if written in text)
        line = next(near, 1)
        if tag == "img":
            yield from _alt(read.path, line, alt, target)
            yield from sources.image(read, line, target)
        else:
            yield from _link(read.path, line, target, planned)


class _Targets(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        names = {name: value or "" for name, value in attributes}
        own = names.get("class", "") in ("headerlink", "footnote-ref")
        if tag in ("a", "img") and not own:
            target = names.get("src" if tag == "img" else "href", "")
            self.found.append((tag, target, names.get("alt", "")))


def _rendered(content: str) -> list[tuple[str, str, str]]:
    """(태그, 주소, 대체 텍스트)"""
    parser = _Targets()
    parser.feed(content)
    return parser.found


def _alt(path: Path, line: int, alt: str, target: str) -> Iterator[Problem]:
    remedy = "무엇을 보아야 하는지 [ ] 안에 쓴다."
    name = target.rpartition("/")[2]
    if not alt.strip():
        message = f"그림에 대체 텍스트가 없다: {target}. {remedy}"
        yield Problem(path, line, message)
    elif VAGUE_ALT.fullmatch(alt.strip()) or alt.strip() in (name, Path(name).stem):
        message = f"대체 텍스트 ‘{alt}’만으로는 그림을 모른다. {remedy}"
        yield Problem(path, line, message)


def _number(path: Path, line: int, text: str, target: str) -> Iterator[Problem]:
    """‘3장’이라는 링크는 3장으로 간다."""
    said = CHAPTER_TEXT.match(text)
    goal = re.match(r"(\d\d)-[\w-]+\.md", target.rpartition("/")[2].partition("#")[0])
    if said and goal and int(said["number"]) != int(goal[1]):
        message = (
            f"글은 {said['number']}장인데 링크는 {int(goal[1])}장으로 간다: {target}. "
            "둘을 맞춘다."
        )
        yield Problem(path, line, message)


def _link(path: Path, line: int, target: str, planned: set[Path]) -> Iterator[Problem]:
    if target in ("", "#"):
        yield Problem(path, line, "갈 곳이 없는 링크다. 경로를 쓰거나 글로 둔다.")
        return
    ours = site.config().site_url or ""
    blob = f"{(site.config().repo_url or '').rstrip('/')}/blob/"
    page_there = blob.startswith("https") and re.match(
        rf"{re.escape(blob)}[^/]+/docs/.+\.md", target
    )
    if (ours and target.startswith(ours)) or page_there:
        message = f"이 책의 주소다: {target}. 이 페이지에서 본 `이름.md` 경로로 쓴다."
        yield Problem(path, line, message)
        return
    if re.match(r"[a-z]+:", target):
        if not OPENS.match(target):
            message = f"독자에게 열리지 않을 주소다: {target}. https: 주소로 고친다."
            yield Problem(path, line, message)
        return
    file, _, anchor = unquote(target).partition("#")
    goal = (path.parent / file).resolve() if file else path
    generated = goal.is_relative_to(site.DOCS) and "figures" in goal.parts
    if goal in planned:
        return
    if not goal.is_file() and not generated:
        message = (
            f"링크가 가리키는 파일이 없다: {file}. 이 페이지에서 본 경로로 고친다."
        )
        yield Problem(path, line, message)
    elif goal.is_file() and not goal.is_relative_to(site.DOCS):
        message = (
            f"독자의 사이트에 없는 파일이다: {file}. docs/ 안의 것만 이을 수 있으니 "
            "백틱으로 이름만 쓴다."
        )
        yield Problem(path, line, message)
    elif anchor and goal.suffix == ".md" and anchor not in anchors(goal):
        near = ", ".join(f"#{a}" for a in anchors(goal)[:6])
        message = f"{goal.name}에 그런 절이 없다: #{anchor}. 있는 것: {near} …"
        yield Problem(path, line, message)


def anchors(path: Path) -> list[str]:
    return _anchors(path, path.stat().st_mtime_ns)


@lru_cache
def _anchors(path: Path, modified: int) -> list[str]:
    if path.name == "glossary.md":
        from sitegen.book.terms import anchor, load

        return [anchor(term) for term in load()]
    # 삽입이 빠진 페이지도 나머지는 읽는다. 빠진 것은 read.problems가 알린다.
    return ID.findall(converted.of(page.read(path)))


def lesson_sources() -> list[Path]:
    return sorted(site.LESSONS.rglob("*.py"))


def included(reads: list[page.Page]) -> set[str]:
    """페이지들이 정말 펼쳐 보이는 것. 글에 이름만 적은 것은 보이는 것이 아니다."""
    return set().union(*(read.included for read in reads))


def shown_regions(reads: list[page.Page]) -> set[tuple[str, str]]:
    pairs = (target.partition(":") for target in included(reads))
    return {(file, region) for file, _, region in pairs if region}


def regions(reads: list[page.Page]) -> list[Problem]:
    """레슨의 영역은 한 번 열고 한 번 닫으며, 어느 페이지엔가 보인다."""
    used = shown_regions(reads)
    problems = []
    for path in lesson_sources():
        problems += _regions_of(path, used)
    return problems


def _regions_of(path: Path, used: set[tuple[str, str]]) -> Iterator[Problem]:
    name = path.relative_to(site.ROOT).as_posix()
    opened: dict[str, int] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if "--8<--" not in line:
            continue
        match = MARKER.match(line)
        if not match or not re.fullmatch(r"[A-Za-z0-9_-]+", match["name"]):
            yield Problem(
                path,
                number,
                "영역 표시는 한 줄에 `# --8<-- [start:name]`처럼 쓴다. "
                "이름은 영문자와 숫자다.",
            )
            continue
        region = match["name"]
        if match["kind"] == "end":
            if opened.pop(region, None) is None:
                message = (
                    f"열지 않은 영역을 닫는다: '{region}'. [start:{region}] 줄을 쓴다."
                )
                yield Problem(path, number, message)
            continue
        if region in seen:
            message = (
                f"이름이 같은 영역이 {seen[region]}번째 줄에 있다: '{region}'. "
                "뒤의 것은 보이지 않으니 이름을 바꾼다."
            )
            yield Problem(path, number, message)
            continue
        opened[region] = seen[region] = number
    for region, number in opened.items():
        message = (
            f"닫지 않아 파일 끝까지 보이는 영역: '{region}'. "
            f"`# --8<-- [end:{region}]` 줄을 쓴다."
        )
        yield Problem(path, number, message)
    for region, number in seen.items():
        if (name, region) not in used:
            message = (
                f"어느 페이지도 보여 주지 않는 영역: '{region}'. 페이지에 "
                f'`--8<-- "{name}:{region}"` 줄을 쓰거나 표시를 지운다.'
            )
            yield Problem(path, number, message)


def lesson_imports() -> list[Problem]:
    """레슨은 앞 장의 레슨과 NumPy만 가져온다. torch는 *_torch.py에서만."""
    chapters = page.module_chapters()
    for path in lesson_sources():
        name = path.relative_to(site.ROOT).as_posix()
        if name.startswith(AFTER_FIRST_PART):
            chapters[name] = (0, 99)
    problems = []
    for path in lesson_sources():
        problems += _imports_of(path, chapters)
    return problems


def _imports_of(path: Path, chapters: dict[str, tuple[int, int]]) -> Iterator[Problem]:
    name = path.relative_to(site.ROOT).as_posix()
    shared = name.startswith(SHARED_MODULES) or path.name == "__init__.py"
    mine = chapters.get(name)
    if mine is None and not shared:
        message = (
            f"어느 장도 만들지 않는 모듈이다. 페이지 머리말의 modules에 쓴다: {name}"
        )
        yield Problem(path, 1, message)
    for line, module in imported_names(path.read_text(encoding="utf-8")):
        top = module.split(".")[0]
        if top == "torch" and not path.name.endswith(TORCH_ONLY_IN):
            message = (
                "레슨이 torch를 가져온다. PyTorch 코드는 "
                f"{path.stem}{TORCH_ONLY_IN}에 둔다."
            )
            yield Problem(path, line, message)
        if top == "matplotlib" and name != "lessons/plotting.py":
            message = "레슨이 matplotlib을 가져온다. 그리는 코드는 snippets/에 둔다."
            yield Problem(path, line, message)
        outside = {*sys.stdlib_module_names, "numpy", "lessons", "torch", "snippets"}
        if top not in outside | {"matplotlib"} and not shared:
            message = (
                f"레슨이 {top}을(를) 가져온다. 레슨은 NumPy만 쓰고, 견주는 구현은 "
                "시험에서 가져온다."
            )
            yield Problem(path, line, message)
        if top == "snippets":
            yield Problem(path, line, "레슨은 snippets를 가져오지 않는다.")
        file = module_file(module) if top == "lessons" else None
        theirs = chapters.get(file.relative_to(site.ROOT).as_posix()) if file else None
        if mine and theirs and theirs > mine:
            message = (
                f"뒤에 나오는 장의 모듈을 가져온다: {module}. "
                "읽는 이가 아직 배우지 않았으니 앞 장으로 옮긴다."
            )
            yield Problem(path, line, message)


def unused_files(reads: list[page.Page], folder: Path = site.SNIPPETS) -> list[Problem]:
    """어느 페이지에도 보이지 않는 프로그램, 프로그램 없는 출력."""
    shown = {target.partition(":")[0] for target in included(reads)}
    problems = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(site.ROOT).as_posix()
        part_of_check = path.name == "check.py" or path.stem.startswith("wrong_")
        if path.suffix == ".py" and name not in shown and not part_of_check:
            message = (
                "어느 페이지에도 보이지 않는 프로그램이다. "
                f'페이지에 `--8<-- "{name}"` 줄을 쓰거나 지운다.'
            )
            problems.append(Problem(path, 1, message))
        if path.suffix == ".out":
            if not path.with_suffix(".py").is_file():
                message = "프로그램이 없는 출력이다. `make outputs` 전에 지운다."
                problems.append(Problem(path, 1, message))
            elif name not in shown:
                message = (
                    "페이지가 보여 주지 않는 출력이다. 블록 아래에 "
                    f'```text title="출력" 과 `--8<-- "{name}"` 줄을 쓴다.'
                )
                problems.append(Problem(path, 1, message))
    return problems

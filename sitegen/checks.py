"""돌려 보지 않고 아는 것들: 삽입, 영역, 링크, 차례, 가져오기, 쓰이지 않는 파일."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from sitegen import page, site
from sitegen.imports import imported_names, module_file
from sitegen.problem import Problem

MARKER = re.compile(r"^\s*# --8<-- \[(?P<kind>start|end):(?P<name>[^\]]*)\]\s*$")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)\)")
ID = re.compile(r'\bid="([^"]+)"')
FRONT_MATTER = ("title", "description", "tags", "reading_time", "modules")
SHARED_MODULES = (
    "lessons/plotting.py",
    "lessons/datasets.py",
    "lessons/data/",
    "lessons/checking.py",
    "lessons/__main__.py",
)
TORCH_ONLY_IN = "_torch.py"


def run(paths: list[Path] | None = None) -> list[Problem]:
    """고칠 것을 모두 찾는다. paths를 주면 그 페이지에 관한 것만 찾는다."""
    from sitegen import korean

    pages = paths or site.pages()
    reads = [page.read(path) for path in pages]
    problems = [p for read in reads for p in read.problems]
    for read in reads:
        problems += _front_matter(read)
        problems += _links(read)
        problems += korean.check(read.path)
    problems += _navigation(pages)
    if paths is None:
        problems += regions(reads)
        problems += lesson_imports()
        problems += unused_files(reads)
    return sorted(set(problems))


def _front_matter(read: page.Page) -> Iterator[Problem]:
    if read.path not in site.lesson_pages():
        return
    for name in FRONT_MATTER:
        if name not in read.meta:
            yield Problem(
                read.path, 1, f"머리말에 빠진 것: {name}. `{name}:` 줄을 쓴다."
            )
    for module in read.meta.get("modules") or []:
        if not (site.ROOT / module).is_file():
            yield Problem(
                read.path, 1, f"머리말의 modules가 없는 파일을 부른다: {module}"
            )


def _navigation(pages: list[Path]) -> Iterator[Problem]:
    listed = set(_nav_files(site.config().nav))
    for path in pages:
        uri = path.relative_to(site.DOCS).as_posix()
        if uri not in listed and path.name != "404.md":
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


def _links(read: page.Page) -> Iterator[Problem]:
    planned = site.planned()
    for line, text in read.prose:
        text = re.sub(r"`[^`]*`", "", text)
        for match in IMAGE.finditer(text):
            if not match["alt"].strip():
                message = (
                    f"그림에 대체 텍스트가 없다: {match['target']}. "
                    "무엇을 보아야 하는지 [ ] 안에 쓴다."
                )
                yield Problem(read.path, line, message)
        for match in LINK.finditer(text):
            yield from _link(read.path, line, match["target"], planned)


def _link(path: Path, line: int, target: str, planned: set[Path]) -> Iterator[Problem]:
    if re.match(r"[a-z]+:", target):
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
    elif anchor and goal.suffix == ".md" and anchor not in anchors(goal):
        near = ", ".join(f"#{a}" for a in anchors(goal)[:6])
        message = f"{goal.name}에 그런 절이 없다: #{anchor}. 있는 것: {near} …"
        yield Problem(path, line, message)


def anchors(path: Path) -> list[str]:
    return _anchors(path, path.stat().st_mtime_ns)


@lru_cache
def _anchors(path: Path, modified: int) -> list[str]:
    if path.name == "glossary.md":
        from sitegen.terms import anchor, load

        return [anchor(term) for term in load()]
    # 삽입이 빠진 페이지도 나머지는 읽는다. 빠진 것은 read.problems가 알린다.
    return ID.findall(site.markdown().convert("\n".join(page.read(path).lines)))


def lesson_sources() -> list[Path]:
    return sorted(site.LESSONS.rglob("*.py"))


def regions(reads: list[page.Page]) -> list[Problem]:
    """레슨의 영역은 한 번 열고 한 번 닫으며, 어느 페이지엔가 보인다."""
    used = set()
    for read in reads:
        text = read.path.read_text(encoding="utf-8-sig")
        used.update(re.findall(r"(lessons/[\w/]+\.py):([\w-]+)", text))
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
    chapters = site.module_chapters()
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


def unused_files(reads: list[page.Page]) -> list[Problem]:
    """어느 페이지에도 보이지 않는 프로그램, 프로그램 없는 출력."""
    shown = set()
    for read in reads:
        text = read.path.read_text(encoding="utf-8-sig")
        shown.update(re.findall(r"(snippets/[\w/.-]+\.(?:py|out))", text))
    problems = []
    for path in sorted(site.SNIPPETS.rglob("*")):
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

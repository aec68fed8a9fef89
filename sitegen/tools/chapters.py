"""장을 옮기고 빼고 끼운다. 장은 slug이고 번호는 book.yml에 놓인 자리다.

번호가 바뀌는 장마다 페이지와 프로그램의 이름, 그것을 부르는 모든 글(링크, 삽입, 그림,
시험, 연습문제의 이름)과 식의 번호를 한 번에 고친다. 글에 '5장'이라고만 적은 것은 사진
다섯 장과 가릴 수 없으니 어디인지 말해 준다. 읽는 이의 진도와 영수증은 번호를 모른다.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import yaml

from sitegen.base.paths import ROOT
from sitegen.book import page, site
from sitegen.running import fingerprint, receipts

SUFFIXES = {
    ".md",
    ".py",
    ".out",
    ".toml",
    ".ts",
    ".html",
    ".csv",
    ".mjs",
    ".json",
    ".yml",
}
ROOMS = ("docs", "snippets", "lessons", "tests", "web", "overrides", ".github")
FILES = ("README.md", "CONTRIBUTING.md", "terms.csv")


class Contents:
    """book.yml의 글. YAML로 자리만 찾아 줄을 옮기므로 주석과 모양은 그대로다."""

    def __init__(self):
        self.lines = site.BOOK.read_text(encoding="utf-8").split("\n")

    def chapters(self, part: str) -> dict[str, tuple[int, int]]:
        """slug마다 그 장이 차지한 줄의 [처음, 끝)."""
        root = yaml.compose("\n".join(self.lines), Loader=yaml.SafeLoader)
        rows = _value(_value(_value(root, "parts"), part), "chapters").value
        found = {}
        for row in rows:
            end = row.end_mark.line
            while not self.lines[end - 1].strip() or self.lines[end - 1][0] == "#":
                end -= 1
            found[_value(row, "slug").value] = row.start_mark.line, end
        return found

    def take(self, part: str, slug: str) -> list[str]:
        first, end = self.chapters(part)[slug]
        taken = self.lines[first:end]
        del self.lines[first:end]
        return taken

    def put(self, part: str, after: str | None, lines: list[str]) -> None:
        """after 다음에. None이면 부의 맨 앞에"""
        found = self.chapters(part)
        where = found[after][1] if after else min(first for first, _ in found.values())
        self.lines[where:where] = lines

    def note_moved(self, moved: dict[str, str]) -> None:
        where = next(i for i, ln in enumerate(self.lines) if ln.startswith("moved:"))
        rows = [f"  {old}: {key}" for old, key in sorted(moved.items())]
        self.lines[where:] = [*(["moved:", *rows] if rows else ["moved: {}"]), ""]

    def write(self) -> None:
        text = "\n".join(self.lines)
        yaml.safe_load(text)
        site.BOOK.write_text(text, encoding="utf-8", newline="\n")


def _value(node: yaml.Node, name: str) -> yaml.Node:
    return next(value for key, value in node.value if key.value == name)


def find(name: str) -> site.Chapter:
    """`cnn/05`, `cnn/cnn-1`, `cnn/05-cnn-1` 모두 받는다."""
    chapters = [c for rows in _syllabus().values() for c in rows]
    for c in chapters:
        number = f"{c.part}/{c.number:02}"
        if name in (c.key, number, f"{number}-{c.slug}"):
            return c
    sys.exit(f"'{name}'이라는 장이 없다. 예: {chapters[0].key}")


def move(name: str, after: str) -> str:
    chapter = find(name)
    goal = place(chapter.part, after)
    if goal == chapter.slug:
        sys.exit(f"'{name}'을 자기 다음에 둘 수는 없다.")
    contents = Contents()
    contents.put(chapter.part, goal, contents.take(chapter.part, chapter.slug))
    return renumber(contents)


def place(part: str, after: str) -> str | None:
    """이 부의 어느 장 다음인가. 부의 이름이면 맨 앞이다."""
    if after == part:
        return None
    found = find(after)
    if found.part != part:
        sys.exit(f"--after는 같은 부({part})의 장이어야 한다: '{after}'")
    return found.slug


def remove(name: str) -> str:
    """장과 그 장만의 레슨과 시험을 지운다. 다른 곳이 부르고 있으면 지우지 않는다."""
    chapter = find(name)
    path = site.DOCS / chapter.uri
    mine = _files(chapter, path)
    if said := _callers(chapter, mine):
        listed = "\n".join(f"  {line}" for line in said)
        sys.exit(f"{chapter.key}을(를) 부르는 곳이 있다. 먼저 고친다.\n{listed}")
    contents = Contents()
    contents.take(chapter.part, chapter.slug)
    for file in mine:
        file.unlink()
    shutil.rmtree(site.SNIPPETS / path.parent.name / path.stem, ignore_errors=True)
    return renumber(contents)


def _files(chapter: site.Chapter, path: Path) -> list[Path]:
    """이 장만의 파일: 페이지, 프로그램, 다른 장이 적지 않은 레슨과 그 시험."""
    if not path.is_file():
        return []
    others = {
        module
        for p in site.lesson_pages()
        if p != path
        for module in page.read(p).meta.get("modules") or []
    }
    modules = set(page.read(path).meta.get("modules") or []) - others
    tests = [f"tests/{chapter.part}/test_{Path(module).stem}.py" for module in modules]
    snippets = site.SNIPPETS / chapter.part / path.stem
    found = [path, *(ROOT / name for name in (*modules, *tests))]
    return [f for f in [*found, *snippets.rglob("*")] if f.is_file()]


def _callers(chapter: site.Chapter, mine: list[Path]) -> list[str]:
    """남는 글에서 이 장의 페이지나 레슨을 부르는 줄."""
    stem = re.escape(Path(chapter.uri).stem)
    names = [rf"{chapter.part}/{stem}(?![\w-])"]
    for file in mine:
        if file.is_relative_to(site.LESSONS):
            name = file.relative_to(ROOT).with_suffix("").as_posix()
            names += [re.escape(name), re.escape(name.replace("/", "."))]
    anywhere, nearby = (
        re.compile("|".join(names)),
        re.compile(rf"(?<![\w/-]){stem}\.md"),
    )
    said = [
        f"{file.relative_to(ROOT).as_posix()}:{number}"
        for file in _texts()
        if file not in mine
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if anywhere.search(line)
        or (file.parent == site.DOCS / chapter.part and nearby.search(line))
    ]
    needs = site.with_book(site.load()).extra["needs"]
    said += [
        f"book.yml: {k}의 needs" for k, found in needs.items() if chapter.key in found
    ]
    return said


def renumber(contents: Contents) -> str:
    """book.yml을 쓰고, 번호가 바뀐 장의 파일과 글을 그에 맞춘다."""
    before = _syllabus()
    good = [p for p in receipts.programs() if not receipts.mismatch(p)]
    contents.write()
    after = {c.key: c for rows in _syllabus().values() for c in rows}
    pairs = [
        (old, after[old.key])
        for rows in before.values()
        for old in rows
        if old.key in after and after[old.key].number != old.number
    ]
    _note_moved(contents, pairs, after)
    hints = _rewrite(pairs)
    _rename(pairs)
    new_places = {_stem(old): _stem(new) for old, new in pairs}
    _sign_again([_placed(p, new_places) for p in good])
    said = [f"{_stem(old)} → {_stem(new)}" for old, new in pairs]
    if hints:
        said += ["", "글에 적은 장의 번호는 손으로 살핀다(사진 몇 장일 수도 있다):"]
        said += [f"  {hint}" for hint in hints]
    return "\n".join(said) or "번호가 바뀐 장이 없다."


def _syllabus() -> dict[str, list[site.Chapter]]:
    return site.read_syllabus(site.with_book(site.load()))


def _stem(chapter: site.Chapter) -> str:
    return chapter.uri.removesuffix(".md")


def _note_moved(contents: Contents, pairs, after: dict[str, site.Chapter]) -> None:
    """커밋되어 밖에서 찾아올 수 있는 옛 주소만 남긴다. 다시 쓰이는 주소는 지운다."""
    moved = dict(site.book().get("moved") or {})
    moved |= {_stem(old): old.key for old, _ in pairs if _committed(old)}
    used = {_stem(c) for c in after.values()}
    kept = {old: key for old, key in moved.items() if key in after and old not in used}
    contents.note_moved(kept)
    contents.write()


def _committed(chapter: site.Chapter) -> bool:
    command = ["git", "cat-file", "-e", f"HEAD:./docs/{chapter.uri}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0


def _rename(pairs) -> None:
    """모두 비켜 두었다가 제자리에 놓는다. 서로의 이름을 쓰는 것이 있어도 된다."""
    aside = []
    for old, new in pairs:
        for folder, suffix in ((site.DOCS, ".md"), (site.SNIPPETS, "")):
            source = folder / f"{_stem(old)}{suffix}"
            if source.exists():
                away = source.with_name(f".moving-{source.name}")
                source.rename(away)
                aside.append((away, folder / f"{_stem(new)}{suffix}"))
    for away, goal in aside:
        away.rename(goal)


def _texts() -> list[Path]:
    """장의 이름이나 번호를 적을 수 있는 파일들."""
    found = [f for room in ROOMS for f in sorted((ROOT / room).rglob("*"))]
    found = [f for f in found if f.suffix in SUFFIXES and f.is_file()]
    skipped = {"__pycache__", "node_modules"}
    found = [f for f in found if not skipped & set(f.parts)]
    found = [f for f in found if f.name not in ("test_chapters.py", "progress.v1.json")]
    return found + [ROOT / name for name in FILES if (ROOT / name).is_file()]


def _rewrite(pairs) -> list[str]:
    """번호를 쓴 글을 고치고, 사람이 살필 줄을 낸다."""
    parts = {old.part for old, _ in pairs}
    owner = _widget_parts() if pairs else {}
    hints = []
    for file in _texts() if pairs else ():
        text = file.read_text(encoding="utf-8")
        part = _part_of(file, owner)
        made = text
        for other in sorted(parts):
            numbers = {o.number: n.number for o, n in pairs if o.part == other}
            names = {
                Path(o.uri).stem: Path(n.uri).stem for o, n in pairs if o.part == other
            }
            if part == other:
                hints += _bare(file, text, numbers)
            made = _of_lines(made, part, other, numbers)
            made = _links(made, other, names, numbers, near=part == other)
        if made != text:
            file.write_text(made, encoding="utf-8", newline="\n")
    return hints


def _links(text: str, part: str, names: dict, numbers: dict, near: bool) -> str:
    """`cnn/06-cnn-2`, 같은 부에서 `06-cnn-2`, 연습문제의 `cnn/06-2`."""
    one = "|".join(map(re.escape, names))

    def shown(match: re.Match) -> str:
        """장으로 가는 링크의 글에 적힌 장의 번호."""
        words = re.sub(
            r"(?<![\d,.])(\d{1,2})(?=장)",
            lambda m: str(numbers.get(int(m[1]), m[1])),
            match["words"],
        )
        return f"[{words}]({match['to']}"

    to = (
        rf"(?P<to>(?:\.\./)*{part}/(?:{one})\.md|{'' if near else '(?!)'}(?:{one})\.md)"
    )
    text = re.sub(rf"\[(?P<words>[^\[\]]*)\]\({to}", shown, text)
    before = rf"(?:(?<=\b{part}/)|(?<![\w/-]))" if near else rf"(?<=\b{part}/)"
    if near:  # figures/06-cnn-2/…
        before = rf"(?:(?<=\b{part}/)|(?<=figures/)|(?<![\w/-]))"
    text = re.sub(rf"{before}(?:{one})(?![\w-])", lambda m: names[m[0]], text)
    return re.sub(
        rf"\b{part}/(\d\d)(?=-\d+\b|(?![\w-]))(?!-\d+-)",
        lambda m: f"{part}/{numbers.get(int(m[1]), int(m[1])):02}",
        text,
    )


def _of_lines(text: str, part: str, other: str, numbers: dict[int, int]) -> str:
    """other 부의 식의 번호. 다른 부의 장을 가리킨 줄에서 그 번호는 그 장의 식이다."""

    def one(line: str) -> str:
        found = re.findall(r"\b([a-z]+)/(\d\d)-[a-z]", line)
        far = {int(number): name for name, number in found if name != part}
        mine = {n: to for n, to in numbers.items() if far.get(n, part) == other}
        return _equations(line, mine)

    return "\n".join(map(one, text.split("\n")))


def _equations(text: str, numbers: dict[int, int]) -> str:
    """`\\tag{6.3}`, `식 (6.3)`, `식 (1.1)–(1.5)`."""

    def changed(match: re.Match) -> str:
        number = int(match["n"])
        return f"{match['head']}{numbers.get(number, number)}.{match['rest']}"

    head = r"(?P<head>\\+tag\{|식 ?\(|(?<=\))[–~-]\(|(?<=\)), ?\(|(?<=\))[과와] ?\()"
    return re.sub(head + r"(?P<n>\d{1,2})\.(?P<rest>\d+[)}])", changed, text)


def _bare(file: Path, text: str, numbers: dict[int, int]) -> list[str]:
    """링크가 아닌 글의 '6장'. 세는 말과 가릴 수 없어 고치지 않는다."""
    if file.suffix != ".md" and file.suffix != ".py":
        return []
    name = file.relative_to(ROOT).as_posix()
    text = re.sub(r"\[[^\[\]]*\]\([^)]*\)", "", text)
    return [
        f"{name}:{number}: {match[0]}"
        for number, line in enumerate(text.split("\n"), 1)
        for match in re.finditer(r"(?<![\d,.×])(?:\d{1,2}–)?(\d{1,2})장", line)
        if int(match[1]) in numbers
    ]


def _part_of(file: Path, widgets: dict[str, str]) -> str:
    """식의 번호만 적었을 때 어느 부의 것인가."""
    names = file.relative_to(ROOT).parts
    if names[:2] == ("web", "widgets") or names[:3] == ("tests", "browser", "widgets"):
        name = names[2] if names[0] == "web" else file.stem
        return widgets.get(name.removeprefix("test_").replace("_", "-"), "")
    return names[1] if len(names) > 2 else ""


def _widget_parts() -> dict[str, str]:
    """도구마다, 그것을 처음 보여 주는 장의 부."""
    found: dict[str, str] = {}
    for path in site.lesson_pages():
        for name in re.findall(r"<([a-z]+-[a-z-]+)", path.read_text(encoding="utf-8")):
            found.setdefault(name, path.parent.name)
    return found


def _placed(program: Path, moved: dict[str, str]) -> Path:
    part, folder, *rest = program.relative_to(site.SNIPPETS).parts
    return site.SNIPPETS.joinpath(
        moved.get(f"{part}/{folder}", f"{part}/{folder}"), *rest
    )


def _sign_again(programs: list[Path]) -> None:
    """맞던 영수증은 그대로 맞는다: 바뀐 것은 찍는 글에 적힌 장의 번호뿐이다."""
    for program in programs:
        if program.is_file() and receipts.mismatch(program):
            key = fingerprint.core(program.read_text(encoding="utf-8"))
            digest = receipts.text_digest(receipts.output(program))
            old = receipts.read(program)
            receipts.write(replace(old, key=key, output_digest=digest))

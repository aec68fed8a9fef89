"""페이지를 노트북으로: 글, 코드, 출력, 그림이 차례대로 든 `.ipynb`.

실행하지 않고 이미 검증한 출력을 담으므로, 같은 페이지는 언제나 같은 바이트가 된다.
"""

import hashlib
import html
import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import quote, urlsplit

from nbformat import NotebookNode, from_dict

from sitegen.book import site
from sitegen.book.page import FIGURE, Block, Page
from sitegen.faces import figures

FOLDER = BRANCH = "notebooks"

INSTALL = """\
# 책의 코드가 없으면 설치한다.
import importlib.util

if importlib.util.find_spec("lessons") is None:
    %pip install -q "{package}"\
"""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

CONTAINER = re.compile(
    r'(?P<indent> *)(?P<mark>!!!|\?\?\?|===(?=[!+]* *"))[!+]* *(?P<kind>[\w-]*)[^"]*'
    r'(?:"(?P<title>.*)" *)?$'
)
HEADING = re.compile(r"#+ ")
WIDGET = re.compile(r"\s*<(?P<tag>[a-z]+-[a-z-]+)\b")
DROPPED = re.compile(r"\s*(\*\[[^\]]+\]:|</?div\b|<!--.*-->$)")
# 코드와 수식에는 손대지 않는다.
PROTECTED = re.compile(
    r"(^[> ]*(?P<fence>`{3,}|~{3,}).*?^[> ]*(?P=fence)|"
    r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|"
    r"\$\$.+?\$\$|\$(?:[^$\n]|\n(?!\n))+\$)",
    re.DOTALL | re.MULTILINE,
)
ATTRIBUTE = r"""(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+))"""
ATTRIBUTES = re.compile(rf"[ \t]*\{{:?[ \t]*{ATTRIBUTE}(?:[ \t]+{ATTRIBUTE})*[ \t]*\}}")
TARGET = re.compile(r"(?<=\]\()[^)\s]+|(?<=\]: )\S+$", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^([^\]]+)\]:?")


def notebook(page: Page) -> NotebookNode:
    writer = _Writer(page)
    writer.walk(0, len(page.lines), 0)
    writer.flush()
    return _finish(writer.cells, page.path)


def lab(path: Path, executed: NotebookNode) -> NotebookNode:
    """실행된 실습을 내려받을 꼴로 바꾼다."""
    cells = []
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            cells.append(_markdown(_prose(cell.source, path)))
        elif cell.cell_type == "code":
            cells.append(_code(cell.source, cell.outputs))
    return _finish(cells, path)


def dumps(made: NotebookNode) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def name(path: Path) -> str:
    """사이트와 notebooks 가지에서의 이름. 예: dl/05-linear-regression-1.ipynb"""
    return path.relative_to(site.DOCS).with_suffix(".ipynb").as_posix()


def links(path: Path) -> dict[str, str]:
    """페이지에서 본 내려받을 곳과, 저장소가 GitHub에 있으면 Colab에서 열 곳."""
    up = "../" * site.address(path.relative_to(site.DOCS).as_posix()).count("/")
    found = {"download": f"{up}{FOLDER}/{name(path)}"}
    repository = urlsplit(site.config().repo_url)
    if repository.hostname == "github.com":
        blob = f"{repository.path.rstrip('/')}/blob/{BRANCH}/{name(path)}"
        found["colab"] = f"https://colab.research.google.com/github{blob}"
    return found


class _Writer:
    """펼친 줄을 따라가며 칸을 만든다. 글은 모았다가 코드나 제목을 만나면 내놓는다."""

    def __init__(self, page: Page):
        self.page = page
        self.blocks = {block.index: block for block in page.blocks}
        self.figures = {figure.path: figure for figure in page.figures}
        self.drawings = figures.draw(page.figures)
        self.cells: list[dict] = []
        self.text: list[str] = []
        self.folded = ""  # 코드가 든 접힌 상자 안이면 그 제목
        self.drawn: Path | None = None  # 바로 앞의 칸이 그린 그림의 프로그램

    def walk(self, start: int, end: int, indent: int) -> None:
        index = start
        while index < end:
            line = self.page.lines[index]
            if block := self.blocks.get(index):
                self.block(block, indent)
                index = block.end + 1
            elif container := CONTAINER.match(line):
                body = index + 1
                index = self.body_end(body, end, len(container["indent"]))
                self.container(container, body, index)
            elif widget := WIDGET.match(line):
                while f"</{widget['tag']}>" not in self.page.lines[index]:
                    index += 1
                address = _absolute(self.page.path, "")
                self.text.append(f"실험 도구는 [책의 페이지]({address})에서 움직인다.")
                index += 1
            else:
                self.line(_dedent(line, indent), heading=indent == 0)
                index += 1

    def line(self, line: str, heading: bool) -> None:
        figure = FIGURE.search(line)
        if figure and self.figures[figure["path"]].program == self.drawn:
            return  # 바로 위의 출력에 이미 있다
        if DROPPED.match(line):
            return
        if heading and HEADING.match(line) and not self.only_headings():
            self.flush()
        if line.strip():
            self.drawn = None
        self.text.append(line)

    def only_headings(self) -> bool:
        return all(HEADING.match(line) for line in self.text if line.strip())

    def block(self, block: Block, indent: int) -> None:
        if not block.runnable:
            lines = self.page.lines[block.index : block.end + 1]
            self.text += [_dedent(line, indent) for line in lines]
            return
        self.flush()
        source = block.code.strip("\n")
        if block.language != "python":
            source = f"%%bash\n{source}"
        cell = _code(source, [*_printed(block), *self.pictures(block)])
        if block.fails:
            cell["metadata"]["tags"] = ["raises-exception"]
        if self.folded:
            cell["metadata"]["jupyter"] = {
                "source_hidden": True,
                "outputs_hidden": True,
            }
        self.cells.append(cell)
        self.drawn = block.program

    def pictures(self, block: Block) -> list[dict]:
        shown = [f for f in self.page.figures if f.program == block.program]
        return [
            _output(
                "display_data",
                metadata={},
                data={
                    "image/svg+xml": self.drawings[figure.uri].light.read_text("utf-8"),
                    "text/plain": figure.alt,
                },
            )
            for figure in sorted(shown, key=lambda figure: figure.number)
        ]

    def body_end(self, start: int, end: int, indent: int) -> int:
        """상자보다 더 들여쓴 줄이 끝나는 곳."""
        for index in range(start, end):
            line = self.page.lines[index]
            if line.strip() and _indent(line) <= indent:
                return index
        return end

    def container(self, head: re.Match, start: int, end: int) -> None:
        title = head["title"] or head["kind"]
        indent = len(head["indent"]) + 4
        code = any(b.runnable and start <= b.index < end for b in self.page.blocks)
        if head["mark"] == "???" and code:
            self.flush()
            before, self.folded = self.folded, title
            self.walk(start, end, indent)
            self.flush()
            self.folded = before
        elif head["mark"] == "===" or code:
            self.text += [f"**{title}**", ""]
            self.walk(start, end, indent)
        else:
            outside, self.text = self.text, []
            self.walk(start, end, indent)
            body = "\n".join(self.text).strip("\n")
            wrap = _details if head["mark"] == "???" else _quote
            self.text = [*outside, "", *wrap(title, body), ""]

    def flush(self) -> None:
        text = "\n".join(self.text).strip("\n")
        self.text = []
        if not text:
            return
        if self.folded:
            text = "\n".join(_details(self.folded, text))
        text = re.sub(r"\n{3,}", "\n\n", _prose(text, self.page.path))
        self.cells.append(_markdown(text))


def _details(title: str, body: str) -> list[str]:
    """summary 안은 Markdown이 아니므로 코드 조각만 HTML로 바꾼다."""
    summary = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(title, quote=False))
    return [f"<details><summary>{summary}</summary>", "", body, "", "</details>"]


def _quote(title: str, body: str) -> list[str]:
    lines = [f"**{title}**", "", *body.split("\n")]
    return [f"> {line}".rstrip() for line in lines]


def _markdown(source: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str, outputs: list[dict]) -> dict:
    cell = {"cell_type": "code", "execution_count": None, "outputs": outputs}
    return {**cell, "metadata": {}, "source": source}


def _output(kind: str, **contents) -> dict:
    return {"output_type": kind, **contents}


def _printed(block: Block) -> list[dict]:
    """확인된 출력. 일부러 틀린 코드는 마지막 줄이 오류다."""
    text = block.output or ""
    if not block.fails:
        return [_output("stream", name="stdout", text=text)] if text else []
    *lines, error = text.splitlines(keepends=True)
    kind, _, message = error.strip().partition(": ")
    printed = _output("stream", name="stdout", text="".join(lines))
    raised = _output("error", ename=kind, evalue=message, traceback=[error.strip()])
    return [printed, raised] if lines else [raised]


def _prose(text: str, path: Path) -> str:
    """MkDocs에만 있는 표기를 지우고, 링크를 사이트의 주소로 바꾼다."""

    def plain(part: str) -> str:
        part = site.without_planned_links(part, path.parent)
        part = FOOTNOTE.sub(r"<sup>\1</sup>", ATTRIBUTES.sub("", part))
        return TARGET.sub(lambda m: _absolute(path, m[0]), part)

    parts, last = [], 0
    for kept in PROTECTED.finditer(text):
        parts += [plain(text[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join([*parts, plain(text[last:])])


def _finish(cells: list[dict], path: Path) -> NotebookNode:
    """제목 다음에 온 곳과 설치를 두고, 내용으로 정해지는 id를 붙인다."""
    title = cells[0]["source"].splitlines()[0].lstrip("# ")
    address = _absolute(path, "")
    origin = f"[책의 페이지]({address})에서 만든 노트북이다. 위에서부터 실행한다."
    code = "\n".join(c["source"] for c in cells if c["cell_type"] == "code")
    install = _code(INSTALL.format(package=_package(code)), [])
    cells = [cells[0], _markdown(origin), install, *cells[1:]]
    for number, cell in enumerate(cells):
        key = f"{number} {cell['cell_type']} {cell['source']}"
        cell["id"] = hashlib.sha256(key.encode()).hexdigest()[:12]
    metadata = {"title": title, **METADATA}
    return from_dict(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    )


def _package(code: str) -> str:
    """설치할 꾸러미. 코드가 쓰는 것만 더 데려온다."""
    needs = {"matplotlib": "plot", "torch": "torch"}
    extras = [extra for module, extra in needs.items() if f"import {module}" in code]
    extra = f"[{','.join(extras)}]" if extras else ""
    return f"{_distribution()}{extra} @ git+{site.config().repo_url.rstrip('/')}"


@lru_cache
def _distribution() -> str:
    project = tomllib.loads((site.ROOT / "pyproject.toml").read_text("utf-8"))
    return project["project"]["name"]


def _absolute(path: Path, target: str) -> str:
    """페이지에 적힌 링크를 사이트의 온전한 주소로."""
    place, _, anchor = target.partition("#")
    if urlsplit(target).scheme or target.startswith("/"):
        return target
    if place:
        here = path.parent.relative_to(site.DOCS).as_posix()
        path = site.DOCS / normpath(join(here, place))
    if not path.resolve().is_relative_to(site.DOCS):
        return target  # 책 밖을 가리키는 링크는 짓기가 알린다
    uri = path.relative_to(site.DOCS).as_posix()
    url = site.web(quote(site.address(uri)))
    return f"{url}#{quote(anchor)}" if anchor else url


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dedent(line: str, indent: int) -> str:
    return line[min(indent, _indent(line)) :]

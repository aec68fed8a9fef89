"""페이지에서 돌릴 수 있는 블록에 표시를 한다.

무엇이 블록인지는 sitegen.page에 묻는다. 실습에는 표시하지 않는다: 실습의 칸은 앞 칸에
이어지는데, 여기서는 블록마다 홀로 돈다.
"""

import hashlib
import re
import sys
from functools import cache
from html import escape

from sitegen.base.paths import LESSONS
from sitegen.base.problem import Problem, Problems
from sitegen.book import page
from sitegen.book.imports import file_digest, imported_names, module_file
from sitegen.faces import notebooks, pyodide
from sitegen.stages.context import Context

OPENING = re.compile(r'<div class="(language-python\b[^"]*\bhighlight)"')
CLOSING = "</code></pre></div>"
NAMES = {"torch": "PyTorch", "scipy": "SciPy", "sklearn": "scikit-learn"}
# 브라우저 안에는 다른 프로세스도 스레드도 없다
ABSENT = {"multiprocessing", "subprocess", "threading", "concurrent"}


def run(html: str, context: Context) -> str:
    if not context.python or not pyodide.available():
        return html
    return mark(html, context)


def uses(context: Context) -> list | None:
    if not context.python:
        return None
    blocks = [
        (block.code, block.includes, block.title, block.output is None)
        for block in context.python
    ]
    links = sorted(notebooks.links(context.path).items())
    return [blocks, links, pyodide.available(), lessons()]


def openings(html: str, context: Context) -> list[re.Match]:
    """보이는 블록의 시작. 읽은 것과 어긋나면 엉뚱한 코드를 돌리느니 짓기를 멈춘다."""
    found = list(OPENING.finditer(html))
    if len(found) != len(context.python):
        message = (
            f"파이썬 블록이 {len(context.python)}개인데 "
            f"페이지에는 {len(found)}개가 보인다."
        )
        raise Problems(Problem(context.path, 1, message))
    return found


def mark(html: str, context: Context) -> str:
    colab = notebooks.links(context.path).get("colab")
    pieces, end, used = [], 0, set()
    pairs = zip(openings(html, context), context.python, strict=True)
    for opening, block in pairs:
        need, reason = needs(block)
        name = identity(block, used)
        pieces += [html[end : opening.end()], f' data-run="{need}"']
        pieces += [f' data-run-id="{escape(name)}"']
        end = opening.end()
        if reason:
            close = block_end(html, end, block.output is not None)
            pieces += [html[end:close], _elsewhere(reason, colab)]
            end = close
    return "".join([*pieces, html[end:]])


def needs(block: page.Block) -> tuple[str, str]:
    """블록이 쓰는 것: numpy, plot, 또는 여기 없는 것의 이름과 함께 torch."""
    names = {name for _, name in imported_names(block.code)}
    lessons = frozenset(name for name in names if name.split(".")[0] == "lessons")
    roots = {name.split(".")[0] for name in names} | lesson_roots(lessons)
    known = sys.stdlib_module_names - ABSENT | {"numpy", "matplotlib", "lessons"}
    absent = sorted(NAMES.get(name, name) for name in roots - known)
    if absent:
        return "torch", ", ".join(absent)
    return ("plot" if "matplotlib" in roots else "numpy"), ""


def lesson_roots(names: frozenset[str]) -> set[str]:
    """이 lessons들이 직접이나 간접으로 가져오는 것의 첫 이름."""
    roots, seen, waiting = set(), set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            found = lesson(name)
            roots |= {deeper.split(".")[0] for deeper in found}
            waiting += [d for d in found if d.split(".")[0] == "lessons"]
    return roots


@cache
def lesson(name: str) -> frozenset[str]:
    """이 레슨 하나가 가져오는 이름들. 짓는 동안만 기억한다."""
    file = module_file(name)
    if file is None:
        return frozenset()
    package = name.rpartition(".")[0]
    found = {n for _, n in imported_names(file.read_text(encoding="utf-8"))}
    return frozenset({*found, package} - {""})


@cache
def lessons() -> str:
    """레슨들의 지문. 무엇을 가져오는지는 여기에 다 있다. 짓는 동안만 기억한다."""
    files = sorted(LESSONS.rglob("*.py"))
    told = "".join(f"{f.relative_to(LESSONS)} {file_digest(f).hex()}\n" for f in files)
    return hashlib.sha256(told.encode()).hexdigest()


def identity(block: page.Block, used: set[str]) -> str:
    """블록의 이름. 글이 바뀌고 블록이 자리를 옮겨도 읽는 이가 고친 것을 찾게 한다."""
    name = "+".join(block.includes) or block.title or "block"
    number = 1
    while (found := f"{name}~{number}" if number > 1 else name) in used:
        number += 1
    used.add(found)
    return found


def block_end(html: str, start: int, printed: bool) -> int:
    """블록이, 출력이 있으면 그 출력까지, 끝나는 곳."""
    for _ in range(1 + printed):
        start = html.index(CLOSING, start) + len(CLOSING)
    return start


def _elsewhere(reason: str, colab: str | None) -> str:
    link = f' <a href="{escape(colab)}">Colab에서 열기</a>' if colab else ""
    return (
        '<p class="run-elsewhere" data-search-exclude>'
        f"브라우저 안에 없는 것({escape(reason)})을 쓰는 코드라 "
        f"실행 단추가 없다.{link}</p>"
    )

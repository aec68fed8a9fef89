"""MkDocs 훅: 페이지에서 돌릴 수 있는 블록에 표시를 하고, 돌리는 데 쓸 것을 싣는다.

무엇이 블록인지는 sitegen.page에 묻는다. 실습에는 표시하지 않는다: 실습의 칸은 앞 칸에
이어지는데, 여기서는 블록마다 홀로 돈다.
"""

import json
import re
import sys
from functools import cache
from html import escape

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from sitegen import notebooks, page, pyodide, site, web
from sitegen.imports import imported_names, lesson_files
from sitegen.site import ROOT

OPENING = re.compile(r'<div class="(language-python\b[^"]*\bhighlight)"')
CLOSING = "</code></pre></div>"
NAMES = {"torch": "PyTorch", "scipy": "SciPy", "sklearn": "scikit-learn"}
# 브라우저 안에는 다른 프로세스도 스레드도 없다
ABSENT = {"multiprocessing", "subprocess", "threading", "concurrent"}


def on_files(files, config):
    _lesson_roots.cache_clear()
    try:
        if not pyodide.available():
            return files
        runner = pyodide.runner()
    except pyodide.Refused as error:
        raise PluginError(str(error)) from None
    for name, path in runner.files.items():
        uri = f"{pyodide.FOLDER}/{name}"
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    worker = web.build().entries["pyodide.worker.ts"]
    guide = {**runner.guide, "worker": f"../javascripts/{worker}"}
    content = json.dumps(guide, ensure_ascii=False, sort_keys=True)
    uri = f"{pyodide.FOLDER}/run.json"
    files.append(File.generated(config, uri, content=content))
    return files


def on_page_content(html, page, config, files):
    path = site.DOCS / page.file.src_uri
    if path.suffix != ".md" or not path.is_file() or not pyodide.available():
        return html
    return mark(html, path)


def mark(html: str, path) -> str:
    """보이는 순서가 곧 읽은 순서다. 어긋나면 엉뚱한 코드를 돌리느니 짓기를 멈춘다."""
    blocks = [b for b in page.read(path).runnable if b.language == "python"]
    openings = list(OPENING.finditer(html))
    if len(openings) != len(blocks):
        raise PluginError(
            f"{path.relative_to(ROOT)}: 파이썬 블록이 {len(blocks)}개인데 "
            f"페이지에는 {len(openings)}개가 보인다."
        )
    colab = notebooks.links(path).get("colab")
    pieces, end, used = [], 0, set()
    for opening, block in zip(openings, blocks, strict=True):
        need, reason = needs(block)
        name = identity(block, used)
        pieces += [html[end : opening.end()], f' data-run="{need}"']
        pieces += [f' data-run-id="{escape(name)}"']
        end = opening.end()
        if reason:
            close = _end(html, end, block.output is not None)
            pieces += [html[end:close], _elsewhere(reason, colab)]
            end = close
    return "".join([*pieces, html[end:]])


def needs(block: page.Block) -> tuple[str, str]:
    """블록이 쓰는 것: numpy, plot, 또는 여기 없는 것의 이름과 함께 torch."""
    names = {name for _, name in imported_names(block.code)}
    lessons = frozenset(name for name in names if name.split(".")[0] == "lessons")
    roots = {name.split(".")[0] for name in names} | _lesson_roots(lessons)
    known = sys.stdlib_module_names - ABSENT | {"numpy", "matplotlib", "lessons"}
    absent = sorted(NAMES.get(name, name) for name in roots - known)
    if absent:
        return "torch", ", ".join(absent)
    return ("plot" if "matplotlib" in roots else "numpy"), ""


@cache
def _lesson_roots(names: frozenset[str]) -> set[str]:
    """이 lessons들이 직접이나 간접으로 가져오는 것의 첫 이름. 짓는 동안만 기억한다."""
    files = set()
    for name in names:
        words = name.split(".")
        for k in range(1, len(words) + 1):
            base = ROOT.joinpath(*words[:k])
            files |= {
                f
                for f in (base.with_suffix(".py"), base / "__init__.py")
                if f.is_file()
            }
    files |= {f for file in files for f in lesson_files(file)}
    sources = [file.read_text(encoding="utf-8") for file in files]
    return {name.split(".")[0] for s in sources for _, name in imported_names(s)}


def identity(block: page.Block, used: set[str]) -> str:
    """블록의 이름. 글이 바뀌고 블록이 자리를 옮겨도 읽는 이가 고친 것을 찾게 한다."""
    name = "+".join(block.includes) or block.title or "block"
    number = 1
    while (found := f"{name}~{number}" if number > 1 else name) in used:
        number += 1
    used.add(found)
    return found


def _end(html: str, start: int, printed: bool) -> int:
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

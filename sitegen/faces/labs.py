"""실습: percent 형식의 노트북을 실행하고 사이트의 Markdown으로 옮긴다.

mkdocs-jupyter는 실행만 맡는다. 그 HTML에는 스타일이 590 KB쯤 들고, 한글 제목의
id가 없고, 다른 서버의 스크립트를 부른다. 그래서 템플릿이 실행된 노트북을 JSON
그대로 내놓게 하고, 사이트의 다른 페이지와 똑같이 Markdown으로 그린다.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from sitegen.base import keep, paths
from sitegen.base.problem import Problem, Problems
from sitegen.book import site
from sitegen.faces import figures
from sitegen.running import fingerprint
from sitegen.running.figure_style import to_dark

TEMPLATES = Path(__file__).parent / "lab_templates"
CACHE = keep.folder("labs")
IPYTHON = paths.CACHE / "ipython"
SVG = "image/svg+xml"
CODE_CELL = re.compile(r"# %%(?! *\[)")
ANSI = re.compile(r"\x1b\[[\d;]*m")
# 커널이 읽는 설정. 그림은 책의 모양을 한 SVG이고, 같은 입력이면 같은 바이트다.
KERNEL = """\
from sitegen.running.figure_style import LIGHT_RC

c.IPKernelApp.log_level = "ERROR"
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.rc = LIGHT_RC
c.InlineBackend.print_figure_kwargs = {
    "bbox_inches": None,
    "metadata": {"Date": None, "Creator": None},
}
"""


def prepare_kernel() -> None:
    """실습의 커널이 사용자의 설정이 아니라 우리 설정을 읽고, `lessons`를 찾게 한다."""
    config = IPYTHON / "profile_default" / "ipython_kernel_config.py"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(KERNEL, encoding="utf-8")
    paths = [str(site.ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(paths))
    os.environ["IPYTHONDIR"] = str(IPYTHON)


def folder(lab: Path) -> Path:
    """실행 결과를 간직하는 곳. 실습이나 그것이 쓰는 것이 바뀌면 다른 곳이 된다."""
    made = KERNEL.encode() + figures.style()
    kernel = hashlib.sha256(made).hexdigest()[:8]
    code = fingerprint.here(lab.read_text(encoding="utf-8"))
    return CACHE / lab.stem / f"{code}-{kernel}"


def store(lab: Path, executed: str) -> None:
    """실행된 노트북(JSON)과 그 그림을 간직한다. 고칠 것이 있으면 Problems."""
    notebook = nbformat.reads(executed, as_version=4)
    check(lab, notebook)
    for cell in notebook.cells:
        join(cell)
    goal = folder(lab)
    shutil.rmtree(goal.parent, ignore_errors=True)
    work = goal.with_suffix(".new")
    work.mkdir(parents=True)
    for number, svg in enumerate(drawings(notebook.cells), 1):
        path = work / f"{number}.svg"
        path.write_text(svg, encoding="utf-8")
        figures.dark(path).write_text(to_dark(svg), encoding="utf-8")
    figures.shrink(work)
    nbformat.write(notebook, work / "notebook.ipynb")
    work.rename(goal)


def join(cell: NotebookNode) -> None:
    """커널이 틈틈이 내보낸 글을 한 덩이로 잇는다. 어디서 끊기는지는 그때마다 다르다."""
    outputs = []
    for output in cell.get("outputs", []):
        kind = output.output_type, output.get("name")
        if outputs and kind == ("stream", outputs[-1].get("name")):
            outputs[-1].text += output.text
        else:
            outputs.append(output)
    if outputs:
        cell.outputs = outputs


def check(lab: Path, notebook: NotebookNode) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    problems = []
    for line, cell in zip(code_lines(lab), code, strict=True):
        noise = text(cell, "stderr")
        if noise:
            message = f"칸이 경고를 냈다. 조용히 실행되게 고친다.\n{noise}"
            problems.append(Problem(lab, line, message))
        count = len(drawings([cell]))
        if count > 1 or (count and not cell.metadata.get("alt")):
            message = '그림은 한 칸에 하나만 그리고, 칸에 `# %% alt="…"`를 적는다.'
            problems.append(Problem(lab, line, message))
    if problems:
        raise Problems(*problems)


def failure(lab: Path, error: Exception) -> Problem:
    """멈춘 칸이 파일의 몇째 줄인지 찾는다."""
    told = ANSI.sub("", str(error)).strip()
    cell, line = re.search(r"Cell In\[(\d+)\], line (\d+)", told).groups()
    start = list(code_lines(lab))[int(cell) - 1]
    message = f"실습의 칸이 멈췄다. {told.splitlines()[-1]}"
    return Problem(lab, start + int(line), message)


def code_lines(lab: Path) -> Iterator[int]:
    """코드 칸을 여는 줄들."""
    lines = lab.read_text(encoding="utf-8").splitlines()
    return (number for number, line in enumerate(lines, 1) if CODE_CELL.match(line))


def text(cell: NotebookNode, stream: str) -> str:
    outputs = [o for o in cell.outputs if o.output_type == "stream"]
    return "".join(o.text for o in outputs if o.name == stream)


def drawings(cells: list[NotebookNode]) -> list[str]:
    outputs = [o for cell in cells for o in cell.get("outputs", [])]
    return [o.data[SVG] for o in outputs if SVG in o.get("data", {})]


def read(lab: Path) -> NotebookNode:
    return _load(folder(lab) / "notebook.ipynb")


@lru_cache(maxsize=16)
def _load(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def images(lab: Path) -> list[Path]:
    """밝은 그림들. 어두운 그림은 figures.dark()"""
    count = len(drawings(read(lab).cells))
    kept = folder(lab)
    return [kept / f"{number}.svg" for number in range(1, count + 1)]


def markdown(lab: Path) -> str:
    """사이트의 페이지가 될 글. 머리말도 다른 페이지와 같은 꼴이다."""
    parts, pictures = [], iter(images(lab))
    for cell in read(lab).cells:
        if cell.cell_type != "code":
            parts.append(cell.source)
            continue
        parts.append(fence("python", cell.source))
        if text(cell, "stdout"):
            parts.append(fence('text title="출력"', text(cell, "stdout")))
        if drawings([cell]):
            parts.append(picture(lab, next(pictures), cell.metadata.alt))
    return "\n\n".join(parts) + "\n"


def fence(info: str, code: str) -> str:
    return f"````{info}\n{code.rstrip()}\n````"


def picture(lab: Path, light: Path, alt: str) -> str:
    """밝은 그림과 어두운 그림. 크기를 적어 글이 밀리지 않게 한다."""
    width, height = figures.size(light)
    size = f"{{ width={width} height={height} loading=lazy }}"
    pair = {"light": light, "dark": figures.dark(light)}
    return "".join(
        f"![{alt}](drawings/{lab.stem}/{path.name}#only-{scheme}){size}"
        for scheme, path in pair.items()
    )

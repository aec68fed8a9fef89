"""프로그램을 돌리고, 결과를 간직하고, 바뀐 것만 다시 돌린다."""

import shutil

import pytest

from sitegen import figures, imports, outputs, page, run
from sitegen.problem import ROOT

DRAW = """\
import matplotlib.pyplot as plt

from lessons.dl.learning import mean
from lessons.plotting import use_korean_font

use_korean_font()
fig, ax = plt.subplots()
ax.plot([0, mean([1, 2, 3])], label="손실")
ax.legend()
plt.show()
"""
OTHER = DRAW.replace("from lessons.dl.learning import mean\n", "").replace(
    "mean([1, 2, 3])", "2"
)


def fingerprints(project) -> dict[str, str]:
    folder = project.root / "snippets/dl/03-learning"
    return {
        path.name: imports.digest(path, project.root)
        for path in (folder / "draw.py", folder / "other.py")
    }


@pytest.fixture
def book(project):
    project.write("snippets/dl/03-learning/draw.py", DRAW)
    project.write("snippets/dl/03-learning/other.py", OTHER)
    return project


def test_changed_lesson_redraws_exactly_what_depends_on_it(book):
    before = fingerprints(book)
    book.append("lessons/dl/learning.py", "\nHALF = 0.5\n")
    after = fingerprints(book)
    assert before["draw.py"] != after["draw.py"]
    assert before["other.py"] == after["other.py"]


def test_indirect_imports_count(book):
    book.write("lessons/dl/deeper.py", "x = 1\n")
    book.append("lessons/dl/learning.py", "\nfrom lessons.dl import deeper\n")
    before = fingerprints(book)["draw.py"]
    book.write("lessons/dl/deeper.py", "x = 2\n")
    assert fingerprints(book)["draw.py"] != before


def test_pinned_versions_count(book):
    before = fingerprints(book)
    book.edit("requirements.txt", "numpy==", "numpy==9")
    assert all(before[name] != new for name, new in fingerprints(book).items())


def test_repeated_drawing_is_identical_and_has_both_themes(book):
    code = (
        "from pathlib import Path\nfrom sitegen import run\n"
        "program = Path('snippets/dl/03-learning/draw.py').resolve()\n"
        "light, = run.results([program])[program].figures\n"
        "print(light)\n"
    )
    first = book.root / book.python(code).stdout.strip()
    light, dark = first.read_bytes(), run.dark(first).read_bytes()
    shutil.rmtree(book.root / ".cache")
    book.python(code)
    assert (first.read_bytes(), run.dark(first).read_bytes()) == (light, dark)
    assert light != dark
    assert b"<text" not in light, "글자는 곡선이어야 어느 컴퓨터에서나 같다"


def test_no_redraw_when_nothing_changed(book):
    code = (
        "from pathlib import Path\nfrom sitegen import run\n"
        "program = Path('snippets/dl/03-learning/other.py').resolve()\n"
        "run.results([program])\n"
        "run._run_all = None  # 다시 돌리려 하면 멈춘다\n"
        "run.results([program])\n"
    )
    done = book.python(code)
    assert done.returncode == 0, done.stderr


def test_execute_reports_output_error_and_line():
    assert run.execute("print(1)\nx = 1 / 0\n", "<시험>") == (
        "1\n",
        "ZeroDivisionError: division by zero",
        2,
    )


def test_execute_gives_each_program_a_fresh_main():
    run.execute("import __main__\nleft = 1\n", "<하나>")
    out, error, _ = run.execute("print('left' in vars())", "<둘>")
    assert (out, error) == ("False\n", "")


def test_warning_is_an_error():
    _, error, _ = run.execute("import numpy as np\nnp.log(0.0)", "<경고>")
    assert error.startswith("RuntimeWarning")


def test_outputs_rewrites_only_what_changed(book):
    book.write("snippets/dl/03-learning/first.out", "3.0\n")
    done = book.python(
        "from sitegen import outputs\n"
        "print(*[o.diff() for o in outputs.rewrite()], sep='')"
    )
    assert "-3.0\n+2.0\n" in done.stdout and done.stdout.count("@@") == 2
    text = (book.root / "snippets/dl/03-learning/first.out").read_text("utf-8")
    assert text == "2.0\n"


def test_committed_outputs_are_what_programs_print():
    assert [str(p) for p in outputs.check()] == []


def test_figure_knows_its_program():
    docs = ROOT / "docs" / "dl" / "05-x.md"
    first = page.Figure(docs, 1, "", "figures/05-x/bowl.svg")
    second = page.Figure(docs, 1, "", "figures/05-x/bowl-2.svg")
    assert first.uri == "dl/figures/05-x/bowl.svg"
    program = ROOT / "snippets/dl/05-x/bowl.py"
    assert (first.program, first.number) == (program, 1)
    assert (second.program, second.number) == (program, 2)


def test_every_figure_of_the_book_can_be_drawn():
    from sitegen import site

    wanted = [f for path in site.pages() for f in page.read(path).figures]
    drawings = figures.draw(wanted)
    assert len(drawings) == len({f.uri for f in wanted}) > 0
    assert all(d.width <= 900 for d in drawings.values())

"""책의 코드를 돌리는 하나의 문: 새 프로세스, 빈 폴더, 시간의 끝, 그리고 지문."""

import gc
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sitegen.base.paths import ROOT
from sitegen.book import page, shell
from sitegen.faces import figures
from sitegen.running import execution, fingerprint

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


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """다른 시험이나 앞선 실행이 간직한 것을 쓰지 않는다."""
    monkeypatch.setattr(execution, "CACHE", tmp_path / "programs")


def fingerprints(project) -> tuple[str, str]:
    return fingerprint.core(DRAW, project.root), fingerprint.core(OTHER, project.root)


def test_changed_lesson_reruns_exactly_what_depends_on_it(project):
    draw, other = fingerprints(project)
    project.append("lessons/dl/learning.py", "\nHALF = 0.5\n")
    assert fingerprints(project)[0] != draw
    assert fingerprints(project)[1] == other


def test_indirect_imports_count(project):
    project.write("lessons/dl/deeper.py", "x = 1\n")
    project.append("lessons/dl/learning.py", "\nfrom lessons.dl import deeper\n")
    before, _ = fingerprints(project)
    project.write("lessons/dl/deeper.py", "x = 2\n")
    assert fingerprints(project)[0] != before


def test_comments_docstrings_and_blank_lines_do_not_count():
    plain = 'def f(x):\n    y = "# 글"\n    return y\n\n\nprint(f(1))\n'
    dressed = (
        '"""모듈"""\n# 주석\n\ndef f(x):\n    """함수\n\n    설명\n    """\n'
        '    y = "# 글"  # 왜\n\n    return y\nprint(f(1))\n'
    )
    assert fingerprint.core(plain) == fingerprint.core(dressed)
    assert fingerprint.core(plain) != fingerprint.core(plain.replace("글", "말"))


def test_blank_lines_and_hashes_inside_texts_count():
    text = 'print("""가\n\n# 나\n""")\n'
    assert fingerprint.core(text) != fingerprint.core(text.replace("\n\n", "\n"))
    assert fingerprint.core(text) != fingerprint.core(text.replace("# 나\n", "\n"))


def test_code_that_reads_itself_counts_its_docstring():
    code = 'def f():\n    """하나"""\n\n\nprint(f.__doc__)\n'
    assert fingerprint.core(code) != fingerprint.core(code.replace("하나", "둘"))


def test_only_reached_versions_count(monkeypatch):
    numpy, plain = "import numpy\n", "print(1)\n"
    before = fingerprint.core(numpy), fingerprint.core(plain)
    monkeypatch.setattr(fingerprint, "_version", lambda name: f"9 {name}")
    assert fingerprint.core(numpy) != before[0]
    assert fingerprint.core(plain) == before[1]


def test_local_build_of_a_version_is_the_same_version(monkeypatch):
    monkeypatch.setattr(fingerprint, "version", lambda name: "2.13.0+cpu")
    fingerprint._version.cache_clear()
    assert fingerprint.versions(frozenset({"torch"})) == ["torch 2.13.0"]
    fingerprint._version.cache_clear()


def test_style_counts_only_for_what_draws(monkeypatch, tmp_path):
    style = tmp_path / "figure_style.py"
    style.write_text("x = 2\n")
    before = fingerprint.here("import matplotlib\n"), fingerprint.here("print(1)\n")
    monkeypatch.setattr(fingerprint, "STYLE", style)
    assert fingerprint.here("import matplotlib\n") != before[0]
    assert fingerprint.here("print(1)\n") == before[1]


def test_output_error_and_line():
    result = execution.of("print(1)\nx = 1 / 0\n")
    assert result.output == "1\nZeroDivisionError: division by zero\n"
    assert (result.error_line, result.late) == (2, False)


def test_syntax_error_has_its_line():
    result = execution.of("x = 1\nx = = 2\n")
    assert (result.error, result.error_line) == ("SyntaxError: invalid syntax", 2)


def test_error_inside_a_lesson_names_its_line():
    code = "from lessons.artifacts import load\n\nload('틀린 이름')\n"
    result = execution.of(code)
    assert result.error_line == 3
    assert result.lesson.startswith("lessons/artifacts.py:")
    assert f"x.py:3: {result.error} ({result.lesson}에서)" in result.crash("x.py")


def test_warning_is_an_error():
    result = execution.of("import numpy as np\n\nnp.log(0.0)\n")
    assert result.error.startswith("RuntimeWarning")


def test_one_program_cannot_break_the_next():
    broken = "import lessons.datasets as d\n\nd.np = d.Array = None\nlen = None\n"
    assert execution.of(broken).error == ""
    code = "from lessons.datasets import load_iris\n\nprint(len(load_iris()))\n"
    assert execution.of(code).output == "2\n"


def test_runs_in_an_empty_folder_that_disappears():
    code = (
        "import os\n\nprint(os.listdir())\nopen('x', 'w').close()\nprint(os.listdir())"
    )
    assert execution.of(code).output == "[]\n['x']\n"
    assert execution.of(code + "\n").output == "[]\n['x']\n"


@pytest.mark.parametrize(
    "change",
    [
        "open(path, 'w')",
        "open(path, 'a')",
        "import os; os.remove(path)",
        "import os; os.rename(path, path + '2')",
        "import pathlib; pathlib.Path(path).write_text('x')",
        "import os; os.mkdir(path + '2')",
    ],
)
def test_changing_the_book_is_refused(change):
    path = ROOT / "lessons" / "data" / "README.md"
    before = path.read_bytes()
    result = execution.of(f"path = {str(path)!r}\n{change}\n")
    assert "제 폴더 밖에 쓰지 않는다: lessons/data/README.md" in result.error
    assert result.error_line == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "body", ["pass", "try:\n        1 / 0\n    except Exception: 0"]
)
def test_endless_program_is_told_with_its_line(body):
    start = time.process_time()
    result = execution.of(f"x = 1\nwhile True:\n    {body}\n", limit=1)
    assert result.late and result.error == "TimeoutError: 1초 안에 끝나지 않았다"
    assert result.error_line >= 2
    assert time.process_time() - start < 5


def test_sleeping_program_is_woken():
    result = execution.of("import time\n\ntime.sleep(1000)\n", limit=1)
    assert result.late and result.error_line == 3


def test_leaving_python_is_told():
    assert execution.of("raise SystemExit(3)\n").error == "SystemExit: 3"
    assert "결과를 남기지 않고" in execution.of("import os\n\nos._exit(5)\n").error


def test_endless_printing_is_cut():
    result = execution.of("while True:\n    print('가' * 10_000)\n")
    assert "출력이 1,000,000자를 넘었다" in result.error
    assert len(result.stdout) <= 1_000_000


@pytest.mark.parametrize(
    "draw",
    ["np.random.rand()", "__import__('random').random()", "torch.rand(1).item()"],
)
def test_unseeded_randomness_never_repeats(draw):
    code = f"import numpy as np\nimport torch\n\nprint({draw})\n"
    assert execution.of(code).output != execution.of(f"{code}print()\n").output[:-1]


def test_same_code_runs_once_and_changed_data_runs_again(tmp_path, monkeypatch):
    counter, data = tmp_path / "counter", ROOT / "lessons" / "data" / "iris.npz"
    code = (
        "from lessons.datasets import load_iris\n\n"
        f"open({str(counter)!r}, 'a').write('1')\nprint(load_iris()[0].shape)\n"
    )
    first = execution.of(code)
    assert first.output == "(150, 4)\n"
    assert list(first.data) == ["lessons/data/iris.npz"]
    assert execution.of(f"\n{code}\n") == first
    assert execution.of(f"# 주석\n{code}") == first
    assert counter.read_text() == "1"
    digest = fingerprint.digest
    monkeypatch.setattr(
        fingerprint, "digest", lambda p: "바뀜" if p == data else digest(p)
    )
    execution.of(code)
    assert counter.read_text() == "11"


def test_workers_do_not_run_the_same_program_together(tmp_path):
    counter = tmp_path / "counter"
    code = (
        f"import time\n\nopen({str(counter)!r}, 'a').write('1')\ntime.sleep(0.5)\n"
        "print('끝')\n"
    )
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(execution.of, [code] * 4))
    assert {r.output for r in results} == {"끝\n"}
    assert counter.read_text() == "1"


def test_threads_read_programs_together():
    """3.11의 ast는 읽다가 다른 스레드로 넘어가면 죽는다. 쓰레기를 치울 때 넘어간다."""
    texts = [p.read_text("utf-8") for p in (ROOT / "sitegen").rglob("*.py")]
    often, interval = gc.get_threshold(), sys.getswitchinterval()
    try:
        gc.callbacks.append(yielding)
        gc.set_threshold(50)
        sys.setswitchinterval(1e-6)
        with ThreadPoolExecutor(4) as pool:
            read = list(pool.map(fingerprint.bare.__wrapped__, texts))
    finally:
        gc.callbacks.remove(yielding)
        gc.set_threshold(*often)
        sys.setswitchinterval(interval)
    assert len(read) == len(texts)


def yielding(*_):
    """다른 스레드로 넘어갈 틈."""
    sum(range(50))


def test_error_line_follows_a_moved_comment():
    assert execution.of("1 / 0\n").error_line == 1
    assert execution.of("# 주석\n1 / 0\n").error_line == 2


def test_shell_block_runs_in_an_empty_folder():
    assert execution.of("ls | wc -l\necho 셸\n", "sh").output.split() == ["0", "셸"]
    assert execution.of("grep 없는 것 없는파일\n", "sh").error


@pytest.mark.parametrize(
    "command",
    [
        "rm -rf x",
        "pip install numpy",
        "echo 1 > x",
        "cat /etc/passwd",
        "ls ..",
        "echo $(ls)",
        "ls | xargs rm",
        "python -c 'import os'",
        "echo '열린",
        "ls & rm x",
    ],
)
def test_other_commands_are_refused(command):
    assert "```text로 바꾼다" in shell.refusal(command)
    assert "```text로 바꾼다" in execution.of(command, "sh").error


@pytest.mark.parametrize(
    "command", ["echo 'a | b'", "ls | sort", "python -m lessons exercises"]
)
def test_harmless_commands_are_not_refused(command):
    assert shell.refusal(command) == ""


def test_repeated_drawing_is_identical_and_has_both_themes(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "CACHE", tmp_path / "figures")
    code = OTHER
    found = []
    for _ in range(2):
        (raw,) = execution.of(code).figures
        light = figures.finished([raw])[raw]
        found.append((light.read_bytes(), figures.dark(light).read_bytes()))
        shutil.rmtree(execution.CACHE)
        shutil.rmtree(figures.CACHE)
    assert found[0] == found[1]
    light, dark = found[0]
    assert light != dark
    assert b"<text" not in light, "글자는 곡선이어야 어느 컴퓨터에서나 같다"


def test_new_svgo_finishes_figures_again(tmp_path, monkeypatch):
    before = figures.style()
    package = tmp_path / "package.json"
    package.write_text('{"version": "99.0.0"}')
    monkeypatch.setattr(figures, "SVGO", tmp_path)
    assert figures.style() != before


def test_figure_knows_its_program():
    docs = ROOT / "docs" / "dl" / "05-x.md"
    first = page.Figure(docs, 1, "", "figures/05-x/bowl.svg")
    second = page.Figure(docs, 1, "", "figures/05-x/bowl-2.svg")
    assert first.uri == "dl/figures/05-x/bowl.svg"
    program = ROOT / "snippets/dl/05-x/bowl.py"
    assert (first.program, first.number) == (program, 1)
    assert (second.program, second.number) == (program, 2)


def test_every_figure_of_the_book_can_be_drawn(monkeypatch):
    from sitegen.book import site

    monkeypatch.setattr(execution, "CACHE", ROOT / ".cache" / "programs")
    wanted = [f for path in site.pages() for f in page.read(path).figures]
    drawings = figures.draw(wanted)
    assert len(drawings) == len({f.uri for f in wanted}) > 0
    assert all(d.width <= 900 for d in drawings.values())

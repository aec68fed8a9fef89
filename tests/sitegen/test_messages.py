"""기여자의 실수마다 파일과 줄과 고치는 법을 말한다. 하나씩 일부러 틀려 본다."""

import re

import pytest

LESSON = "lessons/dl/learning.py"
PAGE = "docs/dl/03-learning.md"
FIRST = "snippets/dl/03-learning/first"

MISTAKES = {
    "없는 파일": ("docs/m/file.md", '```python\n--8<-- "lessons/no.py"\n```\n'),
    "없는 영역": ("docs/m/region.md", f'```python\n--8<-- "{LESSON}:no"\n```\n'),
    "없는 영역과 제 절": (
        "docs/m/both.md",
        f'# 절 {{ #a }}\n\n[절](#a)\n\n```python\n--8<-- "{LESSON}:no"\n```\n',
    ),
    "닫지 않은 울타리": ("docs/m/fence.md", "글\n\n```python\nx = 1\n"),
    "검증할 수 없는 블록": ("docs/m/pycon.md", "```pycon\n>>> 1\n```\n"),
    "주인 없는 출력": ("docs/m/output.md", '글\n\n```text title="출력"\n1\n```\n'),
    "pytest 지시": ("docs/m/cont.md", "<!--pytest-codeblocks:cont-->\n"),
    "주석 속 코드": ("docs/m/comment.md", "<!--\n```python\nx = 1\n```\n-->\n"),
    "끊긴 링크": ("docs/m/link.md", "# 가\n\n[나](none.md)\n"),
    "끊긴 절": ("docs/m/anchor.md", "# 가\n\n[나](#none)\n"),
    "대체 텍스트": ("docs/m/alt.md", "# 가\n\n![](x.svg)\n"),
    "쓰지 않는 용어": ("docs/m/term.md", "# 가\n\n컨볼루션을 배운다.\n"),
    "틀린 조사": ("docs/m/josa.md", "# 가\n\n합성곱를 배운다.\n"),
}

EXPECTED = {
    "없는 파일": ("docs/m/file.md:2", "삽입할 파일이 없다: lessons/no.py"),
    "없는 영역": ("docs/m/region.md:2", "[start:no]"),
    "없는 영역과 제 절": ("docs/m/both.md:6", "[start:no]"),
    "닫지 않은 울타리": ("docs/m/fence.md:3", "```로 닫는다"),
    "검증할 수 없는 블록": ("docs/m/pycon.md:1", "'pycon' 블록은 검증할 수 없다"),
    "주인 없는 출력": ("docs/m/output.md:3", "바로 위에 실행되는 블록이 없다"),
    "pytest 지시": ("docs/m/cont.md:1", "지시 주석은 쓰지 않는다"),
    "주석 속 코드": ("docs/m/comment.md:2", "주석(<!-- -->) 속의 코드"),
    "끊긴 링크": ("docs/m/link.md:3", "파일이 없다: none.md"),
    "끊긴 절": ("docs/m/anchor.md:3", "그런 절이 없다: #none"),
    "대체 텍스트": ("docs/m/alt.md:3", "대체 텍스트가 없다"),
    "쓰지 않는 용어": ("docs/m/term.md:3", "합성곱"),
    "틀린 조사": ("docs/m/josa.md:3", "합성곱을"),
    "차례에 없는 페이지": ("docs/m/link.md:1", "`- m/link.md` 줄을 쓴다"),
    "머리말": ("docs/dl/04-bare.md:1", "머리말에 빠진 것: title, description"),
    "닫지 않은 영역": (f"{LESSON}:27", "[end:open]"),
    "겹친 영역": (f"{LESSON}:28", "이름이 같은 영역이 14번째 줄에"),
    "쓰이지 않는 영역": (f"{LESSON}:27", "보여 주지 않는 영역: 'open'"),
    "torch를 가져오는 레슨": (f"{LESSON}:30", "learning_torch.py에 둔다"),
    "matplotlib을 가져오는 레슨": (f"{LESSON}:31", "snippets/에 둔다"),
    "뒤 장을 가져오는 레슨": (f"{LESSON}:32", "뒤에 나오는 장의 모듈"),
    "어느 장도 만들지 않는 모듈": ("lessons/dl/lost.py:1", "머리말의 modules에"),
    "낡은 출력": (f"{FIRST}.out:1", "make outputs"),
    "보이지 않는 프로그램": ("snippets/dl/03-learning/lost.py:1", "보이지 않는"),
    "프로그램 없는 출력": ("snippets/dl/03-learning/gone.out:1", "프로그램이 없는"),
}


@pytest.fixture(scope="session")
def report(broken_project) -> str:
    """모두 틀린 책을 한 번 훑은 결과."""
    book = broken_project
    assert book.check().strip() == "", "고치기 전의 책에는 고칠 것이 없어야 한다"
    for name, text in MISTAKES.values():
        book.write(name, text)
    book.new("dl", "weight-matrix", "가중치 행렬")
    book.write("docs/dl/04-bare.md", "# 머리말 없는 장\n")
    book.append(
        LESSON,
        "# --8<-- [start:open]\n# --8<-- [start:mean]\nimport torch\n"
        "import matplotlib\nfrom lessons.dl.weight_matrix import mean as later\n",
    )
    book.write("lessons/dl/lost.py", "x = 1\n")
    book.write(f"{FIRST}.out", "3.0\n")
    book.write("snippets/dl/03-learning/lost.py", "x = 1\n")
    book.write("snippets/dl/03-learning/gone.out", "1\n")
    # 프로그램이 고친 레슨에서 멈추지 않게 한다
    book.edit(LESSON, "import torch\n", "if False:\n    import torch\n")
    book.edit(LESSON, "import matplotlib\n", "    import matplotlib\n")
    later = "from lessons.dl.weight_matrix import mean as later\n"
    book.edit(LESSON, later, "    " + later)
    return book.check()


@pytest.mark.parametrize("mistake", EXPECTED)
def test_mistake_is_told_with_place_and_remedy(report, mistake):
    place, words = EXPECTED[mistake]
    path, _, line = place.partition(":")
    said = [r for r in report.split("\n") if r.startswith(f"{path}:{line}: ")]
    assert any(words in r for r in said), f"{place}: {words}\n---\n{report}"


def test_figure_program_that_raises_names_both_places(project):
    """그림을 그리다 멈춘 프로그램은 페이지와 프로그램의 줄을 모두 알린다."""
    project.write(
        "snippets/dl/03-learning/draw.py",
        "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.plot(1 / 0)\n",
    )
    project.append(PAGE, "\n![그림](figures/03-learning/draw.svg)\n")
    done = project.python(
        "from pathlib import Path\nfrom sitegen.book import page\n"
        "from sitegen.faces import figures\n"
        f"figures.draw(page.read(Path('{PAGE}')).figures)"
    )
    line = (project.root / PAGE).read_text(encoding="utf-8").count("\n")
    assert f"{PAGE}:{line}: " in done.stderr
    assert "snippets/dl/03-learning/draw.py:4: ZeroDivisionError" in done.stderr


def test_block_that_prints_otherwise_fails_with_place(project):
    project.write(f"{FIRST}.out", "3.0\n")
    done = project.pytest(PAGE)
    assert done.returncode == 1
    assert re.search(rf"{PAGE}:\d+: 출력이 페이지와 다르다", done.stdout), done.stdout


def test_block_that_raises_names_its_line(project):
    project.append(PAGE, "\n```python\nx = 1\nx / 0\n```\n")
    done = project.pytest(PAGE)
    assert "블록의 2번째 줄에서 멈췄다" in done.stdout
    assert "ZeroDivisionError" in done.stdout


def test_wrong_on_purpose_must_be_wrong(project):
    project.append(PAGE, "\n``` { .python .fails }\nx = 1\n```\n")
    assert "오류 없이 끝났다" in project.pytest(PAGE).stdout


def test_hidden_output_is_refused(project):
    project.append(PAGE, "\n```python\nprint(1)\n```\n")
    assert "페이지가 보여 주지 않는다" in project.pytest(PAGE).stdout

"""장은 slug다: 사이에 끼우고, 옮기고, 빼도 링크와 시험과 영수증과 진도가 그대로다."""

import json
import re
import shutil
import subprocess

import pytest
import yaml

from lessons.checking import exercises
from sitegen.tools import chapters
from tests.sitegen.conftest import ROOT, Project
from tests.sitegen.test_new import lint, with_tests

LONG = """\
import numpy as np

from lessons.artifacts import save

save("cnn/small", W=np.zeros((2, 2)))
print("식 (6.1)에서 배웠다")
"""
SHOWN = """
[5장의 식 (5.1)](05-cnn-1.md)에 이어지는 식 (6.1)이다. 이미지 6장을 본다.

```python title="snippets/cnn/06-cnn-2/train_small.py"
--8<-- "snippets/cnn/06-cnn-2/train_small.py"
```

```text title="출력"
--8<-- "snippets/cnn/06-cnn-2/train_small.out"
```
"""


def sitegen(book: Project, *arguments: str) -> str:
    done = book.python(
        "import sys; from sitegen.__main__ import parser\n"
        f"a = parser().parse_args({list(arguments)!r}); sys.exit(a.function(a))"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def git(book: Project, *arguments: str) -> str:
    who = ["-c", "user.name=시험", "-c", "user.email=test@example.org"]
    done = subprocess.run(
        ["git", *who, "-c", "core.quotepath=off", *arguments],
        cwd=book.root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def text(book: Project, name: str) -> str:
    return (book.root / name).read_text(encoding="utf-8")


@pytest.fixture
def book(project) -> Project:
    """계획서의 5장과 6장을 쓴 책. 6장은 5장을 가리키고 긴 프로그램이 하나 있다."""
    if chapters.find("cnn/cnn-1").number != 5:
        pytest.fail("이 시험은 cnn-1이 5장이라고 적었다. 위의 글을 고친다.")
    with_tests(project)
    project.new("cnn", "cnn-1", "CNN 1")
    project.new("cnn", "cnn-2", "CNN 2")
    project.write("snippets/cnn/06-cnn-2/train_small.py", LONG)
    project.append("docs/cnn/06-cnn-2.md", SHOWN)
    sitegen(project, "train", "cnn/06")
    assert project.check().strip() == ""
    shutil.copytree(ROOT / "docs/assets", project.root / "docs/assets")
    git(project, "init", "-q")
    git(project, "add", "--all")
    git(project, "commit", "-qm", "처음")
    return project


def test_a_chapter_is_put_between_two_others_and_taken_out_again(book):
    said = sitegen(book, "new", "cnn", "between", "사이의 장", "--after", "cnn/05")
    assert "docs/cnn/06-between.md" in said
    assert "cnn/06-cnn-2 → cnn/07-cnn-2" in said
    assert "docs/cnn/06-cnn-2.md:" in said and "6장" in said
    page = text(book, "docs/cnn/07-cnn-2.md")
    assert "[5장의 식 (5.1)](05-cnn-1.md)에 이어지는 식 (7.1)이다. 이미지 6장을" in page
    assert "\\tag{7.1}" in page and "06-cnn-2" not in page
    assert "식 (7.1)" in text(book, "lessons/cnn/cnn_2.py")
    assert (
        text(book, "snippets/cnn/07-cnn-2/train_small.out") == "식 (7.1)에서 배웠다\n"
    )
    told = yaml.safe_load(text(book, "book.yml"))
    assert told["moved"] == {"cnn/06-cnn-2": "cnn/cnn-2"}
    assert book.check().strip() == ""
    assert lint(book) == ""

    built = book.build("--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    old = text(book, "site/cnn/06-cnn-2/index.html")
    assert 'content="0; url=../07-cnn-2/"' in old
    key = 'data-exercise="cnn/cnn-2/exercise-1"'
    assert key in text(book, "site/cnn/07-cnn-2/index.html")
    done = book.pytest(
        "docs/cnn",
        "tests/cnn",
        "tests/test_course.py",
        "tests/test_exercises.py",
        "tests/sitegen/test_html.py",
    )
    assert done.returncode == 0, done.stdout + done.stderr

    (book.root / "site").rename(book.root.parent / "built")
    sitegen(book, "remove", "cnn/between")
    assert git(book, "status", "--porcelain") == ""


def test_moving_away_and_back_changes_nothing(book):
    sitegen(book, "move", "cnn/cnn-2", "--after", "cnn")
    assert (book.root / "docs/cnn/01-cnn-2.md").is_file()
    assert "[6장의 식 (6.1)](06-cnn-1.md)" in text(book, "docs/cnn/01-cnn-2.md")
    receipt = json.loads(text(book, "snippets/cnn/01-cnn-2/train_small.receipt.json"))
    assert receipt["seconds"] >= 0
    assert "영수증" not in book.check()
    sitegen(book, "move", "cnn/01-cnn-2", "--after", "cnn/cnn-1")
    assert git(book, "status", "--porcelain") == ""


def test_a_chapter_that_others_call_is_not_removed(book):
    code = "from sitegen.tools import chapters; chapters.remove('cnn/cnn-1')"
    done = book.python(code)
    assert done.returncode == 1
    assert re.search(r"docs/cnn/06-cnn-2.md:\d+\n", done.stderr)
    assert "book.yml: cnn/cnn-2의 needs" in done.stderr
    assert git(book, "status", "--porcelain") == ""


def test_a_third_part_is_a_list_in_the_book(project):
    rows = "  llm:\n    title: LLM\n    chapters:\n"
    rows += "      - slug: tokens\n        title: 토큰\n        about: 글을 조각으로\n"
    project.edit("book.yml", "# 옛 주소", f"{rows}# 옛 주소")
    about = "---\ntitle: 3부\ndescription: 시험 책이다.\n---\n"
    project.write("docs/llm/index.md", f"{about}# 3부\n\n글이다.\n")
    project.write("lessons/llm/__init__.py", '"""3부."""\n')
    said = project.new("llm", "tokens", "토큰")
    assert "docs/llm/01-tokens.md" in said
    assert project.check().strip() == ""
    built = project.build("--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    home = text(project, "site/llm/index.html")
    assert 'href="01-tokens/"' in home
    done = project.pytest("docs/llm", "tests/llm")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_keys_of_exercises_know_no_number():
    keys = [exercise.key for exercise in exercises()]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z]+/[a-z][a-z0-9-]*/exercise-\d+", k) for k in keys)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("식 (6.1)–(6.3)과 (6.4)", "식 (7.1)–(7.3)과 (7.4)"),
        ("$\\tag{6.12}$, 식 (5.6)", "$\\tag{7.12}$, 식 (5.6)"),
        ("Linear(6.1), 평균 (6.2)", "Linear(6.1), 평균 (6.2)"),
    ],
)
def test_only_numbers_of_formulas_change(before, after):
    assert chapters._equations(before, {6: 7}) == after


def test_a_formula_belongs_to_the_chapter_its_line_points_at():
    line = "[역전파 2](../dl/06-a.md)의 식 (6.3)"
    assert chapters._of_lines(line, "cnn", "cnn", {6: 7}) == line
    assert chapters._of_lines(line, "cnn", "dl", {6: 7}).endswith("식 (7.3)")
    assert chapters._of_lines("식 (6.3)", "cnn", "cnn", {6: 7, 7: 8}) == "식 (7.3)"
    assert chapters._of_lines("식 (6.3)", "cnn", "dl", {6: 7}) == "식 (6.3)"


@pytest.mark.parametrize(
    ("near", "before", "after"),
    [
        (True, "[6장](06-cnn-2.md#절)", "[7장](07-cnn-2.md#절)"),
        (True, "![그림](figures/06-cnn-2/a.svg)", "![그림](figures/07-cnn-2/a.svg)"),
        (False, "[2부 6장](../cnn/06-cnn-2.md)", "[2부 7장](../cnn/07-cnn-2.md)"),
        (False, "[6장](06-cnn-2.md)", "[6장](06-cnn-2.md)"),
        (False, "check cnn/06-3, cnn/06/1", "check cnn/07-3, cnn/07/1"),
        (False, "cnn/06-cnn-2-more, dl/06-2", "cnn/06-cnn-2-more, dl/06-2"),
    ],
)
def test_links_names_and_exercises_follow(near, before, after):
    names = {"06-cnn-2": "07-cnn-2"}
    assert chapters._links(before, "cnn", names, {6: 7}, near) == after

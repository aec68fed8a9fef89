"""새 레슨의 뼈대는 만들자마자 모든 검증을 지난다."""

import html
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.sitegen.conftest import ROOT, Project

ODD_TITLES = [
    "합성곱: 어제와 오늘, 그리고 [내일] {모레}",
    "%로 시작하는 제목",
    "\"따옴표\"와 '홑따옴표' C#",
    "# 우물정자로 시작하기",
    "기울기와 잔차",
    "아주 긴 제목이 한 줄에 다 들어가지 않아서 " * 4 + "끝",
    "띄어쓰지않은긴제목" * 12,
    "An English Title: With a Colon, and *Stars*",
]


MADE = ("lessons", "snippets", "tests/cnn")


def lint(book: Project) -> str:
    """ruff가 만든 파일에서 찾은 것. 모양까지 본다."""
    said = ""
    for command in (["check", "--quiet"], ["format", "--check", "--quiet"]):
        arguments = [sys.executable, "-m", "ruff", *command, *MADE]
        done = subprocess.run(arguments, cwd=book.root, capture_output=True, text=True)
        said += done.stdout + done.stderr
        assert bool(said) == bool(done.returncode), said
    return said


def with_tests(book: Project) -> Project:
    """책의 시험을 함께 둔다. 장마다의 시험은 그 레슨이 없으므로 뺀다."""
    chapters = shutil.ignore_patterns("dl", "cnn", "__pycache__", "test_new.py")
    shutil.copytree(
        ROOT / "tests", book.root / "tests", ignore=chapters, dirs_exist_ok=True
    )
    return book


def syllabus(book: Project) -> dict:
    """부마다의 장. book.yml에 적힌 대로."""
    found = yaml.safe_load((book.root / "book.yml").read_text(encoding="utf-8"))
    return {part: about["chapters"] for part, about in found["parts"].items()}


def comments(book: Project) -> list[str]:
    text = (book.root / "book.yml").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if "# " in line]


def test_the_guide_s_own_example_passes_everything(project):
    book = with_tests(project)
    said, kept = comments(book), syllabus(book)
    number = len(kept["cnn"]) + 1
    assert f"docs/cnn/{number}-residual-network.md" in book.new(
        "cnn", "residual-network", "잔차 신경망"
    )
    assert comments(book) == said
    *before, made = syllabus(book)["cnn"]
    assert before == kept["cnn"]
    assert (made["slug"], made["title"]) == ("residual-network", "잔차 신경망")
    assert made["needs"] == [f"cnn/{before[-1]['slug']}"]
    assert book.check().strip() == ""
    assert lint(book) == ""
    done = book.pytest(
        "docs/cnn",
        "tests/cnn",
        "tests/test_exercises.py",
        "tests/test_course.py",
        "tests/browser/widgets/test_course_map.py::test_every_chapter_has_its_own_place",
        "tests/browser/widgets/test_course_map.py::test_before_and_after",
        "tests/sitegen/test_nav.py",
        "tests/sitegen/test_notebooks.py::test_page_becomes_a_notebook_whose_cells_leave_each_other_alone",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_odd_titles_pass_too_and_their_blocks_can_be_copied(project):
    book = with_tests(project)
    for number, title in enumerate(ODD_TITLES):
        book.new("cnn", f"odd-{number}", title)
    titles = [c["title"] for c in syllabus(book)["cnn"][-len(ODD_TITLES) :]]
    assert titles == [" ".join(title.split()) for title in ODD_TITLES]
    assert book.check().strip() == ""
    assert lint(book) == ""
    built = book.build("--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    for number, title in enumerate(titles):
        page = next((book.root / "site/cnn").glob(f"*-odd-{number}/index.html"))
        text = html.unescape(page.read_text(encoding="utf-8")).replace("\u2060", "")
        assert title in text.split("<h1")[1].split("</h1>")[0]
    done = book.pytest(
        "docs/cnn",
        "tests/cnn",
        "tests/test_course.py",
        "tests/sitegen/test_html.py",
        "tests/browser/test_reading.py::test_copied_blocks_run_in_a_fresh_interpreter",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_syllabus_decides_the_number_and_the_title(project):
    said = project.new("dl", "softmax", "다른 제목")
    assert "docs/dl/14-softmax.md" in said
    page = (project.root / "docs/dl/14-softmax.md").read_text(encoding="utf-8")
    assert "# 소프트맥스\n" in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ml", "a", "가"), "부는 dl, cnn 가운데 하나"),
        (("dl", "A b", "가"), "영문 소문자"),
        (("dl", "random", "난수"), "파이썬에 있는 이름"),
        (("dl", "a", " "), "TITLE이 비었다"),
        (("dl", "a", "<b>"), "쓸 수 없는 글자가 있다: '<' '>'"),
        (("dl", "a", "가\x07"), "쓸 수 없는 글자"),
        (("dl", "a", "컨볼루션"), "‘합성곱’을 쓴다"),
        (("dl", "learning", "학습"), "이미 있는 파일"),
    ],
)
def test_bad_requests_write_nothing(project, arguments, words):
    before = {p: p.read_bytes() for p in project.root.rglob("*.[my][dm]*")}
    done = project.python(f"from sitegen.tools import new; new.lesson(*{arguments!r})")
    assert done.returncode != 0
    assert words in done.stderr
    assert {p: p.read_bytes() for p in project.root.rglob("*.[my][dm]*")} == before


def test_the_same_answer_to_the_skeleton_always_hears_the_same(project):
    code = (
        "from lessons.checking import exercises, grade\n"
        "e, = exercises()\n"
        "names = 'solution', 'wrong_count', 'wrong_unweighted', 'starter'\n"
        "for name in names:\n"
        "    said = {grade(e.read(name), e.read('check')).message for _ in range(3)}\n"
        "    print(len(said), *said)\n"
    )
    lines = project.python(code).stdout.splitlines()
    assert [line[0] for line in lines] == ["1"] * 4
    assert lines[0] == "1 통과했다." and "개수로 나누었다" in lines[1]

"""연습문제를 페이지에서 푼다: 답을 쓰고, 채점받고, 힌트를 보고, 진도가 남는다."""

import ast
from itertools import groupby

import pytest

from lessons.checking import MESSAGES, exercises
from sitegen.book import site
from tests.browser.axe import violations
from tests.browser.conftest import address, move, reload

CHAPTERS = {
    address(f"{folder.parent.name}/{folder.name}.md"): list(found)
    for folder, found in groupby(exercises(), lambda e: e.folder.parent.parent)
}
LINEAR = "dl/05-linear-regression-1/"
FIT_LINE = next(e for e in exercises() if e.name == "dl/05-2")
BOOT = 60_000
STUBBORN = "while True:\n  try:\n    while True: pass\n  except BaseException: pass\n"
WRITE = """([name, text]) => {
  const bar = document.querySelector(`[data-exercise="${name}"]`)
  const code = bar.previousElementSibling.querySelector("pre > code")
  code.textContent = text
  code.dispatchEvent(new InputEvent("input", {bubbles: true}))
}"""


class Desk:
    """연습문제 하나의 자리."""

    def __init__(self, page, name):
        self.page, self.name = page, name
        self.bar = page.locator(f'[data-exercise="{name}"]')
        self.bar.scroll_into_view_if_needed()
        self.verdict = self.bar.locator(".book-verdict")
        self.status = self.bar.locator(".run-status")
        self.bar.get_by_role("button", name="채점").wait_for()

    def press(self, name):
        self.bar.get_by_role("button", name=name).click()

    def grade(self, text=None):
        """답을 쓰고 채점을 눌러, 나온 결과의 종류와 말."""
        if text is not None:
            self.page.evaluate(WRITE, [self.name, text])
        self.press("채점")
        self.bar.get_by_role("button", name="채점").wait_for(timeout=BOOT)
        kind = self.verdict.get_attribute("data-kind")
        return kind, self.verdict.locator(".book-verdict__word").inner_text()


@pytest.fixture
def desk(visit):
    return Desk(visit(LINEAR), FIT_LINE.key)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_answers_as_the_command_line_does(visit, chapter):
    page = visit(chapter)
    for exercise in CHAPTERS[chapter]:
        desk = Desk(page, exercise.key)
        assert desk.grade() == ("unwritten", MESSAGES["unwritten"])
        for path in sorted(exercise.folder.glob("wrong_*.py")):
            answer = exercise.read(path.stem)
            kind, message = desk.grade(answer)
            assert kind == "wrong", path.name
            assert ast.get_docstring(ast.parse(answer)) in message, path.name
        answer = exercise.read("solution")
        assert desk.grade(answer) == ("passed", MESSAGES["passed"])
    assert page.watch.errors == []
    assert page.watch.outside == []


def hurry(route):
    """시험이 오래 기다리지 않게 시간만 줄인다."""
    check = route.fetch().json()
    route.fulfill(json={**check, "deadline": 1})


def test_broken_answers_are_answered(desk):
    desk.page.route("**/assets/exercises/**", hurry)
    kind, message = desk.grade("def fit_line(x, y):\n    return x.foo\n")
    assert kind == "error"
    assert "line 2, in fit_line" in message
    assert message.count("File") == 1
    kind, message = desk.grade("def fit_line(x, y:\n    return 0\n")
    assert kind == "error"
    assert "line 1" in message
    assert "^" in message
    assert desk.grade("raise SystemExit") == ("exited", MESSAGES["exited"])
    assert desk.grade("while True: pass") == ("late", MESSAGES["late"])
    assert desk.grade(STUBBORN) == ("late", MESSAGES["late"])
    assert desk.grade(FIT_LINE.read("solution"))[0] == "passed"


def test_dead_worker_leaves_what_was_written(desk):
    answer = "import os\nos._exit(0)\n"
    desk.page.evaluate(WRITE, [desk.name, answer])
    desk.press("채점")
    desk.page.wait_for_function(
        "n => document.querySelector(`[data-exercise='${n}'] .run-status`)"
        ".textContent.includes('다시 누른다')",
        arg=desk.name,
        timeout=BOOT,
    )
    assert desk.grade(FIT_LINE.read("solution"))[0] == "passed"


def test_reader_stops_the_grading(desk):
    desk.page.evaluate(WRITE, [desk.name, "while True: pass"])
    desk.press("채점")
    desk.bar.get_by_text("채점하는 중").wait_for(timeout=BOOT)
    desk.press("멈춤")
    desk.bar.get_by_role("button", name="채점").wait_for(timeout=3000)
    assert desk.verdict.is_hidden()


def test_typed_answer_is_graded_and_survives_a_reload(desk):
    page = desk.page
    code = desk.bar.locator("xpath=preceding-sibling::div[1]")
    code.get_by_role("button", name="고치기").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text("def fit_line(x, y): return 5, 10\n")
    kind, message = desk.grade()
    assert kind == "wrong"
    assert "나온 값 (5, 10), 기대한 값 (" in message
    reload(page)
    again = Desk(page, desk.name)
    assert again.grade() == (kind, message)


def test_hints_open_one_by_one_and_the_solution_when_asked(desk):
    hints = desk.bar.locator("~ details.tip")
    solution = desk.bar.locator("~ details.success").first
    is_open = "d => d.open"
    assert not hints.first.evaluate(is_open)
    desk.bar.get_by_role("button", name="힌트 2개 남음").press("Enter")
    assert hints.first.evaluate(is_open)
    assert not hints.nth(1).evaluate(is_open)
    assert hints.first.locator("summary").evaluate("s => s === document.activeElement")
    desk.press("힌트 1개 남음")
    assert hints.nth(1).evaluate(is_open)
    done = desk.bar.get_by_role("button", name="힌트 다 봄")
    assert done.get_attribute("aria-disabled") == "true"
    assert not solution.evaluate(is_open)
    desk.press("풀이")
    assert solution.evaluate(is_open)


def test_lost_network_is_told_and_retried(desk):
    page = desk.page
    page.route("**/assets/exercises/**", lambda route: route.abort())
    desk.press("채점")
    desk.bar.get_by_text("인터넷을 확인").wait_for()
    page.unroute("**/assets/exercises/**")
    assert desk.grade()[0] == "unwritten"


def test_solved_exercise_counts_on_the_map(desk):
    page = desk.page
    assert desk.grade(FIT_LINE.read("solution"))[0] == "passed"
    for path in ("", "dl/"):
        move(page, path)
        tally = page.locator(
            '.book-tally[data-exercises~="dl/linear-regression-1/exercise-2"]'
        ).first
        assert tally.locator("[aria-hidden]").inner_text() == "1/6"
        assert "연습문제 1/2, 퀴즈 0/4" in tally.inner_text()
    move(page, LINEAR)
    assert "전에 푼" in Desk(page, desk.name).status.inner_text()


def test_verdicts_are_readable_on_a_phone(desk):
    page = desk.page
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("wrong_order", "solution"):
        desk.grade(FIT_LINE.read(name))
        for scheme in ("slate", "default"):
            page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
            assert violations(page, ".book-exercise") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_javascript_nothing_is_promised(open_page):
    page = open_page(LINEAR, java_script_enabled=False)
    assert page.locator(".book-exercise button").count() == 0
    page.locator(".book-exercise ~ details.tip summary").first.click()
    assert page.locator(".book-exercise ~ details.tip p").first.is_visible()


def test_every_chapter_with_exercises_is_a_page():
    pages = {address(p.relative_to(site.DOCS).as_posix()) for p in site.study_pages()}
    assert pages >= set(CHAPTERS)

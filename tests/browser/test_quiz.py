"""퀴즈와 진도: 고르면 까닭을 말하고, 맞힌 것은 이 브라우저에 남고, 옮길 수 있다."""

import json

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import go, reload

CHAPTER = "dl/10-gradient-descent/"
KEY = "book.progress"
STORED = f"localStorage.getItem('{KEY}')"


class Quiz:
    def __init__(self, page, number):
        self.group = page.locator(".book-quiz").nth(number - 1)
        self.group.scroll_into_view_if_needed()
        self.choices = self.group.locator("details")
        self.said = self.group.get_by_role("status")
        self.said.wait_for(state="attached")

    def choose(self, right, nth=0):
        answer = "true" if right else "false"
        choice = self.group.locator(f'details[data-right="{answer}"]').nth(nth)
        choice.locator("summary").click()
        return choice


def solve_first(page):
    Quiz(page, 1).choose(right=True)
    page.wait_for_function(STORED)


def home(page):
    go(page, page.watch.url)
    panel = page.locator(".book-progress")
    panel.scroll_into_view_if_needed()
    return panel


def test_choice_opens_its_own_explanation_and_closes_the_others(open_page):
    page = open_page(CHAPTER)
    quiz = Quiz(page, 1)
    wrong = quiz.choose(right=False)
    assert wrong.locator("p").is_visible()
    assert quiz.said.inner_text().startswith("아니다")
    assert page.evaluate(STORED) is None
    right = quiz.choose(right=True)
    assert right.locator("p").is_visible()
    assert not wrong.locator("p").is_visible()
    assert quiz.said.inner_text() == "맞았다."
    assert quiz.group.locator("[data-picked]").count() == 2
    assert json.loads(page.evaluate(STORED))["solved"] == ["dl/gradient-descent/quiz-1"]


def test_keyboard_answers(open_page):
    page = open_page(CHAPTER)
    quiz = Quiz(page, 2)
    quiz.choices.first.locator("summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert quiz.choices.nth(1).locator("p").is_visible()
    assert quiz.said.inner_text() != ""


def test_group_is_named_after_its_question(open_page):
    group = open_page(CHAPTER).get_by_role("group", name="2. ").first
    assert group.get_attribute("data-quiz") == "dl/gradient-descent/quiz-2"


def test_answered_question_is_remembered_without_giving_it_away(open_page):
    page = open_page(CHAPTER)
    solve_first(page)
    reload(page)
    quiz = Quiz(page, 1)
    assert "전에 맞힌" in quiz.said.inner_text()
    assert quiz.group.locator("[data-picked], [open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answered_quiz_is_accessible(open_page, scheme):
    page = open_page(CHAPTER, width=390, height=844, scheme=scheme)
    quiz = Quiz(page, 1)
    quiz.choose(right=False)
    quiz.choose(right=True)
    assert violations(page, ".book-quiz") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_choices_explain_themselves_without_javascript(open_page):
    page = open_page(CHAPTER, java_script_enabled=False)
    page.locator(".book-quiz summary").first.click()
    assert page.locator(".book-quiz details p").first.is_visible()


def test_progress_is_exported_erased_and_imported(open_page, tmp_path):
    page = open_page(CHAPTER)
    solve_first(page)
    panel = home(page)
    tally = page.locator(
        ".book-map .book-tally"
        '[data-quizzes~="dl/gradient-descent/quiz-1"] [aria-hidden]'
    )
    assert tally.inner_text() == "1/6"
    assert "가운데 1개" in panel.inner_text()
    with page.expect_download() as download:
        panel.get_by_role("button", name="내보내기").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["solved"] == [
        "dl/gradient-descent/quiz-1"
    ]

    page.once("dialog", lambda dialog: dialog.dismiss())
    panel.get_by_role("button", name="지우기").click()
    assert tally.inner_text() == "1/6"
    page.once("dialog", lambda dialog: dialog.accept())
    panel.get_by_role("button", name="지우기").click()
    assert tally.inner_text() == "0/6"
    assert page.evaluate(STORED) is None

    for said in ("1개를 더했다", "이미 푼 것"):
        panel.locator("input").set_input_files(file)
        panel.get_by_text(said).wait_for()
    assert tally.inner_text() == "1/6"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("진도가 아니다", "읽을 수 없는"),
        ("[1, 2]", "이 책에서"),
        ('{"book": "딥러닝개론", "version": 9, "solved": []}', "판이 다른"),
        ('{"book": "딥러닝개론", "version": 1, "solved": ["<b>"]}', "망가져"),
        (" " * 1_000_001, "읽을 수 없는"),
    ],
)
def test_wrong_file_is_refused_kindly_and_changes_nothing(open_page, text, why):
    page = open_page(CHAPTER)
    solve_first(page)
    panel = home(page)
    buffer = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    panel.locator("input").set_input_files(buffer)
    panel.get_by_text(why).wait_for()
    assert "지금의 진도는 그대로다" in panel.inner_text()
    assert json.loads(page.evaluate(STORED))["solved"] == ["dl/gradient-descent/quiz-1"]


def test_broken_record_is_no_record(open_page):
    page = open_page()
    page.evaluate(f"localStorage.setItem('{KEY}', '{{')")
    reload(page)
    assert "가운데 0개" in page.locator(".book-progress").inner_text()
    assert page.watch.errors == []


def test_browser_that_forgets_still_answers(open_page):
    page = open_page(CHAPTER)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw Error('막힘') } }")
    quiz = Quiz(page, 1)
    quiz.choose(right=True)
    assert quiz.said.inner_text() == "맞았다."
    assert page.watch.errors == []


def test_other_tab_sees_the_change(open_page):
    page = open_page(CHAPTER)
    other = page.context.new_page()
    go(other, page.watch.url)
    solve_first(page)
    other.locator(".book-progress").get_by_text("가운데 1개").wait_for()


def test_progress_kept_by_number_is_read_and_kept_by_name(open_page):
    """번호로 적던 때(판 1)의 기록. 그때의 차례로 옮긴다."""
    old = {
        "book": "딥러닝개론",
        "version": 1,
        "solved": ["dl/10-2", "dl/10/1", "zz/01/1"],
    }
    page = open_page(CHAPTER)
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, json.dumps(old)])
    reload(page)
    assert "전에 맞힌" in Quiz(page, 1).said.inner_text()
    assert Quiz(page, 2).said.inner_text() == ""
    Quiz(page, 2).choose(right=True)
    now = json.loads(page.evaluate(STORED))
    names = ["exercise-2", "quiz-1", "quiz-2"]
    assert now["version"] == 2
    assert now["solved"] == [f"dl/gradient-descent/{name}" for name in names]
    assert page.watch.errors == []

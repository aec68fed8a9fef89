"""연습문제와 퀴즈에 다는 표시."""

import json

import pytest

from lessons.checking import exercises, slug
from sitegen.base.problem import Problems
from sitegen.book import site
from sitegen.faces.exercises import published
from sitegen.stages.context import Context
from sitegen.stages.exercises import Tally, Unanswerable, mark, run, tally

URI, URL = "dl/05-linear-regression-1.md", "dl/05-linear-regression-1/"
FOLDER = "dl/05-linear-regression-1/exercises/2-fit-line"


def block(path=f"snippets/{FOLDER}/starter.py", attributes=' data-run="numpy"'):
    return (
        f'<div class="language-python highlight"{attributes}>'
        f'<span class="filename">{path}</span><pre><span></span>'
        "<code>def f(): ...\n</code></pre></div>"
    )


def choice(text, why):
    return (
        f'<details class="quiz"><summary>{text}</summary>\n<p>{why}</p>\n</details>\n'
    )


def question(text, *choices):
    return f"<p><strong>{text}</strong></p>\n{''.join(choices)}"


RIGHT, WRONG = choice("① 하나", "맞다. 그렇다."), choice("② 둘", "아니다. 그렇다.")


def test_starter_gets_a_place_for_grading_right_after_it():
    html = mark(block() + "<p>글</p>", URI, URL)
    assert html == (
        f'{block()}\n<div class="book-exercise" '
        'data-exercise="dl/linear-regression-1/exercise-2" '
        'data-check="../../assets/exercises/dl/05-2.json"></div><p>글</p>'
    )
    assert tally(html) == Tally(["dl/linear-regression-1/exercise-2"], [])


@pytest.mark.parametrize(
    "html",
    [
        block(attributes=""),
        block(attributes=' data-run="torch"'),
        block(path=f"snippets/{FOLDER}/solution.py"),
    ],
)
def test_what_cannot_run_in_the_page_is_not_graded_there(html):
    assert mark(html, URI, URL) == html
    assert tally(html) == Tally()


def test_exercise_without_a_check_is_refused():
    with pytest.raises(Unanswerable, match=r"check\.py"):
        mark(block(path="snippets/dl/05-x/exercises/9-x/starter.py"), URI, URL)


def test_choices_of_one_question_become_a_named_group():
    html = mark(question("1. 물음", WRONG, RIGHT) + "<p>다음</p>", URI, URL)
    assert '<p id="quiz-1"><strong>1. 물음</strong></p>' in html
    assert (
        'role="group" aria-labelledby="quiz-1" '
        'data-quiz="dl/linear-regression-1/quiz-1"' in html
    )
    assert html.index('data-right="false"') < html.index('data-right="true"')
    assert html.endswith("</div>\n<p>다음</p>")
    assert tally(html) == Tally([], ["dl/linear-regression-1/quiz-1"])


def test_questions_are_counted_in_order():
    two = question("1. 물음", RIGHT, WRONG) + question("2. 물음", RIGHT, WRONG)
    html = mark(two, URI, URL)
    assert tally(html).quizzes == [
        "dl/linear-regression-1/quiz-1",
        "dl/linear-regression-1/quiz-2",
    ]
    assert html.count("book-quiz") == tally(html).total == 2


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ([WRONG, WRONG], "0개"),
        ([RIGHT, RIGHT], "2개"),
        ([RIGHT, choice("② 둘", "글쎄.")], "② 둘"),
    ],
)
def test_question_that_cannot_be_answered_is_refused(choices, why):
    with pytest.raises(Unanswerable, match=why):
        mark(question("1. 물음", *choices), URI, URL)


def test_published_files_hold_the_check_and_no_answer():
    files = published()
    assert len(files) == len(exercises())
    for exercise in exercises():
        text = files[f"assets/exercises/{exercise.name}.json"]
        found = json.loads(text)
        assert found["check"] == exercise.read("check")
        assert exercise.read("solution") not in text


def test_a_page_outside_the_chapters_is_named_by_its_own_name():
    assert [slug(stem) for stem in ("05-softmax", "programs", "new-page", "05")] == [
        *("softmax", "programs", "new-page", "05")
    ]
    html = mark(
        question("물음", RIGHT, WRONG), "clinic/programs.md", "clinic/programs/"
    )
    assert tally(html) == Tally([], ["clinic/programs/quiz-1"])


def test_pages_with_programs_of_their_own_are_studied_too():
    studied = site.study_pages()
    assert set(site.lesson_pages()) < set(studied)
    assert site.DOCS / "clinic/index.md" in studied
    assert not {site.DOCS / name for name in ("index.md", "glossary.md")} & set(studied)
    assert site.DOCS / "dl/index.md" not in studied


def test_review_pages_are_answered_though_they_have_no_program():
    reviews = sorted((site.DOCS / "review").glob("*.md"))
    assert reviews
    assert not set(reviews) & set(site.study_pages())
    for path in reviews:
        context = Context(f"review/{path.name}", f"review/{path.stem}/")
        html = site.markdown().convert(context.read.text)
        done = tally(run(html, context))
        names = [f"review/{path.stem}/quiz-{n}" for n in range(1, 11)]
        assert 8 <= len(done.quizzes) <= 10
        assert done == Tally([], names[: len(done.quizzes)])


def test_a_question_without_an_answer_is_refused_on_a_review_page_too():
    context = Context("review/dl-1.md", "review/dl-1/")
    with pytest.raises(Problems, match="0개"):
        run(question("물음", WRONG, WRONG), context)

"""페이지의 연습문제와 퀴즈에, 눌러서 답할 수 있게 할 표시를 단다."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import PurePosixPath

from mkdocs.utils import get_relative_url

from lessons import checking
from sitegen.base.problem import Problem, Problems
from sitegen.book import site
from sitegen.faces.exercises import address
from sitegen.stages.context import Context

STARTER = re.compile(  # 페이지에서 돌릴 수 있는 것만: 표시는 runner.py가 단다
    r'<div class="[^"]*\bhighlight"[^>]*\bdata-run="(?:numpy|plot)"[^>]*>'
    r'<span class="filename">snippets/(?P<path>[^<]+)/starter\.py</span>'
    r".*?</code></pre></div>",
    re.DOTALL,
)
CHOICE = re.compile(
    r'<details class="quiz">\s*<summary>(?P<text>.*?)</summary>'
    r"(?P<why>.*?)</details>\s*",
    re.DOTALL,
)
QUIZ = re.compile(
    r"<p>(?P<question>(?:(?!</?p\b).)*)</p>\s*"
    r'(?P<choices>(?:<details class="quiz">.*?</details>\s*)+)',
    re.DOTALL,
)
EXERCISE = re.compile(r'<div class="book-exercise" data-exercise="([^"]+)"')
QUIZZES = re.compile(r'<div class="book-quiz" [^>]*data-quiz="([^"]+)"')
VERDICTS = {"맞다.": "true", "아니다.": "false"}


class Unanswerable(Exception):
    """채점할 수 없는 연습문제나 퀴즈."""


@dataclass
class Tally:
    """한 장에서 풀 것의 이름. 예: dl/softmax/exercise-2, dl/softmax/quiz-1"""

    exercises: list[str] = field(default_factory=list)
    quizzes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.exercises) + len(self.quizzes)


def chapter(uri: str) -> str:
    """예: dl/05-linear-regression-1.md → dl/linear-regression-1"""
    path = PurePosixPath(uri)
    return f"{path.parent}/{checking.slug(path.stem)}"


@cache
def known() -> dict[str, checking.Exercise]:
    """채점할 수 있는 연습문제들. 짓는 동안만 기억한다."""
    return {str(PurePosixPath(*e.folder.parts[-4:])): e for e in checking.exercises()}


def uses(context: Context) -> list | None:
    if not site.is_quizzed(context.path):
        return None
    return [(path, asked.name, asked.key) for path, asked in known().items()]


def run(html: str, context: Context) -> str:
    if not site.is_quizzed(context.path):
        return html
    try:
        return mark(html, context.uri, context.url)
    except Unanswerable as problem:
        raise Problems(Problem(context.path, 1, str(problem))) from None


def tally(html: str) -> Tally:
    """표시를 단 HTML에 있는, 풀 것들."""
    return Tally(EXERCISE.findall(html), QUIZZES.findall(html))


def mark(html: str, uri: str, url: str) -> str:
    """표시를 단 HTML. url은 그 페이지의 주소다."""
    quizzes = count(1)

    def exercise(match: re.Match) -> str:
        asked = known().get(match["path"])
        if asked is None:
            raise Unanswerable(f"{match['path']}: 채점하는 check.py가 없다.")
        check = get_relative_url(address(asked.name), url)
        return (
            f'{match[0]}\n<div class="book-exercise" data-exercise="{asked.key}" '
            f'data-check="{check}"></div>'
        )

    def quiz(match: re.Match) -> str:
        number = next(quizzes)
        name = f"{chapter(uri)}/quiz-{number}"
        choices = [_choice(choice) for choice in CHOICE.finditer(match["choices"])]
        right = sum('data-right="true"' in choice for choice in choices)
        if right != 1:
            raise Unanswerable(
                f"퀴즈 {number}: '맞다.'로 시작하는 보기가 {right}개다. 하나만 둔다."
            )
        return (
            f'<p id="quiz-{number}">{match["question"]}</p>\n'
            f'<div class="book-quiz" role="group" aria-labelledby="quiz-{number}" '
            f'data-quiz="{name}">\n{"".join(choices)}</div>\n'
        )

    return QUIZ.sub(quiz, STARTER.sub(exercise, html))


def _choice(match: re.Match) -> str:
    explanation = re.sub(r"<[^>]+>", "", match["why"]).strip()
    verdict = VERDICTS.get(explanation.split(" ")[0].strip())
    if verdict is None:
        raise Unanswerable(
            f"보기 {match['text']}: 설명을 '맞다.'나 '아니다.'로 시작한다."
        )
    opening = f'<details class="quiz" data-right="{verdict}">'
    return match[0].replace('<details class="quiz">', opening, 1)

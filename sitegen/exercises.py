"""페이지의 연습문제와 퀴즈에, 눌러서 답할 수 있게 할 표시를 단다."""

import json
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs.utils import get_relative_url

from lessons import checking

FOLDER = "assets/exercises"
STARTER = re.compile(  # 페이지에서 돌릴 수 있는 것만: 표시는 hooks/runner.py가 단다
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
VERDICTS = {"맞다.": "true", "아니다.": "false"}


class Unanswerable(Exception):
    """채점할 수 없는 연습문제나 퀴즈."""


@dataclass
class Tally:
    """한 장에서 풀 것의 이름. 예: 연습문제 dl/05-2, 퀴즈 dl/05/1"""

    exercises: list[str] = field(default_factory=list)
    quizzes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.exercises) + len(self.quizzes)


def chapter(uri: str) -> str:
    """예: dl/05-linear-regression-1.md → dl/05"""
    path = PurePosixPath(uri)
    return f"{path.parent}/{path.name[:2]}"


def mark(html: str, uri: str, url: str) -> tuple[str, Tally]:
    """표시를 단 HTML과 거기에 있는 것들. url은 그 페이지의 주소다."""
    tally = Tally()
    known = {str(PurePosixPath(*e.folder.parts[-4:])): e for e in checking.exercises()}

    def exercise(match: re.Match) -> str:
        if match["path"] not in known:
            raise Unanswerable(f"{match['path']}: 채점하는 check.py가 없다.")
        name = known[match["path"]].name
        tally.exercises.append(name)
        check = get_relative_url(address(name), url)
        return (
            f'{match[0]}\n<div class="book-exercise" data-exercise="{name}" '
            f'data-check="{check}"></div>'
        )

    def quiz(match: re.Match) -> str:
        number = len(tally.quizzes) + 1
        name = f"{chapter(uri)}/{number}"
        tally.quizzes.append(name)
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

    return QUIZ.sub(quiz, STARTER.sub(exercise, html)), tally


def _choice(match: re.Match) -> str:
    explanation = re.sub(r"<[^>]+>", "", match["why"]).strip()
    verdict = VERDICTS.get(explanation.split(" ")[0].strip())
    if verdict is None:
        raise Unanswerable(
            f"보기 {match['text']}: 설명을 '맞다.'나 '아니다.'로 시작한다."
        )
    opening = f'<details class="quiz" data-right="{verdict}">'
    return match[0].replace('<details class="quiz">', opening, 1)


def address(name: str) -> str:
    return f"{FOLDER}/{name}.json"


def published() -> dict[str, str]:
    """주소마다, 페이지가 채점할 때 받아 가는 것."""
    return {
        address(exercise.name): json.dumps(
            {
                "check": exercise.read("check"),
                "deadline": checking.DEADLINE,
                "late": checking.MESSAGES["late"],
                "exited": checking.MESSAGES["exited"],
            },
            ensure_ascii=False,
        )
        for exercise in checking.exercises()
    }

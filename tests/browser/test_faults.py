"""무엇이 지나갔든 페이지의 파이썬은 처음과 같다: 되돌리거나, 새로 켠다.

적대적인 블록들을 섞은 차례로 돌리고, 하나가 지날 때마다 얌전한 블록이 홀로 돌 때와 같은
것을 내는지 본다. 차례는 BOOK_SEED가 정한다. 주마다의 검증이 매번 다른 씨로 돌린다.
"""

import os
import random
import re

import pytest

from tests.browser.hostile import (
    DRAWING,
    DRAWN,
    DRAWN_FOR_GOOD,
    EITHER,
    INNOCENT,
    OVERFLOWING,
    REPLACED,
    RESTORED,
)

CHECK = "def check(answer):\n    assert answer['double'](3) == 6, '6이어야 한다'"
RIGHT = {"answer": "double = lambda x: 2 * x", "check": CHECK, "file": "x.py"}
SHORT = 2  # 초. 끝나지 않는 블록에는 이만큼만 준다
SEED = os.environ.get("BOOK_SEED", "1")
# 그릴 때마다 새로 짓는 이름과 그린 때
NAMES = re.compile(r'id="[^"]*"|#\w+|<dc:date>.*?</dc:date>')


@pytest.fixture
def chance():
    print(f"BOOK_SEED={SEED}")
    return random.Random(SEED)


def seen(done: dict) -> dict:
    """읽는 이에게 보이는 것."""
    said = {key: done.get(key) for key in ("stdout", "error", "broken")}
    light = [figure["light"] for figure in done.get("figures", [])]
    return {**said, "figures": [NAMES.sub("", svg) for svg in light]}


def pass_by(run, code: str, as_answer: bool, **options) -> dict:
    """블록으로 돌리거나 답으로 채점받는다."""
    if as_answer:
        grading = {"answer": code, "check": CHECK, "file": "x.py"}
        return run("", grading=grading, deadline=SHORT, **options)
    return run(code, deadline=SHORT, **options)


def trouble(
    run, chance, hostile: dict[str, str], innocent: str, **options
) -> tuple[list, list, set]:
    """얌전한 블록을 바꾼 것들, 파이썬을 새로 켠 것들, 답으로 돌린 것들."""
    alone = seen(run(innocent, **options))
    assert alone == seen(run(innocent, **options))
    changed, spent, answered = [], [], set()
    for name in chance.sample(sorted(hostile), len(hostile)):
        if as_answer := chance.random() < 0.2:
            answered.add(name)
        done = pass_by(run, hostile[name], as_answer, **options)
        spent += [name] if done.get("spent") or "broken" in done else []
        now = seen(run(innocent, **options))
        changed += [(name, lines(alone, now))] if now != alone else []
    return changed, spent, answered


def lines(alone: dict, now: dict) -> list[str]:
    """달라진 줄들."""
    before, after = (str(said["stdout"]).splitlines() for said in (alone, now))
    told = [f"{b} → {a}" for b, a in zip(before, after, strict=False) if a != b]
    return told or [str({k: v for k, v in now.items() if v != alone[k]})[:600]]


def test_what_a_block_leaves_is_put_back(run_block, chance):
    changed, spent, answered = trouble(run_block, chance, RESTORED, INNOCENT)
    assert changed == []
    assert set(spent) == OVERFLOWING & answered
    assert run_block("", grading=RIGHT)["verdict"]["kind"] == "passed"


def test_what_cannot_be_put_back_costs_a_new_python(run_block, chance):
    """새로 켜는 데 몇 초씩 들어 몇 개만 골라 돌린다."""
    some = {name: REPLACED[name] for name in chance.sample(sorted(REPLACED), 3)}
    changed, spent, answered = trouble(run_block, chance, some, INNOCENT)
    assert changed == []
    # 답으로 돌린 것은 채점하는 곳에서 아무것도 남기지 못하기도 한다
    assert set(some) - answered - EITHER <= set(spent) <= set(some)
    assert run_block("", grading=RIGHT)["verdict"]["kind"] == "passed"


def test_what_was_drawn_leaves_the_next_figure_alone(run_block, chance):
    changed, spent, _ = trouble(run_block, chance, DRAWN, DRAWING, draws=True)
    assert (changed, spent) == ([], [])
    name = chance.choice(sorted(DRAWN_FOR_GOOD))
    some = {name: DRAWN_FOR_GOOD[name]}
    changed, spent, answered = trouble(run_block, chance, some, DRAWING, draws=True)
    assert changed == []
    assert {name} - answered <= set(spent) <= {name}

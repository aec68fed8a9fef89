"""레슨에서 검사가 차지하는 몫. 생각이 앞에 오고 검사는 문(arrays, scalars)에 모인다."""

import ast
from pathlib import Path

import lessons

MOST = 0.05
DOOR = {"arrays.py", "scalars.py"}


def guards(source: str) -> int:
    """본문이 raise 하나뿐인 if의 줄 수. 조건부터 오류의 글이 끝나는 데까지 센다.

    문을 부르는 한 줄은 세지 않는다.
    """
    return sum(
        node.body[-1].end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.If)
        and len(node.body) == 1
        and isinstance(node.body[0], ast.Raise)
    )


def test_guards_are_counted():
    source = "if x:\n    raise ValueError(\n        1\n    )\nif y:\n    z = 1\n"
    assert guards(source) == 4
    assert guards("for x in y:\n    if x: raise E\n") == 1
    assert guards("if x:\n    y = 1\n    raise E\n") == 0


def test_guards_are_a_small_part_of_the_lessons():
    files = sorted(Path(lessons.__file__).parent.rglob("*.py"))
    texts = {f: f.read_text(encoding="utf-8") for f in files if f.name not in DOOR}
    found = {file: guards(text) for file, text in texts.items()}
    total = sum(len(text.splitlines()) for text in texts.values())
    most = sorted(found, key=found.get, reverse=True)[:5]
    share = sum(found.values()) / total
    assert share <= MOST, (
        f"레슨의 줄 가운데 {share:.1%}가 검사다. lessons.arrays와 lessons.scalars를 "
        "쓴다. 많은 곳: " + ", ".join(f"{f.name} {found[f]}줄" for f in most)
    )

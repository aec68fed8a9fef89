"""블록의 머리에 선 import 줄을 한 줄로 접는다. 보이는 코드는 생각이 시작되는 줄부터다.

펼치는 것은 체크박스라 JavaScript 없이, 자판으로도 된다. 접힌 줄도 글에는 그대로 있어서
실행과 고치기는 온전한 코드를 쓰고, 복사할 때는 스타일이 펴 준다.
"""

import ast
import re

from sitegen.book import page
from sitegen.stages import runner
from sitegen.stages.context import Context

PRE = re.compile(r"<pre><span></span><code[^>]*>")
TAG = re.compile(r"<(/?)span\b[^>]*>")


def run(html: str, context: Context) -> str:
    if not context.python:  # 실습의 칸은 앞 칸에 이어지니 다 보인다
        return html
    pieces, end = [], 0
    pairs = zip(runner.openings(html, context), context.python, strict=True)
    for number, (opening, block) in enumerate(pairs, 1):
        pre = PRE.search(html, opening.end())
        close = html.index(runner.CLOSING, pre.end())
        code = folded(html[pre.end() : close], *lines(block))
        if code:
            count = sum(map(bool, re.sub("<[^>]*>", "", code[1]).split("\n")))
            name = f"imports-{number}"
            pieces += [html[end : pre.start()], _switch(name, count), pre[0], *code]
            end = close
    return "".join([*pieces, html[end:]])


def uses(context: Context) -> list[tuple]:
    return [(block.code, block.includes) for block in context.python]


def lines(block: page.Block) -> tuple[int, int]:
    """import가 시작하는 줄과, 그 뒤의 빈 줄까지 끝나는 줄. 접을 것이 없으면 같다."""
    if any("/exercises/" in name for name in block.includes):
        return 0, 0  # 고치라고 준 코드는 다 보인다
    try:
        body = ast.parse(block.code).body
    except SyntaxError:
        return 0, 0
    kinds = ast.Import, ast.ImportFrom
    count = next((i for i, node in enumerate(body) if not isinstance(node, kinds)), 0)
    if not count:
        return 0, 0
    written = block.code.split("\n")
    end = body[count - 1].end_lineno
    while not written[end].strip():
        end += 1
    return body[0].lineno - 1, end


def folded(code: str, first: int, last: int) -> list[str] | None:
    """접힐 줄의 앞, 접힐 줄, 뒤. 색을 칠한 태그가 그 사이에 걸치면 접지 않는다."""
    split = code.split("\n")
    parts = ["\n".join(part) for part in (split[:first], split[first:last])]
    before, inside = (f"{part}\n" if part else "" for part in parts)
    if not inside or not (balanced(before) and balanced(inside)):
        return None
    after = "\n".join(split[last:])
    return [before, f'<span class="import-lines">{inside}</span>', after]


def balanced(html: str) -> bool:
    depth = 0
    for tag in TAG.finditer(html):
        depth += -1 if tag[1] else 1
        if depth < 0:
            return False
    return depth == 0


def _switch(name: str, count: int) -> str:
    return (
        f'<input class="imports" type="checkbox" id="{name}">'
        f'<label for="{name}" data-search-exclude>import {count}줄</label>'
    )

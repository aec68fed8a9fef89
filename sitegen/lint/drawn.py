"""그린 것과 보인 것: 블록을 돌려 그림의 수를 세고 페이지의 그림과 맞춘다.

돌린 것은 블록의 시험과 출력이 쓰는 그 실행이므로 두 번 돌리지 않는다.
"""

from collections.abc import Iterator

from sitegen.base.problem import Problem
from sitegen.book.page import Block, Page
from sitegen.running import execution, receipts


def check(read: Page) -> Iterator[Problem]:
    shown: dict = {}
    for figure in read.figures:
        shown.setdefault(figure.program, {})[figure.number] = figure
    blocks = [block for block in read.runnable if _may_draw(block)]
    results = execution.all_of(block.code for block in blocks)
    for block in blocks:
        drawn = len(results[block.code].figures)
        mine = shown.get(block.program, {}) if block.program else {}
        if block.program and not mine and "plt.show(" in block.code:
            continue  # sources가 돌려 보지 않고 알린다
        for number in set(mine) - set(range(1, drawn + 1)):
            message = (
                f"{number}번째 그림을 보이는데 프로그램은 {drawn}개를 그린다. 맞춘다."
            )
            yield Problem(read.path, mine[number].line, message)
        if missing := sorted(set(range(1, drawn + 1)) - set(mine)):
            yield Problem(read.path, block.line, _missing(block, drawn, missing[0]))


def _may_draw(block: Block) -> bool:
    # 채점받을 답은 그림을 그려도 페이지에 싣지 않는다. 긴 프로그램은 그리지 않는다
    answer = block.program is not None and "exercises" in block.program.parts
    draws = "matplotlib" in block.code or "plotting" in block.code
    python = block.language == "python"
    wrong = block.fails or answer or receipts.is_long(block.code)
    return python and draws and not wrong


def _missing(block: Block, drawn: int, number: int) -> str:
    if block.program is None:
        return (
            "그림을 그리는 코드인데 그림이 없다. 코드를 snippets/의 파일에 두고 그 "
            "아래에 그림의 줄을 쓴다."
        )
    suffix = f"-{number}" if number > 1 else ""
    name = f"figures/{block.program.parent.name}/{block.program.stem}{suffix}.svg"
    return (
        f"그림 {drawn}개를 그리는데 {number}번째 그림이 없다. 블록 아래에 "
        f"`![무엇을 볼지]({name})` 줄을 쓴다."
    )

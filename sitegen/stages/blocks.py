"""오래 걸린 블록에 걸린 시간을, 흔들리는 출력에 허용 오차를 적는다."""

from sitegen.book import page as pages
from sitegen.running import receipts, tolerance
from sitegen.stages.context import Context
from sitegen.stages.runner import block_end, openings

TITLE = '<span class="filename">출력</span>'


def run(html: str, context: Context) -> str:
    blocks = context.python
    if not any(map(told, blocks)):
        return html
    starts = [opening.start() for opening in openings(html, context)]
    parts = [html[: starts[0]]]
    for block, start, end in zip(blocks, starts, [*starts[1:], None], strict=True):
        parts.append(marked(html[start:end], block))
    return "".join(parts)


def uses(context: Context) -> list[tuple]:
    return [(block.code, block.output is None, took(block)) for block in context.python]


def took(block: pages.Block) -> int:
    """긴 프로그램이 걸린 초. 긴 것이 아니거나 아직 돌리지 않았으면 0"""
    long = receipts.is_long(block.code) and block.program
    if not long or not receipts.path(long).is_file():
        return 0
    return max(1, round(receipts.read(long).seconds))


def told(block: pages.Block) -> bool:
    return bool(tolerance.label(block.code)) or receipts.is_long(block.code)


def marked(html: str, block: pages.Block) -> str:
    """블록에서 다음 블록 앞까지의 HTML."""
    spread = tolerance.label(block.code)
    if spread and block.output is not None:
        label = f'<span class="filename">출력 <small>{spread}</small></span>'
        html = html.replace(TITLE, label, 1)
    if seconds := took(block):
        said = f"이 프로그램은 이 책의 컴퓨터에서 {seconds}초 걸렸다."
        end = block_end(html, 0, block.output is not None)
        html = f'{html[:end]}<p class="run-took">{said}</p>{html[end:]}'
    return html

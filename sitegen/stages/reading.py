"""보조 기술과 좁은 화면에서도 읽히게 표와 코드를 고친다."""

import re
from html import unescape

from sitegen.book.hangul import columns
from sitegen.stages.context import Context

EMPTY_HEADING = re.compile(r"<th([^>]*)>\s*</th>")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
CODE = re.compile(r"(?<=<pre><span></span>)<code>(.*?)</code>", re.DOTALL)
PHONE_COLUMNS = 36
UNCOLOURED = re.compile(r'<span class="(?:n|p|o|w|bp)">([^<]*)</span>')


def run(html: str, context: Context) -> str:
    # 표의 빈 머리 칸을 보조 기술은 이름 없는 열로 읽는다.
    html = EMPTY_HEADING.sub(r"<td\1></td>", html)
    # 긴 장의 요소 넷 가운데 하나는 본문과 같은 색으로 칠하는 낱말이다.
    html = UNCOLOURED.sub(r"\1", html)
    html = CODE.sub(reachable, html)
    # 테마는 표를 상자에 담아 옆으로 밀게 한다. 본문의 바로 아래에서 바꾸면 나머지의
    # 모양까지 다시 셈하므로 미리 한 겹 싸 둔다.
    html = TABLE.sub(r'<div class="table">\g<0></div>', html)
    # 종이에는 바깥 링크의 주소를 적는다. 화면에서는 테마가 모든 주소를 http로 바꾼다.
    return html.replace('<a href="http', '<a rel="external" href="http')


def reachable(match: re.Match) -> str:
    """휴대 전화에서 옆으로 밀어야 하는 코드는 자판으로도 닿게 한다."""
    lines = unescape(re.sub("<[^>]+>", "", match[1])).split("\n")
    if max(map(columns, lines)) <= PHONE_COLUMNS:
        return match[0]
    return f'<code tabindex="0">{match[1]}</code>'

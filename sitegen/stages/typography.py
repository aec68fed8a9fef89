"""닫는 괄호와 따옴표에 붙은 조사가 다음 줄로 떨어지지 않게 한다.

CSS의 keep-all은 글자 사이만 지켜서, '학습률(learning rate)이다'의 '이다'를 떼어 놓는다.
보이지 않는 글자(U+2060)로 붙여 둔다. 코드와 꼬리표의 속성은 건드리지 않는다.
"""

import re

from sitegen.stages.context import Context

WORD_JOINER = "\u2060"
MARKUP = re.compile(
    r"(<(?P<name>pre|code|script|style|title|textarea|math)\b.*?</(?P=name)>|<[^>]*>)",
    re.DOTALL,
)
CLOSING = ")]’”」』%"
LOOSE = re.compile(f"(?<=[{re.escape(CLOSING)}])(?=[가-힣])")
AFTER_CODE = re.compile(rf"[{re.escape(CLOSING)}](</span>)*</code>$")


def run(html: str, context: Context) -> str:
    return glue(html)


def glue(html: str) -> str:
    pieces, end, before = [], 0, ""
    for match in MARKUP.finditer(html):
        pieces += [_glue_text(html[end : match.start()], before), match[0]]
        end, before = match.end(), match[0]
    return "".join([*pieces, _glue_text(html[end:], before)])


def _glue_text(text: str, before: str) -> str:
    if "가" <= text[:1] <= "힣" and AFTER_CODE.search(before[-40:]):
        text = WORD_JOINER + text
    return LOOSE.sub(WORD_JOINER, text)

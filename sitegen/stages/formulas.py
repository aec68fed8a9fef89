"""수식의 TeX를, 짓는 때에 KaTeX로 그려 둔 것으로 바꾼다. 페이지에는 스크립트가 없다."""

import html
import re

from sitegen.faces import fonts, katex
from sitegen.faces.katex import ELEMENT, Formula
from sitegen.stages.context import Context

# 거의 모든 수식이 쓰는 글꼴. 나머지는 쓰는 페이지만 받는다.
PRELOADED = ("KaTeX_Main-Regular", "KaTeX_Math-Italic")

# 브라우저는 수식에 붙은 조사와 괄호를 다음 줄로 떼어 놓는다. 한 어절로 묶는다.
WORD = re.compile(r'<span class="arithmatex">[^<]*</span>([^\s<>]*)')
EDGE = re.compile(r"[\s<>]")
BASE = '<span class="katex-base">'  # 줄을 바꾸어도 되는 덩어리
LABEL = re.compile(r'(?<=<span class="md-ellipsis">).*?(?=</span>)', re.DOTALL)
INLINE = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
BODY = re.compile("<body[^>]*>")


def uses(context: Context) -> tuple[str, ...]:
    return katex.tools()


def run(output: str, context: Context) -> str:
    output, count = ELEMENT.subn(_replace, words(output))
    if not count:
        return output
    output = LABEL.sub(lambda m: INLINE.sub(_inline, m[0]), output)
    base = f"{context.base}{katex.FOLDER}"
    sheet = f'<link rel="stylesheet" href="{base}/{katex.stylesheet_name()}">'
    # <head>에 두면 테마가 페이지를 옮길 때 옮겨 심어, 이미 쓰는 글꼴을 또 받는다.
    files = [f"{base}/fonts/{name}.woff2" for name in PRELOADED]
    links = "".join(map(fonts.PRELOAD.format, files))
    output = output.replace("</head>", sheet + "</head>", 1)
    return BODY.sub(lambda match: match[0] + links, output, count=1)


def _replace(match: re.Match) -> str:
    drawn = katex.drawn[katex.formula(match)]
    if match[1] == "span":
        drawn = drawn.replace(BASE, f"<wbr>{BASE}").replace("<wbr>", "", 1)
        return f'<span class="arithmatex">{drawn}</span>'
    # 좁은 화면에서 긴 수식은 제자리에서 옆으로 구른다. 자판으로도 굴릴 수 있게 한다.
    scroll = 'tabindex="0" role="group" aria-label="수식"'
    numbered = " numbered" if 'class="katex-tag"' in drawn else ""
    return f'<div class="arithmatex{numbered}" {scroll}>{drawn}</div>'


def words(output: str) -> str:
    """수식과 그 앞뒤에 붙은 글을 한 낱말로. 앞의 글은 수식에서 거꾸로 찾는다."""
    pieces, end = [], 0
    for match in WORD.finditer(output):
        start = match.start()
        while start > end and not EDGE.match(output[start - 1]):
            start -= 1
        joined = 0 < start == end and output[end - 1] != ">"  # 앞의 낱말에 이어진다
        if not joined and (match[1] or start < match.start()):
            word = f'<span class="word">{output[start : match.end()]}</span>'
            pieces += [output[end:start], word]
            end = match.end()
    return "".join([*pieces, output[end:]])


def _inline(match: re.Match) -> str:
    formula = Formula(html.unescape(match[1]).strip(), display=False)
    return katex.drawn.get(formula, match[0])

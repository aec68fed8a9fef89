"""그림 하나를 밝은 것과 어두운 것 둘로. 크기를 적어 글이 밀리지 않게 한다."""

import re
from html import escape
from urllib.parse import urljoin

from sitegen.stages.context import Context

# 그림만 든 문단과, 바로 아래의 기울임 한 줄인 설명
PARAGRAPH = re.compile(
    r"<p>(?P<image><img [^>]*figures/[^>]*>)</p>"
    r"(?:\s*<p>(?P<caption><em>(?:(?!</?p>).)*</em>)</p>)?",
    re.DOTALL,
)
WIDGET = re.compile(r'<p>(?=<[a-z-]+ class="widget")')
IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)" src="(?P<src>[^"]*figures/[^"]+\.svg)"')


def run(html: str, context: Context) -> str:
    def pair(match: re.Match) -> str:
        drawing = context.drawings[urljoin(context.url, match["src"])]
        size = f'width="{drawing.width}" height="{drawing.height}" loading="lazy"'
        alt = (
            escape(match["alt"], quote=True)
            if "&" not in match["alt"]
            else match["alt"]
        )
        light, dark = match["src"], match["src"].removesuffix(".svg") + ".dark.svg"
        return (
            f'<img alt="{alt}" src="{light}#only-light" {size}>'
            f'<img alt="{alt}" src="{dark}#only-dark" {size}'
        )

    html = WIDGET.sub('<p class="playground">', PARAGRAPH.sub(classes, html))
    return IMAGE.sub(pair, html)


def classes(match: re.Match) -> str:
    """스타일이 `:has()`로 찾으면 화면을 고칠 때마다 페이지를 다시 훑는다."""
    figure = f'<p class="figure">{match["image"]}</p>'
    caption = match["caption"]
    return figure + (f'\n<p class="caption">{caption}</p>' if caption else "")

"""MkDocs 훅: 페이지가 부르는 그림을 그려 사이트에 넣는다."""

import re
from html import escape
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from sitegen import figures, page, site
from sitegen.problem import Problems

# 그림만 든 문단과, 바로 아래의 기울임 한 줄인 설명
PARAGRAPH = re.compile(
    r"<p>(?P<image><img [^>]*figures/[^>]*>)</p>"
    r"(?:\s*<p>(?P<caption><em>(?:(?!</?p>).)*</em>)</p>)?",
    re.DOTALL,
)
WIDGET = re.compile(r'<p>(?=<[a-z-]+ class="widget")')
IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)" src="(?P<src>[^"]*figures/[^"]+\.svg)"')
_drawings: dict[str, figures.Drawing] = {}
_figures: dict[tuple[Path, int], list[page.Figure]] = {}


def _figures_of(path: Path) -> list[page.Figure]:
    """바뀌지 않은 페이지는 다시 읽지 않는다. 그림은 페이지의 글에만 달려 있다."""
    key = path, path.stat().st_mtime_ns
    if key not in _figures:
        quick = "figures/" in path.read_text(encoding="utf-8")
        _figures[key] = page.read(path).figures if quick else []
    return _figures[key]


def on_files(files, config):
    wanted = [f for path in site.pages() for f in _figures_of(path)]
    try:
        _drawings.clear()
        _drawings.update(figures.draw(wanted))
    except Problems as problems:
        raise PluginError(f"그림을 만들지 못했다.\n{problems}") from None
    for drawing in _drawings.values():
        pairs = (drawing.uri, drawing.light), (drawing.dark_uri, drawing.dark)
        for uri, path in pairs:
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def on_page_content(html, page, config, files):
    """그림 하나를 밝은 것과 어두운 것 둘로. 크기를 적어 글이 밀리지 않게 한다."""

    def pair(match):
        parts = match["src"].split("figures/", 1)
        uri = next(u for u in _drawings if u.endswith("figures/" + parts[1]))
        drawing = _drawings[uri]
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

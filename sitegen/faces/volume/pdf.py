"""부마다 PDF 한 권: 꼬리표와 책갈피가 있고, 차례에 쪽 번호가 있다.

Chromium이 찍는다. 차례의 쪽 번호는 한 번 찍어 보아야 알므로 두 번 찍는다.
"""

import io
import logging
import re
from html import escape
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from bs4 import Tag
from playwright.sync_api import sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject

from sitegen.base import browser
from sitegen.book import site
from sitegen.faces import fonts, katex
from sitegen.faces.volume import leaves
from sitegen.faces.volume.leaves import BACK, Leaf

STYLES = Path(__file__).with_name("epub.css"), Path(__file__).with_name("pdf.css")
LONG = 45  # 줄. 이보다 긴 코드는 쪽을 넘어가도 된다
PAGE = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="katex.css"><style>{style}</style></head>
<body>{body}</body></html>
"""
NODE = re.compile(rb"\(node\d{8}\)")
logging.getLogger("pypdf").setLevel(logging.ERROR)  # Chromium은 객체의 수를 적게 적는다


def make(title: str, bound: list[Leaf], folder: Path) -> bytes:
    """bound: 이 권의 잎들. folder: 지은 사이트"""
    body = body_of(bound)
    shown = fonts.characters(body + title)
    with TemporaryDirectory() as temporary, sync_playwright() as play:
        work = Path(temporary)
        copytree(folder / katex.FOLDER / "fonts", work / "fonts")
        (work / "katex.css").write_text(katex.stylesheet(), encoding="utf-8")
        for weight in fonts.WEIGHTS:
            data = fonts.web_font(weight, sorted(shown & fonts.glyphs(weight)))
            (work / f"fonts/gaeron-sans-{weight}.woff2").write_bytes(data)
        arguments = [*browser.ARGUMENTS, "--allow-file-access-from-files"]
        chrome = play.chromium.launch(
            executable_path=browser.executable(), args=arguments
        )
        page = chrome.new_page()

        def printed(numbers: dict[str, int]) -> bytes:
            front = _cover(title) + _contents(bound, numbers)
            style = "".join(path.read_text(encoding="utf-8") for path in STYLES)
            told = PAGE.format(title=escape(title), style=style, body=front + body)
            place = work / "book.html"
            place.write_text(told.replace("{site}", folder.resolve().as_uri()), "utf-8")
            page.goto(place.as_uri(), wait_until="load")
            page.evaluate("document.fonts.ready")
            return page.pdf(
                prefer_css_page_size=True,
                print_background=True,
                tagged=True,
                outline=True,
            )

        first = printed({})
        made = printed(_numbers(first))
        chrome.close()
    return _steady(made, title)


def body_of(bound: list[Leaf]) -> str:
    """잎들의 글, 그리고 맨 뒤에 힌트와 풀이"""
    shelf = {leaf.url: leaf for leaf in bound}
    for leaf in bound:
        for part in [leaf.body, *leaf.answers]:
            _point(part, leaf, shelf)
    parts = []
    for leaf in bound:
        inside = leaf.body.decode_contents(formatter="minimal")
        parts.append(f'<section class="leaf" id="{leaf.name}">{inside}</section>')
    if answered := [leaf for leaf in bound if leaf.answers]:
        parts.append(f'<section class="leaf" id="back"><h1>{BACK}</h1>')
        for leaf in answered:
            parts.append(f"<h2>{escape(leaf.title)}</h2>")
            parts += [answer.decode(formatter="minimal") for answer in leaf.answers]
        parts.append("</section>")
    return "".join(parts)


def _point(place: Tag, leaf: Leaf, shelf: dict[str, Leaf]) -> None:
    """한 문서에 모으므로 자리마다 잎의 이름을 앞에 붙인다."""

    def named(other: Leaf, anchor: str) -> str:
        return "#" + _place(other, anchor)

    leaves.point(place, leaf, shelf, named)
    for tag in [place, *place.find_all(id=True)]:
        if tag.has_attr("id"):
            tag["id"] = _place(leaf, tag["id"])
    for image in place.find_all("img"):
        if "dark" in image.get("class", ""):
            image.decompose()
        else:
            image["src"] = "{site}/" + image["src"]
    for code in place.find_all("pre"):
        code["class"] = "long" if code.get_text().count("\n") > LONG else "short"


def _place(leaf: Leaf, anchor: str) -> str:
    return f"{leaf.name}--{anchor}" if anchor else leaf.name


def _cover(title: str) -> str:
    config = site.config()
    name, url = escape(config.site_name), escape(config.site_url)
    part = "" if title == config.site_name else f"<p>{escape(title)}</p>"
    return (
        f'<section class="cover"><h1>{name}</h1>{part}'
        f"<p>{escape(config.site_description)}</p>"
        f'<p><a href="{url}">{url}</a></p><p>CC BY 4.0</p></section>'
    )


def _contents(bound: list[Leaf], numbers: dict[str, int]) -> str:
    """쪽 번호를 아직 모르면 자리만 비워 둔다."""

    def row(place: str, text: str, kind: str) -> str:
        number = numbers.get(place, 0)
        return (
            f'<li class="{kind}"><a href="#{escape(place)}"><span>{escape(text)}</span>'
            f'<span class="number">{number or "000"}</span></a></li>'
        )

    rows = []
    for leaf in bound:
        rows.append(row(leaf.name, leaf.heading, "chapter"))
        for anchor, title in leaf.sections:
            rows.append(row(_place(leaf, anchor), title, "section"))
    if any(leaf.answers for leaf in bound):
        rows.append(row("back", BACK, "chapter"))
    head = '<nav class="contents"><h1 id="contents">차례</h1>'
    return f"{head}<ol>{''.join(rows)}</ol></nav>"


def _numbers(data: bytes) -> dict[str, int]:
    """이름 붙은 자리마다의 쪽 번호"""
    reader = PdfReader(io.BytesIO(data))
    found = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[unquote(name.lstrip("/"))] = number + 1
    return found


def _steady(data: bytes, title: str) -> bytes:
    """찍은 때와, 찍을 때마다 다른 요소의 번호를 지운다. 같은 글은 같은 바이트다."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.metadata = {
        "/Title": title,
        "/Author": site.config().site_name,
        "/Subject": site.config().site_description,
    }
    writer._ID = ArrayObject([ByteStringObject(b"\0" * 16)] * 2)
    out = io.BytesIO()
    writer.write(out)
    made = out.getvalue()
    order = {n: i for i, n in enumerate(sorted(set(NODE.findall(made))))}
    return NODE.sub(lambda m: b"(node%08d)" % order[m[0]], made)

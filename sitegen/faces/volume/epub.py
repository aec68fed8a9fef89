"""EPUB 3 한 권. 같은 사이트에서는 늘 같은 바이트가 나온다."""

import io
import mimetypes
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from sitegen.book import site
from sitegen.faces import dates, fonts
from sitegen.faces.volume import leaves
from sitegen.faces.volume.leaves import BACK, Leaf

STYLE = Path(__file__).with_name("epub.css")
EARLIEST = (1980, 1, 1, 0, 0, 0)
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf"
 media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="ko" xml:lang="ko">
<head><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body{kind}>
{body}
</body>
</html>
"""
ACCESS = {
    "schema:accessMode": ("textual", "visual"),
    "schema:accessModeSufficient": ("textual",),
    "schema:accessibilityFeature": (
        "MathML",
        "alternativeText",
        "structuralNavigation",
        "tableOfContents",
    ),
    "schema:accessibilityHazard": ("none",),
    "schema:accessibilitySummary": (
        "수식은 MathML이고 그림마다 설명이 있다. 차례에서 절마다 갈 수 있다.",
    ),
}


@dataclass(frozen=True)
class Section:
    """부 하나: 제목과 그 잎들"""

    title: str
    leaves: list[Leaf]


@dataclass(frozen=True)
class Item:
    name: str
    data: bytes
    properties: str = ""
    spine: bool = False

    @property
    def media(self) -> str:
        known = {".xhtml": "application/xhtml+xml", ".woff2": "font/woff2"}
        suffix = Path(self.name).suffix
        return known.get(suffix) or mimetypes.types_map[suffix]


def make(sections: list[Section]) -> bytes:
    shelf = {leaf.url: leaf for s in sections for leaf in s.leaves}
    every = list(shelf.values())
    answered = [leaf for leaf in every if leaf.answers]
    images = {where: file for leaf in every for where, file in leaf.images.items()}
    body = [_page(leaf, shelf) for leaf in every]
    back = [_answers(leaf, shelf) for leaf in answered]
    shown = fonts.characters("".join(i.data.decode() for i in [*body, *back]))
    items = [
        Item("nav.xhtml", _nav(sections, answered).encode(), "nav", True),
        *body,
        *back,
        Item("style.css", STYLE.read_bytes()),
        *(_font(weight, shown) for weight in fonts.WEIGHTS),
        *(Item(f"images/{w}", f.read_bytes()) for w, f in sorted(images.items())),
    ]
    return _zip(items)


def _page(leaf: Leaf, shelf: dict[str, Leaf]) -> Item:
    _point(leaf.body, leaf, shelf)
    return _written(leaf.name, leaf.title, [leaf.body])


def _answers(leaf: Leaf, shelf: dict[str, Leaf]) -> Item:
    for answer in leaf.answers:
        _point(answer, leaf, shelf)
    title = f"{leaf.title}: {BACK}"
    head = BeautifulSoup(f"<h1>{escape(title)}</h1>", "html.parser")
    return _written(f"{leaf.name}-answers", title, [head, *leaf.answers])


def _written(name: str, title: str, parts: list[Tag]) -> Item:
    body = "\n".join(part.decode(formatter="minimal") for part in parts)
    math = "mathml" if "<math" in body else ""
    text = PAGE.format(title=escape(title), body=body, kind="")
    return Item(f"{name}.xhtml", text.encode(), math, True)


def _point(place: Tag, leaf: Leaf, shelf: dict[str, Leaf]) -> None:
    """링크와 그림을 책 속의 자리로."""

    def named(other: Leaf, anchor: str) -> str:
        file = f"{other.name}-answers" if anchor in other.back else other.name
        return f"{file}.xhtml" + (f"#{anchor}" if anchor else "")

    leaves.point(place, leaf, shelf, named)
    for image in place.find_all("img"):
        image["src"] = f"images/{image['src']}"


def _nav(sections: list[Section], answered: list[Leaf]) -> str:
    def entry(leaf: Leaf) -> str:
        heads = [
            f'<li><a href="{leaf.name}.xhtml#{escape(place)}">{escape(title)}</a></li>'
            for place, title in leaf.sections
        ]
        inside = f"<ol>{''.join(heads)}</ol>" if heads else ""
        heading = escape(leaf.heading)
        return f'<li><a href="{leaf.name}.xhtml">{heading}</a>{inside}</li>'

    parts = [
        f"<li><span>{escape(section.title)}</span>"
        f"<ol>{''.join(map(entry, section.leaves))}</ol></li>"
        for section in sections
    ]
    back = "".join(
        f'<li><a href="{leaf.name}-answers.xhtml">{escape(leaf.title)}</a></li>'
        for leaf in answered
    )
    parts.append(f"<li><span>{BACK}</span><ol>{back}</ol></li>")
    toc = f'<nav epub:type="toc" id="toc"><h1>차례</h1><ol>{"".join(parts)}</ol></nav>'
    return PAGE.format(title="차례", body=toc, kind=' epub:type="frontmatter"')


def _font(weight: int, shown: set[str]) -> Item:
    data = fonts.web_font(weight, sorted(shown & fonts.glyphs(weight)))
    return Item(f"fonts/gaeron-sans-{weight}.woff2", data)


def _package(items: list[Item]) -> str:
    config = site.config()
    history = dates.history(site.DOCS).values()
    last = max((past.edited or 0 for past in history), default=0)
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, config.site_url)
    ids = {item.name: f"i{number}" for number, item in enumerate(items)}
    manifest = "\n".join(
        f'<item id="{ids[i.name]}" href="{escape(i.name)}" media-type="{i.media}"'
        + (f' properties="{i.properties}"' if i.properties else "")
        + "/>"
        for i in items
    )
    spine = "\n".join(f'<itemref idref="{ids[i.name]}"/>' for i in items if i.spine)
    access = "\n".join(
        f'<meta property="{name}">{value}</meta>'
        for name, values in ACCESS.items()
        for value in values
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
 xml:lang="ko" prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{escape(config.site_name)}</dc:title>
<dc:language>ko</dc:language>
<dc:creator>{escape(config.site_author or config.site_name)}</dc:creator>
<dc:description>{escape(config.site_description)}</dc:description>
<dc:rights>CC BY 4.0</dc:rights>
<dc:source>{escape(config.site_url)}</dc:source>
<meta property="dcterms:modified">{_utc(last)}</meta>
{access}
</metadata>
<manifest>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def _utc(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _zip(items: list[Item]) -> bytes:
    out = io.BytesIO()

    def files() -> Iterator[tuple[str, bytes, int]]:
        yield "mimetype", b"application/epub+zip", zipfile.ZIP_STORED
        yield "META-INF/container.xml", CONTAINER.encode(), zipfile.ZIP_DEFLATED
        package = _package(items).encode()
        yield "EPUB/package.opf", package, zipfile.ZIP_DEFLATED
        for item in items:
            yield f"EPUB/{item.name}", item.data, zipfile.ZIP_DEFLATED

    with zipfile.ZipFile(out, "w") as book:
        for name, data, how in files():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = how
            book.writestr(info, data, compresslevel=9)
    return out.getvalue()

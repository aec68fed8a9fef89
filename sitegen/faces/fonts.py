"""Pretendard에서 이 책이 쓰는 글자만 잘라 글꼴을 만든다.

Pretendard의 라이선스(OFL)는 고친 글꼴에 그 이름을 쓰지 못하게 한다. 그래서 잘라 낸
글꼴은 이름을 Gaeron Sans로 바꾼다.
"""

import html
import io
import json
import logging
import os
import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from sitegen.base import keep
from sitegen.base.paths import ROOT

# KaTeX의 글꼴에는 만든 날이 비어 있다
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)

PRETENDARD = ROOT / "node_modules" / "pretendard"
CODE_HERE = keep.code(__file__)
PRELOAD = '<link rel="preload" as="font" type="font/woff2" href="{}" crossorigin>'
WEIGHTS = {400: "Regular", 700: "Bold"}
WEB_NAME, WEB_FEATURES = "Gaeron Sans", ["kern", "tnum"]
# 윤곽의 눈금. 큰 제목을 세 배로 촘촘한 화면에서 보아도 반 눈금은 한 점의 십분의 일이고,
# 파일은 2048일 때보다 오분의 일이 작다.
WEB_UNITS, WEB_ASCENT, WEB_DESCENT = 512, 488, 124

KS_X_1001_HANGUL = frozenset(
    bytes((row, cell)).decode("euc-kr")
    for row in range(0xB0, 0xC9)
    for cell in range(0xA1, 0xFF)
)
ASCII = frozenset(map(chr, range(0x20, 0x7F)))
PLOT_RANGES = (
    (0x20, 0x7E),  # 로마자
    (0xA0, 0xFF),  # 라틴-1
    (0x391, 0x3C9),  # 그리스 문자
    (0x2010, 0x203B),  # 문장 부호
    (0x2070, 0x209C),  # 위 첨자와 아래 첨자
    (0x2190, 0x21FF),  # 화살표
    (0x2200, 0x22FF),  # 수학 기호
    (0x2460, 0x2473),  # 동그라미 숫자
    (0x25A0, 0x25FF),  # 도형
    (0x3001, 0x3015),  # 낫표와 괄호
    (0x3131, 0x3163),  # 낱자
)
PLOT_CHARACTERS = KS_X_1001_HANGUL | {
    chr(code) for first, last in PLOT_RANGES for code in range(first, last + 1)
}

# 굵게 보이는 곳: 제목, 강조, 표의 머리, 접히는 칸의 제목, 차례와 단추
BOLD = re.compile(
    r"<(h[1-6]|strong|b|th|dt|summary|label|button)\b[^>]*>(.*?)</\1>"
    r'|<(p|span|a|div)\b[^>]*\bclass="[^"]*'
    r"\b(?:admonition-title|filename|md-ellipsis|md-tag|md-button|footnote-ref)"
    r'\b[^"]*"[^>]*>(.*?)</\3>',
    re.DOTALL,
)


def characters(text: str) -> set[str]:
    """HTML이나 JSON에 숨은 꼴(&amp;, \\uAC00)까지 풀었을 때 보이는 글자."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    return {c for c in set(html.unescape(text)) if c.isprintable()}


def bold_characters(page: str) -> set[str]:
    return characters("".join(m[2] or m[4] or "" for m in BOLD.finditer(page)))


def cut(
    source: Path,
    characters: Iterable[str],
    family: str,
    style: str,
    *,
    features: Iterable[str] = (),
    flavor: str | None = None,
    web: bool = False,
) -> bytes:
    """`source`에서 `characters`만 남기고 이름을 바꾼 글꼴. 늘 같은 바이트가 나온다."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        hinting=False,
        glyph_names=False,
        layout_features=list(features),
        name_IDs=[0, 13, 14],  # 저작권과 라이선스. OFL이 지니고 다니라고 한다.
        drop_tables=[*Options().drop_tables, "DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    full, postscript = f"{family} {style}", f"{family.replace(' ', '')}-{style}"
    for name_id, text in {1: family, 2: style, 3: full, 4: full, 6: postscript}.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    if web:
        coarsen(font)
    font.flavor = flavor
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def coarsen(font: TTFont) -> None:
    """눈금을 굵게. 줄의 높이는 어느 브라우저가 어느 표를 읽든 같다."""
    scale_upem(font, WEB_UNITS)
    line, system = font["hhea"], font["OS/2"]
    line.ascent = system.sTypoAscender = system.usWinAscent = WEB_ASCENT
    system.usWinDescent = WEB_DESCENT
    line.descent = system.sTypoDescender = -WEB_DESCENT


def web_font(weight: int, characters: Iterable[str]) -> bytes:
    """`characters`만 담은 woff2."""
    style = WEIGHTS[weight]
    return _cut_once(_ttf(style), characters, WEB_NAME, style, WEB_FEATURES)


@cache
def glyphs(weight: int) -> frozenset[str]:
    """자르지 않은 글꼴에 있는 글자. 없는 글자를 있다고 하면 다른 글꼴까지 받는다."""
    with TTFont(_ttf(WEIGHTS[weight]), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def maths_font(source: Path, characters: Iterable[str]) -> bytes:
    """KaTeX의 글꼴 하나에서 책의 수식에 나오는 글자만 남긴 woff2."""
    family, _, style = source.stem.partition("-")
    return _cut_once(source, characters, family, style, ["*"])


def make(wanted: Iterable[tuple[int, Iterable[str]]]) -> None:
    """web_font로 곧 물을 것들을 나란히 잘라 간직한다.

    온 글꼴에서 하나씩 자르면 그때마다 만여 글자의 표를 읽는다. 물을 글자만 남긴 것을
    한 번 만들어 거기서 자르면 같은 바이트가 절반의 시간에 나온다.
    """
    sets: dict[int, set[str]] = {}
    for weight, characters in wanted:
        text = "".join(sorted(characters))
        if keep.find("fonts", _web_key(weight, text)) is None:
            sets.setdefault(weight, set()).add(text)
    if sum(map(len, sets.values())) < 3:  # 한둘이면 나누는 품이 더 든다
        return
    context = get_context("spawn")
    with (
        TemporaryDirectory() as folder,
        ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool,
    ):
        bases = {w: Path(folder, f"{w}.ttf") for w in sets}
        every = [
            (bases[w], w, "".join(sorted(set().union(*t)))) for w, t in sets.items()
        ]
        list(pool.map(_cut_base, every))
        jobs = [
            (bases[w], w, text)
            for w, texts in sets.items()
            for text in sorted(texts, key=len, reverse=True)
        ]
        for (_, weight, text), data in zip(
            jobs, pool.map(_cut_small, jobs), strict=True
        ):
            keep.put("fonts", _web_key(weight, text), [data])


def _web_key(weight: int, text: str) -> tuple:
    style = WEIGHTS[weight]
    return _key(_ttf(style), text, WEB_NAME, style)


def _cut_base(job: tuple[Path, int, str]) -> None:
    base, weight, text = job
    style = WEIGHTS[weight]
    base.write_bytes(cut(_ttf(style), text, WEB_NAME, style, features=WEB_FEATURES))


def _cut_small(job: tuple[Path, int, str]) -> bytes:
    base, weight, text = job
    style = WEIGHTS[weight]
    options = {"features": WEB_FEATURES, "flavor": "woff2", "web": True}
    return cut(base, text, WEB_NAME, style, **options)


def _cut_once(
    source: Path,
    characters: Iterable[str],
    family: str,
    style: str,
    features: list[str],
) -> bytes:
    """같은 글꼴, 같은 글자, 같은 도구면 전에 만든 것을 쓴다."""
    text = "".join(sorted(characters))
    key = _key(source, text, family, style)

    def make() -> bytes:
        options = {"features": features, "flavor": "woff2", "web": family == WEB_NAME}
        return cut(source, text, family, style, **options)

    return keep.kept("fonts", key, make)


def _key(source: Path, text: str, family: str, style: str) -> tuple:
    tools = *keep.versions("fonttools", "brotli"), source.stat().st_size
    return text, family, style, tools, CODE_HERE


def blank_font(width: int, ascent: int, descent: int) -> bytes:
    """한글 자리만 지키는 빈 글꼴. 단위는 2048분의 1 em이다.

    한글 글꼴이 없는 기기에서 우리 글꼴을 기다리는 동안 네모가 보이거나, 글꼴이 온
    다음에 줄이 다시 나뉘지 않게 한다.
    """
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", "hangul"])
    builder.setupCharacterMap({0xAC00: "hangul"})
    syllables = CmapSubtable.newSubtable(13)
    syllables.platformID, syllables.platEncID, syllables.language = 3, 10, 0
    syllables.cmap = {code: "hangul" for code in range(0xAC00, 0xD7A4)}
    builder.font["cmap"].tables.append(syllables)
    pen = TTGlyphPen(None)  # 윤곽이 하나도 없는 글꼴은 브라우저가 거절한다
    pen.moveTo((0, 0))
    pen.lineTo((1, 0))
    pen.lineTo((1, 1))
    pen.closePath()
    builder.setupGlyf({".notdef": pen.glyph(), "hangul": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (width, 0), "hangul": (width, 0)})
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=-descent)
    builder.setupNameTable({"familyName": "Gaeron Blank", "styleName": "Regular"})
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.font.flavor = "woff2"
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def whole_font(weight: int) -> bytes:
    """자르지 않은 글꼴."""
    folder = PRETENDARD / "dist/web/static/woff2"
    return (folder / f"Pretendard-{WEIGHTS[weight]}.woff2").read_bytes()


def plot_fonts(dest: Path) -> None:
    """`lessons/plotting.py`가 쓰는 두 굵기와 라이선스를 `dest`에 쓴다."""
    for style in WEIGHTS.values():
        data = cut(_ttf(style), PLOT_CHARACTERS, "Gaeron Sans KR", style)
        (dest / f"GaeronSansKR-{style}.ttf").write_bytes(data)
    (dest / "OFL.txt").write_text(license_text(), encoding="utf-8")


def license_text() -> str:
    original = (PRETENDARD / "dist/LICENSE.txt").read_text(encoding="utf-8")
    return (
        f"Gaeron Sans is a renamed subset of Pretendard {pretendard_version()}. Only\n"
        "the glyphs this book needs were kept. The licence of Pretendard applies:\n\n"
        f"{original}"
    )


def pretendard_version() -> str:
    package = PRETENDARD / "package.json"
    if not package.is_file():
        raise FileNotFoundError("Pretendard가 없다. `npm ci`로 필요한 것을 갖춘다.")
    return json.loads(package.read_text(encoding="utf-8"))["version"]


def _ttf(style: str) -> Path:
    folder = PRETENDARD / "dist/public/static/alternative"
    return folder / f"Pretendard-{style}.ttf"


if __name__ == "__main__":
    plot_fonts(ROOT / "lessons" / "data" / "fonts")

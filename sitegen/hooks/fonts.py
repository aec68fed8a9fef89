"""MkDocs 훅: 사이트에 보이는 글자만 담은 글꼴을 만들어 모든 페이지에 잇는다.

여러 페이지에 나오는 글자는 한 벌에 모아 모든 페이지가 함께 쓰고, 나머지는 페이지마다
작은 글꼴에 담는다. 책이 길어져도 한 페이지가 받는 글꼴은 커지지 않는다. 어떤 글자가
보이는지는 모든 페이지를 만든 뒤에야 알기 때문에 자리를 비워 두었다가 나중에 적는다.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from sitegen import fonts, keep

PLACE = "<!-- Gaeron Sans -->"
CHARSET = '<meta charset="utf-8">'
FOLDER = "assets/fonts"
# 페이지의 글이 아니라 모양과 스크립트가 모든 페이지에 보이는 글
SPOKEN = "web/parts/*.ts", "web/runner/*.ts"
FURNITURE = "docs/assets/**/*.css", "overrides/**/*.js", *SPOKEN
# 단추처럼 스크립트가 굵게 적는 글은 그 따옴표 속에 있다
QUOTED = re.compile(r'"[^"\n]*"|`[^`]*`')
# 읽는 이가 무엇을 할 때 브라우저가 보이는 글: 오류, 채점의 귀띔, 실험 도구
LATER = ("lessons/**/*.py", "snippets/**/*.py", "web/**/*.ts")

HANGUL = "U+1100-11FF, U+3130-318F, U+A960-A97F, U+AC00-D7FF"
# 기다리는 동안 보일 글꼴. 너비를 우리 글꼴에 맞추어 글이 밀리지 않게 한다.
OUR_METRICS = OUR_WIDTH, OUR_ASCENT, OUR_DESCENT = 1770 / 2048, 1950 / 2048, 494 / 2048
ARIAL = ("ArialMT", "LiberationSans"), ("Arial-BoldMT", "LiberationSans-Bold")


@dataclass(frozen=True)
class Fallback:
    name: str
    scale: float
    postscript: tuple[tuple[str, ...], tuple[str, ...]]  # 보통 굵기와 굵은 것
    unicode_range: str = ""


FALLBACKS = (
    Fallback("Space", 0.90, ARIAL, "U+20"),
    Fallback("Latin", 1.02, ARIAL, "U+21-7E"),
    Fallback("Apple", 1, (("AppleSDGothicNeo-Regular",), ("AppleSDGothicNeo-Bold",))),
    Fallback("Malgun", OUR_WIDTH / 0.92, (("MalgunGothic",), ("MalgunGothicBold",))),
    Fallback(
        "Noto",
        OUR_WIDTH / 0.92,
        (
            ("NotoSansCJKkr-Regular", "NotoSansKR-Regular"),
            ("NotoSansCJKkr-Bold", "NotoSansKR-Bold"),
        ),
    ),
)

ALL = re.compile(r".*", re.DOTALL)
WIDGET = re.compile(r'<([a-z-]+) class="widget"')
WRITING = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)

VERSION = keep.code(__file__, fonts.__file__)
_serving = False
_pages: dict[Path, str] = {}
_shown: dict[int, dict[Path, set[str]]] = {400: {}, 700: {}}


def on_startup(command, dirty):
    global _serving
    _serving = command == "serve"


def on_pre_build(config):
    _pages.clear()
    _widget.cache_clear()
    for shown in _shown.values():
        shown.clear()


def on_post_page(output, page, config):
    up = "../" * page.url.count("/")
    return _leave_place(output, Path(page.file.abs_dest_path), up)


def on_post_template(output, template_name, config):
    if not template_name.endswith(".html"):
        return output
    base = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    return _leave_place(output, Path(config.site_dir, template_name), base)


def _leave_place(output: str, path: Path, base: str) -> str:
    _pages[path] = base
    if not _serving:
        said = set().union(*(_widget(tag) for tag in WIDGET.findall(output)))
        regular, bold = keep.kept("shown", (output, VERSION), lambda: shown(output))
        _shown[400][path], _shown[700][path] = regular | said, bold
    return output.replace(CHARSET, CHARSET + PLACE, 1)


def shown(output: str) -> tuple[set[str], set[str]]:
    """페이지에 보통 굵기로 보이는 글자와 굵게 보이는 글자."""
    return fonts.characters(WRITING.sub("", output)), fonts.bold_characters(output)


def on_post_build(config):
    folder = Path(config.site_dir, FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "OFL.txt").write_text(fonts.license_text(), encoding="utf-8")
    if _serving:  # 새 글자를 쓸 때마다 자르느라 기다리지 않게 한다
        shared = [_whole(folder, weight) for weight in fonts.WEIGHTS]
        later, extra = [], {path: [] for path in _pages}
    else:
        furniture, said = _read(FURNITURE), _read(LATER)
        core = {weight: common(c.values()) for weight, c in _shown.items()}
        core[400] |= furniture
        core[700] |= _read(SPOKEN, QUOTED)  # 굵은 것은 정말 굵게 보이는 글자만
        whole = {w: said.union(*c.values()) for w, c in _shown.items()}
        rest = {weight: whole[weight] - core[weight] for weight in core}
        shared = [_cut(folder, w, "core", c) for w, c in core.items()]
        # 페이지의 글꼴과 겹치는 글자를 두 번 받지 않도록 이름을 달리해 뒤에 세운다
        later = [_cut(folder, w, "rest", c) for w, c in rest.items() if c]
        later = [replace(face, family="Gaeron {} Rest") for face in later]
        extra = {path: _extra(folder, path, core) for path in _pages}
    sheet = _write(folder, "gaeron-sans", ".css", stylesheet(shared + later).encode())
    for path, base in _pages.items():
        head = _head(f"{base}{FOLDER}/", shared, extra[path], sheet)
        page = path.read_text(encoding="utf-8")
        path.write_text(page.replace(PLACE, head, 1), encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class Face:
    """글꼴 파일 하나와 그것이 맡은 글자."""

    weight: int
    file: str
    characters: frozenset[str] = frozenset()
    family: str = "Gaeron {}"

    def css(self, script: str, folder: str) -> dict[str, object]:
        face = {
            "font-family": f'"{self.family.format(script)}"',
            "font-weight": self.weight,
            "font-display": "swap",
            "src": f'url({folder}{self.file}) format("woff2")',
        }
        if self.characters:
            face["unicode-range"] = unicode_range(self.characters)
        return face


def common(pages: Collection[set[str]]) -> set[str]:
    """네 쪽에 한 쪽꼴로, 적어도 두 쪽에 나오는 글자."""
    counts = Counter(c for shown in pages for c in shown)
    enough = max(2, len(pages) / 4)
    return fonts.ASCII | {c for c, n in counts.items() if n >= enough}


def unicode_range(characters: Iterable[str]) -> str:
    """이어진 글자는 묶어 적는다: U+AC00-AC02, U+B098"""
    codes = sorted(map(ord, characters))
    breaks = [i for i, c in enumerate(codes) if not i or c != codes[i - 1] + 1]
    runs = [codes[i:j] for i, j in pairwise([*breaks, len(codes)])]
    return ", ".join(
        f"U+{r[0]:X}" if len(r) == 1 else f"U+{r[0]:X}-{r[-1]:X}" for r in runs
    )


def _whole(folder: Path, weight: int) -> Face:
    data = fonts.whole_font(weight)
    return Face(weight, _write(folder, f"gaeron-sans-{weight}", ".woff2", data))


def _cut(folder: Path, weight: int, name: str, characters: set[str]) -> Face:
    drawn = characters & fonts.glyphs(weight)
    data = fonts.web_font(weight, drawn)
    file = _write(folder, f"gaeron-sans-{weight}-{name}", ".woff2", data)
    return Face(weight, file, frozenset(drawn))


def _extra(folder: Path, path: Path, core: dict[int, set[str]]) -> list[Face]:
    own = {weight: _shown[weight][path] - core[weight] for weight in core}
    return [_cut(folder, w, "page", c) for w, c in own.items() if c]


@cache
def _widget(tag: str) -> set[str]:
    """실험 도구가 보이는 글자."""
    return _read(("web/kit/*.ts", f"web/widgets/{tag}/*.ts"))


def _read(patterns: tuple[str, ...], part: re.Pattern = ALL) -> set[str]:
    """파일들에 있는, part에 맞는 글의 글자."""
    files = [p for pattern in patterns for p in fonts.ROOT.glob(pattern)]
    texts = ["".join(part.findall(p.read_text("utf-8"))) for p in files]
    return set().union(*map(fonts.characters, texts))


def _write(folder: Path, stem: str, suffix: str, data: bytes) -> str:
    """이름에 내용의 지문을 넣어, 내용이 바뀌면 브라우저가 새로 받게 한다."""
    name = f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
    (folder / name).write_bytes(data)
    return name


def _head(base: str, shared: list[Face], extra: list[Face], sheet: str) -> str:
    links = [fonts.PRELOAD.format(base + face.file) for face in [*shared, *extra]]
    links.append(f'<link rel="stylesheet" href="{base}{sheet}">')
    if extra:
        faces = [f for face in extra for f in both_families(face, base)]
        links.append(f"<style>{rules(faces)}</style>")
    return "".join(links)


def both_families(face: Face, folder: str = "") -> list[dict[str, object]]:
    """본문의 글꼴, 그리고 코드 속 한글에만 쓰는 같은 글꼴."""
    hangul = frozenset(c for c in face.characters if ord(c) >= 0x1100)
    faces = [face.css("Sans", folder)]
    if hangul or not face.characters:
        only = replace(face, characters=hangul).css("Hangul", folder)
        faces.append({"unicode-range": HANGUL} | only)
    return faces


def rules(faces: list[dict[str, object]]) -> str:
    return "".join(
        "@font-face{" + ";".join(f"{k}:{v}" for k, v in face.items()) + "}"
        for face in faces
    )


def stylesheet(shared: list[Face]) -> str:
    """우리 글꼴과, 그것을 기다리는 동안 보일 글꼴들."""
    faces = [f for face in shared for f in both_families(face)]
    blank = fonts.blank_font(*(round(2048 * m) for m in OUR_METRICS))
    data = base64.b64encode(blank).decode()
    faces.append(
        {
            "font-family": '"Gaeron Blank"',
            "font-weight": "1 1000",
            "src": f'url(data:font/woff2;base64,{data}) format("woff2")',
            "unicode-range": "U+AC00-D7A3",
        }
    )
    for fallback in FALLBACKS:
        for weight, local in zip(fonts.WEIGHTS, fallback.postscript, strict=True):
            face = {
                "font-family": f'"Gaeron {fallback.name}"',
                "font-weight": weight,
                "src": ", ".join(f'local("{name}")' for name in local),
                "size-adjust": f"{fallback.scale:.2%}",
                "ascent-override": f"{OUR_ASCENT / fallback.scale:.2%}",
                "descent-override": f"{OUR_DESCENT / fallback.scale:.2%}",
                "line-gap-override": "0%",
            }
            if fallback.unicode_range:
                face["unicode-range"] = fallback.unicode_range
            faces.append(face)
    return rules(faces)

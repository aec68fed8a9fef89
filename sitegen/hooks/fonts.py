"""사이트에 보이는 글자만 담은 글꼴을 만들어 모든 페이지에 잇는다.

여러 페이지에 나오는 글자는 한 벌에 모아 모든 페이지가 함께 쓰고, 나머지는 페이지마다
작은 글꼴에 담는다. 책이 길어져도 한 페이지가 받는 글꼴은 커지지 않는다. 어떤 글자가
보이는지는 모든 페이지를 만든 뒤에야 알기 때문에 자리를 비워 두었다가 나중에 적는다.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.faces import fonts
from sitegen.faces.typefaces import Face, both_families, common, rules, stylesheet
from sitegen.hooks import pages, state
from sitegen.stages.fonts import PLACE

FOLDER = "assets/fonts"
# 페이지의 글이 아니라 모양과 스크립트가 모든 페이지에 보이는 글
SPOKEN = "web/parts/*.ts", "web/runner/*.ts"
FURNITURE = "docs/assets/**/*.css", "overrides/**/*.js", *SPOKEN
# 모양과 스크립트가 보이는 글은 그 따옴표 속에 있다
QUOTED = re.compile(r'"[^"\n]*"|`[^`]*`')
# 읽는 이가 무엇을 할 때 브라우저가 보이는 글: 오류, 채점의 귀띔, 실험 도구
LATER = ("lessons/**/*.py", "snippets/**/*.py", "web/**/*.ts")

ALL = re.compile(r".*", re.DOTALL)
WIDGET = re.compile(r'<([a-z-]+) class="widget"')
WRITING = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)

VERSION = keep.code(__file__, fonts.__file__)
_pages: dict[Path, str] = {}
_shown: dict[int, dict[Path, set[str]]] = {400: {}, 700: {}}


def on_pre_build(config):
    _pages.clear()
    _widget.cache_clear()
    for shown in _shown.values():
        shown.clear()


def note(output: str, path: Path, base: str, more: Iterable[tuple] = ()) -> None:
    """다 지은 뒤에 글꼴을 이을 페이지와, 거기에 보이는 글자.

    more: 나중에 끼울 것에 보통 굵기로 보이는 글자와 굵게 보이는 글자
    """
    _pages[path] = base
    if not state.serving:
        said = set().union(*(_widget(tag) for tag in WIDGET.findall(output)))
        regular, bold = keep.kept("shown", (output, VERSION), lambda: shown(output))
        _shown[400][path] = regular.union(said, *(r for r, _ in more))
        _shown[700][path] = bold.union(*(b for _, b in more))


def shown(output: str) -> tuple[set[str], set[str]]:
    """페이지에 보통 굵기로 보이는 글자와 굵게 보이는 글자."""
    return fonts.characters(WRITING.sub("", output)), fonts.bold_characters(output)


def on_post_build(config):
    folder = Path(config.site_dir, FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "OFL.txt").write_text(fonts.license_text(), encoding="utf-8")
    if state.serving:  # 새 글자를 쓸 때마다 자르느라 기다리지 않게 한다
        shared = [_whole(folder, weight) for weight in fonts.WEIGHTS]
        later, extra = [], {path: [] for path in _pages}
    else:
        furniture, said = _read(FURNITURE, QUOTED), _read(LATER)
        core = {weight: common(c.values()) for weight, c in _shown.items()}
        core[400] |= furniture
        core[700] |= _read(SPOKEN, QUOTED)  # 굵은 것은 정말 굵게 보이는 글자만
        whole = {w: said.union(*c.values()) for w, c in _shown.items()}
        rest = {weight: whole[weight] - core[weight] for weight in core}
        own = {path: {w: _shown[w][path] - core[w] for w in core} for path in _pages}
        fonts.make(_drawn(core, rest, *own.values()))
        shared = [_cut(folder, w, "core", c) for w, c in core.items()]
        # 늘 미리 받으므로 어느 한글이 없는지는 받은 글꼴이 말한다
        shared = [replace(face, blocks=True) for face in shared]
        # 페이지의 글꼴과 겹치는 글자를 두 번 받지 않도록 이름을 달리해 뒤에 세운다
        later = [_cut(folder, w, "rest", c) for w, c in rest.items() if c]
        named = {"family": "Gaeron {} Rest", "blocks": True}
        later = [replace(face, **named) for face in later]
        extra = {
            path: [_cut(folder, w, "page", c) for w, c in letters.items() if c]
            for path, letters in own.items()
        }
    sheet = _write(folder, "gaeron-sans", ".css", stylesheet(shared + later).encode())
    for path, base in _pages.items():
        head = _head(f"{base}{FOLDER}/", shared, extra[path], sheet)
        pages.change(path, pages.read(path).replace(PLACE, head, 1))


def _whole(folder: Path, weight: int) -> Face:
    data = fonts.whole_font(weight)
    return Face(weight, _write(folder, f"gaeron-sans-{weight}", ".woff2", data))


def _cut(folder: Path, weight: int, name: str, characters: set[str]) -> Face:
    drawn = characters & fonts.glyphs(weight)
    data = fonts.web_font(weight, drawn)
    file = _write(folder, f"gaeron-sans-{weight}-{name}", ".woff2", data)
    return Face(weight, file, frozenset(drawn))


def _drawn(*wanted: dict[int, set[str]]) -> list[tuple[int, set[str]]]:
    """자를 것들. 글꼴에 없는 글자는 뺀다."""
    pairs = [pair for letters in wanted for pair in letters.items() if pair[1]]
    return [(weight, c & fonts.glyphs(weight)) for weight, c in pairs]


@cache
def _widget(tag: str) -> set[str]:
    """실험 도구가 보이는 글자."""
    return _read(("web/kit/*.ts", f"web/widgets/{tag}/*.ts"))


def _read(patterns: tuple[str, ...], part: re.Pattern = ALL) -> set[str]:
    """파일들에 있는, part에 맞는 글의 글자."""
    files = [p for pattern in patterns for p in ROOT.glob(pattern)]
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

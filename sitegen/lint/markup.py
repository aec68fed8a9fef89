"""글의 모양: 코드로 보이는 것은 모두 검증하고, 반쯤 열린 표시는 줄과 함께 알린다.

페이지를 사이트와 똑같이 옮겨 본다. 옮긴 글에 남은 기호가 곧 잘못 쓴 표시다.
"""

import ast
import html
import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from sitegen.base.problem import Problem
from sitegen.book import converted, page, site
from sitegen.book.page import Page
from sitegen.lint.sources import NFD

LANGUAGES = {
    *page.RUNNABLE,
    *("text", "markdown", "yaml", "toml", "json", "html", "css", "csv", "diff"),
}
SHOWN = re.compile(
    r'<div class="[^"]*\bhighlight"[^>]*>.*?<pre[^>]*>(?:<span></span>)?'
    r"<code[^>]*>(?P<code>.*?)</code></pre>",
    re.DOTALL,
)
UNREAD = re.compile(
    r"<(?P<tag>pre|code|script|style)\b.*?</(?P=tag)>"
    r'|<(?P<math>span|div) class="arithmatex">.*?</(?P=math)>'
    r"|<!--.*?-->",
    re.DOTALL,
)
LEFT = [
    (r"\$\$", "$$의 짝이 없다. 수식의 앞뒤에 $$와 빈 줄을 둔다."),
    (r"\*\*", "굵은 글씨의 **가 닫히지 않았다. 별표를 글자에 붙여 짝을 맞춘다."),
    (r"```+|~~~+", "코드 울타리가 글로 보인다. 앞에 빈 줄을 두고 4칸씩 들여쓴다."),
    (r"`", "백틱의 짝이 없다. 코드의 앞뒤에 하나씩 쓴다."),
    (r"[!?]{3}\+? ?[\w\"]", "상자가 글로 보인다. 앞에 빈 줄을 두고 글은 4칸 들여쓴다."),
    (r"(?<!\S)\?\? \w", "상자는 물음표 셋으로 연다: `??? tip`."),
    (r"\[\^[^\]]*\]", "각주의 뜻이 없다. `[^1]: …` 줄을 쓰거나 표시를 지운다."),
    (
        r"!?\[[^\]\n]*\]\(",
        "링크가 글로 보인다. 경로에 빈칸이 없고 괄호가 닫혔는지 본다.",
    ),
    (r"--8<--", "삽입 표시가 글로 보인다. 한 줄에 따로 쓴다."),
    (r"\|[ :]*-{2,}", "표가 글로 보인다. 앞에 빈 줄을 두고 칸의 수를 맞춘다."),
    (r"^\|.+\|", "표가 글로 보인다. 둘째 줄에 |---|를 두고 앞에 빈 줄을 둔다."),
    (r'===\+? "', "탭이 글로 보인다. 앞뒤에 빈 줄을 둔다."),
    (r"\{:? ?[.#][\w-]", "속성 표시가 글로 보인다. 붙일 것 바로 뒤에 쓴다."),
    (r"\\(?:begin|end|frac|tag)\b", "수식이 글로 보인다. $나 $$로 감싼다."),
    (r"(?<!\\)\$(?=[^\s\d])", "$의 짝이 없다. 수식의 앞뒤에 하나씩 쓴다."),
    (r"(?<![\\\w])\$\d[^$\n]*[+=^_\\]", "$의 짝이 없다. 수식의 앞뒤에 하나씩 쓴다."),
    (r"\$ [^$\n]+ \$", "$ 안쪽에 빈칸이 있어 수식이 글로 보인다. 빈칸을 뺀다."),
    (r"\]\[", "참조 링크의 뜻이 없다. `[이름]: 주소` 줄을 쓰거나 주소를 바로 쓴다."),
    (r"\]\s\([^()\s]+\.(?:md|py|svg|png)", "링크의 ]와 ( 사이에 빈칸이 있다. 붙인다."),
    (r"\)\[[^\]\n]*\]", "링크의 괄호가 거꾸로다. `[글](이름.md)`로 쓴다."),
    (r"\[\[", "위키 링크는 쓰지 않는다. `[글](이름.md)`로 쓴다."),
    (r"\[![A-Z]+\]", "GitHub의 상자는 쓰지 않는다. `!!! note`로 쓴다."),
    (r"^:::+", "이 책의 상자가 아니다. `!!! note`로 쓰고 글을 4칸 들여쓴다."),
    (r"^ *\[[ xX]\] ", "할 일 목록은 쓰지 않는다. 그냥 목록으로 쓴다."),
    (r"^ *[•‣◦▪] ?", "목록이 글로 보인다. 줄을 `- `로 시작한다."),
    (r"^ *\d+\) ", "목록이 글로 보인다. `1. `처럼 점을 쓴다."),
    (r"~~", "취소선은 쓰지 않는다. 지우거나 고쳐 쓴다."),
    (r"(?<![=\w])==(?=[^\s=])[^=\n]+==", "형광펜은 쓰지 않는다. **굵게** 쓴다."),
    (r"\+\+\w[\w+]*\+\+", "글쇠 표시는 쓰지 않는다. 이름을 그대로 쓴다."),
    (r"(?<=\w)([~^])\w+\1", "첨자는 $수식$으로 쓴다."),
    (r"(?<![\w:]):[a-z][a-z_+-]*:", "그림 글자의 이름이 글로 보인다. 지운다."),
    (r"\{\{|\{%", "틀의 표시가 글로 보인다. 값을 바로 쓴다."),
    (r"&[A-Za-z]{2,8};", "모르는 글자 이름이다. 글자를 바로 쓴다."),
    (r"\\(?:\(|\[)", "\\(나 \\[의 짝이 없다. 수식은 $나 $$로 쓴다."),
]
EMPTY_BOX = re.compile(
    r'<div class="admonition[^>]*>\s*<p class="admonition-title">(?P<title>[^\n]*?)</p>'
    r"\s*</div>|<details[^>]*>\s*<summary>(?P<summary>[^\n]*?)</summary>\s*</details>",
    re.DOTALL,
)
EQUATION = re.compile(r"식\s*\((\d+)\.(\d+)\)")
TAG = re.compile(r"\\tag\{(\d+)\.(\d+)\}")
LIST = re.compile(r"<p>(?:(?!</p>).)*?\n[-*+] (?P<item>[^\n<]+)", re.DOTALL)
URL = re.compile(r"(?<![(<\"'\[=])\bhttps?://[^\s)>]+")
SPACED = re.compile(r"\]\((?!<)([^()\s\"]+ [^()\"]*)\)")
VAGUE = re.compile(r"\[(여기|이곳|이것|링크|클릭|여기를 클릭|here|link|click here)\]\(")
CODE = re.compile(r"(`+).+?\1")


def check(read: Page) -> Iterator[Problem]:
    yield from _fences(read)
    yield from _places(read)
    yield from _source(read)
    yield from _headings(read)
    yield from _footnotes(read)
    yield from _tables(read)
    yield from _environments(read)
    yield from _comments(read)
    if not read.problems:
        content = converted.of(read)
        yield from _shown(read, content)
        yield from _left(read, content)
        yield from _same_ids(read, content)
    yield from _equations(read)


def _fences(read: Page) -> Iterator[Problem]:
    for block in read.blocks:
        if not block.language:
            message = (
                "언어가 없는 코드 울타리다. 돌릴 것은 ```python, "
                "보이기만 할 것은 ```text처럼 언어를 쓴다."
            )
            yield Problem(read.path, block.line, message)
        elif block.language not in LANGUAGES | page.UNVERIFIABLE:
            known = ", ".join(sorted(LANGUAGES))
            message = f"모르는 언어의 울타리다: {block.language}. 아는 것: {known}"
            yield Problem(read.path, block.line, message)
        if block.language == "text" and re.search(r"^>>> ", block.code, re.M):
            message = (
                "text 블록에 >>>로 시작하는 코드가 있다. python 블록과 그 아래의 "
                "출력 블록으로 나누어 쓴다."
            )
            yield Problem(read.path, block.line, message)
        elif block.language in SHOWN_ONLY and _is_python(block.code):
            message = (
                f"{block.language} 블록에 파이썬 코드가 있다. ```python으로 바꾸어 "
                "돌려 본다."
            )
            yield Problem(read.path, block.line, message)
        yield from _title(read, block)
        yield from _head(read, block)
    yield from _unchecked_outputs(read)


SHOWN_ONLY = LANGUAGES - set(page.RUNNABLE)
OPTION = re.compile(r"""(?P<name>[\w-]+)=(?P<value>"[^"]*"|'[^']*'|\S+)""")
CODE_NODES = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign)


def _is_python(code: str) -> bool:
    """돌릴 수 있는 파이썬인가. 명령, 표, 식 하나는 아니다."""
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError):
        return False
    imports = any(isinstance(n, ast.Import | ast.ImportFrom) for n in body)
    prints = any(
        isinstance(n, ast.Expr)
        and isinstance(n.value, ast.Call)
        and ast.unparse(n.value.func) == "print"
        for n in body
    )
    return imports or prints or any(isinstance(n, CODE_NODES) for n in body)


def _head(read: Page, block: page.Block) -> Iterator[Problem]:
    """울타리 머리에 쓴 것: 언어와 제목, 강조할 줄, .fails뿐이다."""
    head = read.lines[block.index].strip().lstrip("`~").strip()
    for match in OPTION.finditer(head):
        name, value = match["name"], match["value"].strip("\"'")
        if name not in ("title", "hl_lines"):
            message = f"모르는 울타리 옵션이다: {name}. 아는 것: title, hl_lines"
            yield Problem(read.path, block.line, message)
        elif name == "hl_lines":
            last = max(map(int, re.findall(r"\d+", value)), default=0)
            if last > (lines := block.code.count("\n")):
                message = f"강조할 줄이 {last}번째인데 코드는 {lines}줄이다. 맞춘다."
                yield Problem(read.path, block.line, message)
    if unknown := sorted(block.classes - {"fails"}):
        marks = ", ".join(f".{name}" for name in unknown)
        message = f"모르는 울타리 표시다: {marks}. 일부러 틀린 코드면 .fails다."
        yield Problem(read.path, block.line, message)


def _unchecked_outputs(read: Page) -> Iterator[Problem]:
    """코드 바로 아래의 text 블록은 출력으로 읽힌다. 그러니 맞추어 보아야 한다."""
    for block in read.runnable:
        if block.title == "출력":
            message = '출력은 ```text title="출력"으로 쓴다.'
            yield Problem(read.path, block.line, message)
    for before, block in pairwise(read.blocks):
        between = read.lines[before.end + 1 : block.index]
        touching = not any(line.strip() for line in between)
        if touching and before.runnable and block.language == "text":
            message = (
                "코드 바로 아래의 text 블록인데 출력으로 맞추어 보지 않는다. "
                'title="출력"으로 쓰고 코드가 그것을 찍게 하거나, 사이에 글을 둔다.'
            )
            yield Problem(read.path, block.line, message)


HTML_BOX = re.compile(
    r"<(?P<close>/?)(?P<tag>div|section|figure|details|center|table|aside)\b(?P<rest>[^>]*)>"
)

MARKDOWN = re.compile(r"\bmarkdown(?!=[\"']?0)")


def _places(read: Page) -> Iterator[Problem]:
    """울타리가 선 자리: 4칸씩 들여쓰고, HTML 상자 속이면 markdown 속성이 있다."""
    starts = {block.index: block for block in read.blocks}
    inside = {i for b in read.blocks for i in range(b.index, b.end + 1)}
    boxes: list[str] = []
    for index, line in enumerate(read.lines):
        if block := starts.get(index):
            indent = len(line) - len(line.lstrip(" "))
            if indent % 4:
                message = (
                    f"코드 울타리를 {indent}칸 들여썼다. 목록과 상자 속에서는 4칸씩 "
                    "들여쓴다. 아니면 그 밖으로 나간다."
                )
                yield Problem(read.path, block.line, message)
            if boxes:
                message = (
                    f"<{boxes[-1]}> 속의 코드다. 태그에 markdown 속성을 쓰거나 "
                    "울타리를 태그 밖으로 옮긴다."
                )
                yield Problem(read.path, block.line, message)
        if index in inside:
            continue
        for match in HTML_BOX.finditer(CODE.sub("", line)):
            if not match["close"] and not MARKDOWN.search(match["rest"]):
                boxes.append(match["tag"])
            elif match["close"] and boxes and boxes[-1] == match["tag"]:
                boxes.pop()


def _title(read: Page, block: page.Block) -> Iterator[Problem]:
    """제목이 파일이면 그 파일에서 가져온 코드여야 한다."""
    if not re.match(r"(?:lessons|snippets|tests|docs|sitegen)/|\S+\.py$", block.title):
        return
    included = {target.partition(":")[0] for target in block.includes}
    if included != {block.title}:
        came = ", ".join(sorted(included)) or "이 페이지에 쓴 글"
        message = (
            f"블록의 제목은 {block.title}인데 코드는 {came}에서 온다. 둘을 맞춘다."
        )
        yield Problem(read.path, block.line, message)


BOX = re.compile(r"\s*(?:!!!|\?\?\?\+?) ?(?P<kind>\S+)(?P<rest>.*)")
BOXES = {"note", "abstract", "info", "tip", "success", "question", "warning"}
BOXES |= {"failure", "danger", "bug", "example", "quote", "quiz"}


def _box(read: Page, number: int, match: re.Match) -> Iterator[Problem]:
    if match["kind"] not in BOXES:
        known = ", ".join(sorted(BOXES))
        message = f"모르는 상자다: {match['kind']}. 아는 것: {known}"
        yield Problem(read.path, number, message)
    elif not re.fullmatch(r"(?: (?:inline|end))*(?: \"[^\"]*\")?\s*", match["rest"]):
        message = (
            f"상자의 제목은 큰따옴표로 감싼다: "
            f'`{match["kind"]} "{match["rest"].strip(chr(34) + " ")}"`'
        )
        yield Problem(read.path, number, message)


# 눈에 같아 보이지만 찾기와 복사가 어긋나는 글자
STRANGE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u200b-\\u200f\\u202a-\\u202e\\ufeff]"
    "|[\\uff01-\\uff5e\\u3000\\u3002]"
)


def _letters(read: Page, number: int, line: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", line):
        yield Problem(read.path, number, NFD)
    if match := STRANGE.search(line):
        message = (
            f"보이지 않거나 폭이 다른 글자가 있다(U+{ord(match[0]):04X}). 지우거나 "
            "보통 글자로 바꾼다."
        )
        yield Problem(read.path, number, message)


def _headings(read: Page) -> Iterator[Problem]:
    level, before, within = 0, "", ""
    named: dict[tuple[str, str], int] = {}
    for number, line in read.prose:
        if match := re.match(r"(#{1,6})\s*(.*)$", line):
            if len(match[1]) <= 2:
                within = match[2]
            key = within, match[2]
            if first := named.get(key):
                message = f"같은 제목이 {first}번째 줄에도 있다. 하나를 다르게 쓴다."
                yield Problem(read.path, number, message)
            named.setdefault(key, number)
            if not match[2].strip("# "):
                yield Problem(read.path, number, "제목이 비었다. 쓰거나 지운다.")
            if level and len(match[1]) > level + 1:
                message = (
                    f"제목이 {level}단계에서 {len(match[1])}단계로 건너뛴다. "
                    f"{'#' * (level + 1)}로 쓴다."
                )
                yield Problem(read.path, number, message)
            level = len(match[1])
        elif re.fullmatch(r"(?:=+|-{2,})\s*", line) and re.match(r"[^\s|#>-]", before):
            message = (
                f"윗줄이 제목이 된다: ‘{before[:20]}’. 제목은 #으로, 가로줄은 빈 줄을 "
                "두고 쓴다."
            )
            yield Problem(read.path, number, message)
        before = line


def _footnotes(read: Page) -> Iterator[Problem]:
    meant: dict[str, int] = {}
    called = set()
    for number, line in read.prose:
        text = CODE.sub("", line)
        if match := re.match(r"\[\^([^\]]+)\]:", text):
            if match[1] in meant:
                message = (
                    f"각주 {match[1]}의 뜻이 {meant[match[1]]}번째 줄에도 있다. "
                    "하나를 지우거나 번호를 바꾼다."
                )
                yield Problem(read.path, number, message)
            meant.setdefault(match[1], number)
            text = text[match.end() :]
        called |= set(re.findall(r"\[\^([^\]]+)\]", text))
    for name, number in meant.items():
        if name not in called:
            message = f"글이 부르지 않는 각주다: [^{name}]. 글에 표시하거나 지운다."
            yield Problem(read.path, number, message)


def _tables(read: Page) -> Iterator[Problem]:
    """줄마다 칸의 수가 머리와 같다. 모자라면 빈칸이 되고 넘치면 사라진다."""
    columns = 0
    for number, line in read.prose:
        row = CODE.sub("", line).strip()
        if not row.startswith("|"):
            columns = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", row.removesuffix("|")))
        columns = columns or cells
        if cells != columns:
            message = (
                f"표의 머리는 {columns}칸인데 이 줄은 {cells}칸이다. 맞춘다. 글자 |는 "
                "`\\|`로, 수식에서는 `\\lvert`로 쓴다."
            )
            yield Problem(read.path, number, message)


def _same_ids(read: Page, content: str) -> Iterator[Problem]:
    seen = set()
    for name in re.findall(r'<[^>]*\bid="([^"]+)"', content):
        if name in seen:
            lines = [n for n, line in read.prose if f"#{name}" in line]
            message = f"같은 이름의 자리가 둘이다: #{name}. 하나를 바꾼다."
            yield Problem(read.path, lines[-1] if lines else 1, message)
        seen.add(name)


def _source(read: Page) -> Iterator[Problem]:
    """줄만 보고 아는 것."""
    source = read.source.split("\n")
    for number, line in enumerate(source, 1):
        if "\t" in line:
            message = "탭이 있다. 빈칸 넷으로 바꾼다."
            yield Problem(read.path, number, message)
        yield from _letters(read, number, line)
    before = ""
    for number, line in read.prose:
        text = CODE.sub("", line)
        if match := BOX.match(line):
            yield from _box(read, number, match)
        if re.match(r"(?:!!!|\?\?\?\+?) ", line) and re.match(r"[^\s!?#]", before):
            message = "상자 앞에 빈 줄이 없다. 빈 줄을 하나 둔다."
            yield Problem(read.path, number, message)
        before = line
        if re.fullmatch(r"\s*``\w+", line):
            message = "백틱이 둘뿐이라 코드 울타리가 아니다. 셋으로 열고 닫는다."
            yield Problem(read.path, number, message)
        if match := SPACED.search(text):
            message = f"링크의 경로에 빈칸이 있다: {match[1]}. 빈칸 없는 이름으로 쓴다."
            yield Problem(read.path, number, message)
        if match := URL.search(
            re.sub(r"\[[^\]]*\]\([^)]*\)|^\s*\[[^\]]+\]:.*", "", text)
        ):
            message = f"맨 주소다: {match[0]}. `[읽을 글의 이름](주소)`로 쓴다."
            yield Problem(read.path, number, message)
        if match := VAGUE.search(text):
            message = (
                f"‘{match[1]}’만으로는 어디로 가는지 모른다. 가는 곳의 이름을 쓴다."
            )
            yield Problem(read.path, number, message)


def _shown(read: Page, content: str) -> Iterator[Problem]:
    """코드로 보이는 것과 코드로 읽은 것을 차례로 맞춘다."""
    known = [
        pair
        for block in read.blocks
        for pair in ((block.line, block.code), (block.output_line, block.output))
        if pair[1] is not None
    ]
    ours = [_plain(code) for _, code in known]
    theirs = [
        _plain(html.unescape(re.sub(r"<[^>]+>", "", match["code"])))
        for match in SHOWN.finditer(content)
    ]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            for line, _ in known[a:b]:
                message = (
                    "코드 울타리인데 코드로 보이지 않는다. 목록과 상자 속에서는 4칸 "
                    "들여쓰고, HTML 태그 속에서는 태그에 markdown 속성을 쓴다."
                )
                yield Problem(read.path, line, message)
        if kind in ("replace", "insert") and not (kind == "replace" and b - a == d - c):
            for code in theirs[c:d]:
                message = (
                    "검증하지 않는 코드다. 들여쓴 코드와 인용(>) 속의 코드는 "
                    "```python이나 ```text 울타리로 쓴다."
                )
                yield Problem(read.path, _line_of(read, code.split("\n")[0]), message)


def _plain(code: str) -> str:
    lines = code.expandtabs(4).strip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _left(read: Page, content: str) -> Iterator[Problem]:
    """옮긴 글에 남은 표시."""
    for match in EMPTY_BOX.finditer(content):
        title = re.sub(r"<[^>]+>", "", match["title"] or match["summary"])
        message = f"‘{html.unescape(title)}’ 상자가 비었다. 글을 4칸 들여쓴다."
        yield Problem(read.path, _line_of_box(read, html.unescape(title)), message)
    for match in LIST.finditer(content):
        message = "목록이 글로 보인다. 목록 앞에 빈 줄을 둔다."
        line = _line_of(read, html.unescape(match["item"])[:12])
        yield Problem(read.path, line, message)
    text = html.unescape(re.sub(r"<[^>]+>", "", UNREAD.sub(" ", content)))
    found = set()
    for pattern, message in LEFT:
        for match in re.finditer(pattern, text, re.M):
            line = _line_around(read, text, match)
            if line not in found:
                found.add(line)
                yield Problem(read.path, line, message)


def _line_around(read: Page, text: str, match: re.Match) -> int:
    """남은 표시가 있는 원본의 줄. 그 앞뒤의 글이 함께 있는 줄을 찾는다."""
    mark = match[0].strip()
    after = re.match(r"[^*`$|\[\]<>\n]*", text[match.end() :])[0].strip()[:10]
    before = re.search(r"[^*`$|\[\]<>\n]*$", text[: match.start()])[0].strip()[-10:]
    lines = [(number, CODE.sub("", line)) for number, line in read.prose]
    for near in (after, before):
        for number, line in lines:
            if near and near in line and mark in line:
                return number
    return next((number for number, line in lines if mark in line), 1)


def _line_of(read: Page, text: str) -> int:
    pairs = zip(read.origin, read.lines, strict=True)
    return next((number for number, line in pairs if text.strip() in line), 1)


def _line_of_box(read: Page, title: str) -> int:
    for number, line in read.prose:
        match = re.match(r"\s*(?:!!!|\?\?\?\+?) (.*)", line)
        if match and title.lower() in match[1].lower():
            return number
    return 1


ENVIRONMENT = re.compile(r"\\(?P<kind>begin|end)\{(?P<name>\w+\*?)\}")


def _comments(read: Page) -> Iterator[Problem]:
    """닫지 않은 주석은 그 뒤의 글을 모두 지우고, 남긴 할 일은 독자가 읽는다."""
    opened = 0
    for number, line in read.prose:
        text = CODE.sub("", line)
        if re.search(r"\b(?:TODO|FIXME|XXX)\b", text):
            yield Problem(read.path, number, "할 일이 글에 남았다. 쓰거나 지운다.")
        for mark in re.findall(r"<!--|-->", text):
            opened = number if mark == "<!--" else 0
    if opened:
        message = "주석이 닫히지 않아 뒤의 글이 사라진다. -->로 닫는다."
        yield Problem(read.path, opened, message)


def _environments(read: Page) -> Iterator[Problem]:
    r"""\begin과 \end의 짝. 없으면 그 뒤의 수식이 모두 글로 보인다."""
    opened: list[tuple[int, str]] = []
    for number, line in read.prose:
        for match in ENVIRONMENT.finditer(CODE.sub("", line)):
            if match["kind"] == "begin":
                opened.append((number, match["name"]))
            elif opened and opened[-1][1] == match["name"]:
                opened.pop()
            else:
                yield Problem(read.path, number, _unpaired("end", match["name"]))
    for number, name in opened:
        yield Problem(read.path, number, _unpaired("begin", name))


def _unpaired(kind: str, name: str) -> str:
    other = {"begin": "end", "end": "begin"}[kind]
    return f"\\{kind}{{{name}}}의 짝 \\{other}{{{name}}}가 없다. 쓴다."


def _equations(read: Page) -> Iterator[Problem]:
    lesson = read.path in site.lesson_pages()
    chapter, tags = int(read.path.stem[:2]) if lesson else 0, {}
    for number, line in read.prose if lesson else []:
        for match in TAG.finditer(line):
            tag = match[0][5:-1]
            if int(match[1]) != chapter:
                message = f"이 장은 {chapter}장인데 수식의 번호가 {tag}이다."
                yield Problem(read.path, number, message)
            if tag in tags:
                message = (
                    f"수식 번호 {tag}가 {tags[tag]}번째 줄에도 있다. 번호를 바꾼다."
                )
                yield Problem(read.path, number, message)
            elif int(match[1]) == chapter and int(match[2]) != len(tags) + 1:
                message = (
                    f"수식 번호 {chapter}.{len(tags) + 1}이(가) 올 자리에 {tag}이(가) "
                    "있다. 차례로 매긴다."
                )
                yield Problem(read.path, number, message)
            tags.setdefault(tag, number)
    for number, line in read.prose:
        for match in EQUATION.finditer(CODE.sub("", line)):
            tag = f"{match[1]}.{match[2]}"
            known = tags if int(match[1]) == chapter else _tags(int(match[1]))
            if tag not in known:
                message = (
                    f"식 ({tag})가 없다. 그 식에 \\tag{{{tag}}}를 쓰거나 번호를 고친다."
                )
                yield Problem(read.path, number, message)


def _tags(chapter: int) -> set[str]:
    """다른 장의 수식 번호. 부를 밝히지 않으므로 모든 부에서 찾는다."""
    pages = [p for p in site.lesson_pages() if int(p.stem[:2]) == chapter]
    if not pages:
        return set()
    lines = (line for p in pages for _, line in page.read(p).prose)
    return {match[0][5:-1] for line in lines for match in TAG.finditer(line)}

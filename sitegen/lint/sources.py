"""파일: 읽을 수 있는가, 이름이 괜찮은가, 레슨과 시험과 그림이 약속을 지키는가."""

import ast
import re
import sys
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from sitegen.base.problem import Problem
from sitegen.book import site
from sitegen.book.page import Page

NFD = "한글이 낱자로 풀려 있다(NFD). 편집기에서 NFC로 바꾸어 다시 저장한다."
TEXT = {".py", ".md", ".out", ".csv", ".yml", ".toml", ".css", ".ts", ".html"}
# 책을 읽는 이에게 있는 것. PIL은 matplotlib이 데려온다
READERS = {"numpy", "torch", "matplotlib", "PIL", "lessons"}
LIBRARIES = {"numpy", "torch", "matplotlib", "scipy", "sklearn", "lessons", "snippets"}
CONFLICT = re.compile(r"^(?:[<>|]{7} |={7}$)", re.M)
BOMLESS = {".py", ".out"}  # 파이썬도 출력을 맞추는 일도 이 글자에 걸린다
NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)[^)]*\)")
IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".avif"}
STARTS = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
    ".webp": b"RIFF",
    ".gif": b"GIF8",
}
MOST_IMAGE = 500_000  # 바이트. 휴대 전화로 읽는 이가 받는 것이다
SNIPPETS = {".py", ".out", ".json"}  # 프로그램, 출력, 영수증
MOST_OUTPUT = 20_000
MOST_FUNCTION = 60  # 줄. 25줄쯤이 좋고, 이것을 넘으면 나눈다
MOST_LINES = 400  # 모듈은 150줄쯤이 좋고, 이것을 넘으면 나눈다
PLACE = re.compile(r"(?<![\w/.])(?:/(?:home|Users|tmp|root|usr|var)/|[A-Z]:\\)\S+")
SEEDLESS = {
    *("default_rng", "Generator", "SeedSequence", "PCG64", "BitGenerator"),
    *("Philox", "MT19937", "SFC64", "RandomState"),
}
ASSERTS = re.compile(r"assert|raises|warns|check|verify|compare|close|equal|fail")


def readable(paths: list[Path]) -> list[Problem]:
    """UTF-8이 아닌 파일과 문법이 틀린 파이썬. 이것부터 고쳐야 나머지를 볼 수 있다."""
    problems = []
    for path in paths:
        if path.suffix not in TEXT or not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            message = (
                "UTF-8이 아니다. 편집기에서 인코딩을 UTF-8로 골라 다시 저장한다"
                "(메모장의 ANSI는 cp949다)."
            )
            problems.append(Problem(path, line, message))
            continue
        if match := CONFLICT.search(text):
            line = text[: match.start()].count("\n") + 1
            message = (
                "합치다 만 자리다. 남길 쪽을 고르고 <<<<<<<, =======, >>>>>>> 줄을 "
                "지운다."
            )
            problems.append(Problem(path, line, message))
            continue
        if path.suffix in BOMLESS and path.read_bytes().startswith(BOM_UTF8):
            message = (
                "파일 앞에 보이지 않는 글자(BOM)가 있다. 편집기에서 BOM 없는 UTF-8을 "
                "골라 다시 저장한다."
            )
            problems.append(Problem(path, 1, message))
            continue
        if path.suffix != ".md" and (line := _decomposed(text)):
            problems.append(Problem(path, line, NFD))
            continue
        if path.suffix == ".py" and not path.is_relative_to(site.DOCS):
            problems += _syntax(path, text)
    return problems


def _decomposed(text: str) -> int:
    """낱자로 풀린 한글이 처음 나오는 줄. 없으면 0. 페이지의 것은 markup이 알린다."""
    if unicodedata.is_normalized("NFC", text):
        return 0
    lines = enumerate(text.split("\n"), 1)
    return next(n for n, line in lines if not unicodedata.is_normalized("NFC", line))


def _syntax(path: Path, text: str) -> Iterator[Problem]:
    try:
        ast.parse(text)
    except SyntaxError as error:
        message = (
            f"파이썬 문법이 틀렸다: {error.msg}. 이 줄과 윗줄의 괄호와 쌍점을 본다."
        )
        yield Problem(path, error.lineno or 1, message)


def of(read: Page) -> list[Path]:
    """그 페이지에 딸린 파일: 부르는 것, 그 장의 폴더, 모듈, 모듈의 시험."""
    return sorted({*near(read.path), *modules(read), *tests(read)})


def near(path: Path) -> list[Path]:
    """페이지를 펼치지 않고 아는 것: 이름을 부르는 파일과 그 장의 폴더."""
    files = {path}
    text = path.read_bytes().decode("utf-8-sig", "replace")
    for name in re.findall(r"(?:lessons|snippets)/[\w/.-]+\.(?:py|out)", text):
        files.add(site.ROOT / name)
    folder = site.SNIPPETS / path.parent.name / path.stem
    if folder.is_dir():
        files |= {p for p in folder.rglob("*") if p.is_file()}
    return sorted(f for f in files if f.is_file() and "__pycache__" not in f.parts)


def modules(read: Page) -> list[Path]:
    names = read.meta.get("modules")
    named = [site.ROOT / str(n) for n in names] if isinstance(names, list) else []
    return [path for path in named if path.is_file()]


def tests(read: Page) -> list[Path]:
    """모듈의 시험: 이름이 같은 것과, 폴더를 나눈 장이면 그 폴더의 것."""
    found = set()
    for module in modules(read):
        if module.is_relative_to(site.LESSONS):
            place = module.relative_to(site.LESSONS).parent
            folder = site.ROOT / "tests" / place
            found.add(folder / f"test_{module.stem}.py")
            if len(place.parts) > 1:
                found |= {folder.parent / f"test_{module.stem}.py"}
                found |= set(folder.glob("test_*.py"))
    return sorted(path for path in found if path.is_file())


def check(read: Page) -> Iterator[Problem]:
    """페이지와 그 장의 폴더에 관한 것. 레슨과 시험은 lessons와 tests가 본다."""
    if not NAME.fullmatch(read.path.name):
        message = (
            "파일 이름은 영문 소문자, 숫자, 붙임표로 짓는다. 주소가 되기 때문이다."
        )
        yield Problem(read.path, 1, message)
    yield from _images(read)
    yield from _figures(read)
    folder = site.SNIPPETS / read.path.parent.name / read.path.stem
    if read.path in site.study_pages() and folder.is_dir():
        yield from _folder(folder)


def _images(read: Page) -> Iterator[Problem]:
    for line, text in read.prose:
        for match in IMAGE.finditer(re.sub(r"`[^`]*`", "", text)):
            yield from image(read, line, match["target"])


def image(read: Page, line: int, target: str) -> Iterator[Problem]:
    """그림의 주소: 이 책의 파일이고, 이름과 크기와 꼴이 괜찮은가."""
    target = unquote(target.partition("#")[0])
    if re.match(r"[a-z]+:", target):
        message = f"다른 사이트의 그림이다: {target}. 파일로 두고 그 경로를 쓴다."
        yield Problem(read.path, line, message)
        return
    if "figures/" in target and target.endswith(".svg"):
        return  # 지을 때 프로그램이 그린다
    path = (read.path.parent / target).resolve()
    if not path.is_file():
        message = f"그림 파일이 없다: {target}. 이 페이지에서 본 경로로 고친다."
        yield Problem(read.path, line, message)
        return
    if not NAME.fullmatch(path.name):
        message = (
            f"그림의 이름은 영문 소문자, 숫자, 붙임표로 짓는다: {path.name}. "
            "빈칸과 한글은 주소에서 깨진다."
        )
        yield Problem(read.path, line, message)
    if path.suffix.lower() not in IMAGES:
        message = (
            f"브라우저가 보여 주지 못하는 그림이다: {path.name}. "
            f"{', '.join(sorted(IMAGES))} 가운데 하나로 저장한다."
        )
        yield Problem(read.path, line, message)
    with path.open("rb") as file:
        head = file.read(8)
    if not head.startswith(STARTS.get(path.suffix.lower(), b"")):
        message = (
            f"이름은 {path.suffix}인데 속은 아니다: {path.name}. 그림 프로그램에서 그 "
            "꼴로 다시 저장한다."
        )
        yield Problem(read.path, line, message)
    if (size := path.stat().st_size) > MOST_IMAGE:
        message = (
            f"그림이 {size / 1e6:.1f} MB다. {MOST_IMAGE / 1e6} MB 아래로 줄인다: "
            "보이는 크기로 자르고 WebP나 SVG로 저장한다."
        )
        yield Problem(read.path, line, message)


def _figures(read: Page) -> Iterator[Problem]:
    """그리는 프로그램을 보이면 그림도 보이고, 그림을 보이면 그 프로그램이 그린다."""
    shown = {figure.program for figure in read.figures}
    for block in read.runnable:
        program = block.program
        if program is None or block.fails:
            continue
        draws = "plt.show(" in block.code
        if draws and program not in shown and "exercises" not in program.parts:
            name = f"figures/{program.parent.name}/{program.stem}.svg"
            message = (
                "그림을 그리는 프로그램인데 그림이 없다. 블록 아래에 "
                f"`![무엇을 볼지]({name})` 줄을 쓴다."
            )
            yield Problem(read.path, block.line, message)
        yield from _look(program)
    for figure in read.figures:
        program = figure.program
        name = program.relative_to(site.ROOT).as_posix()
        if not program.is_file():
            message = f"그림을 그릴 프로그램이 없다: {name}. 만들거나 이름을 맞춘다."
            yield Problem(figure.page, figure.line, message)
        elif "plt.show(" not in program.read_text("utf-8"):
            message = f"{name}는 그림을 그리지 않는다. `plt.show()`로 끝나게 한다."
            yield Problem(figure.page, figure.line, message)


LOOKS = [
    (
        r"\bseaborn\b",
        "seaborn은 쓰지 않는다. 책의 그림은 matplotlib의 기본색으로 그린다.",
    ),
    (r"plt\.style\.", "그림의 모양은 책이 정한다. plt.style을 지운다."),
    (
        r"font\.family|font\.sans-serif|fontfamily=|fontname=|FontProperties|findfont"
        r"|\brc\([\"']font",
        "글꼴은 책의 것만 쓴다. lessons.plotting.use_korean_font()를 부른다.",
    ),
]
COLOURED = re.compile(r"(?:\w*color|c|fc|ec|mfc|mec|colors)$")
BOTH = re.compile(r"C\d|0?\.\d+|[01]|none|black|white|k|w")
FORMAT = re.compile(r"(?=[^bgrcmy]*[bgrcmy])[bgrcmykwovsphHDdxX+*.,1-4|_<>^: -]{1,4}")


def _look(program: Path) -> Iterator[Problem]:
    text = program.read_text(encoding="utf-8")
    if "matplotlib" not in text and "seaborn" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, message in LOOKS:
            if re.search(pattern, line):
                yield Problem(program, number, message)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and (colour := _colour(node)):
            message = (
                f"색을 {colour}로 못 박으면 어두운 화면에서 묻힌다. C0–C5나 "
                "회색(0.6)을 쓴다."
            )
            yield Problem(program, node.lineno, message)


def _colour(call: ast.Call) -> str:
    """그리는 호출이 바로 적은 색. 두 배경에서 모두 보이는 색은 ''"""
    from matplotlib.colors import is_color_like

    name = ast.unparse(call.func).rpartition(".")[2]
    given = [k.value for k in call.keywords if COLOURED.match(k.arg or "")]
    if re.match(r"set_\w*color$", name):
        given += call.args[:1]
    for value in given:
        texts = [n.value for n in ast.walk(value) if isinstance(n, ast.Constant)]
        for text in filter(lambda t: isinstance(t, str), texts):
            if is_color_like(text) and not BOTH.fullmatch(text):
                return repr(text)
        if isinstance(value, ast.Tuple) and is_color_like(tuple(texts)):
            return ast.unparse(value)
    if name in ("plot", "errorbar", "semilogx", "semilogy", "loglog", "stem"):
        for argument in call.args:
            text = getattr(argument, "value", None)
            if isinstance(text, str) and FORMAT.fullmatch(text):
                return repr(text)
    return ""


def _folder(folder: Path) -> Iterator[Problem]:
    """그 장의 프로그램과 출력."""
    names: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        if "__pycache__" in path.parts or not path.is_file():
            continue
        if not NAME.fullmatch(path.name):
            message = f"파일 이름은 영문 소문자, 숫자, 밑줄로 짓는다: {path.name}"
            yield Problem(path, 1, message)
        elif path.suffix not in SNIPPETS:
            message = (
                f"보일 일이 없는 파일이다: {path.name}. 데이터는 lessons/data/에 두고, "
                "아니면 지운다."
            )
            yield Problem(path, 1, message)
        if path.suffix == ".py":
            stem = path.stem
            if stem in sys.stdlib_module_names or stem in LIBRARIES:
                message = (
                    f"이름이 {stem} 라이브러리와 같다. 곁에서 import {stem}을 하면 이 "
                    "파일을 가져오므로 이름을 바꾼다."
                )
                yield Problem(path, 1, message)
            key = f"{path.parent}/{re.sub(r'[-_.]', '', stem.lower())}"
            if key in names:
                message = f"{names[key].name}과(와) 헷갈리는 이름이다. 다르게 짓는다."
                yield Problem(path, 1, message)
            names.setdefault(key, path)
            yield from _neighbours(path)
        if path.suffix == ".out":
            yield from _output(path)


def _neighbours(path: Path) -> Iterator[Problem]:
    """곁의 프로그램이나 시험의 라이브러리를 가져오면 복사한 글은 돌지 않는다."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "."]
        for name in names:
            top = name.split(".")[0]
            beside = path.with_name(f"{top}.py").is_file() and top not in LIBRARIES
            if name == "." or top == "snippets" or beside:
                message = (
                    f"곁의 프로그램을 가져온다: {name}. 복사해 간 이에게는 없으므로 "
                    "lessons/로 옮기거나 이 파일에 쓴다."
                )
                yield Problem(path, node.lineno, message)
            elif top not in READERS and top not in sys.stdlib_module_names:
                message = (
                    f"읽는 이에게 없는 라이브러리를 가져온다: {top}. 데이터는 "
                    "lessons.datasets에서 읽고, 다른 구현과 견주는 일은 tests/에 둔다."
                )
                yield Problem(path, node.lineno, message)


def _output(path: Path) -> Iterator[Problem]:
    text = path.read_text(encoding="utf-8")
    if (size := len(text.encode())) > MOST_OUTPUT:
        message = (
            f"출력이 {size:,}바이트다. 읽는 이가 볼 만큼만 찍는다"
            f"({MOST_OUTPUT:,}바이트까지)."
        )
        yield Problem(path, 1, message)
    for number, line in enumerate(text.split("\n"), 1):
        if match := PLACE.search(line):
            message = (
                f"출력에 이 컴퓨터의 경로가 있다: {match[0]}. 파일의 이름만 찍는다."
            )
            yield Problem(path, number, message)


def lesson(path: Path) -> Iterator[Problem]:
    """레슨 하나: 전역 난수, 영어 오류, 없는 문서 문자열, 너무 긴 모듈."""
    text = path.read_text(encoding="utf-8")
    if (lines := text.count("\n")) > MOST_LINES:
        message = (
            f"모듈이 {lines}줄이다. 150줄쯤이 좋고 {MOST_LINES}줄을 넘으면 나눈다."
        )
        yield Problem(path, 1, message)
    tree = ast.parse(text)
    if ast.get_docstring(tree) is None and tree.body:
        message = "모듈의 첫 줄에 무엇을 보이는지 문서 문자열로 쓴다."
        yield Problem(path, 1, message)
    for node in tree.body:
        public = isinstance(node, ast.FunctionDef | ast.ClassDef)
        long = public and node.end_lineno - node.lineno > 5
        if long and not node.name.startswith("_") and not ast.get_docstring(node):
            message = f"{node.name}에 문서 문자열이 없다. 한 줄로 무엇을 하는지 쓴다."
            yield Problem(path, node.lineno, message)
        said = public and ast.get_docstring(node)
        first = said.split("\n")[0] if said else ""
        if said and not re.search(r"[가-힣]", said) and re.search(r"[A-Za-z]{3}", said):
            message = f"{node.name}의 문서 문자열을 한국어로 쓴다: {first}"
            yield Problem(path, node.lineno, message)
    yield from _randomness(path, tree)
    yield from _english(path, tree)
    yield from _habits(path, tree)


def _randomness(path: Path, tree: ast.Module) -> Iterator[Problem]:
    """모두가 나누어 쓰는 난수와 씨앗 없는 난수. 어떤 이름으로 가져왔든."""
    names = _origins(tree)
    inside = {n for f in tree.body if not isinstance(f, DEFINES) for n in ast.walk(f)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _full_name(node.func, names)
        match = re.fullmatch(r"(?:numpy\.random|random|torch)\.(\w+)", name)
        if not match:
            continue
        torch = name.startswith("torch.")
        if match[1] == "default_rng" and (not node.args or node in inside):
            message = (
                f"{ast.unparse(node)}: 읽는 이가 씨앗을 정하지 못한다. "
                "rng: np.random.Generator를 키워드 인자로 받아 쓴다."
            )
        elif torch and match[1] not in TORCH_RANDOM:
            continue
        elif match[1] not in SEEDLESS:
            message = (
                f"{ast.unparse(node.func)}: 모두가 나누어 쓰는 난수다. "
                "rng: np.random.Generator를 키워드 인자로 받아 쓴다."
            )
        else:
            continue
        yield Problem(path, node.lineno, message)


DEFINES = (ast.FunctionDef, ast.ClassDef)
TORCH_RANDOM = {"manual_seed", "seed"}  # 층의 초깃값은 torch의 것을 따른다


def _origins(tree: ast.Module) -> dict[str, str]:
    """이 파일에서 부르는 이름마다 온 곳: npr은 numpy.random."""
    names = {"np": "numpy", "numpy": "numpy"}  # 가져오는 줄을 잊었어도
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _full_name(node: ast.AST, names: dict[str, str]) -> str:
    first, dot, rest = ast.unparse(node).partition(".")
    return names[first] + dot + rest if first in names else ""


def _habits(path: Path, tree: ast.Module) -> Iterator[Problem]:
    """레슨이 하지 않는 것: 찍기, 묻기, assert, 까닭 없는 오류, 삼킨 오류."""
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "print":
                said = "레슨이 출력한다. 값을 return으로 돌려주고 snippets/에서 찍는다."
            elif node.func.id == "input":
                said = "레슨이 입력을 기다린다. 인자로 받는다."
        elif isinstance(node, ast.Assert):
            said = "받은 것을 assert로 막는다. 한국어 ValueError로 말한다."
        elif isinstance(node, ast.Raise) and node.exc is not None:
            said = _reason(node.exc)
        elif isinstance(node, ast.ExceptHandler):
            wide = node.type is None or ast.unparse(node.type).endswith("Exception")
            if wide and all(isinstance(n, ast.Pass) for n in node.body):
                said = "오류를 모두 삼킨다. 어떤 오류인지 적고 무엇을 할지 쓴다."
        if said:
            yield Problem(path, node.lineno, said)
        long = isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno
        if long and long > MOST_FUNCTION:
            message = f"{node.name}이(가) {long}줄이다. 25줄쯤으로 나눈다."
            yield Problem(path, node.lineno, message)


def _reason(raised: ast.expr) -> str:
    name = ast.unparse(raised.func if isinstance(raised, ast.Call) else raised)
    empty = not isinstance(raised, ast.Call) or not raised.args
    if empty and name in ("ValueError", "TypeError", "RuntimeError", "Exception"):
        return "까닭 없는 오류다. 무엇을 기대했고 무엇이 왔고 어떻게 고치는지 쓴다."
    if name in ("Exception", "BaseException"):
        return f"{name} 대신 ValueError로 말한다."
    return ""


def _english(path: Path, tree: ast.Module) -> Iterator[Problem]:
    """오류와 경고의 영어. 변수에 담아 두었다가 던지는 것도 본다."""
    texts = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        raised = isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        call = node.exc if raised else node
        warned = isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "warnings.warn",
            "warn",
        )
        if not (raised or warned) or not call.args:
            continue
        argument = call.args[0]
        if isinstance(argument, ast.Name):
            argument = texts.get(argument.id, argument)
        said = "".join(
            n.value
            for n in ast.walk(argument)
            if isinstance(n, ast.Constant) and isinstance(n.value, str)
        )
        if re.search(r"[A-Za-z]{3,}", said) and not re.search(r"[가-힣]", said):
            message = (
                "오류를 한국어로 말한다: 무엇을 기대했고 무엇이 왔고 어떻게 고치는지. "
                f"지금은 ‘{said}’"
            )
            yield Problem(path, node.lineno, message)


def test(path: Path) -> Iterator[Problem]:
    """아무것도 확인하지 않는 시험."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    bodies = [tree.body, *(n.body for n in tree.body if isinstance(n, ast.ClassDef))]
    asserting = {f.name for f in functions if _asserts(f, set())}
    while more := {
        f.name for f in functions if f.name not in asserting and _asserts(f, asserting)
    }:
        asserting |= more
    cases = [f for body in bodies for f in body if getattr(f, "name", "")[:4] == "test"]
    if not cases:
        yield Problem(path, 1, "시험이 하나도 없다. `def test_…():`를 쓴다.")
    elif not any(case.name in asserting for case in cases):
        message = "아무것도 확인하지 않는 시험 파일이다. 기대한 값을 assert로 쓴다."
        yield Problem(path, 1, message)
    for case in cases:
        # 받아들이는지만 보는 시험도 있으니, 하는 일이 없는 것만 알린다
        if not any(isinstance(n, ast.Call | ast.Assert) for n in ast.walk(case)):
            message = f"{case.name}: 아무것도 확인하지 않는다. assert를 쓴다."
            yield Problem(path, case.lineno, message)
    yield from _never_fails(path, tree)


COMPARES = {"allclose", "isclose", "array_equal", "all", "any", "approx", "equal"}


def _never_fails(path: Path, tree: ast.Module) -> Iterator[Problem]:
    """늘 지나가는 확인: 참인 상수, 저 자신과 견주기, 버려진 비교, 건너뛰기."""
    for node in ast.walk(tree):
        message = ""
        if isinstance(node, ast.Assert):
            kind = node.test
            same = isinstance(kind, ast.Compare) and len(kind.comparators) == 1
            if isinstance(kind, ast.Constant | ast.Tuple):
                message = f"늘 참이다: {ast.unparse(node)}. 기대한 값과 견준다."
            elif same and isinstance(kind.ops[0], ast.Eq):
                left, right = ast.unparse(kind.left), ast.unparse(kind.comparators[0])
                fixed = not any(isinstance(n, ast.Call) for n in ast.walk(kind.left))
                if left == right and fixed:
                    message = f"저 자신과 견준다: {left}. 기대한 값과 견준다."
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = ast.unparse(node.value.func).rpartition(".")[2]
            if name in COMPARES:
                message = f"비교한 결과를 버린다: {name}. 앞에 assert를 쓴다."
        elif isinstance(node, ast.Attribute) and node.attr in ("skip", "xfail"):
            message = f"시험을 건너뛴다({node.attr}). 지우거나 고쳐서 돌린다."
        if message:
            yield Problem(path, node.lineno, message)


def _asserts(function: ast.FunctionDef, known: set[str]) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if ASSERTS.search(name) or name in known:
                return True
    return False

"""연습문제와 퀴즈: 빠진 것이 없고, 채점이 풀이와 틀린 답을 가려내는지 본다."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sitegen.base.problem import Problem
from sitegen.book import site
from sitegen.book.page import Page

HEADING = re.compile(r"^### 연습 (?P<number>\d+)\.")
EXERCISE = re.compile(r"(?P<path>snippets/[\w/-]+/exercises/(?P<name>[^/]+))/")
NEEDED = ("starter.py", "solution.py", "solution.out", "check.py")
CHECK = re.compile(r"^def check\(", re.M)
CALLED = re.compile(r"`(\w+)\(")
SIGNATURE = re.compile(r"`(\w+)\(((?:[A-Za-z_]\w*|\*)(?:, *(?:[A-Za-z_]\w*|\*))*)\)`")
QUIZ = re.compile(r'^\?\?\?\+? quiz "(?P<text>.*)"\s*$')
ASKED = re.compile(r"^\*\*(?P<number>\d+)\. ")
OPEN = re.compile(r"^(?:!!!|\?\?\?\+) quiz\b")
MARKS = "①②③④⑤⑥⑦⑧⑨⑩"
LIMIT = 60  # 초. 한 장의 채점을 모두 합쳐서
GRADE = """
import json, sys
from pathlib import Path
from lessons.checking import grade
jobs, said = json.load(sys.stdin), []
for answer, check in jobs:
    try:
        verdict = grade(*(Path(name).read_text("utf-8") for name in (answer, check)))
    except Exception as error:
        sys.exit(f"{check}\\n{type(error).__name__}: {error}")
    said.append([verdict.kind, verdict.message, verdict.output])
print("\\n" + json.dumps(said))
"""


def check(read: Page, grading: bool = False) -> Iterator[Problem]:
    if not site.is_quizzed(read.path):
        return
    yield from _numbers(read)
    folders = _folders(read)
    whole = []
    for folder in folders:
        faults = list(_missing(read, folder))
        yield from faults
        if not faults:
            whole.append(folder)
    if grading and whole:
        yield from _grades(whole)
    yield from _quiz(read)


def _folders(read: Page) -> list[Path]:
    root = site.SNIPPETS / read.path.parent.name / read.path.stem / "exercises"
    # 파일이 하나도 없는 폴더는 git이 싣지 않는다
    return sorted(p for p in root.glob("*") if p.is_dir() and any(p.iterdir()))


def _numbers(read: Page) -> Iterator[Problem]:
    """제목의 번호와 폴더의 번호, 글이 부르는 함수와 시작 코드의 함수."""
    source = read.source.split("\n")
    number, seen, section, graded = 0, {}, [], set()
    for line, text in enumerate([*source, "## "], 1):
        if match := HEADING.match(text):
            number = int(match["number"])
            if number in seen:
                before = seen[number]
                message = (
                    f"연습 {number}이(가) {before}번째 줄에도 있다. 번호를 바꾼다."
                )
                yield Problem(read.path, line, message)
            elif number != len(seen) + 1:
                message = (
                    f"연습 {len(seen) + 1}이 올 자리에 연습 {number}이 있다. "
                    "번호를 차례로 쓴다."
                )
                yield Problem(read.path, line, message)
            seen.setdefault(number, line)
            if "(코드)" not in text:
                graded.add(number)
        found = EXERCISE.search(text)
        if number and found and "starter.py" in text and "--8<--" in text:
            graded.add(number)
            theirs = re.match(r"(\d+)-", found["name"])
            if theirs and int(theirs[1]) != number:
                message = (
                    f"연습 {number}인데 코드는 {found['name']}에서 온다. "
                    "제목이나 폴더의 번호를 고친다."
                )
                yield Problem(read.path, line, message)
            yield from _function(read, seen[number], section, found["path"])
        section = [] if text.startswith("#") else [*section, text]
        number = 0 if text.startswith("## ") else number
    for number in seen.keys() - graded:
        message = (
            f"연습 {number}은 코드를 묻는데 시작 코드가 없다. exercises/{number}-이름/"
            "starter.py를 보이거나 제목의 (코드)를 지운다."
        )
        yield Problem(read.path, seen[number], message)


def _function(read: Page, line: int, section: list[str], path: str):
    starter = site.ROOT / path / "starter.py"
    if not starter.is_file():
        return
    names = set(
        re.findall(r"^\s*(?:def|class) (\w+)", starter.read_text("utf-8"), re.M)
    )
    called = set(CALLED.findall("\n".join(section)))
    if names and called and not names & called:
        message = (
            f"글은 {', '.join(sorted(called))}을(를) 부르는데 시작 코드의 함수는 "
            f"{', '.join(sorted(names))}이다. 이름을 맞춘다."
        )
        yield Problem(read.path, line, message)
    yield from _arguments(read, line, section, starter)


def _arguments(read: Page, line: int, section: list[str], starter: Path):
    """글이 부르는 인자의 이름과 차례가 시작 코드의 것과 같은가."""
    try:
        tree = ast.parse(starter.read_text("utf-8"))
    except SyntaxError:
        return  # 문법은 따로 알린다
    functions = {n.name: n.args for n in tree.body if isinstance(n, ast.FunctionDef)}
    for name, said in SIGNATURE.findall("\n".join(section)):
        if name in functions:
            arguments = functions[name]
            every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            ours = [a.arg for a in every]
            theirs = [w.strip() for w in said.split(",") if w.strip() not in ("", "*")]
            if theirs and theirs != ours[: len(theirs)]:
                message = (
                    f"글은 {name}({', '.join(theirs)})인데 시작 코드는 "
                    f"{name}({', '.join(ours)})다. 이름과 차례를 맞춘다."
                )
                yield Problem(read.path, line, message)


def _missing(read: Page, folder: Path) -> Iterator[Problem]:
    if not re.fullmatch(r"\d+-[a-z0-9-]+", folder.name):
        message = (
            f"연습문제의 폴더는 `번호-이름`이다: {folder.name}. `2-{folder.name}`처럼."
        )
        yield Problem(folder, 1, message)
        return
    for name in NEEDED:
        if not (folder / name).is_file():
            remedy = "`make outputs`로 만든다" if name.endswith(".out") else "만든다"
            yield Problem(folder, 1, f"연습문제에 {name}이(가) 없다. {remedy}.")
    check = folder / "check.py"
    if check.is_file() and not CHECK.search(check.read_text(encoding="utf-8")):
        message = "채점하는 함수가 없다. `def check(answer):`를 쓴다."
        yield Problem(check, 1, message)
    wrongs = sorted(folder.glob("wrong_*.py"))
    if len(wrongs) < 2:
        message = (
            f"흔히 하는 틀린 답(wrong_이름.py)이 {len(wrongs)}개다. 둘은 있어야 한다."
        )
        yield Problem(folder, 1, message)
    for path in wrongs:
        try:
            why = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        except (SyntaxError, UnicodeDecodeError):
            continue  # 문법은 따로 알린다
        if not why:
            message = "틀린 답의 첫 줄에 채점이 말할 까닭을 문서 문자열로 쓴다."
            yield Problem(path, 1, message)


def _grades(folders: list[Path]) -> Iterator[Problem]:
    jobs = [
        (answer, folder / "check.py")
        for folder in folders
        for name in ("solution.py", "starter.py", "wrong_*.py")
        for answer in sorted(folder.glob(name))
    ]
    try:
        done = subprocess.run(
            [sys.executable, "-c", GRADE],
            input=json.dumps([list(map(str, job)) for job in jobs]),
            cwd=site.ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired:
        message = (
            f"채점이 {LIMIT}초 안에 끝나지 않는다. 끝나지 않는 반복이 있는지 본다."
        )
        yield Problem(folders[0], 1, message)
        return
    if done.returncode:
        check, _, why = done.stderr.strip().rpartition("\n")
        place = Path(check) if Path(check).is_file() else folders[0]
        yield Problem(place, 1, f"채점하는 코드가 멈췄다. {why}")
        return
    verdicts = json.loads(done.stdout.strip().split("\n")[-1])
    for (answer, check), verdict in zip(jobs, verdicts, strict=True):
        yield from _judged(answer, check, *verdict)


def _judged(answer: Path, check: Path, kind: str, said: str, output: str):
    if answer.name == "solution.py":
        if kind != "passed":
            yield Problem(answer, 1, f"풀이가 채점을 통과하지 못한다: {said}")
        elif output != answer.with_suffix(".out").read_text(encoding="utf-8"):
            message = "풀이의 출력이 solution.out과 다르다. `make outputs`로 다시 쓴다."
            yield Problem(answer.with_suffix(".out"), 1, message)
    elif answer.name == "starter.py":
        if kind != "unwritten":
            message = "시작 코드의 함수는 `raise NotImplementedError` 한 줄이어야 한다."
            yield Problem(answer, 1, message)
    elif kind != "wrong":
        message = f"틀린 답인데 채점이 알아채지 못한다({kind}). {check.name}를 고친다."
        yield Problem(answer, 1, message)
    else:
        why = ast.get_docstring(ast.parse(answer.read_text(encoding="utf-8"))) or ""
        if why not in said:
            message = f"채점이 까닭을 말하지 않는다: ‘{why}’. 말한 것: {said}"
            yield Problem(answer, 1, message)


def _quiz(read: Page) -> Iterator[Problem]:
    """물음마다 보기가 둘 이상이고, 하나만 맞고, 보기마다 까닭을 말한다."""
    choices: list[tuple[int, str, str]] = []
    heading = counted = asked = 0
    lines = [*read.prose, (0, "## ")]
    for index, (line, text) in enumerate(lines):
        if OPEN.match(text):
            message = "답이 먼저 보이는 보기다. `??? quiz`로 접어 둔다."
            yield Problem(read.path, line, message)
        if match := ASKED.match(text):
            asked += 1
            if int(match["number"]) != asked:
                message = f"물음 {asked}이(가) 올 자리다. 번호를 차례로 쓴다."
                yield Problem(read.path, line, message)
        if text.startswith("## "):
            asked = 0
            if heading and not counted:
                message = (
                    '퀴즈에 보기가 없다. 보기마다 `??? quiz "① 보기"`를 쓰고 그 아래에 '
                    "4칸 들여 ‘맞다.’나 ‘아니다.’로 시작하는 까닭을 쓴다."
                )
                yield Problem(read.path, heading, message)
            heading, counted = (line if "퀴즈" in text else 0), 0
        if match := QUIZ.match(text):
            body = []
            for _, after in lines[index + 1 :]:
                if after.strip() and not after.startswith("    "):
                    break
                body.append(after.strip())
            choices.append((line, match["text"], " ".join(body).strip()))
            counted += 1
        elif choices and text.strip() and not text.startswith("    "):
            yield from _question(read, choices)
            choices = []


def _question(read: Page, choices: list[tuple[int, str, str]]) -> Iterator[Problem]:
    first = choices[0][0]
    if len(choices) < 2:
        yield Problem(read.path, first, "보기가 하나뿐인 물음이다. 둘 이상 쓴다.")
    right = sum(body.startswith("맞다.") for _, _, body in choices)
    for line, text, body in choices:
        verdict = re.match(r"(맞다|아니다)\.\s*", body)
        if not verdict:
            message = f"보기 ‘{text}’의 설명을 ‘맞다.’나 ‘아니다.’로 시작한다."
            yield Problem(read.path, line, message)
        elif not body[verdict.end() :]:
            yield Problem(
                read.path, line, f"보기 ‘{text}’에 까닭이 없다. 한 문장 쓴다."
            )
    if right != 1:
        message = f"‘맞다.’로 시작하는 보기가 {right}개다. 하나만 둔다."
        yield Problem(read.path, first, message)
    for mark, (line, text, _) in zip(MARKS, choices, strict=False):
        if not text.startswith(f"{mark} "):
            message = f"보기 ‘{text}’의 번호가 {mark}이(가) 아니다. 차례로 매긴다."
            yield Problem(read.path, line, message)
    texts = [re.sub(r"^[①-⑩]\s*", "", text) for _, text, _ in choices]
    if len(set(texts)) < len(texts):
        yield Problem(read.path, first, "같은 보기가 두 번 있다. 하나를 고친다.")

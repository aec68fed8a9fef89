"""출력 곁의 글이 옮긴 수: 출력의 수와 숫자 하나만 다르면 잘못 옮긴 것이다.

출력의 바로 앞과 뒤의 문단에서, 유효 숫자가 셋 이상인 수만 본다. 반올림하거나 백분율로
바꾼 것은 맞는 것이고, 페이지의 다른 출력이나 코드에 있는 수도 맞는 것이다.
"""

import re
from collections.abc import Iterator

from sitegen.base.problem import Problem
from sitegen.book.page import Block, Page

NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?")
# 수가 아니라 이름인 것: 식의 번호, 절, 논문, 해, 링크의 주소
NAMES = re.compile(
    r"\]\([^)]*\)|\(\d+\.\d+\)|\\tag\{[^}]*\}|\d+\.\d+절|\[\^?\d+\]|arXiv\S*|\d{4}년"
)
SCALES = [10.0**k for k in (0, 2, -2, 3, -3, 1, -1, 4, -4, 8, -8)]
LEAST = 3  # 유효 숫자. 이보다 짧으면 우연히 비슷한 수가 많다
LEAST_WHOLE = 4  # 자연수는 더 길어야 한다


def check(read: Page) -> Iterator[Problem]:
    known = [
        value
        for block in read.blocks
        for _, value in _numbers(f"{block.output or ''}\n{block.code}")
    ]
    told = set()
    for block in filter(lambda block: block.output, read.runnable):
        printed = _numbers(block.output)
        for line, text in _beside(read, block):
            for said, value in _numbers(NAMES.sub(" ", text)):
                if _digits(said) < LEAST or any(_rounds(said, value, w) for w in known):
                    continue
                near = [other for other, _ in printed if _slip(said, other)]
                if near and (line, said) not in told:
                    told.add((line, said))
                    message = (
                        f"글은 {said}인데 출력은 {near[0]}이다. 출력을 옮긴 수면 "
                        "맞추고, 다른 수면 무엇인지 밝혀 쓴다."
                    )
                    yield Problem(read.path, line, message)


def _numbers(text: str) -> list[tuple[str, float]]:
    words = [match[0].rstrip(",") for match in NUMBER.finditer(text)]
    return [(word, float(word.replace(",", ""))) for word in words]


def _beside(read: Page, block: Block) -> Iterator[tuple[int, str]]:
    """블록의 바로 뒤와 바로 앞 문단의 줄들. 사이의 그림은 건너뛴다."""
    code = {i for b in read.blocks for i in range(b.index, b.end + 1)}
    for start, step in ((block.end, 1), (block.index, -1)):
        at, inside = start + step, False
        while 0 <= at < len(read.lines) and at not in code:
            line = read.lines[at].strip()
            if line.startswith("#") or (inside and not line):
                break
            if line and not line.startswith("!["):
                inside = True
                yield read.origin[at], line
            at += step


def _digits(said: str) -> int:
    return len(re.sub(r"e.*|[.,]", "", said).lstrip("0"))


def _rounds(said: str, value: float, whole: float) -> bool:
    """whole을 said만큼 반올림하면, 또는 그것을 백분율로 바꾸면 said인가."""
    half = 0.5 * 10.0 ** -len(said.partition(".")[2])
    return any(abs(whole * k - value) <= half * (1 + 1e-6) for k in SCALES)


def _slip(said: str, printed: str) -> bool:
    """said의 자리까지 보면 숫자 하나가 다르거나 가까운 두 숫자가 자리를 바꾸었는가."""
    a, b = said.replace(",", ""), printed.replace(",", "")
    if ("." in a) != ("." in b) or ("." not in a and len(a) < LEAST_WHOLE):
        return False
    whole, _, rest = b.partition(".")
    b = b[: len(whole) + 1 + len(a.partition(".")[2])] if rest else b
    if len(a) != len(b):
        return False
    at = [k for k, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(at) == 2:
        i, j = at
        return j - i <= 2 and (a[i], a[j]) == (b[j], b[i])
    return len(at) == 1

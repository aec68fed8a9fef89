"""출력을 견준다. 프로그램이 허용 오차를 밝혔으면 수는 그만큼 달라도 된다.

    # 허용 오차: 0.01

배우는 프로그램은 컴퓨터마다 마지막 자리가 다를 수 있다. 글은 언제나 같아야 한다.
"""

import re

DECLARED = re.compile(r"^# 허용 오차: *(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?) *$", re.M)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def declared(code: str) -> float:
    found = DECLARED.search(code)
    return float(found["number"]) if found else 0.0


def label(code: str) -> str:
    """페이지에 보일 말: "±0.01". 밝히지 않았으면 ''"""
    found = DECLARED.search(code)
    return f"±{found['number']}" if found else ""


def same(kept: str, fresh: str, code: str) -> bool:
    """두 출력이 허용 오차 안에서 같은가."""
    if kept == fresh:
        return True
    most = declared(code)
    if not most or _words(kept) != _words(fresh):
        return False
    pairs = zip(NUMBER.findall(kept), NUMBER.findall(fresh), strict=True)
    return all(abs(float(a) - float(b)) <= most * (1 + 1e-9) for a, b in pairs)


def _words(text: str) -> list[str]:
    """수를 뺀 글. 자릿수가 달라지며 바뀐 칸 수는 보지 않는다."""
    return [
        re.sub(r"[ \t]+", " ", NUMBER.sub(" # ", line)) for line in text.split("\n")
    ]

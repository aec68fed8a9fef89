"""셸 블록에 써도 되는 명령: 파일을 지우지도, 받지도, 바깥을 읽지도 못하는 것만."""

import shlex

HARMLESS = {"echo", "printf", "ls", "cat", "head", "tail", "wc", "sort", "uniq", "cut"}
HARMLESS |= {"grep", "tr", "seq", "true", "test"}
LESSONS = ["python", "-m", "lessons"]
ALLOWED = ", ".join(sorted(HARMLESS))


def refusal(code: str) -> str:
    """셸 블록을 돌리지 않는 까닭. 돌려도 되면 ''"""
    remedy = (
        f"셸 블록에는 해롭지 않은 명령만 쓴다: {ALLOWED}, `python -m lessons`. "
        "읽는 이가 칠 명령을 보이기만 하려면 ```text로 바꾼다."
    )
    for line in code.splitlines():
        if any(mark in line for mark in ("`", "$", "&", "<", ">")):
            return (
                f"셸 블록에 바꿔 넣기, 잇기, 돌려 쓰기가 있다: {line.strip()}. {remedy}"
            )
        try:
            lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
            lexer.whitespace_split = True
            words = list(lexer)
        except ValueError:
            return f"셸 블록의 따옴표가 닫히지 않았다: {line.strip()}. {remedy}"
        for command in _commands(words):
            harmless = command[0] in HARMLESS or command[:3] == LESSONS
            if not harmless or any(
                w.startswith(("/", "~")) or ".." in w for w in command
            ):
                return f"셸 블록이 돌리지 않는 명령이다: {' '.join(command)}. {remedy}"
    return ""


def _commands(words: list[str]) -> list[list[str]]:
    commands: list[list[str]] = [[]]
    for word in words:
        if set(word) <= set("|;"):
            commands.append([])
        else:
            commands[-1].append(word)
    return [command for command in commands if command]

"""연습문제를 이 컴퓨터에서 채점한다.

python -m lessons exercises
python -m lessons check dl/05-2 my_answer.py
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from lessons.checking import DEADLINE, Exercise, Verdict, exercises


def check(exercise: Exercise, answer: Path) -> Verdict:
    """답이 멈추지 않거나 파이썬을 끝내도 답할 수 있게 따로 띄워 채점한다."""
    command = [sys.executable, "-X", "utf8", "-m", "lessons.checking"]
    try:
        done = subprocess.run(
            [*command, str(answer), str(exercise.folder / "check.py")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=DEADLINE,
        )
    except subprocess.TimeoutExpired:
        return Verdict.plain("late")
    lines = done.stdout.splitlines()
    return Verdict(**json.loads(lines[-1])) if lines else Verdict.plain("exited")


def unreadable(answer: Path) -> str:
    """답을 읽을 수 없는 까닭. 읽을 수 있으면 빈 글."""
    try:
        text = answer.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return "답을 쓴 파일이 없다"
    except UnicodeDecodeError:
        return "UTF-8로 저장한 파일이 아니다. 편집기에서 UTF-8로 다시 저장한다"
    except OSError as error:
        if answer.is_dir():
            return "파일이 아니라 폴더다. 그 안의 답을 쓴 파일을 적는다"
        return f"답을 쓴 파일을 열 수 없다({error.strerror})"
    return "" if text.strip() else "빈 파일이다. 시작 코드를 붙여 넣고 답을 쓴다"


def list_exercises(args) -> int:
    for exercise in exercises():
        print(f"{exercise.name:<10} {exercise.about}")
    return 0


def check_answer(args) -> int:
    known = {exercise.name: exercise for exercise in exercises()}
    if args.exercise not in known:
        names = ", ".join(known)
        sys.exit(f"'{args.exercise}'이라는 연습문제가 없다. 있는 것: {names}")
    if why := unreadable(args.answer):
        sys.exit(f"{why}: {args.answer}")
    verdict = check(known[args.exercise], args.answer)
    print(verdict.output, end="")
    print(verdict.message)
    return verdict.kind != "passed"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m lessons")
    commands = parser.add_subparsers(required=True, metavar="명령")
    command = commands.add_parser("exercises", help="연습문제의 이름을 늘어놓는다")
    command.set_defaults(function=list_exercises)
    command = commands.add_parser("check", help="답을 채점한다")
    command.add_argument("exercise", help="예: dl/05-2")
    command.add_argument("answer", type=Path, help="답을 쓴 파일")
    command.set_defaults(function=check_answer)
    args = parser.parse_args()
    sys.stdout.reconfigure(errors="replace")  # 옛 Windows 터미널에 없는 글자
    return args.function(args)


if __name__ == "__main__":
    sys.exit(main())

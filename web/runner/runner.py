"""브라우저 안에서 블록 하나를 홀로 돌린다. 무엇을 어떻게 돌리는지는 검증과 같다.

블록이 파이썬 전체에 남긴 것은 되돌리고, 되돌리지 못한 것이 있으면 이 파이썬을 버린다.
"""

import _json
import asyncio
import contextlib
import contextvars
import gc
import io
import json
import logging
import os
import re
import sys
import types
import warnings

import book_files  # noqa: F401  일꾼이 알려 줄 것이 있다
import book_page  # 일꾼(pyodide.worker.ts)이 넣어 준다
import trouble
from book_loop import own_loops
from book_process import Process, holders, unwatch

from lessons.executing import execute, explained, forget_lessons

DEEP = 2000  # 이보다 적게 만들었으면 사슬도 짧다
# 파이썬 밖의 것을 바꾸므로 무엇을 바꾸었는지 알 길이 없다
FOREIGN = re.compile(r"\b(js|\w*pyodide\w*|book_page|ctypes|codecs\.register)\b")
# 블록이 json을 바꾸어도 그대로인, C로 쓴 것만으로 결과를 적는다
_write = _json.make_encoder(
    None, None, _json.encode_basestring_ascii, None, ":", ",", False, False, True
)
_name = type.__dict__["__name__"].__get__  # 메타클래스가 이름을 가려도 읽는다


def opened(number: int, mode: str, **how):
    """번호의 문을 여는 파일. 닫아도 문은 열려 있다."""
    return open(number, mode, closefd=False, **how)


class Streams:
    """블록마다 새로 여는 출력과 입력. 닫거나 떼어 내도 다음 블록의 것은 성하다."""

    def __init__(self):
        self.raw = [opened(number, "wb") for number in (1, 2)]
        out, err = self.texts = [
            io.TextIOWrapper(raw, "utf-8", errors=errors, line_buffering=True)
            for raw, errors in zip(
                self.raw, ("strict", "backslashreplace"), strict=True
            )
        ]
        sys.stdout = sys.__stdout__ = out
        sys.stderr = sys.__stderr__ = err
        sys.stdin = sys.__stdin__ = opened(0, "r", encoding="utf-8")

    def flush(self) -> None:
        """줄을 다 쓰지 않은 것까지 내보낸다."""
        for stream in (*self.texts, *self.raw):
            with contextlib.suppress(ValueError, OSError):
                stream.flush()


kept = Process()


def run(code: str, name: str, grading: str, draws: bool) -> str:
    """새 `__main__`에서 돌리고 결과를 JSON으로 준다. 출력과 그림은 나오는 대로 나간다.

    grading은 채점할 것의 JSON이다. 비지 않았으면 code 대신 답을 채점하고, 판정은 출력에
    섞이지 않게 결과에 담는다.
    """
    answer = kept.last = types.ModuleType("__main__")
    done = {"error": None, "verdict": None, "cut": False}
    streams = Streams()
    asked = json.loads(grading) if grading else {"answer": code}
    kept.lasting |= bool(FOREIGN.search(asked["answer"]))

    def work():
        try:
            if grading:
                done["verdict"] = grade(**asked)
            else:
                execute(code, name, answer)
        finally:
            kept.restore_builtins()
            unwatch()

    def alone():
        with warnings.catch_warnings():
            done["error"] = attempt(name, work)
            for stream in (sys.stdout, sys.stderr):  # 블록이 제 것으로 바꾸었을 수 있다
                told = attempt(name, lambda stream=stream: stream.flush())
                if told and told["type"] == "KeyboardInterrupt":
                    done["error"] = done["error"] or told
            if draws:
                told = attempt(name, draw)
                done["cut"] = bool(told and told["type"] == "KeyboardInterrupt")
                done["error"] = done["error"] or (None if done["cut"] else told)

    leave = own_loops()
    try:
        contextvars.copy_context().run(alone)
    finally:
        leave()
        book_page.over()
        kept.restore()
        streams.flush()
    return "".join(_write(done, 0))


def grade(answer: str, check: str, file: str) -> dict:
    from dataclasses import asdict

    from lessons.checking import grade

    verdict = asdict(grade(answer, check, file))
    if verdict["kind"] == "error" and (hint := trouble.told(verdict["message"])):
        verdict["message"] += f"\n\n{hint}"
    return verdict


def remember() -> None:
    """지금의 파이썬이 모든 블록이 시작할 모습이다."""
    forget_lessons()
    asyncio.run = asyncio.runners.run
    nowhere = opened(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stdout = sys.__stdout__ = sys.stderr = sys.__stderr__ = nowhere
    kept.remember()


def tidy() -> bool:
    """다음 블록이 설 자리를 치운다. 결과를 보낸 뒤 부르므로 아무도 기다리지 않는다.

    반환: 처음의 모습인가. 아니면 이 파이썬은 더 쓰지 않는다.
    """
    forget_lessons()
    release(vars(kept.last))
    gc.collect()
    kept.restore()  # 놓일 때(`__del__`) 또 바꾸었을 수 있다
    same = kept.same()
    gc.freeze()  # 이제부터 생기는 것이 다음 블록의 것이다
    return same


def release(names: dict) -> None:
    """블록이 만든 것을 아무도 쥐지 않은 것부터 하나씩 놓는다.

    사슬로 이어진 수천 개를 한꺼번에 놓으면 브라우저의 스택이 넘쳐 파이썬이 죽는다.
    """
    made = {id(thing): thing for thing in gc.get_objects()}
    names.clear()
    if len(made) < DEEP:
        return
    free = [key for key in made if holders(made, key) == 1]
    while free:
        thing = made.pop(free.pop())
        held = {id(part) for part in gc.get_referents(thing)} & made.keys()
        del thing
        free += [key for key in held if holders(made, key) == 1]


def attempt(name: str, work) -> dict | None:
    """해 보고, 오류가 났으면 파이썬이 말하는 그대로에서 name의 줄만 남긴다."""
    try:
        work()
    except BaseException as caught:
        kept.restore_builtins()
        for tell in (describe, describe, bare):
            try:
                return tell(caught, name)
            except BaseException:  # 말하는 데 쓰는 것까지 바꾸었거나 말하지 않는 오류다
                kept.restore()
    return None


def describe(caught: BaseException, name: str) -> dict | None:
    if isinstance(caught, SystemExit):
        with contextlib.suppress(BaseException):
            if caught.code not in (None, 0):
                print(caught.code, file=sys.stderr)
        return None
    message = ""
    with contextlib.suppress(BaseException):  # __str__이 오류를 낼 수 있다
        message = str(caught)
    traceback = "".join(explained(caught, name).format())
    return {
        "type": type(caught).__name__,
        "message": message,
        "traceback": traceback,
        "hint": trouble.told(traceback),
    }


def bare(caught: BaseException, name: str) -> dict:
    kind = _name(type(caught))
    return {"type": kind, "message": "", "traceback": f"{kind}\n", "hint": ""}


def learn_to_draw() -> None:
    """그림을 책의 모양으로 그리게 한다. 처음 그릴 때 읽는 것도 미리 읽어 둔다."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from figure_style import LIGHT_RC

    # 받아 온 것에 없는 수식 글꼴을 DejaVu가 대신한다는 말을 출력에 섞지 않는다
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    plt.rcdefaults()
    plt.rcParams.update(LIGHT_RC)
    plt.show = lambda *args, **kwargs: None
    figure, axes = plt.subplots()
    axes.set_title("처음 $x_1$")
    axes.imshow([[0, 1]])
    figure.savefig(io.StringIO(), format="svg")
    plt.close("all")
    remember()


def draw() -> None:
    """열려 있는 그림을 밝고 어두운 SVG로, 하나 그릴 때마다 페이지에 보낸다."""
    import matplotlib.pyplot as plt
    from figure_style import to_dark

    book_page.drawing()
    try:
        for number in plt.get_fignums():
            file = io.StringIO()
            plt.figure(number).savefig(file, format="svg")
            light = file.getvalue()
            book_page.figure(light, to_dark(light))
    finally:
        plt.close("all")

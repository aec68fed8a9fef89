"""브라우저 안에서 블록 하나를 홀로 돌린다. 무엇을 어떻게 돌리는지는 검증과 같다."""

import contextlib
import gc
import io
import json
import linecache
import logging
import sys
import traceback
import types
import warnings

import numpy as np

CHECK = "<채점>"
DEEP = 2000  # 이보다 적게 만들었으면 사슬도 짧다

last = types.ModuleType("__main__")  # 마지막에 돌린 블록


def run(code: str, name: str, check: str | None, draws: bool) -> str:
    """새 `__main__`에서 돌리고 결과를 JSON으로 준다. 출력은 나오는 대로 나간다."""
    global last
    figures = Figures() if draws else None
    answer = last = types.ModuleType("__main__")
    before, sys.modules["__main__"] = sys.modules["__main__"], answer
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    error = refused = None
    try:
        with np.printoptions(), np.errstate(), warnings.catch_warnings():
            error = attempt(
                name, lambda: exec(compile(code, name, "exec"), vars(answer))
            )
            if check is not None and not error:
                refused = attempt(name, lambda: grade(check, vars(answer)))
        drawn = figures.take() if figures else []
    finally:
        sys.modules["__main__"] = before
    return json.dumps({"error": error, "refused": refused, "figures": drawn})


def tidy() -> None:
    """다음 블록이 설 자리를 치운다. 결과를 보낸 뒤 부르므로 아무도 기다리지 않는다."""
    forget_lessons()
    release(vars(last))
    gc.collect()
    gc.freeze()  # 이제부터 생기는 것이 다음 블록의 것이다


def forget_lessons() -> None:
    """앞의 블록이 lessons를 바꾸었어도 새로 읽게 한다."""
    for name in [n for n in sys.modules if n.split(".")[0] == "lessons"]:
        del sys.modules[name]


def release(names: dict) -> None:
    """블록이 만든 것을 아무도 쥐지 않은 것부터 하나씩 놓는다.

    사슬로 이어진 수천 개를 한꺼번에 놓으면 브라우저의 스택이 넘쳐 파이썬이 죽는다.
    """
    made = {id(thing): thing for thing in gc.get_objects()}
    names.clear()
    if len(made) < DEEP:
        return
    free = [key for key in made if alone(made, key)]
    while free:
        thing = made.pop(free.pop())
        held = {id(part) for part in gc.get_referents(thing)} & made.keys()
        del thing
        free += [key for key in held if alone(made, key)]


def alone(made: dict, key: int) -> bool:
    """made만 쥐고 있는가."""
    probe = {0: object()}
    return sys.getrefcount(made[key]) == sys.getrefcount(probe[0])


def attempt(name: str, work) -> dict | None:
    """해 보고, 오류가 났으면 파이썬이 말하는 그대로에서 name의 줄만 남긴다."""
    try:
        work()
    except SystemExit as caught:
        if caught.code not in (None, 0):
            print(caught.code, file=sys.stderr)
    except BaseException as caught:
        told = traceback.TracebackException.from_exception(caught)
        trim(told, name)
        return {
            "type": type(caught).__name__,
            "message": str(caught),
            "traceback": "".join(told.format()),
        }
    return None


def execute(code: str, name: str, names: dict) -> None:
    exec(compile(code, name, "exec"), names)


def trim(told: traceback.TracebackException, name: str) -> None:
    told.stack = traceback.StackSummary.from_list(
        frame for frame in told.stack if frame.filename == name
    )
    for cause in (told.__cause__, told.__context__):
        if cause is not None:
            trim(cause, name)


def grade(check: str, answer: dict) -> None:
    """check.py의 check(answer)를 부른다. 채점이 내는 출력은 보이지 않는다."""
    module = types.ModuleType("check")
    with contextlib.redirect_stdout(io.StringIO()):
        execute(check, CHECK, vars(module))
        module.check(answer)


class Figures:
    """그림을 책의 모양으로 그리게 하고, 열려 있는 그림을 밝고 어두운 SVG로 가져온다."""

    def __init__(self):
        import matplotlib

        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        from figure_style import LIGHT_RC

        # 받아 온 것에 없는 수식 글꼴을 DejaVu가 대신한다는 말을 출력에 섞지 않는다
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
        plt.close("all")
        plt.rcdefaults()
        plt.rcParams.update(LIGHT_RC)
        plt.show = lambda *args, **kwargs: None
        self.plt = plt

    def take(self) -> list[dict]:
        from figure_style import to_dark

        pictures = []
        for number in self.plt.get_fignums():
            file = io.StringIO()
            self.plt.figure(number).savefig(file, format="svg")
            light = file.getvalue()
            pictures.append({"light": light, "dark": to_dark(light)})
        self.plt.close("all")
        return pictures

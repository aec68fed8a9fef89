"""브라우저 안에서 블록 하나를 홀로 돌린다. 무엇을 어떻게 돌리는지는 검증과 같다.

블록이 파이썬 전체에 남긴 것은 되돌리고, 되돌리지 못한 것이 있으면 이 파이썬을 버린다.
"""

import _locale
import _tracemalloc
import atexit
import builtins
import codecs
import contextlib
import contextvars
import gc
import io
import json
import linecache
import logging
import os
import random
import re
import shutil
import signal
import sys
import traceback
import types
import warnings
import weakref
from functools import lru_cache
from itertools import chain, repeat
from operator import is_
from pathlib import Path

import book_files  # noqa: F401  lessons.files가 sys.modules에서 찾는다
import book_page  # 일꾼(pyodide.worker.ts)이 넣어 준다
import numpy as np
import numpy.fft
import numpy.ma
import numpy.polynomial
import numpy.random

DEEP = 2000  # 이보다 적게 만들었으면 사슬도 짧다
OURS = (Path("/home/pyodide"), Path("/tmp"))  # 블록이 파일을 써도 되는 곳
DATA = "/book/lessons/data/"  # book_files.py가 받은 데이터를 두는 곳
HEAP = 200  # 이만큼씩 모아 견주고, 달라진 무더기만 하나하나 본다
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# 되돌리는 길이 없는 일. 파일을 다루는 것은 OURS 밖에서 할 때만 그렇다
FOREVER = {"sys.addaudithook", "ctypes.dlopen", "ctypes.dlsym", "ctypes.addressof"}
ON_FILES = {
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate"),
    *("os.link", "os.symlink", "os.utime", "shutil.move", "shutil.rmtree"),
}
# 저마다 바뀌는 것이 제 일인 것: 속에 쥔 것까지 본체만체한다
CACHES = {"_abc_data", "WeakSet", "WeakKeyDictionary", "WeakValueDictionary"}
MEMO = type(lru_cache(len))
# 바뀌지 않거나, 바뀌어도 다음 블록이 알 수 없는 것
FIXED = {
    *(tuple, frozenset, weakref.ref, types.FrameType, types.GeneratorType),
    *(MEMO, type(len), type(str.join), type(str.__len__)),
    *(types.GetSetDescriptorType, types.MemberDescriptorType, types.CodeType),
}
OPAQUE = {*CACHES, "FileFinder", "zipimporter", "JsProxy", "Pattern", "RandomState"}
# 파이썬 밖의 것을 바꾸므로 무엇을 바꾸었는지 알 길이 없다
FOREIGN = re.compile(r"\b(js|\w*pyodide\w*|book_page|ctypes|codecs\.register)\b")
HANDLERS = ("strict", "ignore", "replace", "backslashreplace", "surrogateescape")


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


class Process:
    """remember()가 기억한 모습으로 restore()가 되돌리고, same()이 같은지 본다."""

    last: types.ModuleType  # 마지막에 돌린 블록

    def __init__(self):
        self.lasting = False  # 되돌릴 수 없는 일을 했다
        self.listening = False
        self.watched = []
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple) -> None:
        if not self.listening:
            return
        if event in FOREVER:
            self.lasting = True
        elif event == "open":
            path, _, flags = args
            if flags & WRITES and isinstance(path, (str, bytes)):
                self.lasting |= not ours(path)
        elif event in ON_FILES:
            paths = [p for p in args if isinstance(p, (str, bytes))]
            self.lasting |= not all(map(ours, paths))

    def remember(self) -> None:
        self.listening = False
        atexit._clear()  # 일꾼은 끝내지 않고 버린다
        for path in OURS:
            path.mkdir(parents=True, exist_ok=True)
        self.files = {path: set(path.rglob("*")) for path in OURS}
        self.calls = [
            (sys.setrecursionlimit, sys.getrecursionlimit()),
            (sys.setswitchinterval, sys.getswitchinterval()),
            (sys.set_int_max_str_digits, sys.get_int_max_str_digits()),
            (os.chdir, os.getcwd()),
        ]
        self.thresholds = gc.get_threshold()
        self.environment = dict(os.environ)
        self.locale = _locale.setlocale(_locale.LC_ALL)
        self.signals = {n: signal.getsignal(n) for n in signal.valid_signals()}
        self.umask = os.umask(0o022)
        os.umask(self.umask)
        self.handlers = [*map(codecs.lookup_error, HANDLERS)]
        self.doors = [*map(os.fstat, range(3))]
        gc.unfreeze()
        gc.collect()
        gc.disable()  # 기억하며 만드는 것을 치우느라 몇 배 느려진다
        self.builtins = vars(builtins), dict(vars(builtins))
        modules = [m for m in sys.modules.values() if isinstance(m, types.ModuleType)]
        spaces = [vars(module) for module in modules]
        self.spaces = [(space, dict(space)) for space in spaces]
        held = {id(v): v for space in spaces for v in space.values()}
        self.held = [
            (v, v.copy()) for v in held.values() if type(v) in (dict, set, list)
        ]
        # matplotlib은 범례를 처음 그릴 때처럼 뒤늦게 로거를 만든다
        self.held.append((names := logging.Logger.manager.loggerDict, dict(names)))
        if "matplotlib" in sys.modules:
            self.held.append((rc := sys.modules["matplotlib"].rcParams, dict(rc)))
        mine = {id(self), id(vars(self)), id(self.spaces), id(self.held)}
        mine |= {id(thing) for pair in [*self.spaces, *self.held] for thing in pair}
        word = sys.intern("파이썬이 모아 두는 글자열의 사전은 늘 자란다")
        for thing in gc.get_objects():
            if type(thing).__name__ in CACHES:
                mine |= {*map(id, gc.get_referents(thing))}
            elif isinstance(thing, (types.ModuleType, MEMO)):
                # C로 쓴 것이 이름 없이 쥔 사전. 예: struct가 한 번 읽은 형식,
                # lru_cache가 모은 답
                parts = {id(p) for p in gc.get_referents(thing) if type(p) is dict}
                mine |= parts - {id(vars(thing))}
            elif type(thing) is dict and word in thing:
                mine.add(id(thing))
        things = gc.get_objects()
        # 아무도 쥐지 않은 것은 지금 이것을 부르느라 잠깐 있는 것이다
        lasting = {id(held) for part in map(gc.get_referents, things) for held in part}
        watched = [
            thing
            for thing in things
            if id(thing) in lasting
            and type(thing) not in FIXED
            and type(thing).__name__ not in OPAQUE
            and id(thing) not in mine
        ]
        if self.watched:
            # matplotlib은 그릴 때마다 글꼴과 그림을 모아 둔다. 그 속은 보지 않는다
            first = {id(thing) for heap in self.watched for thing in heap}
            watched = [thing for thing in watched if id(thing) in first]
        self.watched = [watched[at : at + HEAP] for at in range(0, len(watched), HEAP)]
        self.grasps = [[*map(gc.get_referents, heap)] for heap in self.watched]
        gc.enable()
        gc.freeze()
        self.lasting, self.listening = False, True

    def restore(self) -> None:
        """되돌릴 수 있는 것을 되돌린다. 내장 이름이 무엇이 되었든 그것부터 되돌린다."""
        self.restore_builtins()
        self.listening = False
        sys.settrace(None)
        sys.setprofile(None)
        for thing, saved in [*self.spaces, *self.held]:
            if same(thing, saved):
                continue
            if isinstance(thing, dict):
                dict.clear(thing)
                dict.update(thing, saved)
            elif type(thing) is list:
                thing[:] = saved
            else:
                thing.clear()
                thing.update(saved)
        for call, value in self.calls:
            call(value)
        self.restore_rest()
        self.listening = True

    def restore_builtins(self) -> None:
        self.builtins[0].update(self.builtins[1])

    def restore_rest(self) -> None:
        gc.enable()
        gc.set_debug(0)
        gc.set_threshold(*self.thresholds)
        if dict(os.environ) != self.environment:
            os.environ.clear()
            os.environ.update(self.environment)
        _locale.setlocale(_locale.LC_ALL, self.locale)
        for number, handler in self.signals.items():
            if handler is not None and signal.getsignal(number) is not handler:
                signal.signal(number, handler)
        os.umask(self.umask)
        atexit._clear()
        _tracemalloc.stop()
        for tool in range(6):
            if sys.monitoring.get_tool(tool):
                sys.monitoring.set_events(tool, 0)
                sys.monitoring.free_tool_id(tool)
        random.seed()
        np.random.set_bit_generator(np.random.MT19937())
        for folder, files in self.files.items():
            for path in {*folder.iterdir()} - files:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()

    def same(self) -> bool:
        return not (
            self.lasting
            or self.handlers != [*map(codecs.lookup_error, HANDLERS)]
            or any(map(other_door, range(3), self.doors))
            or not all(same(*pair) for pair in [*self.spaces, *self.held])
            or self.changed()
        )

    def changed(self) -> list:
        """기억한 때와 쥔 것이 달라진 것. 예: 함수의 코드, 클래스, 로거의 처리기"""
        return [
            heap[at]
            for heap, before in zip(self.watched, self.grasps, strict=True)
            if not same(gc.get_referents(*heap), [*chain.from_iterable(before)])
            for at, grasp in enumerate(before)
            if not same(gc.get_referents(heap[at]), grasp) and self.alive(heap, at)
        ]

    def alive(self, heap: list, at: int) -> bool:
        """기억한 것 말고도 쥐고 있는 것이 있는가."""
        grasps = chain(*self.watched, *chain.from_iterable(self.grasps))
        return holders(heap, at) > sum(map(is_, grasps, repeat(heap[at])))


def same(thing: dict | list | set, saved: dict | list | set) -> bool:
    """같은 것을 같은 차례로 쥐고 있는가."""
    if type(thing) is set:
        return thing == saved
    return (
        len(thing) == len(saved)
        and all(map(is_, thing, saved))
        and (type(thing) is list or all(map(is_, thing.values(), saved.values())))
    )


def ours(path: str | bytes) -> bool:
    whole = os.path.abspath(os.fsdecode(path))
    ours = (*(f"{folder}/" for folder in OURS), "/dev/")
    return whole.startswith(ours) or f"{whole}/".startswith(DATA)


def other_door(number: int, before: os.stat_result) -> bool:
    """출력의 문이 닫혔거나 다른 곳으로 이어졌는가."""
    try:
        now = os.fstat(number)
    except OSError:
        return True
    return (now.st_dev, now.st_ino) != (before.st_dev, before.st_ino)


kept = Process()


def run(code: str, name: str, grading: str, draws: bool) -> str:
    """새 `__main__`에서 돌리고 결과를 JSON으로 준다. 출력과 그림은 나오는 대로 나간다.

    grading은 채점할 것의 JSON이다. 비지 않았으면 code 대신 답을 채점하고, 판정은 출력에
    섞이지 않게 결과에 담는다.
    """
    answer = kept.last = types.ModuleType("__main__")
    before, sys.modules["__main__"] = sys.modules["__main__"], answer
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    done = {"error": None, "verdict": None, "cut": False}
    streams = Streams()
    kept.lasting |= bool(FOREIGN.search(code + grading))

    def work():
        if grading:
            done["verdict"] = grade(**json.loads(grading))
        else:
            execute(code, name, vars(answer))

    def alone():
        with warnings.catch_warnings():
            done["error"] = attempt(name, work)
            for stream in (sys.stdout, sys.stderr):  # 블록이 제 것으로 바꾸었을 수 있다
                with contextlib.suppress(Exception):
                    stream.flush()
            if draws:
                told = attempt(name, draw)
                done["cut"] = bool(told and told["type"] == "KeyboardInterrupt")
                done["error"] = done["error"] or (None if done["cut"] else told)

    try:
        contextvars.copy_context().run(alone)
    finally:
        book_page.over()
        kept.restore()
        streams.flush()
        sys.modules["__main__"] = before
    return json.dumps(done)


def grade(answer: str, check: str, file: str) -> dict:
    from dataclasses import asdict

    from lessons.checking import grade

    return asdict(grade(answer, check, file))


def remember() -> None:
    """지금의 파이썬이 모든 블록이 시작할 모습이다."""
    forget_lessons()
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
    same = kept.same()
    gc.freeze()  # 이제부터 생기는 것이 다음 블록의 것이다
    return same


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
    free = [key for key in made if holders(made, key) == 1]
    while free:
        thing = made.pop(free.pop())
        held = {id(part) for part in gc.get_referents(thing)} & made.keys()
        del thing
        free += [key for key in held if holders(made, key) == 1]


def holders(made: dict | list, key: int) -> int:
    """made[key]를 쥐고 있는 것의 수. made도 센다."""
    probe = {0: object()}
    return sys.getrefcount(made[key]) - sys.getrefcount(probe[0]) + 1


def attempt(name: str, work) -> dict | None:
    """해 보고, 오류가 났으면 파이썬이 말하는 그대로에서 name의 줄만 남긴다."""
    try:
        work()
    except SystemExit as caught:
        if caught.code not in (None, 0):
            print(caught.code, file=sys.stderr)
    except BaseException as caught:
        kept.restore_builtins()
        try:
            return describe(caught, name)
        except Exception:  # 오류를 적는 데 쓰는 것까지 바꾸었다
            kept.restore()
            return describe(caught, name)
    return None


def describe(caught: BaseException, name: str) -> dict:
    told = traceback.TracebackException.from_exception(caught)
    trim(told, name)
    message = ""
    with contextlib.suppress(Exception):  # __str__이 오류를 낼 수 있다
        message = str(caught)
    return {
        "type": type(caught).__name__,
        "message": message,
        "traceback": "".join(told.format()),
    }


def execute(code: str, name: str, names: dict) -> None:
    exec(compile(code, name, "exec"), names)


def trim(told: traceback.TracebackException, name: str) -> None:
    told.stack = traceback.StackSummary.from_list(
        frame for frame in told.stack if frame.filename == name
    )
    for cause in (told.__cause__, told.__context__):
        if cause is not None:
            trim(cause, name)


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

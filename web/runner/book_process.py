"""블록이 돌기 전의 파이썬을 기억했다가 되돌리고, 되돌리지 못한 것이 있는지 본다."""

import _abc
import _locale
import _tracemalloc
import atexit
import builtins
import codecs
import decimal
import gc
import logging
import os
import random
import signal
import stat
import sys
import types
import weakref
from abc import ABCMeta
from asyncio import _get_running_loop
from functools import lru_cache
from itertools import chain, repeat
from operator import is_
from pathlib import Path

import book_files
import numpy as np
import numpy.fft
import numpy.ma
import numpy.polynomial
import numpy.random

OURS = (Path("/home/pyodide"), Path("/tmp"))  # 블록이 파일을 써도 되는 곳
DATA = "/book/lessons/data/"  # book_files.py가 받은 데이터를 두는 곳
HEAP = 200  # 이만큼씩 모아 견주고, 달라진 무더기만 하나하나 본다
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# 되돌리는 길이 없는 일. 파일을 다루는 것은 OURS 밖에서 할 때만 그렇다
FOREVER = {"sys.addaudithook", "ctypes.dlopen", "ctypes.dlsym", "ctypes.addressof"}
# 파이썬 밖으로 나가는 문. 안에 들여놓지 않았다가 블록이 찾으면 안다
OUTSIDE = ("js", "pyodide_js")
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
CODE = (types.FunctionType, property, classmethod, staticmethod)
ATOMS = {str, int, float, bytes}
OPAQUE = {*CACHES, "FileFinder", "zipimporter", "JsProxy", "Pattern", "RandomState"}
HANDLERS = ("strict", "ignore", "replace", "backslashreplace", "surrogateescape")
_untrace, _unprofile = sys.settrace, sys.setprofile


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
        elif event == "import":
            self.lasting |= args[0].split(".")[0] in OUTSIDE
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
        weakref.finalize._registered_with_atexit = weakref.finalize._dirty = True
        for name in [n for n in sys.modules if n.split(".")[0] in OUTSIDE]:
            del sys.modules[name]
        for path in OURS:
            os.makedirs(path, exist_ok=True)
        self.files = files()
        self.calls = [
            (sys.setrecursionlimit, sys.getrecursionlimit()),
            (sys.setswitchinterval, sys.getswitchinterval()),
            (sys.set_int_max_str_digits, sys.get_int_max_str_digits()),
            (os.chdir, os.getcwd()),
            (_set_asyncgen_hooks, sys.get_asyncgen_hooks()),
            (
                sys.set_coroutine_origin_tracking_depth,
                sys.get_coroutine_origin_tracking_depth(),
            ),
        ]
        self.numbers = [(context, context.copy()) for context in numbers()]
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
        self.held += [(loop, loop.copy()) for loop in [vars(_get_running_loop())]]
        self.held += [(part, part.copy()) for part in loggers()]
        self.held += [(rc(), dict(rc()))] if rc() else []
        self.fonts = [(part, part.copy()) for part in fonts()]
        self.tools = [(thing, contents(thing)) for thing in colours()]
        mine = {
            id(sys.stdout),
            id(self),
            id(vars(self)),
            id(self.spaces),
            id(self.held),
        }
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
        self.classes = bodies(things)
        self.arrays = [
            (part, part.shape, part.tobytes())
            for part in {
                id(part): part
                for held in map(gc.get_referents, things)
                for part in held
                if type(part) is np.ndarray and not part.dtype.hasobject
            }.values()
        ]
        self.abstract = [
            (thing, registered(thing))
            for thing in things
            if issubclass(type(thing), ABCMeta)
        ]
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
            # matplotlib은 그릴 때마다 글꼴과 그림을 모아 둔다. 코드만 본다
            first = {id(thing) for heap in self.watched for thing in heap}
            watched = [
                thing
                for thing in watched
                if id(thing) in first or type(thing) is types.FunctionType
            ]
        self.watched = [watched[at : at + HEAP] for at in range(0, len(watched), HEAP)]
        self.grasps = [[*map(gc.get_referents, heap)] for heap in self.watched]
        gc.enable()
        gc.freeze()
        self.lasting, self.listening = False, True

    def restore(self) -> None:
        """되돌릴 수 있는 것을 되돌린다. 내장 이름이 무엇이 되었든 그것부터 되돌린다."""
        self.restore_builtins()
        self.listening = False
        unwatch()
        for restore in (self.restore_names, self.restore_rest, self.restore_files):
            try:
                restore()
            except BaseException:  # 되돌리는 데 쓰는 것까지 바꾸었다
                self.lasting = True
        self.listening = True

    def restore_builtins(self) -> None:
        """내장 이름이 하나도 없어도 되는 말만 쓴다."""
        now, saved = self.builtins
        now.clear()
        now.update(saved)

    def restore_names(self) -> None:
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
        if not all(same(*pair) for pair in self.fonts):
            for thing, saved in self.fonts:
                thing[:] = saved
            forget_found_fonts()

    def restore_rest(self) -> None:
        for path in OURS:
            os.makedirs(path, exist_ok=True)
        for call, value in self.calls:
            call(value)
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
        for context, saved in self.numbers:
            for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp"):
                setattr(context, name, getattr(saved, name))
            context.traps, context.flags = saved.traps, saved.flags
        random.seed()
        np.random.set_bit_generator(np.random.MT19937())

    def restore_files(self) -> None:
        for path in sorted({*files()} - {*self.files}, reverse=True):  # 속의 것부터
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()
        self.lasting |= files() != self.files

    def same(self) -> bool:
        return not (
            self.lasting
            or self.handlers != [*map(codecs.lookup_error, HANDLERS)]
            or any(map(other_door, range(3), self.doors))
            or any((a.shape, a.tobytes()) != (s, b) for a, s, b in self.arrays)
            or any(registered(thing) != had for thing, had in self.abstract)
            or not all(same(*pair) for pair in [*self.spaces, *self.held])
            or not all(
                space.get(k) is v
                for space, code in self.classes
                for k, v in code.items()
            )
            or not all(alike(contents(thing), had) for thing, had in self.tools)
            or self.changed()
        )

    def changed(self) -> list:
        """기억한 때와 쥔 것이 달라진 것. 예: 함수의 코드, 클래스, 로거의 처리기"""
        return [
            heap[at]
            for heap, before in zip(self.watched, self.grasps, strict=True)
            if not same(gc.get_referents(*heap), [*chain.from_iterable(before)])
            for at, grasp in enumerate(before)
            if not alike(gc.get_referents(heap[at]), grasp) and self.alive(heap, at)
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


def unwatch() -> None:
    """코드가 도는 것을 지켜보던 것을 모두 그만두게 한다."""
    _untrace(None)
    _unprofile(None)
    for tool in range(6):
        if sys.monitoring.get_tool(tool):
            sys.monitoring.set_events(tool, 0)
            sys.monitoring.free_tool_id(tool)


def contents(thing: dict | list | set) -> list:
    return [*chain(*dict.items(thing))] if isinstance(thing, dict) else [*thing]


def alike(now: list, before: list) -> bool:
    """글자와 수는 같으면 된다. 예: total_ordering이 다시 적는 설명"""
    return len(now) == len(before) and all(
        a is b or (type(a) is type(b) and type(a) in ATOMS and a == b)
        for a, b in zip(now, before, strict=True)
    )


def ours(path: str | bytes) -> bool:
    whole = os.path.realpath(os.fsdecode(path))
    if f"{whole}/".startswith(DATA):
        return book_files.receiving
    return whole.startswith((*(f"{folder}/" for folder in OURS), "/dev/"))


def files() -> dict[Path, tuple]:
    """블록이 써도 되는 곳에 있는 것마다, 파일이면 언제 얼마나 썼는가."""
    found = {}
    for path in chain(*(folder.rglob("*") for folder in OURS)):
        of = path.lstat()
        folder = stat.S_ISDIR(of.st_mode)
        found[path] = () if folder else (of.st_ino, of.st_size, of.st_mtime_ns)
    return found


def bodies(things: list) -> list[tuple[dict, dict]]:
    """클래스마다 이름공간과, 거기에서 코드인 것. 그리며 모아 두는 값은 보지 않는다."""
    classes = [thing for thing in things if issubclass(type(thing), type)]
    spaces = [part for part in gc.get_referents(*classes) if type(part) is dict]
    return [
        (space, {k: v for k, v in space.items() if isinstance(v, CODE)})
        for space in spaces
    ]


def rc() -> dict | None:
    return getattr(sys.modules.get("matplotlib"), "rcParams", None)


def colours() -> list[dict]:
    """matplotlib이 아는 색의 이름과 색의 띠."""
    if not rc():
        return []
    import matplotlib
    from matplotlib import colors

    return [matplotlib.colormaps._cmaps, colors.get_named_colors_mapping()]


def fonts() -> list[list]:
    """matplotlib이 아는 글꼴. lessons.plotting이 그릴 때마다 한글 글꼴을 더한다."""
    if not rc():
        return []
    from matplotlib.font_manager import fontManager

    return [fontManager.ttflist, fontManager.afmlist]


def forget_found_fonts() -> None:
    from matplotlib.font_manager import FontManager

    FontManager._findfont_cached.cache_clear()


def numbers() -> list[decimal.Context]:
    """십진수를 얼마나 자세히 셈하는가."""
    contexts = decimal.DefaultContext, decimal.BasicContext, decimal.ExtendedContext
    return [*contexts, decimal.getcontext()]


def loggers() -> list[dict | list]:
    """기록하는 이들이 기억하는 것. logging.warning만 불러도 처리기가 남고, matplotlib은
    범례를 처음 그릴 때처럼 뒤늦게 로거를 만든다.
    """
    manager = logging.Logger.manager
    named = [x for x in manager.loggerDict.values() if isinstance(x, logging.Logger)]
    each = [logging.root, *named]
    found = [vars(manager), manager.loggerDict, *map(vars, each)]
    return found + [part for x in each for part in (x.handlers, x.filters, x._cache)]


def registered(kind: ABCMeta) -> set:
    """추상 클래스가 제 것으로 아는 클래스들."""
    return {name() for name in _abc._get_dump(kind)[0]} - {None}


def _set_asyncgen_hooks(hooks: tuple) -> None:
    sys.set_asyncgen_hooks(*hooks)


def other_door(number: int, before: os.stat_result) -> bool:
    """출력의 문이 닫혔거나 다른 곳으로 이어졌는가."""
    try:
        now = os.fstat(number)
    except OSError:
        return True
    return (now.st_dev, now.st_ino) != (before.st_dev, before.st_ino)


def holders(made: dict | list, key: int) -> int:
    """made[key]를 쥐고 있는 것의 수. made도 센다."""
    probe = {0: object()}
    return sys.getrefcount(made[key]) - sys.getrefcount(probe[0]) + 1

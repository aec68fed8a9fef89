"""갓 태어난 프로세스 안에서 하는 일: 빈 폴더에서 프로그램 하나를 돌리고 적는다.

프로세스마다 한 번만 부른다. 프로그램이 무엇을 망가뜨리든 프로세스와 함께 사라진다.
"""

import contextlib
import importlib
import io
import itertools
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
import types
import warnings
from pathlib import Path

from lessons import executing

NAME = "<프로그램>"
MOST = 1_000_000  # 글자. 끝없이 찍는 프로그램이 메모리를 채우지 않게
CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.truncate", "os.link")
CHANGES = (*CHANGES, "os.symlink", "shutil.rmtree", "shutil.move")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOT_DATA = (".py", ".pyc", ".pth", ".so", ".pyd")


class Late(BaseException):
    """약속한 시간이 지났다. 프로그램의 except가 붙잡지 못하게 Exception이 아니다."""


class Output(io.StringIO):
    def write(self, text: str) -> int:
        if self.tell() + len(text) > MOST:
            raise ValueError(f"출력이 {MOST:,}자를 넘었다")
        return super().write(text)


class Watch:
    """어느 자료를 읽는지 적고, 제 폴더 밖에 쓰려는 것은 막는다."""

    def __init__(self, root: Path):
        self.root = os.path.realpath(root)
        home = Path.home()
        caches = [home / name for name in (".cache", ".config", ".matplotlib")]
        free = [tempfile.gettempdir(), "/dev", *caches]
        self.free = [os.path.realpath(folder) for folder in free]
        self.data: set[str] = set()
        self.on = True

    def __call__(self, event: str, args: tuple) -> None:
        if not self.on:
            return
        if event == "open":
            path, mode, flags = args
            writing = flags & WRITING or set(mode or "") & set("wax+")
            self.look(path, bool(writing))
        elif event in CHANGES:
            self.look(args[0], True)
            if event in ("os.rename", "shutil.move"):
                self.look(args[1], True)

    def look(self, path, writing: bool) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        path = os.path.realpath(os.fsdecode(path))
        ours = path.startswith(self.root + os.sep)
        inside = path[len(self.root) + 1 :].replace(os.sep, "/") if ours else ""
        cache = inside.startswith(".cache/") or "__pycache__" in path
        if not writing:
            tool = inside.startswith((".", "node_modules/"))
            if ours and not cache and not tool and not path.endswith(NOT_DATA):
                self.data.add(inside)
        elif not cache and (ours or not self.is_free(path)):
            raise PermissionError(
                f"프로그램은 제 폴더 밖에 쓰지 않는다: {inside or path}. "
                "지금 폴더에 쓰거나 lessons.artifacts.save로 남긴다."
            )

    def is_free(self, path: str) -> bool:
        return any(path == f or path.startswith(f + os.sep) for f in self.free)


def run(job: dict) -> None:
    """job: source, root, home, made, limit, heavy(미리 가져올 것), frozen(멈춘 시계)"""
    root, made = Path(job["root"]), Path(job["made"])
    sys.path[:] = [str(root), *(p for p in sys.path if p not in ("", str(root)))]
    executing.forget_lessons()
    os.chdir(job["home"])
    os.environ["MPLBACKEND"] = "Agg"
    os.environ["LESSONS_ARTIFACTS"] = str(made / "artefacts")
    for name in job["heavy"]:
        importlib.import_module(name)
    draws = "matplotlib.pyplot" in job["heavy"]
    if draws:
        _style()
    _scatter(job["heavy"])
    if job["frozen"]:
        _freeze()
    watch = Watch(root)
    sys.addaudithook(watch)
    _limit(job["limit"])
    start = time.process_time()
    result = outcome(job["source"], root)
    result["seconds"] = round(time.process_time() - start, 2)
    _limit(0)
    watch.on = False
    if draws:
        _save_figures(made)
    result["data"] = sorted(watch.data)
    text = json.dumps(result, ensure_ascii=False)
    (made / "result.json").write_text(text, encoding="utf-8")


def outcome(source: str, root: Path) -> dict:
    """새 `__main__`에서 돌린다. 경고도 오류다."""
    out, error, caught, late = Output(), "", None, False
    warnings.simplefilter("error")
    try:
        with contextlib.redirect_stdout(out):
            executing.execute(source, NAME, types.ModuleType("__main__"))
    except Late as stopped:
        caught, error, late = stopped, str(stopped), True
    except BaseException as stopped:
        caught = stopped
        error = traceback.format_exception_only(stopped)[-1].strip()
    frames = traceback.extract_tb(caught.__traceback__) if caught else []
    own = [frame.lineno for frame in frames if frame.filename == NAME]
    line = own[-1] if own else getattr(caught, "lineno", 0) or 0
    lessons = str(root / "lessons") + os.sep
    deep = [f for f in frames if f.filename.startswith(lessons)]
    place = ""
    if deep:
        file = Path(deep[-1].filename).relative_to(root).as_posix()
        place = f"{file}:{deep[-1].lineno}"
    return {
        "stdout": out.getvalue(),
        "error": error,
        "error_line": line,
        "lesson": place,
        "late": late,
    }


def _limit(seconds: int) -> None:
    """바쁜 컴퓨터를 탓하지 않게 CPU 시간을 센다. 잠만 자는 것은 다섯 배 뒤에 깨운다."""
    if not hasattr(signal, "SIGXCPU"):  # Windows에서는 부른 쪽이 기다리다 끝낸다
        return
    import resource

    def stop(number, frame):
        raise Late(f"TimeoutError: {seconds}초 안에 끝나지 않았다")

    for name in (signal.SIGXCPU, signal.SIGALRM):
        signal.signal(name, stop if seconds else signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 5 * seconds)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds if seconds else most, most))


def _scatter(heavy: list[str]) -> None:
    """씨앗을 정하지 않은 프로그램은 돌릴 때마다 다르게 나와야 숨지 못한다."""
    random.seed()
    if "numpy" in heavy:
        sys.modules["numpy"].random.seed()
    if "torch" in heavy:
        sys.modules["torch"].seed()


def _freeze() -> None:
    """시계를 보아도 늘 같은 수가 나오게 한다. 출력이 흔들리는 까닭을 가릴 때 쓴다."""
    ticks = itertools.count(1_700_000_000)
    for name in ("time", "perf_counter", "monotonic", "process_time"):
        setattr(time, name, lambda: float(next(ticks)))
        setattr(time, f"{name}_ns", lambda: next(ticks) * 10**9)


def _style() -> None:
    import matplotlib.pyplot as plt

    from sitegen.running.figure_style import LIGHT_RC

    plt.rcParams.update(LIGHT_RC)
    plt.show = lambda *args, **kwargs: None


def _save_figures(made: Path) -> None:
    import matplotlib.pyplot as plt

    for number in plt.get_fignums():
        plt.figure(number).savefig(
            made / f"{number}.svg",
            format="svg",
            metadata={"Date": None, "Creator": None},
        )

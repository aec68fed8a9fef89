"""레슨을 한 군데씩 일부러 틀려 보고, 그 장의 시험이 알아채는지 본다.

어디를 어떻게 틀릴지는 mutmut이 정한다. 여기서는 돌연변이 하나에 프로세스 하나를 갈라
그 모듈의 시험만 돌리고, 첫 실패에서 멈춘다. 모듈의 파일은 건드리지 않는다.
"""

import difflib
import gc
import importlib
import importlib.abc
import importlib.util
import multiprocessing
import os
import resource
import signal
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path

import libcst as cst
from libcst import matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import deep_replace
from mutmut.mutation.mutators import mutation_operators

from sitegen.base.paths import ROOT
from sitegen.book.imports import imported_names

ENOUGH = 0.9
MEMORY = 4 << 30
# 시험은 글의 낱말만 보므로 오류의 글, 자료형 표시, 문서 문자열은 틀려 보지 않는다.
UNTOUCHED = m.Annotation() | m.Import() | m.ImportFrom()
TEXT = m.SimpleString() | m.ConcatenatedString()
UNTOUCHED_CALLS = m.Call(func=m.Name("len") | m.Name("isinstance"))
DOCSTRING = m.SimpleStatementLine(body=[m.Expr(value=TEXT)])


@dataclass
class Mutant:
    """한 군데를 틀린 모듈."""

    line: int
    place: str  # 함수나 클래스.메서드
    statement: cst.CSTNode  # 틀린 곳을 담은, 모듈 바로 아래의 문장
    node: cst.CSTNode
    wrong: cst.CSTNode
    old: str = ""
    new: str = ""
    killer: str = ""  # 알아챈 시험. 아무도 못 알아채면 ""


@dataclass
class Module:
    """모듈과 그것을 지키는 시험들."""

    path: Path
    tests: list[Path]
    mutants: list[Mutant] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def name(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)


# 틀리기


class Collector(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, module: cst.Module):
        self.module, self.mutants = module, []
        self.path: list[str] = []
        self.parents: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, UNTOUCHED | DOCSTRING | UNTOUCHED_CALLS):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self.path.append(node.name.value)
        self.parents.append(node)
        for kind, operator in mutation_operators:
            if isinstance(node, kind) and not self._prose(node):
                for wrong in operator(node):
                    self._add(node, wrong)
        return True

    def on_leave(self, node: cst.CSTNode) -> None:
        if self.parents and self.parents[-1] is node:
            self.parents.pop()
            if isinstance(node, cst.FunctionDef | cst.ClassDef):
                self.path.pop()

    def _prose(self, node: cst.CSTNode) -> bool:
        inside_raise = any(isinstance(p, cst.Raise) for p in self.parents)
        return inside_raise and m.matches(node, TEXT)

    def _add(self, node, wrong):
        line = self.get_metadata(PositionProvider, node).start.line
        place = ".".join(self.path) or "모듈"
        self.mutants.append(Mutant(line, place, self.parents[1], node, wrong))


def mutate(source: str) -> tuple[cst.Module, list[Mutant]]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    collector = Collector(wrapper.module)
    wrapper.visit(collector)
    return wrapper.module, collector.mutants


def rewritten(module: cst.Module, mutant: Mutant) -> str:
    """틀린 모듈의 글. 바뀐 줄을 mutant에 적는다."""
    wrong = compare(module, mutant)
    body = [wrong if s is mutant.statement else s for s in module.body]
    return module.with_changes(body=body).code


def compare(module: cst.Module, mutant: Mutant) -> cst.CSTNode:
    """틀린 문장. 바뀐 줄을 mutant에 적는다."""
    wrong = deep_replace(mutant.statement, mutant.node, mutant.wrong)
    before = module.code_for_node(mutant.statement).splitlines()
    after = module.code_for_node(wrong).splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "-+"]
    mutant.old, mutant.new = (
        " ".join(line[2:].strip() for line in changed if line[0] == sign)
        for sign in "-+"
    )
    return wrong


# 돌리기


class Planted(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """모듈 하나를 파일 대신 건넨 글에서 읽게 한다."""

    def __init__(self, module: Module, source: str):
        self.module, self.source, self.used = module, source, False

    def find_spec(self, fullname, path=None, target=None):
        if fullname != self.module.name:
            return None
        spec = importlib.util.spec_from_loader(fullname, self)
        spec.origin = str(self.module.path)
        spec.has_location = True
        return spec

    def get_source(self, fullname):
        return self.source

    def exec_module(self, module):
        self.used = True
        exec(compile(self.source, str(self.module.path), "exec"), vars(module))


class Watcher:
    """빨리 끝나는 시험과 자주 알아채는 시험을 앞에 두고, 첫 실패의 이름을 적는다."""

    def __init__(self, rank, told=lambda name: None):
        self.rank, self.told, self.passed = rank, told, {}
        self.failed = ""

    def pytest_collection_modifyitems(self, items):
        items.sort(key=lambda item: self.rank.get(item.nodeid, (0, 0)))

    def pytest_collectreport(self, report):
        if report.failed:
            self._fail(report.nodeid)

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self._fail(report.nodeid)
        before = self.passed.get(report.nodeid, 0)
        self.passed[report.nodeid] = before + report.duration

    def _fail(self, name):
        self.failed = self.failed or name
        self.told(name)


def _quiet() -> None:
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(null, stream)


def _forget_the_book() -> None:
    for name in [n for n in sys.modules if n.split(".")[0] in ("lessons", "tests")]:
        del sys.modules[name]


def _pytest(module: Module, source: str, watcher: Watcher) -> bool:
    """시험을 돌린다. 시험이 모듈을 가져왔는지 알린다."""
    import pytest

    _forget_the_book()
    planted = Planted(module, source)
    sys.meta_path.insert(0, planted)
    options = ["-x", "-q", "--tb=native", "-p", "no:cacheprovider", "--noconftest"]
    options += ["-o", "addopts=--import-mode=importlib"]
    tests = [str(test) for test in module.tests]
    code = pytest.main([*options, *tests], plugins=[watcher])
    if code and not watcher.failed:
        watcher.failed = f"pytest가 {int(code)}로 끝났다"
    return planted.used


def _baseline(module: Module, answer: Connection) -> None:
    """맞는 모듈로 한 번: 시험마다 걸린 시간, 쓴 CPU 초, 읽은 라이브러리."""
    _quiet()
    watcher = Watcher({})
    used = _pytest(module, module.path.read_text(encoding="utf-8"), watcher)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = usage.ru_utime + usage.ru_stime
    answer.send((watcher.failed, used, watcher.passed, seconds, list(sys.modules)))


def _attempt(module, tree, mutant, rank, seconds, answer: Connection) -> None:
    """틀린 모듈로 한 번: 바뀐 줄, 알아챈 시험."""
    _quiet()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    limit = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    source = rewritten(tree, mutant) if mutant else tree.code

    def told(name):
        """한 번 알아챘으면 끝이다. 뒷정리를 기다리지 않는다."""
        answer.send(name)
        os._exit(0)

    answer.send((mutant.old, mutant.new) if mutant else ("", ""))
    watcher = Watcher(rank, told)
    _pytest(module, source, watcher)
    answer.send(watcher.failed)


def run(module: Module, workers: int) -> None:
    """모듈의 돌연변이를 모두 돌려 알아챈 시험을 적는다."""
    started = time.monotonic()
    fork = multiprocessing.get_context("fork")
    failed, used, passed, cpu, loaded = _once(fork, module)
    if failed:
        sys.exit(f"{module.name}: 틀리기 전부터 실패하는 시험이 있다: {failed}")
    if not used:
        tests = ", ".join(test.name for test in module.tests)
        sys.exit(f"{module.name}: 시험이 모듈을 가져오지 않는다: {tests}")
    _preload(loaded)
    gc.collect()
    gc.freeze()  # 갈라진 프로세스가 물려받은 것을 훑지 않게
    tree, module.mutants = mutate(module.path.read_text(encoding="utf-8"))
    kills: dict[str, int] = defaultdict(int)
    seconds = 3 * cpu + 2
    # 맨 처음은 틀리지 않은 것이다. 그것이 살아남아야 나머지의 죽음을 믿을 수 있다.
    waiting, running = [None, *module.mutants], {}
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop(0)
            rank = {test: (-kills[test], passed[test]) for test in passed}
            receive, send = fork.Pipe(duplex=False)
            args = (module, tree, mutant, rank, seconds, send)
            process = fork.Process(target=_attempt, args=args, daemon=True)
            process.start()
            send.close()
            # CPU를 쓰지 않고 멈춘 것은 시계로 끝낸다
            deadline = time.monotonic() + 10 * seconds
            running[process.sentinel] = process, receive, mutant, deadline
        for sentinel in wait(list(running), timeout=1):
            process, receive, mutant, _ = running.pop(sentinel)
            killer = _answer(process, receive, mutant)
            if mutant is None and killer:
                sys.exit(f"{module.name}: 틀리지 않았는데 실패했다: {killer}")
            kills[killer] += 1
        for process, *_, deadline in running.values():
            if time.monotonic() > deadline:
                process.kill()
    module.mutants = [x for x in module.mutants if x.old != x.new]
    module.seconds = time.monotonic() - started


def _once(fork, module: Module):
    receive, send = fork.Pipe(duplex=False)
    process = fork.Process(target=_baseline, args=(module, send), daemon=True)
    process.start()
    send.close()
    try:
        return receive.recv()
    except EOFError:
        sys.exit(f"{module.name}: 시험을 돌리다 프로세스가 죽었다.")
    finally:
        process.join()


def _answer(process, receive: Connection, mutant: Mutant | None) -> str:
    """알아챈 시험. 끝나지 않거나 프로세스를 죽인 것도 알아챈 것이다."""
    process.join()
    mutant = mutant or Mutant(0, "", cst.Pass(), cst.Pass(), cst.Pass())
    try:
        mutant.old, mutant.new = receive.recv()
        mutant.killer = receive.recv()
    except EOFError:
        late = process.exitcode in (-signal.SIGKILL, -signal.SIGXCPU)
        mutant.killer = "시간이 다 되었다" if late else f"{process.exitcode}로 죽었다"
    receive.close()
    return mutant.killer


def _preload(loaded: list[str]) -> None:
    """무거운 라이브러리를 미리 읽어, 갈라진 프로세스마다 다시 읽지 않게 한다."""
    for name in loaded:
        root = name.split(".")[0]
        if root in sys.stdlib_module_names or root in ("lessons", "tests", "__main__"):
            continue
        try:
            importlib.import_module(name)
        except Exception:  # 미리 읽지 못해도 시험은 스스로 읽는다
            continue


# 고르기와 알리기


def modules(name: str = "") -> list[Module]:
    """`arrays`, `gradient_descent`, `dl/gradient_descent`, `dl`, 또는 모두."""
    lessons = ROOT / "lessons"
    found = [
        Module(path, tests_of(path))
        for path in sorted(lessons.glob("**/*.py"))
        if not path.name.startswith("__") and path.parent.name != "data"
        if name in ("", path.stem) or f"/{name}/" in f"/{_words(path)}/"
    ]
    if not found:
        sys.exit(f"'{name}'이라는 레슨 모듈이 없다.")
    for module in found:
        if not module.tests:
            sys.exit(f"{module.name}: 이 모듈을 가져오는 시험이 없다.")
    return found


def _words(path: Path) -> str:
    """lessons/cnn/conv/fast.py → cnn/conv/fast"""
    return path.relative_to(ROOT / "lessons").with_suffix("").as_posix()


def tests_of(path: Path) -> list[Path]:
    """이름이 같은 시험. 없으면 그 모듈이나 그것을 쓰는 모듈을 가져오는 시험."""
    folder = _tests_beside(path)
    stem = path.stem.removesuffix("_torch")
    stems = {p.stem.removesuffix("_torch") for p in path.parent.glob("*.py")}
    files = sorted(folder.glob("test_*.py"))
    named = [f for f in files if _owner(f.stem.removeprefix("test_"), stems) == stem]
    module = f"lessons.{_words(path).replace('/', '.')}"
    if found := named or [f for f in files if module in _imports(f)]:
        return found
    users = [p for p in path.parent.glob("*.py") if module in _imports(p)]
    return sorted({test for user in users for test in tests_of(user)})


def _tests_beside(path: Path) -> Path:
    """lessons/cnn/conv의 시험은 tests/cnn/conv에 있다. 그 폴더가 없으면 그 위에."""
    folder = ROOT / "tests" / path.parent.relative_to(ROOT / "lessons")
    return folder if folder.is_dir() else folder.parent


def _owner(test: str, stems: set[str]) -> str:
    """`adam_state`를 지키는 시험의 주인: 이름이 앞에서부터 가장 길게 맞는 모듈."""
    owners = [s for s in stems if test == s or test.startswith(f"{s}_")]
    return max(owners, key=len, default="")


@cache
def _imports(file: Path) -> set[str]:
    return {name for _, name in imported_names(file.read_text(encoding="utf-8"))}


def explained(module: Module) -> dict[tuple[str, str, str], str]:
    """시험의 폴더에 있는 survivors.toml에 적은, 살아남아도 되는 까닭."""
    path = _tests_beside(module.path) / "survivors.toml"
    if not path.is_file():
        return {}
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        (entry["in"], entry["line"], entry["change"]): entry["reason"]
        for entry in listed.get(module.path.stem, [])
    }


def unmatched(module: Module) -> list[tuple[str, str, str]]:
    """survivors.toml에 적었으나 이제의 코드에서는 생기지 않는 돌연변이."""
    reasons = explained(module)
    if not reasons:
        return []
    tree, mutants = mutate(module.path.read_text(encoding="utf-8"))
    made = set()
    for mutant in mutants:
        lines = {line for place, line, _ in reasons if place == mutant.place}
        if lines:
            compare(tree, mutant)
            made.add((mutant.place, mutant.old, mutant.new))
    return sorted(reasons.keys() - made)


def report(module: Module) -> Iterator[str]:
    """고칠 것: 까닭 없이 살아남은 것, 낡은 까닭, 모자란 시험."""
    reasons, lived = explained(module), set()
    path = module.path.relative_to(ROOT).as_posix()
    for mutant in survivors(module):
        key = mutant.place, mutant.old, mutant.new
        lived.add(key)
        if key not in reasons:
            yield (
                f"{path}:{mutant.line}: {mutant.place}에서 아무 시험도 못 알아챘다.\n"
                f"    - {mutant.old}\n    + {mutant.new}"
            )
    for place, old, new in reasons.keys() - lived:
        yield (
            f"{path}: survivors.toml의 {place}은(는) 낡았다. 이제 살아남지 않는다.\n"
            f"    - {old}\n    + {new}"
        )
    killed = len(module.mutants) - len(survivors(module))
    if killed < ENOUGH * len(module.mutants):
        yield f"{path}: 시험이 {ENOUGH:.0%}를 알아채지 못한다."


def survivors(module: Module) -> list[Mutant]:
    return [mutant for mutant in module.mutants if not mutant.killer]


def main(name: str = "") -> int:
    if "fork" not in multiprocessing.get_all_start_methods():
        sys.exit("돌연변이 시험은 프로세스를 가를 수 있는 Linux와 macOS에서 한다.")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = False  # 시험을 돌연변이마다 다시 번역하지 않게
    problems = []
    print(f"{'모듈':<32}{'돌연변이':>6}{'잡음':>6}{'남음':>6}{'비율':>8}{'초':>6}")
    for module in modules(name):
        run(module, workers=os.cpu_count() or 1)
        problems += report(module)
        total, left = len(module.mutants), len(survivors(module))
        rate = (total - left) / total if total else 1
        row = f"{module.name:<34}{total:>8}{total - left:>8}{left:>8}{rate:>10.1%}"
        print(f"{row}{module.seconds:>7.0f}", flush=True)
    for problem in problems:
        print(problem, file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))

"""바뀐 것이 없는 느린 시험은 다시 돌리지 않는다. `make test`만 이것을 쓴다.

느린 시험이 통과하면 그것이 볼 수 있는 것 모두의 지문을 .cache/passed에 적고, 지문이
그대로인 동안은 통과한 것으로 친다. 한 페이지의 시험은 그 페이지와 함께 쓰는 것을,
나머지는 프로젝트의 모든 파일을 본다. 새로 받은 저장소에는 적힌 것이 없으니 모두 돈다.
"""

import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from sitegen.base import browser
from sitegen.book import site

PASSED = site.CACHE / "passed"
SLOW = 0.3  # 초. 이보다 빠른 시험은 적지 않고 늘 돌린다
MOST = 20_000  # 이보다 많이 적히면 오래 쓰지 않은 것부터 버린다
WORLD = ("LANG", "LC_ALL", "TZ", "PYODIDE_PACKAGES", "OMP_NUM_THREADS")
PAGE = re.compile(r"\[(?:.*[-/])?((?:dl|cnn|llm)/\d\d-[\w-]+)")


def files() -> list[Path]:
    """git이 아는 파일과 아직 모르는 새 파일. 무시하는 것은 뺀다."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=site.ROOT, capture_output=True, check=True)
    names = listed.stdout.decode().split("\0")
    return [site.ROOT / name for name in sorted(filter(None, names))]


@cache
def of_file(path: Path) -> bytes:
    if not path.is_file():
        return b"none"
    return hashlib.sha256(path.read_bytes()).digest()


def of(paths, *more: object) -> str:
    total = hashlib.sha256(repr(more).encode())
    for path in paths:
        total.update(str(path).encode() + of_file(path))
    return total.hexdigest()


@cache
def world() -> str:
    """컴퓨터: 파이썬과 브라우저의 판, 설정."""
    program = browser.executable()
    chromium = (program, os.stat(program).st_size) if program else None
    return of([], sys.version, chromium, [os.environ.get(name) for name in WORLD])


@cache
def everything() -> str:
    return of(files(), world())


@cache
def shared() -> str:
    """페이지와 그 프로그램을 뺀 모든 것."""
    pages = (site.DOCS, site.SNIPPETS)
    rest = [path for path in files() if not path.is_relative_to(pages[0])]
    return of([path for path in rest if not path.is_relative_to(pages[1])], world())


@cache
def of_page(name: str) -> str:
    """지은 페이지, 그 글과 프로그램."""
    folders = (site.ROOT / "site" / name, site.SNIPPETS / name)
    found = [path for folder in folders for path in sorted(folder.rglob("*"))]
    figures = sorted((site.DOCS / name).parent.glob(f"figures/{Path(name).name}/*"))
    return of([site.DOCS / f"{name}.md", *found, *figures], shared())


def key(nodeid: str) -> str:
    page = PAGE.search(nodeid)
    one = page and (site.DOCS / f"{page[1]}.md").is_file()
    seen = of_page(page[1]) if one else everything()
    return hashlib.sha256(f"{nodeid} {seen}".encode()).hexdigest()


class Settled:
    """통과한 것을 적고, 적힌 것은 뺀다."""

    def __init__(self):
        # 모을 때의 지문이다. 도는 동안 파일을 고쳐도 본 것의 지문으로 적는다.
        # 나란히 돌 때 모으는 것은 일꾼이니 주인은 적을 것이 없다
        self.keys: dict[str, str] = {}
        self.spent: dict[str, float] = {}
        self.failed: set[str] = set()
        self.count = 0

    def pytest_collection_modifyitems(self, config, items):
        rest = []
        for item in items:
            digest = key(item.nodeid)
            mark = PASSED / digest
            if mark.is_file():
                os.utime(mark)
                self.count += 1
            else:
                self.keys[item.nodeid] = digest
                rest.append(item)
        items[:] = rest
        if hasattr(config, "workeroutput"):  # 나란히 도는 일꾼이 주인에게 알린다
            config.workeroutput["settled"] = self.count

    def pytest_runtest_logreport(self, report):
        name = report.nodeid
        if name not in self.keys:
            return
        self.spent[name] = self.spent.get(name, 0) + report.duration
        if not report.passed:
            self.failed.add(name)
        if report.when == "teardown" and name not in self.failed:
            if self.spent[name] >= SLOW:
                PASSED.mkdir(parents=True, exist_ok=True)
                (PASSED / self.keys[name]).touch()
            self.spent.pop(name)

    def pytest_testnodedown(self, node, error):
        output = getattr(node, "workeroutput", None) or {}
        self.count = max(self.count, output.get("settled", 0))

    def pytest_terminal_summary(self, terminalreporter):
        if self.count:
            terminalreporter.write_line(
                f"바뀐 것이 없는 느린 시험 {self.count}개는 지난번에 통과했다. "
                "모두 다시 돌리려면 make clean부터 한다."
            )

    def pytest_sessionfinish(self):
        marks = sorted(PASSED.glob("*"), key=lambda path: path.stat().st_mtime)
        for mark in marks[:-MOST]:
            mark.unlink(missing_ok=True)

"""페이지에 보이는 블록을 pytest-codeblocks가 그대로 돌리게 한다.

pytest-codeblocks는 스니펫을 펼치지 않고, 제목이나 옵션이 붙은 울타리를 지나친다.
그래서 책의 페이지는 sitegen.page가 읽어 펼친 글을 건네고, 돌리는 일은 그 블록의
출력까지 한 글자도 다르지 않은지 본다.
"""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_codeblocks import extract_from_buffer
from pytest_codeblocks.plugin import MarkdownFile, TestBlock

from sitegen import page, run, site


class Mismatch(Exception):
    """블록이 페이지가 말하는 대로 되지 않았다."""


class LessonBlock(TestBlock):
    def __init__(self, name, parent, obj=None, block=None):
        super().__init__(name, parent=parent, obj=obj)
        self.block = block

    @property
    def place(self) -> str:
        path = self.block.page.relative_to(site.ROOT).as_posix()
        return f"{path}:{self.block.line}"

    def runtest(self):
        python = self.obj.syntax == "python"
        got = self._run_python() if python else self._run_shell()
        expected = self.obj.expected_output
        if expected is None and got:
            raise Mismatch(
                f"{self.place}: 출력이 있는데 페이지가 보여 주지 않는다. "
                f'블록 바로 아래에 ```text title="출력" 을 둔다.\n{got}'
            )
        if expected is not None and got != expected:
            raise Mismatch(
                f"{self.place}: 출력이 페이지와 다르다. `make outputs`로 다시 쓴다.\n"
                f"--- 페이지\n{expected}--- 실제\n{got}"
            )

    def _run_python(self) -> str:
        stdout, error, line = run.execute(self.obj.code, f"<{self.place}>")
        if self.block.fails and not error:
            raise Mismatch(
                f"{self.place}: 틀린 코드(.fails)라고 했는데 오류 없이 끝났다."
            )
        if error and not self.block.fails:
            source = self.block.program or self.block.includes or "이 블록"
            raise Mismatch(
                f"{self.place}: 블록의 {line}번째 줄에서 멈췄다 ({source}).\n{error}"
            )
        return stdout + (f"{error}\n" if error else "")

    def _run_shell(self) -> str:
        """사람이 터미널에서 하듯 프로젝트 뿌리에서 돌린다."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", self.obj.code],
            cwd=site.ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise Mismatch(f"{self.place}: 명령이 실패했다.\n{done.stderr}")
        return done.stdout

    def repr_failure(self, excinfo):
        if isinstance(excinfo.value, Mismatch):
            return str(excinfo.value)
        return pytest.Item.repr_failure(self, excinfo, style="short")

    def reportinfo(self):
        return self.block.page, self.block.line - 1, self.place


class LessonPage(MarkdownFile):
    def collect(self):
        read = page.read(self.path)
        if read.problems:
            raise pytest.Collector.CollectError("\n".join(map(str, read.problems)))
        codes = extract_from_buffer(io.StringIO(read.plain()), max_num_lines=10**6)
        for code, block in zip(codes, read.runnable, strict=True):
            yield LessonBlock.from_parent(
                self, name=f"line {block.line}", obj=code, block=block
            )


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    """책의 페이지는 LessonPage로 읽고 다른 Markdown은 플러그인에 맡긴다."""
    found = yield
    if not Path(file_path).is_relative_to(site.DOCS):
        return found
    return [
        LessonPage.from_parent(parent, path=file_path)
        if type(node) is MarkdownFile
        else node
        for node in found
    ]


def pytest_runtest_setup(item):
    """블록은 픽스처를 받지 못하므로 그림의 상태를 여기서 되돌린다."""
    if isinstance(item, TestBlock) and "matplotlib" in item.obj.code:
        import matplotlib.pyplot as plt

        plt.close("all")
        plt.rcdefaults()
        plt.switch_backend("Agg")
        plt.show = lambda *args, **kwargs: None


def pytest_configure(config):
    sys.path.insert(0, str(site.ROOT))

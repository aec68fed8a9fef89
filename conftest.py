"""페이지에 보이는 블록을 pytest-codeblocks가 그대로 돌리게 한다.

pytest-codeblocks는 스니펫을 펼치지 않고, 제목이나 옵션이 붙은 울타리를 지나친다.
그래서 책의 페이지는 sitegen.page가 읽어 펼친 글을 건네고, 돌리는 일은 그 블록의
출력까지 한 글자도 다르지 않은지 본다.
"""

import io
import os
import sys
from pathlib import Path

import pytest
from pytest_codeblocks import extract_from_buffer
from pytest_codeblocks.plugin import MarkdownFile, TestBlock

from sitegen.base import setup
from sitegen.book import page, site
from sitegen.running import execution, receipts, tolerance

os.environ.update(setup.own())  # 쓰는 이의 설정은 그림과 출력에 닿지 않는다


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
        expected = self.obj.expected_output
        got = self._run()
        if expected is None and got:
            raise Mismatch(
                f"{self.place}: 출력이 있는데 페이지가 보여 주지 않는다. "
                f'블록 바로 아래에 ```text title="출력" 을 둔다.\n{got}'
            )
        if expected is not None and not tolerance.same(expected, got, self.obj.code):
            raise Mismatch(
                f"{self.place}: 출력이 페이지와 다르다. `make outputs`로 다시 쓴다.\n"
                f"--- 페이지\n{expected}--- 실제\n{got}"
            )

    def _run(self) -> str:
        try:
            result = execution.of(self.obj.code, self.obj.syntax)
        except receipts.Untrained as untrained:
            raise Mismatch(f"{self.place}: {untrained}") from None
        if self.block.fails and not result.error:
            raise Mismatch(
                f"{self.place}: 틀린 코드(.fails)라고 했는데 오류 없이 끝났다."
            )
        if result.late or (result.error and not self.block.fails):
            source = self.block.program or self.block.includes or "이 블록"
            lesson = f"\n{result.lesson}에서 났다." if result.lesson else ""
            raise Mismatch(
                f"{self.place}: 블록의 {result.error_line}번째 줄에서 멈췄다 "
                f"({source}).\n{result.error}{lesson}"
            )
        return result.output

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


def pytest_configure(config):
    sys.path.insert(0, str(site.ROOT))
    if os.environ.get("SETTLED") and (site.ROOT / ".git").exists():
        from tests.settled import Settled

        config.pluginmanager.register(Settled())

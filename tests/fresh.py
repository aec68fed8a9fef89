"""새 인터프리터에 붙여 넣은 것처럼, 새 노트북을 연 것처럼 돌린다.

무거운 라이브러리를 미리 읽은 프로세스에서 하나씩 갈라져 나온다. 인터프리터를 처음부터
켜면 장 하나에 1분이 걸린다.
"""

import os
from concurrent.futures import ProcessPoolExecutor

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from sitegen import run

HEAVY = ["numpy", "matplotlib.pyplot", "torch", "sitegen.run", "tests.fresh"]


def interpreter() -> ProcessPoolExecutor:
    os.environ["MPLBACKEND"] = "Agg"
    return run.fresh_processes(1, HEAVY)


def paste(text: str, folder: str) -> tuple[str, str]:
    """찍은 글과 오류의 마지막 줄."""
    os.chdir(folder)
    stdout, error, _ = run.execute(text, "<stdin>")
    return stdout, error


class Shell(InteractiveShell):
    """노트북의 커널이 쓰는 IPython. 오류는 찍지 않고 돌려준다."""

    def enable_gui(self, gui=None):
        """창이 없다."""

    def _showtraceback(self, etype, evalue, stb):
        self.error = f"{etype.__name__}: {evalue}"


def notebook(cells: list[str]) -> list[str]:
    """칸을 위에서부터 돌려, 칸마다 찍은 글. 오류로 멈췄으면 그 마지막 줄까지."""
    shell = Shell.instance()
    shell.run_line_magic("matplotlib", "inline")
    printed = []
    for cell in cells:
        shell.error = ""
        with capture_output() as got:
            shell.run_cell(cell)
        printed.append(got.stdout + shell.error)
    return printed

"""새 인터프리터에 붙여 넣은 것처럼 돌린다.

무거운 라이브러리를 미리 읽은 프로세스에서 글마다 하나씩 갈라져 나온다. 인터프리터를
처음부터 켜면 장 하나에 1분이 걸린다.
"""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

from sitegen import run

HEAVY = ["numpy", "matplotlib.pyplot", "torch", "sitegen.run"]


def interpreter() -> ProcessPoolExecutor:
    os.environ["MPLBACKEND"] = "Agg"
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(HEAVY)
    return ProcessPoolExecutor(1, context, max_tasks_per_child=1)


def paste(text: str, folder: str) -> str:
    """찍은 글. 오류로 멈췄으면 그 마지막 줄까지."""
    os.chdir(folder)
    stdout, error, _ = run.execute(text, "<stdin>")
    return stdout + (f"{error}\n" if error else "")
